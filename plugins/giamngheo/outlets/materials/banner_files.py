"""A banner as SVG for screens and as PDF for the printer, both as curves: no font is needed to open them.

The PDF is drawn at 1:10 (a page may not be longer than 5.08 m) in the colours of printing inks (CMYK), with bleed,
crop marks, the boxes of ISO 15930 (TrimBox, BleedBox), and outside the trim a line that tells scale and source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from io import BytesIO
from typing import TYPE_CHECKING

from giamngheo.ground.vietnamese import format_number
from giamngheo.outlets.materials.banners import Banner, Placed, lay_out
from giamngheo.outlets.materials.outlines import Point, Stroke, as_cubic, lettering
from giamngheo.outlets.materials.pdf import POINT, draw_stroke, new_pdf
from giamngheo.rendering.printed import BANNER

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["lay_out", "write_pdf", "write_svg"]

RED, YELLOW = "#b3141a", "#ffdf00"
"""Contrast 5.2 : 1."""

_RED_INK, _YELLOW_INK, _BLACK_INK = (0.0, 1.0, 1.0, 0.2), (0.0, 0.08, 1.0, 0.0), (0.0, 0.0, 0.0, 1.0)
SCALE = 10
BLEED, MARGIN, FOOT = 3.0, 12.0, 18.0
"""Millimetres on the page of the PDF: cloth beyond the trim for the hem, room for crop marks, room for the line."""

_FINE = 10
"""Units of the SVG in a millimetre of the banner."""

_GRAIN = 100
"""Units of the PDF in a millimetre of the page: whole numbers are half as long as others."""


def write_svg(banner: Banner) -> bytes:
    """The banner without margins, 500 by 70 mm; its title is the slogan."""
    width, height = BANNER
    size = f'viewBox="0 0 {width * _FINE} {height * _FINE}" width="{width // SCALE}mm" height="{height // SCALE}mm"'
    drawn = "".join(_svg_letter(placed, banner.scale) for placed in banner.letters)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img"><title>{escape(banner.slogan)}</title>'
        f'<path fill="{RED}" d="M0 0h{width * _FINE}v{height * _FINE}H0z"/><path fill="{YELLOW}" d="{drawn}"/></svg>\n'
    ).encode()


def _svg_letter(placed: Placed, scale: float) -> str:
    """Strokes with places relative to the one before, rounded without letting errors add up."""
    at = (0, 0)
    parts: list[str] = []
    for stroke in placed.letter.strokes:
        points = [_on_screen(placed, point, scale) for point in stroke.points]
        if stroke.kind == "M":
            parts.append(f"M{points[0][0]} {points[0][1]}")
        elif stroke.kind == "Z":
            parts.append("z")
        else:
            steps = "".join(f"{x - at[0]:+d}{y - at[1]:+d}" for x, y in points)
            parts.append(f"{stroke.kind.lower()}{steps.removeprefix('+')}")
        at = points[-1] if points else at
    return "".join(parts)


def _on_screen(placed: Placed, point: Point, scale: float) -> tuple[int, int]:
    x, y = placed.x + point[0] * scale, BANNER[1] - placed.y - point[1] * scale
    return round(x * _FINE), round(y * _FINE)


def write_pdf(banner: Banner, source: str, portal: str) -> bytes:
    """The page for the printer; `source` tells where the slogan is from, `portal` who offers the file."""
    width, height = (side / SCALE for side in BANNER)
    page = ((width + 2 * MARGIN) * POINT, (height + MARGIN + FOOT) * POINT)
    subject = f"Băng rôn {BANNER[0]} × {BANNER[1]} mm, tỷ lệ 1:{SCALE}"
    out = BytesIO()
    canvas = new_pdf(out, page, banner.slogan, subject, portal)
    canvas.scale(POINT, POINT)
    canvas.translate(MARGIN, FOOT)
    _cloth(canvas, width, height)
    _fill(canvas, _YELLOW_INK, _letters(banner))
    _crop_marks(canvas, width, height)
    _slug(canvas, banner, source, portal)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _cloth(canvas: Canvas, width: float, height: float) -> None:
    trim = (MARGIN, FOOT, MARGIN + width, FOOT + height)
    bleed = (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED)
    canvas.setTrimBox(tuple(edge * POINT for edge in trim))
    canvas.setBleedBox(tuple(edge * POINT for edge in bleed))
    canvas.setFillColorCMYK(*_RED_INK)
    canvas.rect(-BLEED, -BLEED, width + 2 * BLEED, height + 2 * BLEED, stroke=0, fill=1)


def _letters(banner: Banner) -> Iterator[tuple[str, list[Point]]]:
    for placed in banner.letters:
        at = (placed.x / SCALE, placed.y / SCALE)
        yield from _on_paper(placed.letter.strokes, at, banner.scale / SCALE)


def _on_paper(strokes: Iterable[Stroke], at: Point, scale: float) -> Iterator[tuple[str, list[Point]]]:
    """Strokes in millimetres of the page."""
    for kind, points in as_cubic(strokes):
        yield kind, [(at[0] + x * scale, at[1] + y * scale) for x, y in points]


def _fill(canvas: Canvas, ink: tuple[float, float, float, float], strokes: Iterable[tuple[str, list[Point]]]) -> None:
    path = canvas.beginPath()
    for kind, points in strokes:
        draw_stroke(path, kind, [round(value * _GRAIN) for point in points for value in point])
    canvas.saveState()
    canvas.scale(1 / _GRAIN, 1 / _GRAIN)
    canvas.setFillColorCMYK(*ink)
    canvas.drawPath(path, stroke=0, fill=1, fillMode=1)  # non-zero: parts of a letter may lie over one another
    canvas.restoreState()


def _crop_marks(canvas: Canvas, width: float, height: float) -> None:
    canvas.setStrokeColorCMYK(*_BLACK_INK)
    canvas.setLineWidth(0.1)
    for x, outward in ((0.0, -1), (width, 1)):
        for y, onward in ((0.0, -1), (height, 1)):
            canvas.line(x + outward * (BLEED + 1), y, x + outward * (BLEED + 6), y)
            canvas.line(x, y + onward * (BLEED + 1), x, y + onward * (BLEED + 6))


def _slug(canvas: Canvas, banner: Banner, source: str, portal: str) -> None:
    """Two lines below the trim, as curves too, so small that they never reach over the page."""
    width, height = BANNER
    made = (
        f"Băng rôn {width} × {height} mm, vẽ theo tỷ lệ 1:{SCALE}: in phóng {format_number(SCALE * 100)}%. "
        f"Chữ cao {banner.capital:.0f} mm. Cắt theo dấu, chừa mép {BLEED * SCALE:.0f} mm để gấp. Dòng này không in."
    )
    for text, y in ((made, -9.5), (f"Nguồn lời khẩu hiệu: {source}. {portal}", -14.5)):
        font = lettering("Regular")
        line = font.line(text)
        scale = min(3.0 / font.em, (width / SCALE - 16) / max(line.width, 1))
        strokes = (s for letter, x in line.inked for s in _on_paper(letter.strokes, (8 + x * scale, y), scale))
        _fill(canvas, _BLACK_INK, strokes)
