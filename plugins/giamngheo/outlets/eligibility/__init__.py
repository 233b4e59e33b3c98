"""Outlet: what a household can get, as questions in the browser and as pages; and which class it may belong to."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.outlets.eligibility.candidates import candidates
from giamngheo.outlets.eligibility.finder import finder_pages
from giamngheo.outlets.eligibility.packing import pack_candidates
from giamngheo.outlets.eligibility.selfcheck import selfcheck_pages
from giamngheo.rendering.outputs import OutputFile, Page

__all__ = ["build_eligibility"]


def build_eligibility(catalog: Catalog) -> Iterator[Page | OutputFile]:
    """Yield the finder, its pages without scripts, the self-check, and the data that they fetch."""
    found = candidates(catalog)
    packed = pack_candidates(found) if found else ()
    yield from packed
    yield from finder_pages(catalog, found, tuple(file.address for file in packed))
    yield from selfcheck_pages(catalog)
