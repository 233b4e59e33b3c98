"""The font of what is drawn and printed: Be Vietnam Pro (SIL Open Font License), installed with the portal."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

COMMON = "".join(
    (
        *map(chr, range(0x20, 0x7F)),
        "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư",
        *map(chr, range(0x1EA0, 0x1EFA)),
        "“”‘’…–•",
    )
)
"""What Vietnamese texts are mostly made of, and the font certainly has."""

_PLAIN = re.compile(rf"[\s{re.escape(COMMON)}]*")
"""Only for the rest is the font opened."""


@cache
def font_bytes(weight: str) -> bytes:
    """The font file of a weight: "Regular", "SemiBold", "Bold", "ExtraBold"."""
    return (files("fontpkg_be_vietnam_pro") / "files" / f"BeVietnamPro-{weight}.ttf").read_bytes()


@cache
def open_font(weight: str) -> TTFont:
    """The tables of a weight, read as they are asked for."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where something is printed

    return TTFont(BytesIO(font_bytes(weight)), lazy=True)


@cache
def characters() -> frozenset[int]:
    """Code points that every weight can draw."""
    return frozenset(open_font("Regular").getBestCmap())


@lru_cache(maxsize=1024)
def unprintable(text: str) -> str:
    """Characters of `text`, each once, that the font does not have: emoji, other scripts."""
    if _PLAIN.fullmatch(text):
        return ""
    return "".join(dict.fromkeys(c for c in text if not c.isspace() and ord(c) not in characters()))


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The same text on one line, composed (NFC), without what the font cannot draw and without controls."""
    composed = unicodedata.normalize("NFC", text)
    lacking = unprintable(composed)
    return " ".join("".join(" " if c in lacking or not c.isprintable() else c for c in composed).split())
