"""What a chart of one place shows, as numbers; drawn once and kept.

Refused by construction: a line joins only points of one run (`catalog.results.Run`), so never two series, a plan and a
count, or two standards. Where the standard changes a rule stands between; where sources disagree each number has its
mark.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from html import escape
from importlib import metadata
from itertools import pairwise

from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.vietnamese import format_number
from giamngheo.rendering.results.words import reading

MANY = 9
"""More periods than this are too many to name each on a phone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One number: `x` the ordinal of the last day of its period; `shape` is actual, preliminary, plan or conflict."""

    x: int
    y: float
    label: str
    shape: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points of one run; `is_plan` draws it dashed."""

    points: tuple[tuple[int, float], ...]
    is_plan: bool


@dataclass(frozen=True, slots=True)
class Drawing:
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
        """SVG of one place, read aloud as `name` and a sentence; "" where there is nothing to compare.

        It follows the colours of the page (`currentColor`, classes) and needs no style attribute.
        """
        drawing = drawing_of(series, place)
        if len(drawing.ticks) < 2:  # noqa: PLR2004 - one period is no course
            return ""
        key = f"p_{series.loaded.slug}--{place}"
        title, words = escape(f"{series.item.title}, {name}"), escape(reading(series, place))
        head = f'<title id="{key}-t">{title}</title><desc id="{key}-d">{words}</desc>'
        return self._drawn(drawing).replace(">", f' role="img" aria-labelledby="{key}-t {key}-d">{head}', 1)

    def _drawn(self, drawing: Drawing) -> str:
        key = digest("chart", code_digest(), metadata.version("matplotlib"), repr(astuple(drawing)))
        kept = self._cache.get(key)
        if isinstance(kept, str):
            return kept
        logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where it keeps its own files is no editor's matter
        # drawing alone needs the library, which takes a second to load: most builds find every chart drawn
        from giamngheo.rendering.results.drawing import draw  # noqa: PLC0415

        drawn = draw(drawing)
        self._cache.put(key, drawn)
        return drawn


def drawing_of(series: PublicSeries, place: str) -> Drawing:
    """Put together what the chart of a place shows."""
    points = [p for p in series.at(place) if p.shown]
    periods = sorted({p.period for p in points})
    named = _named(len(periods))
    ticks = tuple((p.end.toordinal(), p.short if i in named else "") for i, p in enumerate(periods))
    labelled = {periods[i].end.toordinal() for i in named}
    joined = _joined(series, place) if len(periods) > 2 * MANY else frozenset()
    marks = tuple(
        mark
        for p in points
        if (is_named := p.period.end.toordinal() in labelled) or p not in joined
        for mark in _marks(p, is_named=is_named)
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


def _named(count: int) -> set[int]:
    """Which of the periods get words: all of a few, else the first, the last and every so many between."""
    step = -(-count // MANY)
    return {i for i in range(count) if (count - 1 - i) % step == 0} | ({0} if step == 1 else set())


def _marks(point: Point, *, is_named: bool) -> Iterator[Mark]:
    shape = "conflict" if point.is_conflict else "plan" if point.kind == "ke-hoach" else "actual"
    if shape == "actual" and point.is_preliminary:
        shape = "preliminary"
    for value in point.shown:
        if value.number is not None:
            text = format_number(value.number)
            label = f"{_SIGNS.get(value.qualifier or '', '')}{text}" if is_named or point.is_conflict else ""
            yield Mark(point.period.end.toordinal(), float(value.number), label, shape)


_SIGNS = {"khoang": "≈", "hon": ">", "duoi": "<", "toi-da": "≤", "toi-thieu": "≥", "tu": "≥", "gan": "≈"}
"""Short forms of "khoảng", "hơn" … beside a mark; the table has the words."""


def _height(point: Point) -> float:
    return float(point.shown[0].number or 0)
