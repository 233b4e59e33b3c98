"""Outlet: search in the browser, on an index of static files, and lists for readers without a script."""

from __future__ import annotations

from giamngheo.outlets.search.build import index_files
from giamngheo.outlets.search.pages import search_pages
from giamngheo.outlets.search.planning import IndexPlan, plan_index
from giamngheo.outlets.search.units import cut_sections

__all__ = ["IndexPlan", "cut_sections", "index_files", "plan_index", "search_pages"]
