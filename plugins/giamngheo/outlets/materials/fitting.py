"""Fits sections into panels: a little smaller first, then without the parts that matter least, never cut short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from msgspec import Struct

from giamngheo.outlets.materials.leaflets import Section, Words
from giamngheo.outlets.materials.line_breaks import keep_words_whole
from giamngheo.outlets.materials.paragraphs import LOOKS, Laid, breaks_words, height_of
from giamngheo.rendering.fonts import printable

SIZES = (14.0, 13.5, 13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Sizes of the text in points, the largest that fits is taken; below 9 old eyes cannot read it."""

_ROOMY = 10.0
"""From this size on sections that shall begin a panel do so."""

_SMALLEST_TITLE, _SIZE_OF_TEXT = 8, 12
"""Points: titles are made smaller down to the first; from the second on none of their words is broken."""

_NEAR = 2.0
"""Points by which the text of one panel may be larger than that of the next."""


class Box(Struct, frozen=True):
    """Room for text in points from the lower left corner of the page."""

    x: float
    y: float
    width: float
    height: float


class _Line(Struct, frozen=True):
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
    need = sum(height_of(line.look, line.text, small, width) for line in lines)
    return small * 1.15 * sqrt(sum(box.height for box in boxes) / max(need, 1.0))


def _lines(section: Section, limit: int | None) -> Iterator[_Line]:
    """Paragraphs of a section below a rank, and what stands for those that are left out."""
    kept = [words for words in section.words if limit is None or words.rank < limit]
    yield _Line("title", printable(section.title), is_title=True)
    yield from (_Line(words.look, printable(words.text)) for words in kept)
    if len(kept) < len(section.words):
        yield _Line("small", printable(section.more if _says_something(kept) and section.more else section.instead))


def _says_something(kept: Sequence[Words]) -> bool:
    return any(words.look not in ("large", "detail") for words in kept)


def _flow(lines: Sequence[_Line], boxes: Sequence[Box], size: float) -> list[Laid] | None:
    """Fill box after box; None where something finds no room."""
    laid: list[Laid] = []
    at, used = 0, 0.0
    for index, line in enumerate(lines):
        following = _following(lines, index, size, boxes[at].width)
        if used and used + height_of(line.look, line.text, size, boxes[at].width) + following > boxes[at].height:
            at, used = at + 1, 0.0
            if at == len(boxes):
                return None
        box = boxes[at]
        used += (_space(line, size) if used else 0.0) + height_of(line.look, line.text, size, box.width)
        if used > box.height:
            return None
        laid.append(Laid(line.look, line.text, size, box.x, box.y + box.height - used, box.width))
    return laid


def _following(lines: Sequence[_Line], index: int, size: float, width: float) -> float:
    """Height of the next line where it must not be parted from this one."""
    if not _stays(lines, index):
        return 0.0
    line = lines[index + 1]
    return _space(line, size) + height_of(line.look, line.text, size, width)


def _stays(lines: Sequence[_Line], index: int) -> bool:
    """A title stays with its first line, the name of a step with its first detail."""
    if index + 1 == len(lines):
        return False
    return lines[index].is_title or (lines[index].look == "step" and lines[index + 1].look == "detail")


def _space(line: _Line, size: float) -> float:
    shares = {"title": 0.9, "step": 0.45, "item": 0.25, "text": 0.35, "small": 0.35}
    return size * shares.get(line.look, 0.12)


def fit_title(text: str, box: Box, largest: float, instead: str = "") -> list[Laid]:
    """A title at the top of its box, as large as it fits; where it is too long at any size `instead`, never a part."""
    factor = LOOKS["large"].factor
    for words in (text, instead):
        whole = keep_words_whole(printable(words))
        for points in range(round(largest), _SMALLEST_TITLE - 1, -1):
            size = points / factor
            height = height_of("large", whole, size, box.width)
            if height <= box.height and (points < _SIZE_OF_TEXT or not breaks_words("large", whole, size, box.width)):
                return [Laid("large", whole, size, box.x, box.y + box.height - height, box.width)]
    return []
