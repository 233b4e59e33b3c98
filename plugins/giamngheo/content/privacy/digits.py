"""Numbers as people write them: groups of digits with dots, blanks, dashes or brackets between.

Answers where numbers stand; what a number *is* belongs to identity, phones and accounts.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giamngheo.content.privacy.prose import Prose

# Not inside a word, a document number ("52/KH"), a decimal or a longer number.
_RUN = re.compile(r"(?<![\w/=])(?<!\d[.,-])\+?\(?\+?\d(?:[ .()-]{0,3}\d)*+")
_GROUP = re.compile(r"\d+")
_AMOUNT_AFTER = re.compile(
    r" ?(?:đồng|đ\b|vnđ|vnd|tỷ|tỉ|triệu|nghìn|ngàn|ha\b|héc|m2|m²|m3|km|kg|tấn|tạ\b|con\b|hộ\b|người|lượt|%)"
)
_DOCUMENT_AFTER = re.compile(r"/\w")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:[. ]\d{3})+")
_YEARS_OR_DATE = re.compile(r"(?:(?:19|20)\d\d[ -]{1,3})+(?:19|20)\d\d|\d{1,2}[.-]\d{1,2}[.-](?:19|20)\d\d")
_SHORTEST, _LONGEST, _TABLE, _FEW = 8, 19, 40, 8


@dataclass(frozen=True, slots=True)
class Number:
    """Some groups of digits standing together; `digits` is their digits alone."""

    start: int
    end: int
    digits: str
    groups: int
    written: str


@dataclass(frozen=True, slots=True)
class NumberRun:
    """The longest stretch of groups that could be one number, or several set side by side."""

    whole: Number
    pieces: tuple[tuple[int, int], ...]  # spans of the groups

    @property
    def is_table(self) -> bool:
        """More groups side by side than several telephone numbers need: figures of a table."""
        return len(self.pieces) > _TABLE

    def numbers_from(self, first: int, text: str) -> Iterator[Number]:
        """Every number of at most 19 digits that begins with the group `first`, shortest first."""
        begin = self.whole.start if first == 0 else self.pieces[first][0]
        digits = ""
        for count, (start, end) in enumerate(self.pieces[first : first + _LONGEST + 1], 1):
            digits += text[start:end]
            if len(digits) > _LONGEST:
                return
            yield Number(begin, end, digits, count, text[begin:end])


def find_number_runs(prose: Prose) -> Iterator[NumberRun]:
    """Find runs of at least 8 digits that are not a document's number."""
    text = prose.numbers
    for match in _RUN.finditer(text):
        if match.end() - match.start() < _SHORTEST:
            continue
        if _DOCUMENT_AFTER.match(text, match.end()):
            continue
        pieces = tuple(piece.span() for piece in _GROUP.finditer(text, *match.span()))
        digits = "".join(text[start:end] for start, end in pieces)
        yield NumberRun(Number(*match.span(), digits, len(pieces), match.group()), pieces)


def may_begin_number(prose: Prose, run: NumberRun, group: int) -> bool:
    """Look cheaply first: private numbers begin with 0 or 8, stand in one piece, or are few."""
    start, end = run.pieces[group]
    if end - start >= _SHORTEST:
        return True
    return not run.is_table and (prose.numbers[start] in "08" or len(run.pieces) <= _FEW)


def is_amount(prose: Prose, number: Number) -> bool:
    """Know a sum, an area or a count: written in thousands or followed by its unit."""
    if number.digits.startswith("0"):
        return False
    return bool(_AMOUNT_AFTER.match(prose.numbers, number.end) or _THOUSANDS.fullmatch(number.written))


def is_date(number: Number) -> bool:
    """Know a date or a span of years."""
    return bool(_YEARS_OR_DATE.fullmatch(number.written))
