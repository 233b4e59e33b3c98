"""A leaflet as PDF: A4 across, two pages to print on both sides of a sheet, folded twice; cover, inside, back."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import groupby

from fontTools.svgLib.path import parse_path

from giamngheo.outlets.materials.fitting import Box, fit, fit_title
from giamngheo.outlets.materials.leaflets import CHECK_FIRST, OUTDATED, SOME_PLACES, Leaflet, Section, Words
from giamngheo.outlets.materials.operators import POINT, colour, numbers, path, scaled
from giamngheo.outlets.materials.outlines import strokes_of
from giamngheo.outlets.materials.paragraphs import Laid
from giamngheo.outlets.materials.sheets import Document, Sheet
from giamngheo.outlets.materials.tags import Tag
from giamngheo.rendering.codes import modules_of
from giamngheo.rendering.motifs import CLOTH, GOLD, WHITE, motif_of

WIDTH, HEIGHT = 297, 210
"""Millimetres of the sheet, A4 across."""

NARROW, WIDE = 97, 100
"""Millimetres of the panels: the one that is folded in first is a little narrower."""

_SIDE, _EDGE = 8, 10
"""Millimetres of margin beside and above the text of a panel: no printer reaches the edge of the paper."""

_BAND, _CODE, _DISC = 18, 30, 9
"""Millimetres: height of the woven band, side of the QR code, radius of the disc with the sign of the topic."""

_ROWS = 9
_STITCH = _BAND / _ROWS
"""Rows of stitches in the band, and millimetres of one."""


def write_leaflet(leaflet: Leaflet) -> bytes:
    """The two pages: outside (what opens first, back, cover), then inside; read out in the order of unfolding."""
    document = Document(leaflet.title, f"Tờ rơi: {leaflet.kicker}", leaflet.portal)
    outside, inside = (document.sheet((WIDTH * POINT, HEIGHT * POINT)) for _ in range(2))
    _folds(outside, (NARROW, NARROW + WIDE))
    _folds(inside, (WIDE, 2 * WIDE))
    _cover(document, outside, leaflet)
    parts = (
        (outside, fit(leaflet.first, [_panel(0, NARROW)])),
        (inside, fit(leaflet.inside, [_panel(0, WIDE), _panel(WIDE, WIDE), _panel(2 * WIDE, NARROW)])),
        (outside, fit((*leaflet.back, _foot(leaflet)), [_panel(NARROW, WIDE)])),
    )
    for sheet, laid in parts:
        _put(sheet, document.tag.add("Sect"), laid)
    return document.file()


def _panel(left: float, width: float) -> Box:
    """Room for text in a panel."""
    return _box(left + _SIDE, _EDGE, width - 2 * _SIDE, HEIGHT - 2 * _EDGE)


def _put(sheet: Sheet, tag: Tag, laid: Iterable[Laid], kind: str = "") -> None:
    for one in laid:
        one.draw(sheet, tag, kind)


def _foot(leaflet: Leaflet) -> Section:
    """Stands below where to ask, until when, by which law: who says so and on which day it was checked."""
    return Section(
        "Trước khi dùng",
        (
            Words("text", CHECK_FIRST),
            Words("text", f"Kiểm tra lần cuối: {leaflet.checked}. {OUTDATED}"),
            Words("small", f"Nguồn: {leaflet.portal}", 1),
        ),
        "",
    )


def _cover(document: Document, sheet: Sheet, leaflet: Leaflet) -> None:
    left, inner = NARROW + WIDE, WIDE - 2 * _SIDE
    x, tag = left + _SIDE, document.tag.add("Sect")
    _adorn(document, sheet, leaflet.topic, left)
    for text, box, largest, kind in (
        (leaflet.kicker, _box(x + 22, HEIGHT - _BAND - 24, inner - 22, 11), 15, "P"),
        (leaflet.title, _box(x, 104, inner, HEIGHT - _BAND - 30 - 104), 27, "H1"),
        (leaflet.state, _box(x, 92, inner, 9), 15, "P"),
    ):
        _put(sheet, tag, fit_title(text, box, largest) if text else [], kind)
    _put(sheet, tag, fit_title(leaflet.place, _box(x, 78, inner, 12), 13, SOME_PLACES))
    _code(sheet, tag, leaflet.address, (x, 43))
    for text, box, largest in (
        ("Quét mã để xem đủ và mới nhất.", _box(x + _CODE + 4, 58, inner - _CODE - 4, 12), 11),
        (f"Kiểm tra lần cuối: {leaflet.checked}", _box(x + _CODE + 4, 44, inner - _CODE - 4, 12), 11),
        (leaflet.address.removeprefix("https://"), _box(x, 33, inner, 9), 11),
        (leaflet.portal, _box(x, _BAND + 3, inner, 10), 9),
    ):
        _put(sheet, tag, fit_title(text, box, largest) if text else [])


def _box(left: float, bottom: float, width: float, height: float) -> Box:
    return Box(left * POINT, bottom * POINT, width * POINT, height * POINT)


def _folds(sheet: Sheet, at: Iterable[float]) -> None:
    """Short marks at both edges where the sheet is folded."""
    ends = ((x * POINT, y * POINT, (y + 5) * POINT) for x in at for y in (0, HEIGHT - 5))
    lines = "".join(f"{numbers((x, low))} m {numbers((x, high))} l " for x, low, high in ends)
    sheet.adorn(f"{colour(CLOTH)} RG 0.6 w {lines}S")


def _adorn(document: Document, sheet: Sheet, topic: str, left: float) -> None:
    """The woven border of the topic at both ends of the cover, and its sign in a disc."""
    columns = WIDE / _STITCH
    band = document.picture("Band", (0, 0, columns, _ROWS), _band(topic))
    for bottom in (HEIGHT - _BAND, 0):
        sheet.adorn(scaled(_STITCH * POINT, _STITCH * POINT, left * POINT, bottom * POINT), band)
    medal = document.picture("Medal", (-_DISC, -_DISC, _DISC, _DISC), _medal(topic))
    x, y = left + _SIDE + _DISC, HEIGHT - _BAND - 16
    sheet.adorn(scaled(POINT, POINT, x * POINT, y * POINT), medal)


@cache
def _band(topic: str) -> bytes:
    """A border in stitches: seven rows between two of cloth."""
    motif = motif_of(topic)
    columns = int(WIDE / _STITCH) + 1
    rows = tuple(((half + half[-2:0:-1]) * columns)[:columns] for half in motif.rows)
    drawn = [f"{colour(motif.colour)} rg 0 0 {columns} {_ROWS} re f"]
    drawn += (f"{colour(ink)} rg {_squares(rows, 7, letter)}" for letter, ink in (("g", GOLD), ("w", WHITE)))
    return zlib.compress("\n".join(drawn).encode("ascii"), 9)


@cache
def _medal(topic: str) -> bytes:
    """The sign of a topic in a disc, in millimetres from its middle; its picture is 24 by 24 with y downwards."""
    motif = motif_of(topic)
    strokes = ((kind, [v for point in points for v in point]) for kind, points in strokes_of(partial(_trace, topic)))
    drawn = (
        f"{colour(motif.colour)} rg",
        path(_circle(_DISC)),
        f"f {scaled(11 / 24, -11 / 24, 0, 0)} 1 0 0 1 -12 -12 cm {colour(WHITE)} rg",
        path(strokes),
        "f",
    )
    return zlib.compress("\n".join(drawn).encode("ascii"), 9)


def _trace(topic: str, pen: object) -> None:
    parse_path(motif_of(topic).sign, pen)


def _circle(radius: float) -> Iterator[tuple[str, tuple[float, ...]]]:
    """A circle about the origin as four curves; 0.5523 brings their middles onto it."""
    r, c = radius, radius * 0.5523
    yield "M", (r, 0)
    yield "C", (r, c, c, r, 0, r)
    yield "C", (-c, r, -r, c, -r, 0)
    yield "C", (-r, -c, -c, -r, 0, -r)
    yield "C", (c, -r, r, -c, r, 0)
    yield "Z", ()


def _squares(rows: tuple[str, ...], top: int, letter: str) -> str:
    """Operators that fill every square with `letter`; `top` is the lower edge of the first row."""
    runs = (f"{x} {top - y} {length} 1 re" for y, row in enumerate(rows) for x, length in _runs(row, letter))
    return "\n".join((*runs, "f"))


def _runs(row: str, letter: str) -> Iterator[tuple[int, int]]:
    x = 0
    for stitch, run in groupby(row):
        length = len(list(run))
        if stitch == letter:
            yield x, length
        x += length


def _code(sheet: Sheet, tag: Tag, address: str, at: tuple[float, float]) -> None:
    """The QR code of an address, black on white with its quiet zone, 30 mm wide."""
    rows = modules_of(address, border=4)
    side = _CODE * POINT / len(rows)
    sheet.say(
        tag.add("Figure", f"Mã vuông (QR) dẫn tới {address}"),
        scaled(side, side, at[0] * POINT, at[1] * POINT),
        f"1 g 0 0 {len(rows)} {len(rows)} re f 0 g",
        _squares(rows, len(rows) - 1, "x"),
    )
