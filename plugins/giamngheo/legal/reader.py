"""Reader: goes through the lines once, says what each one is and which of them belong together.

Rules for a new block, in this order: a blank line or a rule before it; a formula (header, "Nơi nhận:", annex,
signature); a marker, unless it is only a wrapped line that looks like one; the end of a sentence on a line
that was not full. Any other line goes on with the block before it.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto

from msgspec import Struct, field

from giamngheo.ground.vietnamese import fold, slugify
from giamngheo.legal import formulas
from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.drafts import Draft, is_title
from giamngheo.legal.lines import Line, is_broken_by_wrapping
from giamngheo.legal.markers import Marker, Rank, find_marker
from giamngheo.legal.nesting import Path, Place

_HEADER_KINDS = frozenset(
    {
        BlockKind.ISSUER,
        BlockKind.NATIONAL_TITLE,
        BlockKind.NUMBER,
        BlockKind.PLACE_AND_DATE,
        BlockKind.DOC_TYPE,
    }
)
_BULLETS = frozenset({BlockKind.DASH, BlockKind.PLUS})
# Names written with a dash in the middle, which wrapping can bring to the beginning of a line.
_SPLIT_NAMES = (
    ("lao dong", "thuong binh"),
    ("lao dong", "tb xh"),
    ("vi nguoi ngheo", "khong de ai"),
    ("van hoa", "thong tin"),
    ("kinh te", "xa hoi"),
    ("doc lap", "tu do"),
)
_LONG_LINE = 150
_LONGEST_HEADER = 20  # blocks
_MARGIN = Place(0, "")


class _Stage(Enum):
    """Components of a text come in a fixed order (Nghị định 30/2020/NĐ-CP, Điều 8)."""

    HEADER = auto()
    PREAMBLE = auto()
    BODY = auto()
    RECIPIENTS = auto()
    SIGNATURE = auto()


class Reader(Struct):
    """State of one reading; `drafts` is the result."""

    width: int
    drafts: list[Draft] = field(default_factory=list)
    _stage: _Stage = _Stage.HEADER
    _path: Path = field(default_factory=Path)
    _last: Draft | None = None

    def read(self, lines: Sequence[Line]) -> list[Draft]:
        """Read all lines and return the drafts in order; every line is in exactly one of them."""
        for line in lines:
            self._read_line(line)
        return self.drafts

    def _read_line(self, line: Line) -> None:
        if formulas.is_separator(line):
            self._start(BlockKind.SEPARATOR, line, "", _MARGIN)
        elif self._read_formula(line):
            return
        elif (marker := find_marker(line.text)) and not self._is_false(marker, line):
            self._start_marked(self._path.adapt(marker), line)
        elif self._last and self._goes_on(self._last, line):
            self._last.add(line)
        else:
            self._start_plain(line)

    # Formulas

    def _read_formula(self, line: Line) -> bool:
        if self._stage is _Stage.SIGNATURE and formulas.starts_a_document(line):
            self._restart()
        return (
            (self._stage is _Stage.HEADER and self._read_header(line))
            or self._read_addressee(line)
            or self._read_recipients(line)
            or self._read_annex(line)
            or self._read_signature(line)
        )

    def _read_header(self, line: Line) -> bool:
        kind = formulas.find_header_kind(line)
        if kind is None:
            return False
        self._start(kind, line, line.text, _MARGIN)
        if kind is BlockKind.DOC_TYPE:
            self._stage = _Stage.PREAMBLE
        return True

    def _read_addressee(self, line: Line) -> bool:
        if self._stage not in {_Stage.HEADER, _Stage.PREAMBLE} or not formulas.names_the_addressee(line):
            return False
        self._start_paragraph(line)
        return True

    def _read_recipients(self, line: Line) -> bool:
        if found := formulas.split_recipients(line):
            self._stage = _Stage.RECIPIENTS
            self._path.clear()
            self._start(BlockKind.RECIPIENTS, line, found[1], _MARGIN, found[0], "noi-nhan")
            return True
        return False

    def _read_annex(self, line: Line) -> bool:
        if not (found := formulas.split_annex(line)):
            return False
        marker = Marker(BlockKind.ANNEX, found[0], found[1], Rank.ANNEX, segment=slugify(found[0]))
        self._start_marked(marker, line)
        return True

    def _read_signature(self, line: Line) -> bool:
        if self._stage in {_Stage.HEADER, _Stage.PREAMBLE} or not formulas.starts_signature(line):
            return False
        self._start_signature(line)
        return True

    # Starting blocks

    def _start_marked(self, marker: Marker, line: Line) -> None:
        is_bullet = marker.kind in _BULLETS
        if is_bullet and self._stage is _Stage.RECIPIENTS:
            depth = self._path.open(marker).depth + 1
            self._start(BlockKind.RECIPIENTS, line, marker.rest, Place(depth, ""), marker.text)
            return
        if not (is_bullet and self._stage in {_Stage.HEADER, _Stage.PREAMBLE}):
            self._stage = _Stage.BODY
        place = self._path.open(marker)
        self._start(marker.kind, line, marker.rest, place, marker.text, marker.segment)

    def _start_plain(self, line: Line) -> None:
        if self._stage is _Stage.RECIPIENTS and line.is_in_capitals:
            self._start_signature(line)
        elif self._stage in {_Stage.RECIPIENTS, _Stage.SIGNATURE} and len(line.text) < _LONG_LINE:
            is_recipient = self._stage is _Stage.RECIPIENTS
            kind = BlockKind.RECIPIENTS if is_recipient else BlockKind.SIGNATURE
            self._start(kind, line, line.text, Place(int(is_recipient), ""))
        elif self._stage in {_Stage.HEADER, _Stage.PREAMBLE}:
            self._start_opening(line)
        else:
            self._start_paragraph(line)

    def _start_opening(self, line: Line) -> None:
        """Before the first marker: header lines, the subject after the type, then the preamble."""
        states_grounds = formulas.states_grounds(line)
        if self._stage is _Stage.HEADER and not states_grounds:
            goes_on = line.is_in_capitals and self._last and self._last.kind is BlockKind.ISSUER
            self._start(BlockKind.ISSUER if goes_on else BlockKind.PARAGRAPH, line, line.text, _MARGIN)
            # A web page may put long titles above the header; prose ends its sentences.
            is_prose = len(line.text) >= _LONG_LINE and line.ends_a_sentence
            self._stage = _Stage.BODY if is_prose else _Stage.HEADER
            return
        # Subjects of the Party begin in small letters: "thực hiện Nghị quyết …".
        is_subject = (
            self._last and self._last.kind is BlockKind.DOC_TYPE and (not states_grounds or line.text[0].islower())
        )
        self._stage = _Stage.PREAMBLE
        self._path.clear()
        self._start(BlockKind.SUBJECT if is_subject else BlockKind.PREAMBLE, line, line.text, _MARGIN)

    def _start_paragraph(self, line: Line) -> None:
        self._stage = _Stage.BODY
        if formulas.closes_the_text(line):
            self._path.clear()
        self._start(BlockKind.PARAGRAPH, line, line.text, self._path.place_paragraph())

    def _start_signature(self, line: Line) -> None:
        self._stage = _Stage.SIGNATURE
        self._path.clear()
        self._start(BlockKind.SIGNATURE, line, line.text, _MARGIN)

    def _start(self, kind: BlockKind, line: Line, text: str, place: Place, marker: str = "", segment: str = "") -> None:
        self._last = Draft(kind, marker, segment, place, [text], line.start, line)
        self.drafts.append(self._last)

    def _restart(self) -> None:
        self._stage = _Stage.HEADER
        self._path.clear()

    # Wrapped lines

    def _is_false(self, marker: Marker, line: Line) -> bool:
        """Whether a line only looks marked: no gap before, the line before unfinished, and out of order."""
        last = self._last
        if line.is_after_gap or last is None or last.kind is BlockKind.SEPARATOR or last.last.ends_a_sentence:
            return False
        if marker.kind is BlockKind.DASH:
            return _splits_a_name(last.last, marker)
        return not self._path.expects(self._path.adapt(marker))

    def _goes_on(self, last: Draft, line: Line) -> bool:
        if line.is_after_gap:
            return last.is_untitled and line.is_in_capitals
        if last.kind in {BlockKind.SEPARATOR, BlockKind.DOC_TYPE, BlockKind.SIGNATURE}:
            return False
        if last.kind in _HEADER_KINDS:
            return last.kind is BlockKind.PLACE_AND_DATE and "thang" not in last.last.head
        if last.kind is BlockKind.RECIPIENTS:
            return last.marker in {"-", "+"} and not (line.is_in_capitals or last.last.ends_a_sentence)
        if _leaves_capitals(last, line) or (last.kind is BlockKind.SUBJECT and self._is_issuer(line)):
            return False
        begins = _begins_sentence(last.last, line) or _follows_a_title(last, line)
        return not begins or is_broken_by_wrapping(last.last, line, self.width)

    def _is_issuer(self, line: Line) -> bool:
        """Whether the line repeats the issuer named in the header, as "QUỐC HỘI" below the subject of a law."""
        return any(d.kind is BlockKind.ISSUER and d.text == line.text for d in self.drafts[:_LONGEST_HEADER])


def _splits_a_name(before: Line, dash: Marker) -> bool:
    """Whether a dash is part of a name or clause ("Sở Lao động / - Thương binh và Xã hội")."""
    first = re.sub(r"\W+", " ", fold(dash.rest[:20]))
    ending = fold(before.text[-20:])
    return any(ending.endswith(left) and first.startswith(right) for left, right in _SPLIT_NAMES)


def _leaves_capitals(last: Draft, line: Line) -> bool:
    """Whether a title in capitals (part, annex, subject) is followed by ordinary text."""
    titled = last.kind in {BlockKind.PART, BlockKind.ANNEX, BlockKind.SUBJECT}
    if last.kind is BlockKind.SUBJECT and formulas.states_grounds(line) and not line.is_in_capitals:
        return True
    return titled and last.pieces[-1].isupper() and not line.is_in_capitals


def _begins_sentence(before: Line, line: Line) -> bool:
    return before.ends_a_sentence and not line.text[0].islower()


def _follows_a_title(last: Draft, line: Line) -> bool:
    """Whether the line before is a whole title ("1. Mục đích") and this one begins the text below it."""
    is_whole = len(last.pieces) == 1 and last.text[-1:].isalnum() and not last.text.isupper()
    return is_whole and line.text[0].isupper() and is_title(last.kind, last.text)
