"""Which encoding a text has: Unicode, Windows-1258, or the fonts of before Unicode. Never a silent guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from giamngheo.ground.vietnamese import normalize
from giamngheo.ground.vietnamese.legacy import from_tcvn3, from_vni
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError
from giamngheo.legal.damage import damaged_share, measure_damage

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_DECLARED_WITHIN = 2048
_SAMPLE = 100_000  # characters that are judged
_GOOD, _CLEARLY_BETTER = 0.05, 0.5  # share of impossible syllables; of what the text had before
_FONTS = (("TCVN3 (.VnTime)", from_tcvn3), ("VNI (VNI-Times)", from_vni))
_ENCODING_ERROR = "không nhận ra bảng mã chữ Việt của tệp"
_ENCODING_MEND = "mở tệp, lưu lại với mã UTF-8 rồi nhập lại"


def decode(content: bytes) -> ReadText:
    """Return the text of `content` in Unicode; raises RefusedError when no encoding fits without doubt."""
    if encoding := _marked_encoding(content):
        return convert_fonts(_decode_strictly(content, encoding))
    try:
        return convert_fonts(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_one_byte(content)


def font_conversion(font: str) -> Callable[[str], str] | None:
    """Return how to read text set in this font, when it is one of before Unicode."""
    name = font.strip(" \"'").lower()
    if name.startswith(".vn"):
        return _raised_tcvn3 if name.endswith("h") else from_tcvn3
    return from_vni if name.startswith("vni-") else None


def _raised_tcvn3(text: str) -> str:
    return from_tcvn3(text).upper()


def _marked_encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    nulls = content[:_DECLARED_WITHIN].count(0)
    if nulls * 4 > len(content[:_DECLARED_WITHIN]):
        return "utf-16-le" if content[1:2] == b"\0" else "utf-16-be"
    declared = _DECLARED.search(content[:_DECLARED_WITHIN])
    name = declared[1].decode("ascii").lower() if declared else ""
    return "cp1258" if name in {"windows-1258", "cp1258"} else None


def _decode_strictly(content: bytes, encoding: str) -> str:
    try:
        return normalize(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise RefusedError(_ENCODING_ERROR, _ENCODING_MEND) from error


def _decode_one_byte(content: bytes) -> ReadText:
    """Choose among the encodings of one byte a letter the only one that gives Vietnamese syllables."""
    readings = sorted(((_share_of_impossible(text), name, text) for name, text in _readings(content)))
    good = [reading for reading in readings if reading[0] <= _GOOD]
    if not good or (len(good) > 1 and good[0][0] == good[1][0] and good[0][2] != good[1][2]):
        raise RefusedError(_ENCODING_ERROR, _ENCODING_MEND)
    _, name, text = good[0]
    return ReadText(text, [f"Tệp dùng bảng mã {name}; đã chuyển sang Unicode."])


def _readings(content: bytes) -> Iterator[tuple[str, str]]:
    latin = content.decode("latin-1")
    yield "Windows-1258", normalize(content.decode("cp1258", "replace"))
    for name, convert in _FONTS:
        yield name, convert(latin)


def convert_fonts(text: str) -> ReadText:
    """Convert a text saved as Unicode though it was typed with a font of before Unicode ("TiÕng ViÖt")."""
    text = normalize(text)
    before = _share_of_impossible(text)
    if before <= _GOOD:
        return ReadText(text)
    share, name, converted = min((_share_of_impossible(convert(text)), name, convert(text)) for name, convert in _FONTS)
    if share <= _GOOD and share < before * _CLEARLY_BETTER:
        return ReadText(converted, [f"Chữ gõ bằng phông {name}; đã chuyển sang Unicode."])
    return ReadText(text)


def _share_of_impossible(text: str) -> float:
    """Share of words that no Vietnamese letters spell."""
    return damaged_share(measure_damage(text[:_SAMPLE]))
