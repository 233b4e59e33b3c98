"""Numbers as people write them: groups of digits with dots, blanks, dashes or brackets between.

Answers where numbers stand; what a number *is* belongs to identity, phones and accounts.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct

from giamngheo.content.privacy.prose import Prose

# Not inside a word, a document number ("52/KH"), a decimal or a longer number; but "zalo.me/0961…" is a number.
_BEGINS = r"(?:(?<![\w/=])|(?<=zalo\.me/)|(?<=\bwa\.me/)|(?<=\bt\.me/))(?<!\d[.,-])"
_RUN = re.compile(rf"{_BEGINS}\+?\(?\+?\d(?:[ .()-]{{0,3}}\d)*+")
_BEFORE_DIGITS = 3  # "+(+"
# Begins with a digit because the search skips all else quickly: 30 ns a letter, not 90.
_STRETCH = re.compile(r"\d(?:[ .()-]{0,3}\d){7,}+")
_GROUP = re.compile(r"\d+")
_AMOUNT_AFTER = re.compile(
    r" ?(?:đồng|đ\b|vnđ|vnd|tỷ|tỉ|triệu|nghìn|ngàn|ha\b|héc|m2|m²|m3|km|kg|tấn|tạ\b|con\b|hộ\b|người|lượt|%)"
)
_DOCUMENT_AFTER = re.compile(r"/\w")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3})+")
_SUM = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3}){1,6}+(?![. ]?\d)")
_JOINED = re.compile(r"\d[. ]")
_LONGEST_PAPER = 12
_YEARS_OR_DATE = re.compile(
    r"(?:(?:19|20)\d\d[ -]{1,3})+(?:19|20)\d\d|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d"
)
_SHORTEST, _LONGEST, _TABLE, _FEW = 8, 19, 40, 8


class Number(NamedTuple):
    """Some groups of digits standing together; `digits` is their digits alone."""

    start: int
    end: int
    digits: str
    groups: int
    written: str


class NumberRun(Struct, frozen=True):
    """The longest stretch of groups that could be one number, or several set side by side."""

    start: int
    pieces: tuple[tuple[int, int], ...]  # spans of the groups

    @property
    def is_table(self) -> bool:
        """More groups side by side than several telephone numbers need: figures of a table."""
        return len(self.pieces) > _TABLE

    def numbers_from(self, first: int, text: str) -> Iterator[Number]:
        """Every number of 8 to 19 digits that begins with the group `first`, shortest first."""
        begin = self.start if first == 0 else self.pieces[first][0]
        digits = ""
        for count, (start, end) in enumerate(self.pieces[first : first + _LONGEST + 1], 1):
            digits += text[start:end]
            if len(digits) > _LONGEST:
                return
            if len(digits) >= _SHORTEST:
                yield Number(begin, end, digits, count, text[begin:end])


def find_stretches(prose: Prose) -> list[tuple[int, int]]:
    """Spans with eight digits or more, not too far apart: every private number holds one."""
    return [match.span() for match in _STRETCH.finditer(prose.numbers)]


def number_runs_in(prose: Prose, stretch: tuple[int, int]) -> Iterator[NumberRun]:
    """Find runs of at least 8 digits that are neither a document's number nor a date or years."""
    text = prose.numbers
    for match in _RUN.finditer(text, max(0, stretch[0] - _BEFORE_DIGITS), stretch[1]):
        if match.end() - match.start() < _SHORTEST or _DOCUMENT_AFTER.match(text, match.end()):
            continue
        if _YEARS_OR_DATE.fullmatch(match.group().lstrip("+(")):
            continue
        pieces = tuple(piece.span() for piece in _GROUP.finditer(text, *match.span()))
        yield NumberRun(match.start(), pieces)


def may_begin_number(prose: Prose, run: NumberRun, group: int) -> bool:
    """Look cheaply first: private numbers begin with 0 or 8, stand in one piece, or are few."""
    start, end = run.pieces[group]
    if end - start >= _SHORTEST:
        return True
    return not run.is_table and (prose.numbers[start] in "08" or len(run.pieces) <= _FEW)


def is_amount(prose: Prose, number: Number) -> bool:
    """Know a sum, an area or a count: written in thousands or followed by its unit."""
    return has_unit(prose, number) or bool(_THOUSANDS.fullmatch(number.written))


def has_unit(prose: Prose, number: Number) -> bool:
    """Know a sum, an area or a count by the unit that follows."""
    return number.digits[0] != "0" and bool(_AMOUNT_AFTER.match(prose.numbers, number.end))


def groups_of_sum(prose: Prose, run: NumberRun, first: int) -> int:
    """Count the groups of a sum that begins with a group of the run, 0 if none does.

    In "48.000.000.000.000 đồng" no part is a paper's number. Without a unit only dots and more digits than a
    paper has prove a sum: "84 912 345 678" is a telephone.
    """
    found = _SUM.match(prose.numbers, run.pieces[first][0])
    if not found:
        return 0
    written = found.group()
    is_long = " " not in written and len(written) - written.count(".") > _LONGEST_PAPER
    if is_long or _AMOUNT_AFTER.match(prose.numbers, found.end()):
        return 1 + written.count(".") + written.count(" ")
    return 0


def is_part_of_thousands(prose: Prose, number: Number) -> bool:
    """Know the "456.789.000" of "1.456.789.000"."""
    joined = prose.numbers[max(0, number.start - 2) : number.start]
    return bool(_JOINED.fullmatch(joined) and _THOUSANDS.fullmatch(number.written))


def is_date(number: Number) -> bool:
    """Know a date or a span of years."""
    return bool(_YEARS_OR_DATE.fullmatch(number.written))
