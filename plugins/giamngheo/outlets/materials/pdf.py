"""PDF files that come out the same every time: fixed dates and ids, our own font embedded, no other named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from giamngheo.rendering.fonts import font_bytes

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.pdfgen.pathobject import PDFPathObject

POINT = 72 / 25.4
"""Points of PDF in a millimetre."""

REGULAR, BOLD = "BeVietnamPro", "BeVietnamPro-Bold"


def new_pdf(out: BytesIO, size: tuple[float, float], title: str, subject: str, portal: str) -> Canvas:
    """A canvas of pages of `size` in points, in Vietnamese; reportlab cannot tag its text for screen readers."""
    from reportlab import rl_config  # noqa: PLC0415 - only where something is printed
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 - as above

    rl_config.useA85 = 0  # bytes as they are: a fifth smaller than as letters
    register_fonts()
    # The first font is named in every file, used or not; ours is left out where it is not used.
    with _no_moment():
        canvas = Canvas(out, size, invariant=1, pageCompression=1, lang="vi", initialFontName=REGULAR)  # type: ignore[arg-type] # the stubs say float
    canvas.setTitle(title)
    canvas.setSubject(subject)
    canvas.setAuthor(portal)
    canvas.setCreator(portal)
    return canvas


@contextmanager
def _no_moment() -> Iterator[None]:
    """Hide the moment of the build: reportlab would date the file by it, and it changes with every commit."""
    moment = os.environ.pop("SOURCE_DATE_EPOCH", None)
    try:
        yield
    finally:
        if moment is not None:
            os.environ["SOURCE_DATE_EPOCH"] = moment


def draw_stroke(path: PDFPathObject, kind: str, values: Sequence[float]) -> None:
    """Add a stroke "M", "L", "C" or "Z" with its coordinates to a path."""
    if kind == "M":
        path.moveTo(*values)
    elif kind == "L":
        path.lineTo(*values)
    elif kind == "C":
        path.curveTo(*values)
    else:
        path.close()


@cache
def register_fonts() -> None:
    """Make the two weights of the font known; only the letters that a file uses are embedded in it."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415 - only where something is printed
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415 - as above

    for name, weight in ((REGULAR, "Regular"), (BOLD, "Bold")):
        pdfmetrics.registerFont(TTFont(name, BytesIO(font_bytes(weight))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
