"""Words as outlines: letters of the font as curves, set with its own kerning, in units of the font.

A printer opens the file without the font, and a browser shows the same curves; nothing is left to be substituted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from fontTools.pens.basePen import BasePen
from msgspec import Struct

from giamngheo.rendering.fonts import open_font

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

Point = tuple[float, float]

_PAIRS, _EXTENSION = 2, 9
"""Types of lookups in GPOS: pairs of letters, and a wrapping of them."""


class Stroke(Struct, frozen=True):
    """One piece of an outline: "M", "L", "Q" or "C" with its points, "Z" without."""

    kind: str
    points: tuple[Point, ...] = ()


class Letter(Struct, frozen=True):
    """The outline of a glyph, its ink from left to right and from bottom to top; all zero for a space."""

    strokes: tuple[Stroke, ...]
    left: float
    bottom: float
    right: float
    top: float


class Line(Struct, frozen=True):
    """Letters of a line, each with its place from the left; bounds of the ink, in units of the font."""

    letters: tuple[tuple[Letter, float], ...]

    @property
    def inked(self) -> list[tuple[Letter, float]]:
        """Letters that leave ink."""
        return [(letter, x) for letter, x in self.letters if letter.strokes]

    @property
    def left(self) -> float:
        """Left edge of the ink."""
        return min((x + letter.left for letter, x in self.inked), default=0.0)

    @property
    def right(self) -> float:
        """Right edge of the ink."""
        return max((x + letter.right for letter, x in self.inked), default=0.0)

    @property
    def top(self) -> float:
        """Upper edge of the highest mark."""
        return max((letter.top for letter, _ in self.inked), default=0.0)

    @property
    def bottom(self) -> float:
        """Lower edge of the lowest mark, below the line negative."""
        return min((letter.bottom for letter, _ in self.inked), default=0.0)

    @property
    def width(self) -> float:
        """Ink from edge to edge."""
        return self.right - self.left


class Lettering:
    """Sets lines in one weight of the font; `em` and `capital` are its size and the height of H in its units."""

    def __init__(self, weight: str) -> None:
        font = open_font(weight)
        self._cmap, self._glyphs = font.getBestCmap(), font.getGlyphSet()
        self._kerning = _Kerning(font)
        self.em = float(font["head"].unitsPerEm)
        self.capital = float(font["OS/2"].sCapHeight)
        self._letters: dict[str, Letter] = {}

    def line(self, text: str) -> Line:
        """Set a line; what the font lacks is left out."""
        x, before = 0.0, ""
        letters: list[tuple[Letter, float]] = []
        for name in (self._cmap[ord(c)] for c in text if ord(c) in self._cmap):
            x += self._kerning.between(before, name)
            letters.append((self._letter(name), x))
            x += self._glyphs[name].width
            before = name
        return Line(tuple(letters))

    def has(self, character: str) -> bool:
        """True for a character that the font can draw."""
        return ord(character) in self._cmap

    def _letter(self, name: str) -> Letter:
        if name not in self._letters:
            pen = _Recorder(self._glyphs)
            self._glyphs[name].draw(pen)
            self._letters[name] = pen.letter()
        return self._letters[name]


@cache
def lettering(weight: str) -> Lettering:
    """The one setter of a weight."""
    return Lettering(weight)


def strokes_of(draw: Callable[[BasePen], object]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """What `draw` draws with a pen, as "M", "L", "C", "Z" with their points: PDF knows no quadratic curves."""
    pen = _Recorder(None)
    draw(pen)
    return as_cubic(pen.letter().strokes)


def as_cubic(strokes: Iterable[Stroke]) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Strokes without quadratic curves."""
    before: Point = (0, 0)
    for stroke in strokes:
        if stroke.kind == "Q":
            control, end = stroke.points
            yield "C", (_between(before, control), _between(end, control), end)
        else:
            yield stroke.kind, stroke.points
        before = stroke.points[-1] if stroke.points else before


def _between(end: Point, control: Point) -> Point:
    return (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)


class _Recorder(BasePen):  # type: ignore[misc] # fontTools has no types
    """Notes the strokes of a glyph, those of its parts included."""

    def __init__(self, glyphs: object) -> None:
        super().__init__(glyphs)
        self._strokes: list[Stroke] = []

    def letter(self) -> Letter:
        """What was drawn; control points bound the ink closely enough, for the font has points at its extremes."""
        points = [point for stroke in self._strokes for point in stroke.points]
        if not points:
            return Letter((), 0, 0, 0, 0)
        across, up = [x for x, _ in points], [y for _, y in points]
        return Letter(tuple(self._strokes), min(across), min(up), max(across), max(up))

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - names of fontTools
        self._strokes.append(Stroke("M", (pt,)))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self._strokes.append(Stroke("L", (pt,)))

    def _qCurveToOne(self, pt1: Point, pt2: Point) -> None:  # noqa: N802
        self._strokes.append(Stroke("Q", (pt1, pt2)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self._strokes.append(Stroke("C", (pt1, pt2, pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self._strokes.append(Stroke("Z"))


class _Kerning:
    """Space between neighbours, from the pair positioning of the font (OpenType GPOS, feature kern)."""

    def __init__(self, font: TTFont) -> None:
        self._tables = list(_pair_tables(font))
        self._known: dict[tuple[str, str], float] = {}

    def between(self, left: str, right: str) -> float:
        """Units of the font by which `right` moves, mostly nearer and thus negative."""
        if (left, right) not in self._known:
            values = (_value(table, left, right) for table in self._tables)
            self._known[left, right] = next((v for v in values if v is not None), 0.0)
        return self._known[left, right]


def _pair_tables(font: TTFont) -> Iterator[object]:
    table = font["GPOS"].table if "GPOS" in font else None
    if table is None:
        return
    wanted = {i for f in table.FeatureList.FeatureRecord if f.FeatureTag == "kern" for i in f.Feature.LookupListIndex}
    for index in sorted(wanted):
        for subtable in table.LookupList.Lookup[index].SubTable:
            inner = subtable.ExtSubTable if subtable.LookupType == _EXTENSION else subtable
            if inner.LookupType == _PAIRS:
                yield inner


def _value(table: object, left: str, right: str) -> float | None:
    """Kerning of a pair in one subtable; None where that subtable does not speak of it."""
    if left not in table.Coverage.glyphs:  # type: ignore[attr-defined] # fontTools has no types
        return None
    if table.Format == 1:  # type: ignore[attr-defined]
        pairs = table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord  # type: ignore[attr-defined]
        found = next((p.Value1 for p in pairs if p.SecondGlyph == right), None)
        return None if found is None else float(getattr(found, "XAdvance", 0))
    first, second = (c.classDefs.get(g, 0) for c, g in ((table.ClassDef1, left), (table.ClassDef2, right)))  # type: ignore[attr-defined]
    value = table.Class1Record[first].Class2Record[second].Value1  # type: ignore[attr-defined]
    return float(getattr(value, "XAdvance", 0)) if value else 0.0
