"""Outlet: who has to do what in official plans, by when, as pages and as calendars."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.outlets.duties.calendars import calendar_files
from giamngheo.outlets.duties.lists import duties_pages
from giamngheo.outlets.duties.schedule import schedule_page
from giamngheo.rendering.outputs import LateFile, Page

__all__ = ["build_duties"]


def build_duties(catalog: Catalog, works: Sequence[PlanWork], site_url: str) -> Iterator[Page | LateFile]:
    """Yield pages and calendars; nothing where no plan gives duties or deadlines. `site_url` ends with a slash."""
    yield from duties_pages(catalog, works)
    calendars = calendar_files(catalog, works, site_url)
    if any(work.deadlines for work in works):
        yield schedule_page(catalog, works, [(calendar.file.address, calendar.title) for calendar in calendars])
    yield from (calendar.file for calendar in calendars)
