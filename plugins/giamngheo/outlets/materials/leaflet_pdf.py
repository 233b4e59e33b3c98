"""A leaflet as PDF: A4 across, two pages to print on both sides of a sheet, folded twice; cover, inside, back."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from fontTools.svgLib.path import parse_path

from giamngheo.outlets.materials.fitting import Box, Laid, fit, fit_title
from giamngheo.outlets.materials.leaflets import CHECK_FIRST, OUTDATED, SOME_PLACES, Leaflet, Section, Words
from giamngheo.outlets.materials.outlines import strokes_of
from giamngheo.outlets.materials.pdf import POINT, draw_stroke, new_pdf
from giamngheo.rendering.codes import modules_of
from giamngheo.rendering.motifs import CLOTH, GOLD, WHITE, motif_of

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 297, 210
"""Millimetres of the sheet, A4 across."""

NARROW, WIDE = 97, 100
"""Millimetres of the panels: the one that is folded in first is a little narrower."""

_SIDE, _EDGE = 8, 10
"""Millimetres of margin beside and above the text of a panel: no printer reaches the edge of the paper."""

_BAND, _CODE = 18, 30
"""Millimetres: height of the woven band, side of the QR code."""


def write_leaflet(leaflet: Leaflet) -> bytes:
    """The two pages: outside (what opens first, back, cover), then inside."""
    out = BytesIO()
    canvas = new_pdf(out, (WIDTH * POINT, HEIGHT * POINT), leaflet.title, f"Tờ rơi: {leaflet.kicker}", leaflet.portal)
    _folds(canvas, (NARROW, NARROW + WIDE))
    _put(canvas, fit(leaflet.first, [_panel(0, NARROW)]))
    _back(canvas, leaflet)
    _cover(canvas, leaflet)
    canvas.showPage()
    _folds(canvas, (WIDE, 2 * WIDE))
    _put(canvas, fit(leaflet.inside, [_panel(0, WIDE), _panel(WIDE, WIDE), _panel(2 * WIDE, NARROW)]))
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _panel(left: float, width: float) -> Box:
    """Room for text in a panel."""
    return _box(left + _SIDE, _EDGE, width - 2 * _SIDE, HEIGHT - 2 * _EDGE)


def _put(canvas: Canvas, laid: Iterable[Laid]) -> None:
    for one in laid:
        one.draw(canvas)


def _back(canvas: Canvas, leaflet: Leaflet) -> None:
    """Where to ask, until when, by which law; at its foot who says so and on which day it was checked."""
    foot = Section(
        "Trước khi dùng",
        (
            Words("text", CHECK_FIRST),
            Words("text", f"Kiểm tra lần cuối: {leaflet.checked}. {OUTDATED}"),
            Words("small", f"Nguồn: {leaflet.portal}", 1),
        ),
        "",
    )
    _put(canvas, fit((*leaflet.back, foot), [_panel(NARROW, WIDE)]))


def _cover(canvas: Canvas, leaflet: Leaflet) -> None:
    left, inner = NARROW + WIDE, WIDE - 2 * _SIDE
    x = left + _SIDE
    _band(canvas, leaflet.topic, left, HEIGHT - _BAND)
    _band(canvas, leaflet.topic, left, 0)
    _medal(canvas, leaflet.topic, x + 9, HEIGHT - _BAND - 16)
    for text, box, largest in (
        (leaflet.kicker, _box(x + 22, HEIGHT - _BAND - 24, inner - 22, 11), 15),
        (leaflet.title, _box(x, 104, inner, HEIGHT - _BAND - 30 - 104), 27),
        (leaflet.state, _box(x, 92, inner, 9), 15),
        (f"Kiểm tra lần cuối: {leaflet.checked}", _box(x + _CODE + 4, 44, inner - _CODE - 4, 12), 11),
        ("Quét mã để xem đủ và mới nhất.", _box(x + _CODE + 4, 58, inner - _CODE - 4, 12), 11),
        (leaflet.address.removeprefix("https://"), _box(x, 33, inner, 9), 11),
        (leaflet.portal, _box(x, _BAND + 3, inner, 10), 9),
    ):
        _put(canvas, fit_title(text, box, largest) if text else [])
    _put(canvas, fit_title(leaflet.place, _box(x, 78, inner, 12), 13, SOME_PLACES))
    _code(canvas, leaflet.address, x, 43)


def _box(left: float, bottom: float, width: float, height: float) -> Box:
    return Box(left * POINT, bottom * POINT, width * POINT, height * POINT)


def _folds(canvas: Canvas, at: Iterable[float]) -> None:
    """Short marks at both edges where the sheet is folded."""
    canvas.setStrokeColor(CLOTH)
    canvas.setLineWidth(0.6)
    for x in at:
        for y in (0, HEIGHT - 5):
            canvas.line(x * POINT, y * POINT, x * POINT, (y + 5) * POINT)


def _band(canvas: Canvas, topic: str, left: float, bottom: float) -> None:
    """The woven border of the topic across a panel: seven rows of stitches between two of cloth."""
    motif = motif_of(topic)
    stitch = _BAND / 9
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(left * POINT, bottom * POINT, WIDE * POINT, _BAND * POINT)
    canvas.clipPath(clip, stroke=0, fill=0)
    canvas.translate(left * POINT, bottom * POINT)
    canvas.scale(stitch * POINT, stitch * POINT)
    canvas.setFillColor(motif.colour)
    columns = int(WIDE / stitch) + 1
    canvas.rect(0, 0, columns, 9, stroke=0, fill=1)
    rows = tuple(((half + half[-2:0:-1]) * columns)[:columns] for half in motif.rows)
    for letter, colour in (("g", GOLD), ("w", WHITE)):
        canvas.setFillColor(colour)
        canvas.addLiteral(_squares(rows, 7, letter))
    canvas.restoreState()


@lru_cache(maxsize=64)
def _squares(rows: tuple[str, ...], top: int, letter: str) -> str:
    """Operators of PDF that fill every square with `letter`; `top` is the lower edge of the first row.

    Written here: the library writes four numbers of each of a thousand squares as if they were not whole.
    """
    runs = (f"{x} {top - y} {length} 1 re" for y, row in enumerate(rows) for x, length in _runs(row, letter))
    return "\n".join((*runs, "f"))


def _runs(row: str, letter: str) -> Iterable[tuple[int, int]]:
    x = 0
    for stitch, run in groupby(row):
        length = len(list(run))
        if stitch == letter:
            yield x, length
        x += length


def _medal(canvas: Canvas, topic: str, x: float, y: float) -> None:
    """The sign of the topic in a disc of 18 mm; its picture is 24 by 24 with y downwards."""
    motif = motif_of(topic)
    canvas.saveState()
    canvas.translate(x * POINT, y * POINT)
    canvas.setFillColor(motif.colour)
    canvas.circle(0, 0, 9 * POINT, stroke=0, fill=1)
    canvas.scale(POINT * 11 / 24, -POINT * 11 / 24)
    canvas.translate(-12, -12)
    path = canvas.beginPath()
    for kind, points in strokes_of(lambda pen: parse_path(motif.sign, pen)):
        draw_stroke(path, kind, [value for point in points for value in point])
    canvas.setFillColor(WHITE)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)
    canvas.restoreState()


def _code(canvas: Canvas, address: str, left: float, bottom: float) -> None:
    """The QR code of an address, black on white with its quiet zone, 30 mm wide."""
    rows = modules_of(address, border=4)
    canvas.saveState()
    canvas.translate(left * POINT, bottom * POINT)
    canvas.scale(_CODE * POINT / len(rows), _CODE * POINT / len(rows))
    canvas.setFillColor("#ffffff")
    canvas.rect(0, 0, len(rows), len(rows), stroke=0, fill=1)
    canvas.setFillColor("#000000")
    canvas.addLiteral(_squares(rows, len(rows) - 1, "x"))
    canvas.restoreState()
