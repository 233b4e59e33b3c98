"""Outlet: search in the browser, on an index of static files, and lists for readers without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giamngheo.catalog import Catalog
from giamngheo.outlets.search.build import build_index
from giamngheo.outlets.search.pages import search_pages
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import OutputFile, Page

__all__ = ["build_search"]


def build_search(catalog: Catalog, bodies: Mapping[str, Rendered]) -> Iterator[Page | OutputFile]:
    """Yield the files of the index and the pages that use it; `bodies` are those of public items, by file."""
    files = build_index(catalog, bodies)
    yield from files.outputs()
    yield from search_pages(catalog, f"{files.address}meta.json")
