"""Writes calendars (RFC 5545) of deadlines.

All-day events: a deadline has no hour. Recurring ones end with the years of the plan. A day that a month does not
have falls on its last day (BYSETPOS), since a plain rule would leave those months out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Event, vRecur

from giamngheo.catalog.plan_work import PlannedDeadline
from giamngheo.ground.cache import digest
from giamngheo.legal import YearDay
from giamngheo.outlets.duties.event_days import event_days
from giamngheo.rendering.calendars import new_calendar

_SHORTEST_MONTH = 28
_LONGEST_SUMMARY = 90


def write_calendar(title: str, deadlines: Iterable[PlannedDeadline], site_url: str) -> bytes:
    """The calendar of these deadlines; each rule of one is an event."""
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
    for name, when in event_days(planned):
        event = Event()
        event.add("dtstamp", datetime.combine(plan.date, time(), UTC))
        event.add("dtstart", when.first)
        event.add("dtend", when.last + timedelta(days=1))  # RFC 5545, 3.6.1: the end is not part of the event
        if when.every:
            event.add("rrule", _rule(when.every, when.until))
        event.add("summary", _summary(planned))
        event.add("description", _description(planned))
        event.add("url", f"{site_url.rstrip('/')}{planned.address}")
        event.add("transp", "TRANSPARENT")
        yield event, f"{digest(plan.id, planned.due.anchor, name)[:20]}@{host}"


def _rule(day: YearDay, until: date | None) -> vRecur:
    rule = vRecur({"freq": "YEARLY" if day.month else "MONTHLY"})
    if day.month:
        rule["bymonth"] = day.month
    rule["bymonthday"] = day.day
    if day.day > _SHORTEST_MONTH:
        rule["bymonthday"] = list(range(_SHORTEST_MONTH, day.day + 1))
        rule["bysetpos"] = -1
    if until:
        rule["until"] = until
    return rule


def _summary(planned: PlannedDeadline) -> str:
    words = " ".join(planned.due.deadline.words.split())
    names = "; ".join(dict.fromkeys(" ".join(a.addressee.name.split()) for a in planned.to))
    text = f"{words}: {names or planned.entry.item.title}"
    return text if len(text) <= _LONGEST_SUMMARY else f"{text[: _LONGEST_SUMMARY - 1].rstrip()}…"


def _description(planned: PlannedDeadline) -> str:
    over = ["Kế hoạch này đã hết giai đoạn thực hiện."] if planned.is_over else []
    return "\n".join([planned.due.sentence, f"Trích: {planned.entry.item.title}", *over])
