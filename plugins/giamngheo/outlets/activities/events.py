"""Writes calendars (RFC 5545) of activities.

An activity keeps its UID whatever happens to it; each change told in `changes` raises its SEQUENCE. What was cancelled
or postponed is CANCELLED: whoever looks at their calendar must not go there, and a new day revives the same event.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Activity
from giamngheo.ground.clock import VIETNAM
from giamngheo.rendering.activity_words import KINDS, activity_facts, deadlines_of, joining_facts, notice_words
from giamngheo.rendering.calendars import new_calendar, own_zone

_STATUS = {"dung-lich": "CONFIRMED", "du-kien": "TENTATIVE", "hoan": "CANCELLED", "huy": "CANCELLED"}
_MARKS = {"hoan": "HOÃN: ", "huy": "ĐÃ HỦY: "}


def write_calendar(catalog: Catalog, title: str, found: list[tuple[Entry, Activity]], site_url: str) -> bytes:
    """The calendar of these activities, with every day that matters to who comes."""
    events = [event for entry, activity in found for event in _events(catalog, entry, activity, site_url)]
    calendar: Calendar = new_calendar(title)
    if any(isinstance(event.decoded("dtstart"), datetime) for event in events):
        calendar.add_component(own_zone())
    for event in events:
        calendar.add_component(event)
    written: bytes = calendar.to_ical(sorted=True)
    return written


def _events(catalog: Catalog, entry: Entry, activity: Activity, site_url: str) -> Iterator[Event]:
    """The activity itself, and the days up to which one can register or hand in."""
    event = _event(catalog, entry, activity, site_url, "")
    event.add("summary", _MARKS.get(activity.status, "") + activity.title)
    event.add("dtstart", activity.starts)
    if not isinstance(activity.starts, datetime):
        event.add("dtend", activity.last_day + timedelta(days=1))  # RFC 5545, 3.6.1: the end is not part of the event
    elif activity.ends:
        event.add("dtend", activity.ends)
    if activity.venue:
        event.add("location", activity.venue)
    if activity.contact:
        event.add("contact", activity.contact)
    event.add("transp", "OPAQUE" if isinstance(activity.starts, datetime) else "TRANSPARENT")
    yield event
    for label, until in deadlines_of(activity):
        last = _event(catalog, entry, activity, site_url, "-nop-bai" if label == "Hạn nộp bài" else "-dang-ky")
        last.add("summary", f"{_MARKS.get(activity.status, '')}{label}: {activity.title}")
        last.add("dtstart", until)
        if not isinstance(until, datetime):
            last.add("dtend", until + timedelta(days=1))
        last.add("transp", "TRANSPARENT")
        yield last


def _event(catalog: Catalog, entry: Entry, activity: Activity, site_url: str, suffix: str) -> Event:
    """What both have: identity, state, words, address."""
    changes = [c.date for c in activity.changes if c.kind != "minor" and c.date <= catalog.today]
    changed = _midnight(max([activity.date, *changes]))
    event = Event()
    event.add("uid", f"{activity.id}{suffix}@{urlsplit(site_url).hostname or 'giamngheo'}")
    event.add("dtstamp", changed)
    event.add("created", _midnight(activity.date))
    event.add("last-modified", changed)
    event.add("sequence", len(changes))
    event.add("status", _STATUS[activity.status])
    event.add("categories", [KINDS[activity.kind]])
    event.add("description", _description(catalog, activity))
    event.add("url", f"{site_url.rstrip('/')}{entry.address}")
    event.add("class", "PUBLIC")
    return event


def _description(catalog: Catalog, activity: Activity) -> str:
    facts = [f"{label}: {link.label}" for label, link in activity_facts(catalog, activity)]
    joining = [f"{label}: {text}" for label, text in joining_facts(activity)]
    return "\n".join(filter(None, [notice_words(catalog, activity), activity.summary, *facts, *joining]))


def _midnight(day: date) -> datetime:
    """First minute of a day of Viet Nam; RFC 5545 wants these moments in UTC."""
    return datetime.combine(day, time(), VIETNAM).astimezone(UTC)
