"""The datasets as schema.org data on their pages, for search engines."""

from __future__ import annotations

from collections.abc import Sequence

from giamngheo.outlets.opendata.promise import VERSION, about_address, csv_address, json_address
from giamngheo.outlets.opendata.record import Filled, Material

_FORMS = (("application/json", json_address), ("text/csv", csv_address))


def described_catalog(material: Material, filled: Sequence[Filled]) -> dict[str, object]:
    """A DataCatalog with its datasets, each of which has a page of its own."""
    datasets = [
        {
            "@type": "Dataset",
            "name": one.dataset.title,
            "description": one.dataset.about,
            "url": material.full(about_address(one.dataset.name)),
            **_rights(material),
        }
        for one in filled
    ]
    return {"@type": "DataCatalog", "dataset": datasets, **_rights(material)}


def described_dataset(material: Material, one: Filled) -> dict[str, object]:
    """A Dataset with what can be downloaded."""
    downloads = [
        {"@type": "DataDownload", "encodingFormat": kind, "contentUrl": material.full(address(one.dataset.name))}
        for kind, address in _FORMS
    ]
    modified = {"dateModified": one.modified.isoformat()} if one.modified else {}
    return {
        "@type": "Dataset",
        "identifier": one.dataset.name,
        "version": VERSION,
        "isAccessibleForFree": True,
        "spatialCoverage": "Việt Nam",
        "distribution": downloads,
        **modified,
        **_rights(material),
    }


def _rights(material: Material) -> dict[str, object]:
    settings = material.catalog.settings
    creator = {"@type": "Organization", "name": settings.publisher or settings.name}
    return {"creator": creator, **({"license": settings.licence} if settings.licence else {})}
