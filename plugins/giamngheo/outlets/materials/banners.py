"""Street banners of slogans: laid out in millimetres as they hang, with room for every mark above and below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from giamngheo.outlets.materials.line_breaks import typeset, ways_to_break
from giamngheo.outlets.materials.outlines import Letter, Lettering, Line, lettering
from giamngheo.rendering.printed import BANNER

WEIGHT = "ExtraBold"

ASIDE, ABOVE = 180, 65
"""Millimetres kept free at the ends, where eyelets are punched, and above and below, where the hem is sewn."""

_GAP = 0.16
"""From the lowest mark of a line to the highest of the next, in sizes of the font."""

_TALLEST = 330
"""Height of a capital in millimetres: a short slogan does not fill the cloth to its edges."""

_HANGING = "“”\"‘’'«».,!…– "
"""Signs that do not count where a line is set in the middle: they would push the words aside."""


class Placed(Struct, frozen=True):
    """A letter on the banner: place of the left end of its base line in millimetres from the lower left corner."""

    letter: Letter
    x: float
    y: float


class Banner(Struct, frozen=True):
    """A laid-out slogan; `scale` is millimetres of a unit of the font, `capital` the height of its capitals."""

    slogan: str
    lines: tuple[str, ...]
    letters: tuple[Placed, ...]
    scale: float
    capital: float


def lay_out(slogan: str, *, capitals: bool = True, lines: Sequence[str] = ()) -> Banner:
    """Set a slogan on as many lines as make it largest and read well; `lines` are those that an editor wants."""
    font = lettering(WEIGHT)
    wanted = tuple(typeset(line, capitals=False) for line in lines)
    ways = [(wanted, 1.0)] if wanted else ways_to_break(typeset(slogan, capitals=False))
    known: dict[str, Line] = {}
    best: tuple[float, float, tuple[str, ...]] = (-1.0, 0.0, ())
    for texts, quality in ways:
        shown = tuple(typeset(text, capitals=capitals) for text in texts)
        for text in shown:
            if text not in known:
                known[text] = font.line(text)
        scale = _scale(font, [known[text] for text in shown])
        best = max(best, (scale * quality, scale, shown), key=lambda way: way[0])
    _, scale, shown = best
    placed = tuple(_place(font, [(text, known[text]) for text in shown], scale))
    return Banner(slogan, shown, placed, scale, scale * font.capital)


def _leading(font: Lettering, lines: Sequence[Line]) -> float:
    """From line to line, in units of the font: the marks that these very lines have never touch."""
    pairs = pairwise(lines)
    return max((below.top - above.bottom for above, below in pairs), default=0.0) + _GAP * font.em


def _scale(font: Lettering, lines: Sequence[Line]) -> float:
    """Millimetres of a unit of the font at which the lines fill the room."""
    width, height = BANNER
    tall = lines[0].top + _leading(font, lines) * (len(lines) - 1) - lines[-1].bottom
    wide = max(line.width for line in lines)
    rooms = (((width - 2 * ASIDE), wide), ((height - 2 * ABOVE), tall), (_TALLEST, font.capital))
    return min(room / need for room, need in rooms if need > 0)


def _place(font: Lettering, lines: Sequence[tuple[str, Line]], scale: float) -> Iterator[Placed]:
    """Set lines in the middle: by their words from side to side, by their capitals from top to bottom."""
    width, height = BANNER
    set_lines = [line for _, line in lines]
    step = _leading(font, set_lines) * scale
    block = step * (len(lines) - 1) + font.capital * scale
    first = (height + block) / 2 - font.capital * scale
    first = min(first, height - ABOVE - set_lines[0].top * scale)
    first = max(first, ABOVE - set_lines[-1].bottom * scale + step * (len(lines) - 1))
    for number, (text, line) in enumerate(lines):
        left = (width - _words_of(font, text, line).width * scale) / 2 - _words_of(font, text, line).left * scale
        left = max(ASIDE - line.left * scale, min(left, width - ASIDE - line.right * scale))
        for letter, x in line.inked:
            yield Placed(letter, left + x * scale, first - number * step)


def _words_of(font: Lettering, text: str, line: Line) -> Line:
    """The letters of a line without hanging signs at its ends; the line itself where there is nothing else."""
    drawn = list(zip((c for c in text if font.has(c)), line.letters, strict=True))
    while drawn and drawn[0][0] in _HANGING:
        drawn.pop(0)
    while drawn and drawn[-1][0] in _HANGING:
        drawn.pop()
    return Line(tuple(pair for _, pair in drawn)) if drawn else line
