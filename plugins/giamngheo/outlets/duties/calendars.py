"""Calendars (RFC 5545) of the deadlines: all, of each plan, of each agency. Only what the texts date in full.

All-day events: a deadline has no hour. Recurring ones end with the years of the plan. A day that a month does not
have falls on its last day (BYSETPOS), since a plain rule would leave those months out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, partial
from urllib.parse import urlsplit

from icalendar import Event, vRecur

from giamngheo.catalog import Catalog
from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.catalog.plan_work import PlannedDeadline, PlanWork, begin_of
from giamngheo.content.register_schema import Agency
from giamngheo.content.schema import Plan
from giamngheo.ground.cache import digest
from giamngheo.legal import DeadlineKind, YearDay
from giamngheo.rendering.calendars import new_calendar
from giamngheo.rendering.outputs import LateFile
from giamngheo.rendering.plan_links import has_events, is_dated

_SHORTEST_MONTH = 28
_LONGEST_SUMMARY = 90
_MONTHS = 12
_TAKEN = frozenset({"tat-ca", "hoat-dong"})
"""Names of calendars of many plans, and of activities: a plan so called gives way."""


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar: what it holds in words, and its file, made when it is written: an event costs milliseconds."""

    title: str
    file: LateFile


@dataclass(frozen=True, slots=True)
class _When:
    """Days of one event: from the first to the last, and the rule by which they recur."""

    first: date
    last: date
    rule: vRecur | None = None


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
        if any(True for deadline in deadlines for _ in _days(deadline))
    )


def _agencies(works: Iterable[PlanWork]) -> list[Agency]:
    found = {a.agency.id: a.agency for w in works for d in w.deadlines for a in d.to if a.agency}
    return [found[key] for key in sorted(found) if any(has_events(work, found[key]) for work in works)]


def _calendar(
    address: str, title: str, deadlines: Sequence[PlannedDeadline], site_url: str, key: Callable[[], str]
) -> CalendarFile:
    return CalendarFile(title, LateFile(address, partial(_written, title, deadlines, site_url), key))


def _written(title: str, deadlines: Iterable[PlannedDeadline], site_url: str) -> bytes:
    calendar = new_calendar(title)
    seen: dict[str, int] = {}
    for deadline in deadlines:
        for event, uid in _events(deadline, site_url):
            seen[uid] = seen.get(uid, 0) + 1  # the same rule twice in one point of the text
            event.add("uid", uid if seen[uid] == 1 else f"{seen[uid]}-{uid}")
            calendar.add_component(event)
    written: bytes = calendar.to_ical(sorted=True)
    return written


def _events(planned: PlannedDeadline, site_url: str) -> Iterator[tuple[Event, str]]:
    plan = planned.entry.item
    host = urlsplit(site_url).hostname or "giamngheo"
    for name, when in _days(planned):
        event = Event()
        event.add("dtstamp", datetime.combine(plan.date, time(), UTC))
        event.add("dtstart", when.first)
        event.add("dtend", when.last + timedelta(days=1))  # RFC 5545, 3.6.1: the end is not part of the event
        if when.rule:
            event.add("rrule", when.rule)
        event.add("summary", _summary(planned))
        event.add("description", _description(planned))
        event.add("url", f"{site_url.rstrip('/')}{planned.address}")
        event.add("transp", "TRANSPARENT")
        yield event, f"{digest(plan.id, planned.due.anchor, name)[:20]}@{host}"


def _days(planned: PlannedDeadline) -> Iterator[tuple[str, _When]]:
    """Yield each rule of a deadline with a name that stays the same as long as the rule does."""
    deadline, plan = planned.due.deadline, planned.entry.item
    if deadline.recurrence and isinstance(plan, Plan):
        until = deadline.recurrence.until
        for day in deadline.recurrence.days:
            name = f"{deadline.kind} {day.month}-{day.day}" + (f"..{until.month}-{until.day}" if until else "")
            when = _recurring(day, until, plan)
            if when:
                yield name, when
    elif deadline.last:
        is_span = deadline.kind is DeadlineKind.PERIOD and deadline.first
        first = deadline.first.first_day if is_span and deadline.first else deadline.last.last_day
        yield f"{deadline.kind} {first}..{deadline.last}", _When(first, deadline.last.last_day)


def _recurring(day: YearDay, until: YearDay | None, plan: Plan) -> _When | None:
    end = plan.period.to.last_day if plan.period.to else None
    first = first_occurrence(day, begin_of(plan), end)
    if first is None:
        return None
    last = first_occurrence(until, first, None) if until else first
    return _When(first, last or first, _rule(day, end))


def _rule(day: YearDay, end: date | None) -> vRecur:
    rule = vRecur({"freq": "YEARLY" if day.month else "MONTHLY"})
    if day.month:
        rule["bymonth"] = day.month
    rule["bymonthday"] = day.day
    if day.day > _SHORTEST_MONTH:
        rule["bymonthday"] = list(range(_SHORTEST_MONTH, day.day + 1))
        rule["bysetpos"] = -1
    if end:
        rule["until"] = end
    return rule


def _summary(planned: PlannedDeadline) -> str:
    words = " ".join(planned.due.deadline.words.split())
    names = "; ".join(dict.fromkeys(" ".join(a.addressee.name.split()) for a in planned.to))
    text = f"{words}: {names or planned.entry.item.title}"
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1].rstrip()}…"


def _description(planned: PlannedDeadline) -> str:
    over = ["Kế hoạch này đã hết giai đoạn thực hiện."] if planned.is_over else []
    return "\n".join([planned.due.sentence, f"Trích: {planned.entry.item.title}", *over])
