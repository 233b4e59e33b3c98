"""What a chart of one place shows, as numbers; drawn once and kept.

Refused by construction: a line joins only points of one run (`catalog.results.Run`), so never two series, a plan and a
count, or two standards. Where the standard changes a rule stands between; where sources disagree each number has its
mark.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from html import escape
from importlib import metadata
from itertools import pairwise

from msgspec import Struct

from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.content.results.values import Value
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.rendering.results.words import number_words

MANY = 9
"""More periods than this are too many to name each on a phone."""

_ROOM = 38
"""Letters that fit beside one another below a chart, with a space between."""


class Mark(Struct, frozen=True):
    """One number: `x` the ordinal of the last day of its period; `shape` is actual, preliminary, plan or conflict."""

    x: int
    y: float
    label: str
    shape: str


class Stroke(Struct, frozen=True):
    """A line through points of one run; `is_plan` draws it dashed."""

    points: tuple[tuple[int, float], ...]
    is_plan: bool


class Drawing(Struct, frozen=True):
    """Everything that a chart is drawn from; `breaks` are places at which the standard changes."""

    marks: tuple[Mark, ...]
    strokes: tuple[Stroke, ...]
    ticks: tuple[tuple[int, str], ...]
    breaks: tuple[float, ...]


class Charts:
    """Draws charts, or takes those that were drawn before."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def chart(self, series: PublicSeries, place: str, name: str) -> str:
        """SVG of one place, read aloud as `name`; "" where there is nothing to compare.

        What it shows is said by `reading`, which pages print beside it: in the picture too it would be heard twice.
        It follows the colours of the page (`currentColor`, classes) and needs no style attribute.
        """
        drawing = drawing_of(series, place)
        if len({x for x, _ in drawing.ticks}) < 2:  # noqa: PLR2004 - one moment is no course
            return ""
        key = f"p_{series.loaded.slug}--{place}"
        head = f'<title id="{key}-t">{escape(f"{series.item.title}, {name}")}</title>'
        return self._drawn(drawing).replace(">", f' role="img" aria-labelledby="{key}-t">{head}', 1)

    def _drawn(self, drawing: Drawing) -> str:
        key = digest("chart", code_digest(), metadata.version("matplotlib"), repr(drawing))
        return self._cache.value_of(key, str, lambda: _draw(drawing))


def _draw(drawing: Drawing) -> str:
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where it keeps its own files is no editor's matter
    from giamngheo.rendering.results.drawing import draw  # noqa: PLC0415 - loads matplotlib, which takes a second

    return draw(drawing)


def drawing_of(series: PublicSeries, place: str) -> Drawing:
    """Put together what the chart of a place shows."""
    points = [p for p in series.at(place) if p.shown]
    periods = sorted({p.period for p in points})
    named = _named(len(periods), _longest(series, points))
    ticks = tuple((p.end.toordinal(), p.short if i in named else "") for i, p in enumerate(periods))
    labelled = {periods[i].end.toordinal() for i in named}
    joined = _joined(series, place) if len(periods) > 2 * MANY else frozenset()
    marks = tuple(
        mark
        for p in points
        if (is_named := p.period.end.toordinal() in labelled) or p not in joined
        for mark in _marks(series, p, is_named=is_named)
    )
    strokes = tuple(
        Stroke(tuple((p.period.end.toordinal(), _height(p)) for p in run.points), run.kind == "ke-hoach")
        for run in series.runs(place)
        if len(run.points) > 1
    )
    return Drawing(marks, strokes, ticks, tuple(_breaks(points)))


def _joined(series: PublicSeries, place: str) -> frozenset[Point]:
    """Points that a line goes through; of a great many of these only the named ones have a mark too."""
    return frozenset(p for run in series.runs(place) if len(run.points) > 1 for p in run.points)


def _breaks(points: list[Point]) -> Iterator[float]:
    """Yield where the standard changes: half way between neighbours in time that were counted by different ones."""
    ordered = sorted(points, key=lambda p: (p.period, p.standard))
    for one, other in pairwise(ordered):
        if one.standard != other.standard:
            yield (one.period.end.toordinal() + other.period.end.toordinal()) / 2


def _named(count: int, letters: int) -> set[int]:
    """Which of the periods get words of so many letters: all of a few, else the last and every so many before it."""
    step = -(-count // max(2, min(MANY, _ROOM // (letters + 1))))
    return {i for i in range(count) if (count - 1 - i) % step == 0}


def _longest(series: PublicSeries, points: list[Point]) -> int:
    """Letters of the longest word at a mark or below it."""
    marks = (len(_label(series, value)) for p in points for value in p.shown)
    return max((*marks, *(len(p.period.short) for p in points)), default=0)


def _label(series: PublicSeries, value: Value) -> str:
    """The number beside a mark: "1,93", ">18.100", "423 tỷ"."""
    number = "" if value.number is None else number_words(series.item, value.number)
    return f"{_SIGNS.get(value.qualifier or '', '')}{number}"


def _marks(series: PublicSeries, point: Point, *, is_named: bool) -> Iterator[Mark]:
    shape = "conflict" if point.is_conflict else "plan" if point.kind == "ke-hoach" else "actual"
    if shape == "actual" and point.is_preliminary:
        shape = "preliminary"
    for value in point.shown:
        if value.number is not None:
            label = _label(series, value) if is_named or point.is_conflict else ""
            yield Mark(point.period.end.toordinal(), float(value.number), label, shape)


_SIGNS = {"khoang": "≈", "hon": ">", "duoi": "<", "toi-da": "≤", "toi-thieu": "≥", "tu": "≥", "gan": "≈"}
"""Short forms of "khoảng", "hơn" … beside a mark; the table has the words."""


def _height(point: Point) -> float:
    return float(point.shown[0].number or 0)
