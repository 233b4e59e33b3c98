"""Periods that figures are counted for: a year, half a year, a quarter, a month or a day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from giamngheo.ground.vietnamese import format_day, parse_partial_date

PeriodKind = Literal["nam", "nua-nam", "quy", "thang", "ngay"]

_PART = re.compile(r"([0-9]{4})-?([QH])([1-4])")
_QUARTER_IN_WORDS = re.compile(r"(?:quý|quy|q)\s*([1-4]|iv|i{1,3})\s*[/-]\s*([0-9]{4})")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_MONTHS = {"Q": 3, "H": 6}
_YEARS = (1900, 2199)


class SeriesPeriod(Struct, frozen=True, order=True):
    """From `start` to `end`, both included; `text` is its one written form: 2024, 2024-H1, 2024-Q3, 2024-09, a day."""

    start: date
    end: date
    kind: PeriodKind
    text: str

    def precedes(self, other: SeriesPeriod) -> bool:
        """True where `other` is the very next period of the same kind."""
        return self.kind == other.kind and other.start - self.end == timedelta(days=1)

    @property
    def words(self) -> str:
        """The period as people say it: "năm 2024", "quý 3/2024", "6 tháng đầu năm 2025", "tháng 9/2024"."""
        year = self.start.year
        match self.kind:
            case "nam":
                return f"năm {year}"
            case "nua-nam":
                return f"6 tháng {'đầu' if self.start.month == 1 else 'cuối'} năm {year}"
            case "quy":
                return f"quý {self.start.month // 3 + 1}/{year}"
            case "thang":
                return f"tháng {self.start.month}/{year}"
            case "ngay":
                return f"ngày {format_day(self.start)}"

    @property
    def short(self) -> str:
        """The period below an axis: "2024", "Q3/24", "9/24"."""
        year = f"{self.start.year % 100:02d}"
        short = {
            "nam": str(self.start.year),
            "nua-nam": f"{'đầu' if self.start.month == 1 else 'cuối'} {year}",
            "quy": f"Q{self.start.month // 3 + 1}/{year}",
            "thang": f"{self.start.month}/{year}",
            "ngay": f"{self.start.day}/{self.start.month}/{year}",
        }
        return short[self.kind]


def parse_period(text: str) -> SeriesPeriod:
    """Read "2024", "2024-Q3", "quý III/2024", "2024-H1", "2024-09", "9/2024", "2024-09-30" or "30/9/2024".

    Raises ValueError for any other form, and for what is not in the calendar.
    """
    if match := _PART.fullmatch(text):
        return _months(int(match[1]), _MONTHS[match[2]], int(match[3]))
    if match := _QUARTER_IN_WORDS.fullmatch(text.lower()):
        return _months(int(match[2]), _MONTHS["Q"], _ROMAN.get(match[1]) or int(match[1]))
    day = parse_partial_date(text)
    kind: PeriodKind = "nam" if day.month is None else "thang" if day.day is None else "ngay"
    return _checked(SeriesPeriod(day.first_day, day.last_day, kind, str(day)))


def _months(year: int, length: int, number: int) -> SeriesPeriod:
    last = number * length
    if last > 12:  # noqa: PLR2004 - months of a year
        raise ValueError(f"a year has no such part: {number}")
    end = date(year + last // 12, last % 12 + 1, 1) - timedelta(days=1)
    kind: PeriodKind = "quy" if length == _MONTHS["Q"] else "nua-nam"
    text = f"{year:04d}-{'Q' if kind == 'quy' else 'H'}{number}"
    return _checked(SeriesPeriod(date(year, last - length + 1, 1), end, kind, text))


def _checked(period: SeriesPeriod) -> SeriesPeriod:
    if not _YEARS[0] <= period.start.year <= _YEARS[1]:
        raise ValueError(f"a slip of the finger: {period.start.year}")
    return period
