"""Letterhead: who issued a text, under which number, where and when, what about, and who signed it.

Components after Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I. What cannot be said with certainty is None:
a number or a day left open, two names that could be the signer's, a name that no Vietnamese letters spell.
Values are as written, with single spaces; a text that lost its marks gives values that lost theirs.
"""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, dropwhile, takewhile

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.ground.vietnamese import fold
from giamngheo.legal.blocks import CLOSING_KINDS, Block, BlockKind, Outline
from giamngheo.legal.cells import Finding, split_cells, without_national_title
from giamngheo.legal.closing import Closing, read_closing
from giamngheo.legal.issuers import read_issuers
from giamngheo.legal.outline import parse_outline

_LONGEST_HEADER = 60  # lines; web pages put a table of their own above it
_LONGEST_CLOSING = 80
_SYMBOL = r"[A-ZĐƯ][A-Za-zĐđƯư0-9&.]*"
_NUMBER = re.compile(
    r"(?:^|\s)(?:Luật )?[SsLl][ốoôóòỐOÔÓ60] ?(?:hiệu)?[:.]? ?"
    rf"(?P<value>[0-9]{{1,5}}[a-zA-Z]? ?(?:/ ?[0-9]{{4}} ?)?[/-] ?{_SYMBOL}(?: ?[-/] ?{_SYMBOL})*)"
)
_PLACE = re.compile(r"(?:^|\n)(?P<value>[^\n,0-9:]{2,40}), ?ngay(?=\s|$)")
_DAY = re.compile(r", ?ngay\s(?P<d>[0-9]{1,2}) thang (?P<m>[0-9]{1,2}) nam (?P<y>[0-9]{4})(?![0-9])")
_ADDRESSEE = re.compile("kinh gui")
_SUBJECT = re.compile(r"v/v\b|ve viec\b")
_BODY_KINDS = frozenset(
    {BlockKind.PART, BlockKind.ARTICLE, BlockKind.SECTION, BlockKind.PREAMBLE, BlockKind.RECIPIENTS}
)


class Letterhead(Struct, frozen=True):
    """Header and closing of an administrative text; what is not certain is None or empty."""

    superior: Finding | None = None  # cơ quan chủ quản trực tiếp
    issuer: Finding | None = None
    number: Finding | None = None
    place: Finding | None = None
    issued: Finding | None = None  # ISO day
    doc_type: Finding | None = None
    subject: Finding | None = None
    authority: Finding | None = None  # "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH"
    signer_role: Finding | None = None
    signer: Finding | None = None
    recipients: tuple[Finding, ...] = ()


def read_letterhead(text: str) -> Letterhead:
    """Return what the header and the closing of `text` say; never raises, linear in the length of `text`.

    Columns side by side may be parted by tabs, three spaces, a bar, or nothing but the national title.
    """
    page = _Page(text.splitlines(), parse_outline(text))
    doc_type = page.first({BlockKind.DOC_TYPE})
    header = page.header(doc_type)
    superior, issuer = read_issuers(header)
    place, issued = _read_place_and_day(header)
    return _with_closing(
        Letterhead(
            superior=superior,
            issuer=issuer,
            number=_only_one(_read_numbers(header)),
            place=place,
            issued=issued,
            doc_type=Finding(doc_type.text, page.line_of(doc_type)) if doc_type else None,
            subject=page.subject(doc_type) if doc_type else _read_short_subject(header),
        ),
        read_closing(page.closing()),
    )


class _Page:
    """Lines and blocks of one text, each block with its line."""

    def __init__(self, lines: list[str], outline: Outline) -> None:
        self.lines = lines
        self.blocks = outline.blocks
        self._starts = list(accumulate((len(line) for line in outline.source.splitlines(keepends=True)), initial=0))

    def line_of(self, block: Block) -> int:
        return bisect_right(self._starts, block.start)

    def first(self, kinds: Container[BlockKind], after: int = 0) -> Block | None:
        return next((b for b in self.blocks if b.kind in kinds and b.start >= after), None)

    def header(self, doc_type: Block | None) -> list[Finding]:
        """Cells before the type of the document, or, in a letter, before its first list or ground."""
        last = doc_type or next(
            (b for b in self.blocks if b.kind in _BODY_KINDS or _ADDRESSEE.match(fold(b.text[:20]))), None
        )
        end = self.line_of(last) - 1 if last else len(self.lines)
        begin = max(0, end - _LONGEST_HEADER) if doc_type else 0
        return list(split_cells(self.lines[begin : min(end, begin + _LONGEST_HEADER)], begin + 1))

    def subject(self, doc_type: Block) -> Finding | None:
        """The lines of the subject, which follow the type at once."""
        following = dropwhile(lambda b: b.start <= doc_type.start, self.blocks)
        found = list(takewhile(lambda b: b.kind is BlockKind.SUBJECT, following))
        return Finding(" ".join(b.text for b in found), self.line_of(found[0])) if found else None

    def closing(self) -> list[Finding]:
        """Cells from the first recipient or authority to the first annex or further document."""
        first = self.first(CLOSING_KINDS)
        if first is None:
            return []
        after = self.first({BlockKind.ANNEX, BlockKind.DOC_TYPE}, first.start)
        begin = self.line_of(first) - 1
        end = self.line_of(after) - 1 if after else len(self.lines)
        return list(split_cells(self.lines[begin : min(end, begin + _LONGEST_CLOSING)], begin + 1))


def _read_numbers(header: Iterable[Finding]) -> Iterator[Finding]:
    for cell in header:
        if match := _NUMBER.search(cell.value):
            yield Finding("".join(match["value"].split()), cell.line)


def _read_place_and_day(header: Sequence[Finding]) -> tuple[Finding | None, Finding | None]:
    """Read "Lục Nam, ngày 19 tháng 9 năm 2022", which may go on in the next line."""
    cells = [_after_number(cell) for cell in header]
    written, folded = "\n".join(cell.value for cell in cells), "\n".join(cell.folded for cell in cells)
    places = ((written[slice(*match.span("value"))].strip(), match.start("value")) for match in _PLACE.finditer(folded))
    days = ((_as_day(match), match.start()) for match in _DAY.finditer(folded))
    place, day = (
        _only_one(Finding(value, cells[folded.count("\n", 0, start)].line) for value, start in found if value)
        for found in (places, days)
    )
    return place, day


def _after_number(cell: Finding) -> Finding:
    match = _NUMBER.search(cell.value)
    return Finding(cell.value[match.end() :].strip(), cell.line) if match else cell


def _as_day(match: re.Match[str]) -> str | None:
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return None


def _read_short_subject(header: Sequence[Finding]) -> Finding | None:
    """Read "V/v …" of a letter, which goes on in its column until a line of another kind."""
    begin = next((i for i, cell in enumerate(header) if _SUBJECT.match(cell.folded)), None)
    if begin is None:
        return None
    parts, line = [header[begin].value], header[begin].line
    for cell in header[begin + 1 :]:
        if cell.line > line + 1 or cell.value.isupper():
            break
        if without_national_title(cell) and not _PLACE.search(cell.folded):
            parts.append(cell.value)
            line = cell.line
    return Finding(" ".join(parts), header[begin].line)


def _with_closing(head: Letterhead, closing: Closing) -> Letterhead:
    authority = " ".join(cell.value for cell in closing.authority)
    role = closing.offices[-1] if closing.offices else None
    return replace(
        head,
        authority=Finding(authority, closing.authority[0].line) if authority else None,
        signer_role=Finding(_in_small_letters(role.value), role.line) if role else None,
        signer=_only_one(closing.names),
        recipients=tuple(closing.recipients),
    )


def _in_small_letters(office: str) -> str:
    """Return "Phó Chủ tịch" for "PHÓ CHỦ TỊCH"."""
    first, _, rest = office.lower().partition(" ")
    is_prefix = fold(first) in {"pho", "quyen", "chanh"}
    rest = rest[:1].upper() + rest[1:] if is_prefix else rest
    return f"{first.capitalize()} {rest}".strip().replace("quốc hội", "Quốc hội")


def _only_one(found: Iterable[Finding]) -> Finding | None:
    """Return what all agree on, where it was first read, or None."""
    every = list(found)
    return every[0] if len({finding.value for finding in every}) == 1 else None
