"""Deadlines: by when, as data, from any text. What cannot be dated from its own words stays words, never a guess.

A deadline needs words that make it one ("trước ngày", "chậm nhất", "trong quý IV/2023", "hằng tháng có …"). The date
of a document, of a report or of validity is none; nor is a bare year ("đến năm 2025").
"""

import re
from collections.abc import Iterator

from giamngheo.ground.vietnamese import PartialDate
from giamngheo.legal.deadline_context import is_condition, is_habit, is_past, is_reported
from giamngheo.legal.deadline_forms import find_days, find_forms, numbers_in
from giamngheo.legal.folded import FoldedText, fold_with_offsets
from giamngheo.legal.values import Deadline, DeadlineKind, Recurrence, YearDay

_QUARTERS = {"1": 1, "2": 2, "3": 3, "4": 4, "i": 1, "ii": 2, "iii": 3, "iv": 4}
_RHYTHMS = (
    (re.compile(r"(?:0?6|sau) thang"), DeadlineKind.HALF_YEARLY),
    (re.compile(r"tuan"), DeadlineKind.WEEKLY),
    (re.compile(r"thang"), DeadlineKind.MONTHLY),
    (re.compile(r"quy"), DeadlineKind.QUARTERLY),
    (re.compile(r"nam"), DeadlineKind.YEARLY),
)
_GAP = re.compile(r"[ ,:]*\(?(?:[a-z ]{0,24} )?$")


def find_deadlines(text: str) -> tuple[Deadline, ...]:
    """Return the deadlines of `text` in its order; never raises, takes time in proportion to its length."""
    return tuple(_read(fold_with_offsets(text)))


def _read(text: FoldedText) -> Iterator[Deadline]:
    rhythm: re.Match[str] | None = None
    for match in find_forms(text.plain):
        if match["rhythm"]:
            if rhythm:
                yield from _alone(text, rhythm)
            rhythm = match
            continue
        is_joined = rhythm is not None and _is_near(text, rhythm, match)
        if rhythm and not is_joined:
            yield from _alone(text, rhythm)
        found = _dated(text, match, rhythm if is_joined else None)
        rhythm = None
        if found:
            yield found
    if rhythm:
        yield from _alone(text, rhythm)


def _is_near(text: FoldedText, rhythm: re.Match[str], match: re.Match[str]) -> bool:
    between = text.plain[rhythm.end() : match.start()]
    return len(between) <= 30 and _GAP.fullmatch(between) is not None  # noqa: PLR2004 - a few words


def _alone(text: FoldedText, rhythm: re.Match[str]) -> Iterator[Deadline]:
    """A rhythm without a day: "Hằng tháng có chuyên mục"; "kinh phí hằng năm" is none."""
    if is_habit(text.plain, rhythm.start(), rhythm.end()) and not is_past(text.plain, rhythm.start(), rhythm.end()):
        yield _make(text, rhythm.start(), rhythm.end(), _kind_of(rhythm[0]), recurrence=Recurrence())


def _dated(text: FoldedText, match: re.Match[str], rhythm: re.Match[str] | None) -> Deadline | None:
    start, end = (rhythm or match).start(), match.end()
    if is_past(text.plain, start, end) or is_condition(text.plain, start, end):
        return None
    if match["from"] or match["from_month"]:
        return _range(text, match, start) if match["from"] else _month_range(text, match)
    if match["limit"] or match["day"]:
        return _limit(text, match, rhythm) if match["limit"] else _day_of_month(text, match, rhythm)
    return _quarter_or_month(text, match)


def _make(  # noqa: PLR0913 - the fields of one value
    text: FoldedText,
    start: int,
    end: int,
    kind: DeadlineKind,
    *,
    first: PartialDate | None = None,
    last: PartialDate | None = None,
    recurrence: Recurrence | None = None,
    undated: tuple[YearDay, ...] = (),
) -> Deadline:
    while text.plain[start] in ": ":
        start += 1
    a, b = text.span(start, end)
    return Deadline(kind, text.original[a:b], a, b, first, last, recurrence, undated)


def _range(text: FoldedText, match: re.Match[str], start: int) -> Deadline | None:
    first, last = numbers_in(match["from"]), numbers_in(match["to"])
    if len(first) < len(last):
        first = [*first, *last[len(first) : 2]]  # "từ ngày 12 đến ngày 13/9/2024": the month stands once
    if not (match["range_word"] or len(last) == 3 or match["range_every"]):  # noqa: PLR2004 - "từ 5/10 đến 7/10"
        return None
    if match["range_every"]:
        days, until = _year_days([first]), _year_days([last])
        recurrence = Recurrence(days, until[0]) if days and until else Recurrence()
        return _make(text, start, match.end(), DeadlineKind.YEARLY, recurrence=recurrence)
    if len(last) == 2:  # noqa: PLR2004
        return _make(text, start, match.end(), DeadlineKind.PERIOD, undated=_year_days([first, last]))
    end = _date(last)
    if len(first) == 2 and end:  # noqa: PLR2004 - "từ 10/10 đến 17/10/2023": the year stands once
        first = [*first, end.year - (first[::-1] > last[1::-1])]
    begin = _date(first)
    is_whole = begin and end and begin <= end
    return _make(
        text, start, match.end(), DeadlineKind.PERIOD, first=begin if is_whole else None, last=end if is_whole else None
    )


def _month_range(text: FoldedText, match: re.Match[str]) -> Deadline | None:
    first, last = numbers_in(match["from_month"]), numbers_in(match["to_month"])
    if len(last) == 1:
        return None
    begin = _date([0, first[0], first[1] if len(first) > 1 else last[1]])
    end = _date([0, *last])
    return _make(text, match.start(), match.end(), DeadlineKind.PERIOD, first=begin, last=end)


def _limit(text: FoldedText, match: re.Match[str], rhythm: re.Match[str] | None) -> Deadline | None:
    days = find_days(match["limit"])
    every = match["limit_every"]
    start = (rhythm or match).start()
    if len(days[0]) == 3 or (len(days[-1]) == 3 and not every):  # noqa: PLR2004
        last = _date(days[-1])
        return _make(text, match.start(), match.end(), DeadlineKind.ONCE, last=last)
    if rhythm or every:
        kind = _kind_of(rhythm[0]) if rhythm else _kind_of(every)
        return _make(text, start, match.end(), kind, recurrence=Recurrence(_year_days(days)))
    if not match["limit_word"]:
        return None
    return _make(text, start, match.end(), DeadlineKind.ONCE, undated=_year_days(days))


def _day_of_month(text: FoldedText, match: re.Match[str], rhythm: re.Match[str] | None) -> Deadline | None:
    day = int(match["day"])
    start = (rhythm or match).start()
    if match["which"]:
        first = 3 if match["which"] == "cuoi" else 1
        days = _year_days([[day, month] for month in range(first, 13, 3)])
        return _make(text, start, match.end(), DeadlineKind.QUARTERLY, recurrence=Recurrence(days))
    kind = _kind_of(rhythm[0]) if rhythm else DeadlineKind.MONTHLY
    if not (match["day_every"] or (rhythm and kind is DeadlineKind.MONTHLY)) or not 1 <= day <= 31:  # noqa: PLR2004
        return None
    return _make(text, start, match.end(), DeadlineKind.MONTHLY, recurrence=Recurrence((YearDay(None, day),)))


def _quarter_or_month(text: FoldedText, match: re.Match[str]) -> Deadline | None:
    start, end = match.start(), match.end()
    if match["named"]:
        return _make(text, start, end, DeadlineKind.YEARLY, recurrence=_on(match["named"])) if match["on"] else None
    if is_reported(text.plain, start):
        return None
    if match["month"]:
        when = _date([0, *numbers_in(match["month"])])
        return _make(text, start, end, DeadlineKind.ONCE, first=when, last=when)
    return _quarter(text, match)


def _quarter(text: FoldedText, match: re.Match[str]) -> Deadline | None:
    start, end, word = match.start(), match.end(), match["quarter_word"] or ""
    if not word and text.plain[max(0, start - 2) : start] != ": " and not _ends_clause(text.plain, end):
        return None
    if match["quarter_every"]:
        return _make(text, start, end, DeadlineKind.YEARLY, recurrence=Recurrence())
    if word.startswith("truoc"):  # before the quarter begins or before it is over: the words do not say
        return _make(text, start, end, DeadlineKind.ONCE)
    year, month = int(match["quarter_year"]), 3 * _QUARTERS[match["quarter"]]
    first, last = PartialDate(year, month - 2), PartialDate(year, month)
    return _make(text, start, end, DeadlineKind.ONCE, first=first, last=last)


def _ends_clause(plain: str, at: int) -> bool:
    return plain[at : at + 1] in {"", ".", ";", ")"}


def _on(words: str) -> Recurrence:
    return Recurrence(_year_days([numbers_in(words)]))


def _kind_of(words: str) -> DeadlineKind:
    return next(kind for form, kind in _RHYTHMS if form.search(words))


def _date(numbers: list[int]) -> PartialDate | None:
    """Return the date of [day, month, year], day 0 for a whole month; None for one that is not in the calendar."""
    if len(numbers) != 3:  # noqa: PLR2004
        return None
    try:
        return PartialDate(numbers[2], numbers[1], numbers[0] or None)
    except ValueError:
        return None


def _year_days(days: list[list[int]]) -> tuple[YearDay, ...]:
    """Days that exist in some year; 2024 is a leap year."""
    return tuple(YearDay(d[1], d[0]) for d in days if _date([d[0] or 99, d[1], 2024]))
