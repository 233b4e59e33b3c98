"""QR codes for printed pages: from the sheet on the commune's board back to the page that may have changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import segno

_MASK = 3
"""Any mask is read; weighing all eight, as the encoder does by itself, costs five times as much."""


_SIGNS = bytes.maketrans(b"\x00\x01", b".x")


def modules_of(address: str, border: int) -> tuple[str, ...]:
    """The rows of the QR code of a full web address: "x" is a dark module, "." a light one; `border` in modules."""
    rows = [row.translate(_SIGNS).decode() for row in _code(address).matrix]
    edge, blank = "." * border, "." * (len(rows) + 2 * border)
    return (*[blank] * border, *(f"{edge}{row}{edge}" for row in rows), *[blank] * border)


def qr_code(address: str) -> str:
    """QR code of a full web address as inline SVG; its colour is that of the text around it."""
    return _code(address).svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)


def _code(address: str) -> segno.QRCode:
    import segno  # noqa: PLC0415 - loads segno

    return segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
