"""The catalogue of the data: DCAT 3 (https://www.w3.org/TR/vocab-dcat-3/), with what DCAT-AP requires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from giamngheo.ground.characters import drop_illegal
from giamngheo.outlets.opendata.promise import (
    CATALOG,
    CATALOG_TURTLE,
    CHANGES,
    ROOT,
    VERSION,
    about_address,
    csv_address,
    json_address,
    schema_address,
)
from giamngheo.outlets.opendata.rdf import Iri, Node, Text, Typed, Value, write_json_ld, write_triples
from giamngheo.outlets.opendata.record import Filled, Material
from giamngheo.rendering.outputs import OutputFile

Sizes = dict[str, int]
"""Bytes of the finished files, by address."""

Facts = Iterator[tuple[str, Value]]

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_VIETNAMESE = Iri(f"{_AUTHORITY}/language/VIE")
_VIET_NAM = Iri(f"{_AUTHORITY}/country/VNM")
_SOCIETY = Iri(f"{_AUTHORITY}/data-theme/SOCI")
_IRREGULAR = Iri(f"{_AUTHORITY}/frequency/IRREG")
_MEDIA = "https://www.iana.org/assignments/media-types/"
_KEYWORDS = ("giảm nghèo", "chính sách xã hội", "Việt Nam")


def catalog_files(material: Material, filled: Sequence[Filled], sizes: Sizes) -> Iterator[OutputFile]:
    """Yield the catalogue in both forms."""
    graph = [_catalog(material, filled), *_shared(material), *(_dataset(material, one, sizes) for one in filled)]
    yield OutputFile(CATALOG, write_json_ld(graph))
    yield OutputFile(CATALOG_TURTLE, write_triples(graph))


def dataset_iri(material: Material, name: str) -> str:
    """What the dataset is called in the catalogue; leads to the page that explains it."""
    return f"{material.full(about_address(name))}#p_bo-du-lieu"


def _catalog(material: Material, filled: Sequence[Filled]) -> Node:
    settings = material.catalog.settings

    def facts() -> Facts:
        yield "dct:title", _words(f"Dữ liệu mở: {settings.name}")
        yield "dct:description", _words(settings.description)
        yield "foaf:homepage", Iri(material.full(ROOT))
        yield from _common(material, max((one.modified for one in filled if one.modified), default=None))
        for one in filled:
            yield "dcat:dataset", Iri(dataset_iri(material, one.dataset.name))

    return Node(f"{material.full(ROOT)}#p_danh-muc", ("dcat:Catalog",), tuple(facts()))


def _dataset(material: Material, one: Filled, sizes: Sizes) -> Node:
    dataset = one.dataset

    def facts() -> Facts:
        yield "dct:identifier", Typed(dataset.name)
        yield "dct:title", _words(dataset.title)
        yield "dct:description", _words(dataset.about)
        yield "dcat:landingPage", Iri(material.full(about_address(dataset.name)))
        yield "dcat:version", Typed(VERSION)
        yield "dcat:theme", _SOCIETY
        yield "dct:accrualPeriodicity", _IRREGULAR
        for keyword in _KEYWORDS:
            yield "dcat:keyword", Text(keyword)
        yield from _common(material, one.modified)
        yield from _temporal(material, one)
        for kind, address in (("json", json_address(dataset.name)), ("csv", csv_address(dataset.name))):
            yield "dcat:distribution", _distribution(material, one, kind, address, sizes.get(address))

    return Node(dataset_iri(material, dataset.name), ("dcat:Dataset",), tuple(facts()))


def _distribution(material: Material, one: Filled, kind: str, address: str, size: int | None) -> Node:
    def facts() -> Facts:
        yield "dct:title", Text(f"{one.dataset.title} ({kind.upper()})")
        yield "dcat:accessURL", Iri(material.full(about_address(one.dataset.name)))
        yield "dcat:downloadURL", Iri(material.full(address))
        yield "dcat:mediaType", Iri(f"{_MEDIA}{'application/json' if kind == 'json' else 'text/csv'}")
        if kind == "json":
            yield "dct:conformsTo", Iri(material.full(schema_address(one.dataset.name)))
        if size is not None:
            yield "dcat:byteSize", Typed(str(size), "xsd:nonNegativeInteger")
        yield from _rights(material)

    iri = f"{material.full(about_address(one.dataset.name))}#p_{kind}"
    return Node(iri, ("dcat:Distribution",), tuple(facts()))


def _common(material: Material, modified: date | None) -> Facts:
    yield "dct:publisher", Iri(_publisher_iri(material))
    yield "dct:language", _VIETNAMESE
    yield "dct:spatial", _VIET_NAM
    yield "dct:issued", Typed(CHANGES[-1][1].isoformat(), "xsd:date")
    if modified:
        yield "dct:modified", Typed(modified.isoformat(), "xsd:date")
    yield from _rights(material)


def _rights(material: Material) -> Facts:
    if material.catalog.settings.licence:
        yield "dct:license", Iri(material.catalog.settings.licence)
    yield "dct:rights", Iri(_rights_iri(material))


def _shared(material: Material) -> Iterator[Node]:
    """Yield what all datasets name: who publishes them, and the rights in words."""
    settings = material.catalog.settings
    name = (settings.publisher or settings.name) + (" (bản trình diễn)" if settings.is_demonstration else "")
    yield Node(_publisher_iri(material), ("foaf:Agent",), (("foaf:name", _words(name)),))
    yield Node(_rights_iri(material), ("dct:RightsStatement",), (("rdfs:label", _words(settings.rights)),))


def _publisher_iri(material: Material) -> str:
    return f"{material.full(ROOT)}#p_noi-cong-bo"


def _rights_iri(material: Material) -> str:
    return f"{material.full(ROOT)}#p_quyen"


def _temporal(material: Material, one: Filled) -> Facts:
    """From the first day that the records tell of to the last, where none is open."""
    spans = list(one.dataset.covers(material)) if one.dataset.covers else []
    if not spans:
        return
    ends = [end for _, end in spans if end]
    facts: list[tuple[str, Value]] = [("dcat:startDate", Typed(min(s for s, _ in spans).isoformat(), "xsd:date"))]
    if len(ends) == len(spans):
        facts.append(("dcat:endDate", Typed(max(ends).isoformat(), "xsd:date")))
    yield "dct:temporal", Node("", ("dct:PeriodOfTime",), tuple(facts))


def _words(text: str) -> Text:
    return Text(drop_illegal(text))
