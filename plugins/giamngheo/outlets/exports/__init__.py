"""Outlet: each official plan as files: plain text, DOCX after Nghị định 30/2020/NĐ-CP, Akoma Ntoso XML, JSON.

A news summary is not the plan and has none. Files are kept by all that they depend on, and do not depend on the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache as once
from functools import partial
from importlib import metadata
from pathlib import Path

from giamngheo import legal
from giamngheo.catalog import Catalog
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.content.loader import LoadedItem
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.outlets.exports.sources import PlanSource
from giamngheo.rendering.exported import export_address
from giamngheo.rendering.outputs import LateFile

__all__ = ["export_files"]

_SCHEMA_ADDRESS = "/ke-hoach/van-ban.schema.json"


def _docx(source: PlanSource) -> bytes:
    from giamngheo.outlets.exports.official_copy import write_official_copy  # noqa: PLC0415 - loads python-docx

    return write_official_copy(source)


def _xml(source: PlanSource) -> bytes:
    from giamngheo.outlets.exports.akoma_ntoso import write_akoma_ntoso  # noqa: PLC0415 - loads lxml

    return write_akoma_ntoso(source)


def _json(source: PlanSource) -> bytes:
    from giamngheo.outlets.exports.records import write_record  # noqa: PLC0415 - loads readers of `legal`

    return write_record(source)


_WRITERS: Mapping[str, Callable[[PlanSource], bytes]] = {"docx": _docx, "xml": _xml, "json": _json}
"""What is made of a plan, by the ending of the file."""


def export_files(catalog: Catalog, works: Iterable[PlanWork], site_url: str, cache: Cache) -> Iterator[LateFile]:
    """Yield the files of every plan of `works`, which are official texts, and the schema of the JSON."""
    exporter = _Exporter(catalog, site_url, cache)
    yield LateFile(_SCHEMA_ADDRESS, read_schema)
    for work in works:
        loaded = work.entry.loaded
        yield LateFile(export_address(work.entry, "txt"), partial(_text, loaded), partial(str, loaded.digest))
        yield from exporter.export(work)


def read_schema() -> bytes:
    """Return the JSON Schema of the records."""
    return Path(__file__).with_name("van-ban.schema.json").read_bytes()


def _text(loaded: LoadedItem) -> bytes:
    return loaded.body.encode()


class _Exporter:
    """Makes the files of a plan, or takes those that were made of the same text, registers and code."""

    def __init__(self, catalog: Catalog, site_url: str, cache: Cache) -> None:
        self._resolver, self._cache = CitationResolver(catalog), cache
        self._site, self._portal = site_url.rstrip("/"), catalog.settings.name
        known = [repr(register) for register in (catalog.agencies, catalog.documents, catalog.places)]
        libraries = [metadata.version(name) for name in ("lxml", "python-docx")]
        self._common = digest(code_digest(), site_url, self._portal, *known, *libraries)

    def export(self, work: PlanWork) -> Iterator[LateFile]:
        """Yield the files of one plan; its text is read again only where one of them has to be made."""
        read = once(lambda: self._read(work))
        for ending, write in _WRITERS.items():
            key = digest("exports", ending, self._common, work.entry.loaded.digest, work.entry.address)
            make = partial(self._cache.bytes_of, key, partial(_written, write, read))
            yield LateFile(export_address(work.entry, ending), make, partial(str, key))

    def _read(self, work: PlanWork) -> PlanSource:
        return PlanSource(work, legal.parse_outline(work.entry.loaded.body), self._resolver, self._site, self._portal)


def _written(write: Callable[[PlanSource], bytes], read: Callable[[], PlanSource]) -> bytes:
    return write(read())
