"""Fits sections into panels: a little smaller first, then without the parts that matter least, never cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import sqrt
from typing import TYPE_CHECKING

from giamngheo.outlets.materials.leaflets import Section, Words
from giamngheo.outlets.materials.line_breaks import NO_BREAK, keep_words_whole
from giamngheo.outlets.materials.pdf import BOLD, REGULAR
from giamngheo.rendering.fonts import printable

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

SIZES = (14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Sizes of the text in points, the largest that fits is taken; below 9 old eyes cannot read it."""

_ROOMY = 10.0
"""From this size on sections that shall begin a panel do so."""

_ENDLESS = 100_000
_SMALLEST_TITLE, _SIZE_OF_TEXT = 8, 12
"""Points: titles are made smaller down to the first; from the second on none of their words is broken."""

_NEAR = 2.0
"""Points by which the text of one panel may be larger than that of the next."""

LEADING = 1.42
"""Line to line, in sizes of the font: less would cut the marks of Ẫ and Ộ into each other."""


@dataclass(frozen=True, slots=True)
class Box:
    """Room for text in points from the lower left corner of the page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """A paragraph, its lower left corner and its width, in points."""

    look: str
    text: str
    size: float
    x: float
    y: float
    width: float

    def draw(self, canvas: Canvas) -> None:
        """Put it on the page."""
        paragraph, _ = _wrapped(self.look, self.text, self.size, self.width)
        paragraph.drawOn(canvas, self.x, self.y)


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph to be; `is_title` begins a section and stays with the next."""

    look: str
    text: str
    is_title: bool = False


_Limits = tuple[int | None, ...]
"""For each section the rank from which its words are left out; None where all of them stand."""


def fit(sections: Sequence[Section], boxes: Sequence[Box]) -> list[Laid]:
    """Lay out sections in boxes, one after the other, in order of reading."""
    for limits in _ways_to_shorten(sections):
        lines = [list(_lines(section, limit)) for section, limit in zip(sections, limits, strict=True)]
        flat = [line for part in lines for line in part]
        if _flow(flat, boxes, SIZES[-1]) is not None:
            found = _largest(flat, boxes, SIZES)
            return _apart(sections, lines, boxes) or (found[1] if found else [])
    return []


def _ways_to_shorten(sections: Sequence[Section]) -> Iterator[_Limits]:
    """Yield everything; then without a part of one section, what matters least first; then without more and more."""
    whole: _Limits = (None,) * len(sections)
    yield whole
    ranks = sorted({words.rank for section in sections for words in section.words}, reverse=True)
    for rank in ranks:
        for index, section in enumerate(sections):
            if any(words.rank == rank for words in section.words):
                yield (*whole[:index], rank, *whole[index + 1 :])
    for rank in ranks:
        yield (rank,) * len(sections)


def _apart(sections: Sequence[Section], lines: Sequence[list[_Line]], boxes: Sequence[Box]) -> list[Laid]:
    """Each panel beginning with a title, in sizes that lie near each other; empty where that is impossible."""
    starts = [i for i, section in enumerate(sections) if section.begins_panel or i == 0]
    ends = [*starts[1:], len(sections)]
    panels = [[line for part in lines[a:b] for line in part] for a, b in zip(starts, ends, strict=True)]
    if len(panels) > len(boxes):
        return []
    roomy = [size for size in SIZES if size >= _ROOMY]
    alone = [_largest(panel, [box], roomy) for panel, box in zip(panels, boxes, strict=False)]
    most = min((found[0] if found else 0.0 for found in alone), default=0.0) + _NEAR
    if most <= _NEAR:
        return []
    near = [size for size in roomy if size <= most]
    laid = (_largest(panel, [box], near) for panel, box in zip(panels, boxes, strict=False))
    return [one for found in laid if found for one in found[1]]


def _largest(lines: Sequence[_Line], boxes: Sequence[Box], sizes: Sequence[float]) -> tuple[float, list[Laid]] | None:
    """The largest size at which all lines find room, and where they lie."""
    likely = _likely_size(lines, boxes)
    tried = (size for size in sizes if size <= likely)
    return next(((size, laid) for size in tried if (laid := _flow(lines, boxes, size)) is not None), None)


def _likely_size(lines: Sequence[_Line], boxes: Sequence[Box]) -> float:
    """A size above which it is no use to try: text covers about the square of its size."""
    small, width = SIZES[-1], max(box.width for box in boxes)
    need = sum(_height(line.look, line.text, small, width) for line in lines)
    return small * 1.15 * sqrt(sum(box.height for box in boxes) / max(need, 1.0))


def _lines(section: Section, limit: int | None) -> Iterator[_Line]:
    """Paragraphs of a section below a rank, and what stands for those that are left out."""
    kept = [words for words in section.words if limit is None or words.rank < limit]
    yield _Line("title", section.title, is_title=True)
    yield from (_Line(words.look, words.text) for words in kept)
    if len(kept) < len(section.words):
        yield _Line("small", (section.more if _says_something(kept) and section.more else section.instead))


def _says_something(kept: Sequence[Words]) -> bool:
    return any(words.look not in ("large", "detail") for words in kept)


def _flow(lines: Sequence[_Line], boxes: Sequence[Box], size: float) -> list[Laid] | None:
    """Fill box after box; None where something finds no room."""
    laid: list[Laid] = []
    at, used = 0, 0.0
    for index, line in enumerate(lines):
        following = _following(lines, index, size, boxes[at].width)
        if used and used + _height(line.look, line.text, size, boxes[at].width) + following > boxes[at].height:
            at, used = at + 1, 0.0
            if at == len(boxes):
                return None
        box = boxes[at]
        used += (_space(line, size) if used else 0.0) + _height(line.look, line.text, size, box.width)
        if used > box.height:
            return None
        laid.append(Laid(line.look, line.text, size, box.x, box.y + box.height - used, box.width))
    return laid


def _following(lines: Sequence[_Line], index: int, size: float, width: float) -> float:
    """Height of the next line where it must not be parted from this one."""
    if not _stays(lines, index):
        return 0.0
    line = lines[index + 1]
    return _space(line, size) + _height(line.look, line.text, size, width)


def _stays(lines: Sequence[_Line], index: int) -> bool:
    """A title stays with its first line, the name of a step with its first detail."""
    if index + 1 == len(lines):
        return False
    return lines[index].is_title or (lines[index].look == "step" and lines[index + 1].look == "detail")


def _space(line: _Line, size: float) -> float:
    shares = {"title": 0.9, "step": 0.45, "item": 0.25, "text": 0.35, "small": 0.35}
    return size * shares.get(line.look, 0.12)


def _height(look: str, text: str, size: float, width: float) -> float:
    """Height of a paragraph in points."""
    return _wrapped(look, text, size, width)[1]


@lru_cache(maxsize=512)
def _wrapped(look: str, text: str, size: float, width: float) -> tuple[Paragraph, float]:
    """A paragraph broken into lines, and its height; kept: many ways to lay out a leaflet need the same ones."""
    from reportlab.platypus import Paragraph  # noqa: PLC0415 - only where something is printed

    words = escape(text if NO_BREAK in text else printable(text), quote=False)
    paragraph = Paragraph(words, _style(look, size), bulletText="•" if look in ("item", "inner") else None)
    _, height = paragraph.wrap(width, _ENDLESS)
    return paragraph, float(height)


@lru_cache(maxsize=128)
def _style(look: str, size: float) -> ParagraphStyle:
    from reportlab.lib.colors import HexColor  # noqa: PLC0415 - as below
    from reportlab.lib.styles import ParagraphStyle  # noqa: PLC0415 - only where something is printed

    factor, font, indent, colour = _LOOKS[look]
    points = size * factor
    return ParagraphStyle(
        look,
        fontName=font,
        bulletFontName=REGULAR,
        bulletFontSize=points,
        fontSize=points,
        leading=points * LEADING,
        leftIndent=size * indent,
        bulletIndent=size * max(0.0, indent - 1.2),
        textColor=HexColor(colour),
        splitLongWords=1,
        spaceShrinkage=0,
    )


_INK, _LEAF, _QUIET = "#1f2421", "#0b5d3b", "#414945"
_LOOKS: dict[str, tuple[float, str, float, str]] = {
    "title": (1.25, BOLD, 0, _LEAF),
    "large": (1.9, BOLD, 0, _INK),
    "text": (1, REGULAR, 0, _INK),
    "item": (1, REGULAR, 1.2, _INK),
    "inner": (1, REGULAR, 2.4, _INK),
    "step": (1, BOLD, 0, _INK),
    "detail": (0.95, REGULAR, 0.9, _QUIET),
    "small": (0.9, REGULAR, 0, _QUIET),
}
"""Size in sizes of the text, font, indent, colour of each look."""


def fit_title(text: str, box: Box, largest: float, instead: str = "") -> list[Laid]:
    """A title at the top of its box, as large as it fits; where it is too long at any size `instead`, never a part."""
    for words in (text, instead):
        whole = keep_words_whole(printable(words))
        for size in range(round(largest), _SMALLEST_TITLE - 1, -1):
            height = _height("large", whole, size / _LOOKS["large"][0], box.width)
            if height <= box.height and (size < _SIZE_OF_TEXT or not _breaks_words(whole, size, box.width)):
                return [Laid("large", whole, size / _LOOKS["large"][0], box.x, box.y + box.height - height, box.width)]
    return []


def _breaks_words(text: str, size: float, width: float) -> bool:
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415 - only where something is printed

    return any(stringWidth(word, BOLD, size) > width for word in text.split(" "))
