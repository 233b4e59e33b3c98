"""Calendars of the deadlines: all, of each plan, of each agency. Only what the texts date in full."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlannedDeadline, PlanWork
from giamngheo.content.register_schema import Agency
from giamngheo.ground.cache import digest
from giamngheo.outlets.duties.event_days import event_days
from giamngheo.rendering.outputs import LateFile
from giamngheo.rendering.plan_links import has_events, is_dated

_TAKEN = frozenset({"tat-ca", "hoat-dong"})
"""Names of calendars of many plans, and of activities: a plan so called gives way."""


class CalendarFile(Struct, frozen=True):
    """A calendar: what it holds in words, and its file, made when it is written: an event costs milliseconds."""

    title: str
    file: LateFile


def calendar_files(catalog: Catalog, works: Sequence[PlanWork], site_url: str) -> tuple[CalendarFile, ...]:
    """Return every calendar that has an event, in a fixed order."""
    dated = [d for work in works for d in work.deadlines if is_dated(d)]
    found = [("tat-ca", "tất cả kế hoạch", dated)]
    for work in works:
        name = f"ke-hoach-{work.slug}" if work.slug in _TAKEN else work.slug
        found.append((name, work.plan.title, [d for d in dated if d.entry is work.entry]))
    for agency in _agencies(works):
        own = [d for d in dated if any(a.agency is agency for a in d.to)]
        found.append((f"co-quan-{agency.id}", agency.name, own))
    key = cache(partial(digest, catalog.fingerprint, *(work.entry.loaded.digest for work in works)))
    return tuple(
        _calendar(f"/lich/{name}.ics", f"Lịch hạn: {title}", deadlines, site_url, key)
        for name, title, deadlines in found
        if any(True for deadline in deadlines for _ in event_days(deadline))
    )


def _agencies(works: Iterable[PlanWork]) -> list[Agency]:
    found = {a.agency.id: a.agency for w in works for d in w.deadlines for a in d.to if a.agency}
    return [found[key] for key in sorted(found) if any(has_events(work, found[key]) for work in works)]


def _calendar(
    address: str, title: str, deadlines: Sequence[PlannedDeadline], site_url: str, key: Callable[[], str]
) -> CalendarFile:
    return CalendarFile(title, LateFile(address, partial(_written, title, deadlines, site_url), key))


def _written(title: str, deadlines: Sequence[PlannedDeadline], site_url: str) -> bytes:
    from giamngheo.outlets.duties.events import write_calendar  # noqa: PLC0415 - its library is seldom needed

    return write_calendar(title, deadlines, site_url)
