"""Draws a chart with matplotlib and leaves of its SVG only what a page needs. Import it where something is drawn.

A mark has a shape and a line a dash as well as a colour, so that the chart reads in black and white. Heights begin at
zero. Sizes are pixels of a phone of 360 points: letters of 13 pixels are not smaller on any wider screen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from io import BytesIO

from lxml import etree
from matplotlib import style
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from giamngheo.rendering.results.charts import Drawing, Mark

WIDTH, HEIGHT = 328, 190
_LETTER = 7.6
"""Width of a digit at 13 pixels, a little more than that of any system font."""

_SIDE, _ABOVE, _BELOW = 12, 34, 26
"""Room around the axes, in pixels."""

_FONT = 13
_ASIDE = 8
"""A number stands aside of the line that comes down, or up, to its mark."""

_DASHED, _DOTTED = (0, (5, 4)), (0, (1, 3))
_MARKERS = {"actual": "o", "preliminary": "o", "plan": "D", "conflict": "X"}
_HOLLOW = frozenset({"preliminary", "plan"})
_KEPT = ("d", "x", "y")
_LONG = re.compile(r"-?\d+\.\d{2,}")
_SETTINGS = {
    "svg.fonttype": "none",
    "svg.hashsalt": "giamngheo",
    "font.size": _FONT,
    "path.simplify": False,
    "text.parse_math": False,
}
"""On top of the library's own defaults, whatever the machine has set for itself."""


def draw(drawing: Drawing) -> str:
    """SVG of a chart: classes and `currentColor` instead of styles, no ids, no metadata; the same bytes each time."""
    with style.context(["default", _SETTINGS]):
        figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
        FigureCanvasSVG(figure)
        _draw_on(_axes_of(figure, drawing), drawing)
        out = BytesIO()
        figure.savefig(out, format="svg", transparent=True, metadata={"Date": None, "Creator": None})
    return _clean(out.getvalue())


def _axes_of(figure: Figure, drawing: Drawing) -> Axes:
    """Axes without frame; room at the sides for half of the longest label."""
    side = _SIDE + _LETTER * max((len(m.label) for m in drawing.marks), default=0) / 2
    box = (side / WIDTH, _BELOW / HEIGHT, 1 - 2 * side / WIDTH, 1 - (_ABOVE + _BELOW) / HEIGHT)
    axes = figure.add_axes(box)
    axes.set_axis_off()
    xs, ys = [x for x, _ in drawing.ticks], [mark.y for mark in drawing.marks]
    low, high = min(0.0, *ys), max(0.0, *ys)
    axes.set_xlim(min(xs), max(xs))
    axes.set_ylim(low, high if high > low else low + 1)
    return axes


def _draw_on(axes: Axes, drawing: Drawing) -> None:
    left, right = axes.get_xlim()
    axes.plot((left, right), (0, 0), linewidth=1, gid="base", clip_on=False)
    for x in drawing.breaks:
        axes.plot((x, x), axes.get_ylim(), linewidth=1.5, linestyle=_DOTTED, gid="break", clip_on=False)
    for x, label in drawing.ticks:
        _write(axes, label, (x, axes.get_ylim()[0]), (0, 8 - _BELOW), "center", "tick")
    for stroke in drawing.strokes:
        (line,) = axes.plot(*zip(*stroke.points, strict=True), linewidth=2.5, clip_on=False)
        line.set_gid("plan" if stroke.is_plan else "actual")
        if stroke.is_plan:
            line.set_linestyle(_DASHED)
    for mark in drawing.marks:
        _draw_mark(axes, mark)
    _write_labels(axes, drawing)


def _draw_mark(axes: Axes, mark: Mark) -> None:
    if mark.shape == "plan":
        axes.plot((mark.x, mark.x), (0, mark.y), linewidth=1.5, linestyle=_DASHED, gid="plan", clip_on=False)
    (dot,) = axes.plot((mark.x,), (mark.y,), linestyle="", marker=_MARKERS[mark.shape], markersize=9, clip_on=False)
    dot.set(gid=mark.shape, markeredgewidth=2, markerfacecolor="white" if mark.shape in _HOLLOW else "black")


def _write_labels(axes: Axes, drawing: Drawing) -> None:
    """Write each number beside its mark: the highest of a period above, the lowest below, others to the side."""
    columns: dict[int, list[Mark]] = defaultdict(list)
    for mark in drawing.marks:
        columns[mark.x].append(mark)
    before = None
    for x in sorted(columns):
        first, *others = sorted(columns[x], key=lambda m: -m.y)
        aside = 0 if before is None or before == first.y else _ASIDE if before > first.y else -_ASIDE
        _write(axes, first.label, (x, first.y), (aside, 10), "center", f"value {first.shape}")
        before = first.y
        for mark in others:
            _write_below(axes, mark, is_lowest=mark is others[-1])


def _write_below(axes: Axes, mark: Mark, *, is_lowest: bool) -> None:
    height = axes.transData.transform((mark.x, mark.y))[1] - _BELOW
    offset, anchor = (0, -22), "center"
    if height < 2 * _FONT or not is_lowest:
        offset, anchor = ((-9, 4), "right") if mark.x == axes.get_xlim()[1] else ((9, 4), "left")
    _write(axes, mark.label, (mark.x, mark.y), offset, anchor, f"value {mark.shape}")


def _write(axes: Axes, text: str, at: tuple[float, float], offset: tuple[int, int], anchor: str, name: str) -> None:
    """Write at an offset in pixels from a place in the data; `anchor` is left, center or right."""
    note = axes.annotate(text, at, xytext=offset, textcoords="offset pixels", ha=anchor, annotation_clip=False)
    note.set_gid(name)


def _clean(svg: bytes) -> str:
    """Keep shapes and words, each in a group named after what it is; of styles only what a page may change."""
    root = etree.fromstring(svg)
    shapes = {str(node.get("id")): str(node.get("d")) for node in root.iter("{*}path") if node.get("id")}
    clean = etree.Element("svg", {"class": "plot", "viewBox": f"0 0 {WIDTH} {HEIGHT}"})
    for group in root.iter("{*}g"):
        name = str(group.get("id") or "")
        if name.rsplit(" ", maxsplit=1)[-1] in _CLASSES:
            made = etree.SubElement(clean, "g", {"class": name})
            for node in group.iter("{*}path", "{*}use", "{*}text"):
                if not node.get("id"):  # shapes of marks are defined once by matplotlib, and used by name
                    made.append(_plain(node, shapes))
    return etree.tostring(clean, encoding="unicode")


_CLASSES = frozenset({"base", "break", "tick", *_MARKERS})


def _plain(node: etree._Element, shapes: dict[str, str]) -> etree._Element:
    """One shape or word without matplotlib's own style: only what is not the same everywhere is kept."""
    kind = str(node.tag).rpartition("}")[2]
    look = dict(part.strip().split(": ", 1) for part in (node.get("style") or "").split(";") if ": " in part)
    plain = etree.Element("path" if kind == "use" else kind)
    if kind == "use":
        name = next(v for k, v in node.attrib.items() if str(k).endswith("href"))
        plain.set("d", _short_path(shapes[str(name)[1:]]))
        plain.set("transform", f"translate({_short(node.get('x'))} {_short(node.get('y'))})")
    for key in _KEPT:
        if kind != "use" and (value := node.get(key)):
            plain.set(key, _short(value) if kind == "text" else _short_path(value))
    for key in ("stroke-dasharray", "stroke-width", "text-anchor"):
        if key in look and look[key] != "none":
            plain.set(key, look[key])
    if kind == "text":
        plain.set("font-size", str(_FONT))
        plain.text = node.text
    else:
        is_solid = kind == "use" and "fill: #ffffff" not in (node.get("style") or "")
        plain.set("fill", "currentColor" if is_solid else "none")
        plain.set("stroke", "currentColor")
    return plain


def _short_path(path: str) -> str:
    return _LONG.sub(lambda match: _short(match[0]), " ".join(path.split()))


def _short(number: str | None) -> str:
    """A coordinate with one decimal: a tenth of a pixel is seen by nobody."""
    return f"{float(number or 0):.1f}".removesuffix(".0")
