"""The days that a report is about."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from giamngheo.ground.vietnamese import format_day

_DECEMBER = 12


class Month(Struct, frozen=True):
    """One month of a period."""

    year: int
    number: int

    @property
    def key(self) -> str:
        """Name for machines: "2026-03"."""
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def label(self) -> str:
        """Name for people: "Tháng 3/2026"."""
        return f"Tháng {self.number}/{self.year}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return date(self.year, self.number, monthrange(self.year, self.number)[1])


class Period(Struct, frozen=True):
    """From `first` to `last`, both included; counted up to `until`: the last day, or the day of the report."""

    first: date
    last: date
    until: date

    @classmethod
    def of(cls, first: date, last: date, today: date) -> Period:
        """The period as far as it has gone by `today`."""
        return cls(first, last, min(last, today))

    @property
    def is_year(self) -> bool:
        """True for one whole calendar year."""
        return self.first == date(self.last.year, 1, 1) and self.last == date(self.last.year, _DECEMBER, 31)

    @property
    def label(self) -> str:
        """In words: "năm 2026", or from which day to which."""
        if self.is_year:
            return f"năm {self.last.year}"
        return f"từ ngày {format_day(self.first)} đến ngày {format_day(self.last)}"

    @property
    def months(self) -> Iterator[Month]:
        """Every month that the period touches."""
        month = Month(self.first.year, self.first.month)
        while month.first_day <= self.last:
            yield month
            is_last = month.number == _DECEMBER
            month = Month(month.year + is_last, 1 if is_last else month.number + 1)

    def has(self, day: date) -> bool:
        """True for a day that is counted."""
        return self.first <= day <= self.until
