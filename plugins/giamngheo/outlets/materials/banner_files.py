"""A banner as SVG for screens and as PDF for the printer, both as curves: no font is needed to open them.

The PDF is drawn at 1:10 (a page may not be longer than 5.08 m) in the colours of printing inks (CMYK), with bleed,
crop marks, the boxes of ISO 15930 (TrimBox, BleedBox), and outside the trim a line that tells scale and source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from giamngheo.ground.vietnamese import format_number
from giamngheo.outlets.materials.banners import Banner, Placed, lay_out
from giamngheo.outlets.materials.operators import POINT, numbers, path, scaled
from giamngheo.outlets.materials.outlines import Point, Stroke, as_cubic, lettering
from giamngheo.outlets.materials.sheets import Document
from giamngheo.rendering.printed import BANNER

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
    subject = f"Băng rôn {BANNER[0]} × {BANNER[1]} mm, tỷ lệ 1:{SCALE}"
    document = Document(banner.slogan, subject, portal)
    page = ((width + 2 * MARGIN) * POINT, (height + MARGIN + FOOT) * POINT)
    sheet = document.sheet(page, **_boxes(width, height))
    start = scaled(POINT, POINT, MARGIN * POINT, FOOT * POINT)
    sheet.adorn(start, _cloth(width, height), _crop_marks(width, height))
    sheet.say(document.tag.add("H1", banner.slogan), start, _filled(_YELLOW_INK, _letters(banner)))
    for text, y in zip(_slug(banner, source, portal), (-9.5, -14.5), strict=True):
        sheet.say(document.tag.add("P", text), start, _filled(_BLACK_INK, _small(text, y)))
    return document.file()


def _boxes(width: float, height: float) -> dict[str, list[float]]:
    trim = (MARGIN, FOOT, MARGIN + width, FOOT + height)
    bleed = (trim[0] - BLEED, trim[1] - BLEED, trim[2] + BLEED, trim[3] + BLEED)
    return {name: [edge * POINT for edge in box] for name, box in (("TrimBox", trim), ("BleedBox", bleed))}


def _cloth(width: float, height: float) -> str:
    edges = numbers((-BLEED, -BLEED, width + 2 * BLEED, height + 2 * BLEED))
    return f"{numbers(_RED_INK)} k {edges} re f"


def _letters(banner: Banner) -> Iterator[tuple[str, list[Point]]]:
    for placed in banner.letters:
        at = (placed.x / SCALE, placed.y / SCALE)
        yield from _on_paper(placed.letter.strokes, at, banner.scale / SCALE)


def _on_paper(strokes: Iterable[Stroke], at: Point, scale: float) -> Iterator[tuple[str, list[Point]]]:
    """Strokes in millimetres of the page."""
    for kind, points in as_cubic(strokes):
        yield kind, [(at[0] + x * scale, at[1] + y * scale) for x, y in points]


def _filled(ink: tuple[float, float, float, float], strokes: Iterable[tuple[str, list[Point]]]) -> str:
    """Operators that fill a path in an ink; by its winding, for parts of a letter may lie over one another."""
    grains = ((kind, [round(value * _GRAIN) for point in points for value in point]) for kind, points in strokes)
    return f"{scaled(1 / _GRAIN, 1 / _GRAIN, 0, 0)} {numbers(ink)} k\n{path(grains)}\nf"


def _crop_marks(width: float, height: float) -> str:
    lines: list[str] = []
    for x, outward in ((0.0, -1), (width, 1)):
        for y, onward in ((0.0, -1), (height, 1)):
            near, far = BLEED + 1, BLEED + 6
            lines.append(f"{numbers((x + outward * near, y))} m {numbers((x + outward * far, y))} l")
            lines.append(f"{numbers((x, y + onward * near))} m {numbers((x, y + onward * far))} l")
    return f"{numbers(_BLACK_INK)} K 0.1 w {' '.join(lines)} S"


def _slug(banner: Banner, source: str, portal: str) -> tuple[str, str]:
    """What stands below the trim: how to print, and who says so."""
    width, height = BANNER
    made = (
        f"Băng rôn {width} × {height} mm, vẽ theo tỷ lệ 1:{SCALE}: in phóng {format_number(SCALE * 100)}%. "
        f"Chữ cao {banner.capital:.0f} mm. Cắt theo dấu, chừa mép {BLEED * SCALE:.0f} mm để gấp. Dòng này không in."
    )
    return made, f"Nguồn lời khẩu hiệu: {source}. {portal}"


def _small(text: str, y: float) -> Iterator[tuple[str, list[Point]]]:
    """A line as curves too, so small that it never reaches over the page."""
    font = lettering("Regular")
    line = font.line(text)
    scale = min(3.0 / font.em, (BANNER[0] / SCALE - 16) / max(line.width, 1))
    for letter, x in line.inked:
        yield from _on_paper(letter.strokes, (8 + x * scale, y), scale)
