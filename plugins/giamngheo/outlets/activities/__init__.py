"""Outlet: activities by month, and as calendars to subscribe to."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.outlets.activities.agenda import agenda_pages
from giamngheo.outlets.activities.calendars import calendar_files
from giamngheo.rendering.outputs import LateFile, Page

__all__ = ["build_activities"]


def build_activities(catalog: Catalog, site_url: str) -> Iterator[Page | LateFile]:
    """Yield the page of the months and the calendars; nothing where there is no activity. `site_url` ends with `/`."""
    yield from agenda_pages(catalog)
    yield from calendar_files(catalog, site_url)
