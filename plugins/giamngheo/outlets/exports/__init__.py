"""Outlet: each official plan as files: plain text, DOCX after Nghị định 30/2020/NĐ-CP, Akoma Ntoso XML, JSON.

A news summary is not the plan and has none. Files are kept by all that they depend on, and do not depend on the day.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from importlib import metadata

from pydantic import BaseModel, ValidationError

from giamngheo.catalog import Catalog
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.legal import parse_outline
from giamngheo.outlets.exports.akoma_ntoso import write_akoma_ntoso
from giamngheo.outlets.exports.official_copy import write_official_copy
from giamngheo.outlets.exports.records import SCHEMA_ADDRESS, read_schema, write_record
from giamngheo.outlets.exports.sources import PlanSource
from giamngheo.rendering.exported import export_address
from giamngheo.rendering.outputs import OutputFile

__all__ = ["build_exports"]


class _Kept(BaseModel):
    """What the cache keeps of one plan; the DOCX in base 64."""

    docx: str
    xml: str
    json_: str


def build_exports(catalog: Catalog, works: Iterable[PlanWork], site_url: str, cache: Cache) -> Iterator[OutputFile]:
    """Yield the files of every plan of `works`, which are official texts, and the schema of the JSON."""
    exporter = _Exporter(catalog, site_url, cache)
    yield OutputFile(SCHEMA_ADDRESS, read_schema())
    for work in works:
        kept = exporter.export(work)
        yield OutputFile(export_address(work.entry, "txt"), work.entry.loaded.body.encode())
        yield OutputFile(export_address(work.entry, "docx"), b64decode(kept.docx))
        yield OutputFile(export_address(work.entry, "xml"), kept.xml.encode())
        yield OutputFile(export_address(work.entry, "json"), kept.json_.encode())


class _Exporter:
    """Makes the files of a plan, or takes those that were made of the same text, registers and code."""

    def __init__(self, catalog: Catalog, site_url: str, cache: Cache) -> None:
        self._resolver, self._cache = CitationResolver(catalog), cache
        self._site, self._portal = site_url.rstrip("/"), catalog.settings.name
        known = [repr(register) for register in (catalog.agencies, catalog.documents, catalog.places)]
        libraries = [metadata.version(name) for name in ("lxml", "python-docx")]
        self._common = digest(code_digest(), site_url, self._portal, *known, *libraries)

    def export(self, work: PlanWork) -> _Kept:
        key = digest("exports", self._common, work.entry.loaded.digest, work.entry.address)
        try:
            return _Kept.model_validate(self._cache.get(key))
        except ValidationError:
            made = self._make(work)
            self._cache.put(key, made.model_dump())
            return made

    def _make(self, work: PlanWork) -> _Kept:
        outline = parse_outline(work.entry.loaded.body)
        source = PlanSource(work, outline, self._resolver, self._site, self._portal)
        return _Kept(
            docx=b64encode(write_official_copy(source)).decode(),
            xml=write_akoma_ntoso(source).decode(),
            json_=write_record(source).decode(),
        )
