"""Outlet: search in the browser, on an index of static files, and lists for readers without a script."""

from __future__ import annotations

from giamngheo.outlets.search.build import index_files
from giamngheo.outlets.search.pages import search_pages
from giamngheo.outlets.search.units import cut_sections

__all__ = ["cut_sections", "index_files", "search_pages"]
