"""What every calendar file (RFC 5545) of the portal begins with, and the zone of Viet Nam."""

from __future__ import annotations

from datetime import datetime, timedelta

from icalendar import Calendar, Timezone, TimezoneStandard


def new_calendar(title: str) -> Calendar:
    """An empty calendar with a title, to be read anew once a day (RFC 7986; older programs read the X- names)."""
    calendar = Calendar()
    calendar.add("prodid", "-//giamngheo//lich//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title)
    calendar.add("x-wr-calname", title)
    calendar.add("x-wr-timezone", "Asia/Ho_Chi_Minh")
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "P1D")
    return calendar


def own_zone() -> Timezone:
    """Seven hours before Greenwich all the year, as since 13 June 1975: no summer time to work out."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1975, 6, 13))  # noqa: DTZ001 - RFC 5545, 3.6.5: local time, without a zone
    standard.add("tzoffsetfrom", timedelta(hours=7))
    standard.add("tzoffsetto", timedelta(hours=7))
    standard.add("tzname", "+07")
    zone = Timezone()
    zone.add("tzid", "Asia/Ho_Chi_Minh")
    zone.add_component(standard)
    return zone
