"""QR codes for printed pages: from the sheet on the commune's board back to the page that may have changed since."""

from __future__ import annotations

import segno

from giamngheo.ground.cache import Cache, digest

_MASK = 3
"""Any mask is read; weighing all eight, as the encoder does by itself, costs five times as much."""


def qr_code(address: str, cache: Cache) -> str:
    """QR code of a full web address as inline SVG, kept in `cache`; its colour is that of the text around it."""
    key = digest("qr", segno.__version__, str(_MASK), address)
    kept = cache.get(key)
    if isinstance(kept, str):
        return kept
    code = segno.make(address, error="m", micro=False, boost_error=False, mask=_MASK)
    drawn = code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None)
    cache.put(key, drawn)
    return drawn
