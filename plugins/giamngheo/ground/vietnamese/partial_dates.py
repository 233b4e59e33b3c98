"""Partial dates: official texts often give only a month ("tháng 12/2025") or a year ("năm 2025")."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering

from giamngheo.ground.vietnamese.dates import format_day

_FORMS = (
    re.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"),
    re.compile(r"(?:(?P<day>[0-9]{1,2})/)?(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})"),
)
_DECEMBER = 12


@total_ordering  # which takes a `Struct` to have orders already
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month (`day` is None) or a year (`month` is None too). A year sorts before its months.

    Raises ValueError when made for a day that is not in the calendar, or for a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        date(self.year, _or_first(self.month), _or_first(self.day))

    @property
    def first_day(self) -> date:
        """The day itself, or the first day of the month or year."""
        return date(self.year, _or_first(self.month), _or_first(self.day))

    @property
    def last_day(self) -> date:
        """The day itself, or the last day of the month or year."""
        month = _DECEMBER if self.month is None else self.month
        day = monthrange(self.year, month)[1] if self.day is None else self.day
        return date(self.year, month, day)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return _order(self) < _order(other)

    def __str__(self) -> str:
        """Return the ISO form that `parse_partial_date` reads back: 2025, 2025-12 or 2025-12-01."""
        smaller = (f"-{part:02d}" for part in (self.month, self.day) if part is not None)
        return f"{self.year:04d}" + "".join(smaller)


@lru_cache(maxsize=1024)  # a portal says the same days again and again
def parse_partial_date(text: str) -> PartialDate:
    """Read "2025-12-01", "2025-12", "2025", or as typed in Vietnamese "1/12/2025", "12/2025".

    Raises ValueError for any other form and for a day that is not in the calendar.
    """
    for form in _FORMS:
        if match := form.fullmatch(text.strip()):
            numbers = {name: int(digits) for name, digits in match.groupdict().items() if digits}
            return PartialDate(**numbers)
    raise ValueError(f"not a day, a month or a year: {text!r}")


def format_partial(when: PartialDate | str) -> str:
    """Return "01/12/2025", "tháng 12/2025" or "năm 2025".

    Raises ValueError for a text that `parse_partial_date` does not read.
    """
    day = parse_partial_date(when) if isinstance(when, str) else when
    if day.month is None:
        return f"năm {day.year}"
    if day.day is None:
        return f"tháng {day.month:02d}/{day.year}"
    return format_day(day.first_day)


def _or_first(part: int | None) -> int:
    return 1 if part is None else part


def _order(when: PartialDate) -> tuple[int, int, int]:
    return when.year, when.month or 0, when.day or 0
