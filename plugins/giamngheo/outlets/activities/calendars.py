"""Calendars of activities: all of them to subscribe to, and one file for each that is not over."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Activity
from giamngheo.ground.cache import digest
from giamngheo.rendering.activity_words import ALL_EVENTS, calendar_address, has_calendar
from giamngheo.rendering.outputs import LateFile

_Found = tuple[Entry, Activity]


def calendar_files(catalog: Catalog, site_url: str) -> Iterator[LateFile]:
    """Yield the calendar of all activities, then those of single ones; nothing where there is none."""
    found = list(reversed(catalog.of_kind(Activity)))
    if found:
        yield _file(catalog, ALL_EVENTS, f"Hoạt động · {catalog.settings.name}", found, site_url)
    for entry, activity in found:
        if has_calendar(catalog, activity):
            yield _file(catalog, calendar_address(activity), activity.title, [(entry, activity)], site_url)


def _file(catalog: Catalog, address: str, title: str, found: list[_Found], site_url: str) -> LateFile:
    """A calendar made when it is written; an event costs milliseconds."""
    return LateFile(address, partial(_written, catalog, title, found, site_url), partial(_key, catalog, found))


def _key(catalog: Catalog, found: list[_Found]) -> str:
    return digest(*(f"{entry.address} {entry.loaded.digest} {catalog.state_of(item)}" for entry, item in found))


def _written(catalog: Catalog, title: str, found: list[_Found], site_url: str) -> bytes:
    from giamngheo.outlets.activities.events import write_calendar  # noqa: PLC0415 - its library is seldom needed

    return write_calendar(catalog, title, found, site_url)
