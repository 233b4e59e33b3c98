"""Days on which what recurs every year or every month falls."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from giamngheo.legal import YearDay

_DECEMBER = 12


def first_occurrence(day: YearDay, start: date, end: date | None) -> date | None:
    """Return the first day like `day` from `start` to `end`, both included; None where none lies between.

    A day that a month does not have (31 April, 29 February) falls on the last one it has.
    """
    year, month = start.year, day.month or start.month
    for _ in range(2):
        try:
            found = date(year, month, min(day.day, monthrange(year, month)[1]))
        except ValueError:  # beyond the year 9999
            return None
        if found >= start:
            return found if end is None or found <= end else None
        year, month = (year + 1, month) if day.month else (year + month // _DECEMBER, month % _DECEMBER + 1)
    return None
