"""The two weights of the font in a PDF: widths and numbers of letters, and the part of the font that goes into files.

What Vietnamese needs is cut out of the font once and goes into every file as it lies; only for a rarer letter a new
part is cut. Numbers of letters are those of the font, so words are written the same whatever part goes in.
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from hashlib import blake2b
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from msgspec import Struct
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from giamngheo.outlets.materials.line_breaks import NO_BREAK
from giamngheo.rendering.fonts import COMMON, font_bytes, open_font

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

REGULAR, BOLD = "Regular", "Bold"
_COMMON = frozenset(COMMON)

_TABLES = {"GlyphOrder", "head", "hhea", "hmtx", "loca", "glyf", "maxp"}
"""What a PDF needs of a font file (ISO 32000-1, 9.9); the rest is said by the PDF itself."""

_BLOCK = 100
"""Most letters in a block of a character map."""


class Part(Struct, frozen=True):
    """A part of a weight as files embed it: its name, its outlines, and how they are called, wide and read."""

    name: str
    outlines: bytes
    length: int
    """Bytes of the outlines before they were deflated."""
    widths: list[tuple[int, list[int]]]
    letters: bytes
    shape: dict[str, int | list[int]]


class Face:
    """One weight: what its letters are called in a file, and how wide they are."""

    def __init__(self, weight: str) -> None:
        font = open_font(weight)
        names, widths, scale = font.getBestCmap(), font["hmtx"].metrics, 1000 / font["head"].unitsPerEm
        self._codes = defaultdict(str, {code: f"{font.getGlyphID(name):04x}" for code, name in names.items()})
        self._codes[ord(NO_BREAK)] = self._codes[ord(" ")]
        self._widths = {chr(code): widths[name][0] * scale for code, name in names.items()}
        self._known: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Width of a word in thousandths of its size, set without kerning; letters that the font lacks have none."""
        if word not in self._known:
            self._known[word] = sum(self._widths.get(letter, 0.0) for letter in word)
        return self._known[word]

    def shown(self, line: str) -> str:
        """A line as the operators of a page write it; letters that the font lacks are left out."""
        return f"<{line.translate(self._codes)}>"


@cache
def face(weight: str) -> Face:
    """The one face of a weight."""
    return Face(weight)


def embed(pdf: Pdf, weight: str, letters: AbstractSet[str]) -> Dictionary:
    """Put the weight into a file that shows these letters; returns the font that pages name."""
    part = _part(weight, frozenset(letters - _COMMON))
    name, packed = Name(f"/{part.name}"), {"/Filter": Name.FlateDecode}
    outlines = Stream(pdf, part.outlines, {**packed, "/Length1": part.length})
    shape = {"/Type": Name.FontDescriptor, "/FontName": name, "/FontFile2": outlines, **part.shape}
    font = {
        "/Type": Name.Font,
        "/Subtype": Name.CIDFontType2,
        "/BaseFont": name,
        "/CIDSystemInfo": Dictionary({"/Registry": "Adobe", "/Ordering": "Identity", "/Supplement": 0}),
        "/CIDToGIDMap": Name.Identity,
        "/FontDescriptor": pdf.make_indirect(Dictionary(shape)),
        "/W": Array(chain.from_iterable(part.widths)),
    }
    whole = {
        "/Type": Name.Font,
        "/Subtype": Name.Type0,
        "/BaseFont": name,
        "/Encoding": Name("/Identity-H"),
        "/DescendantFonts": Array([pdf.make_indirect(Dictionary(font))]),
        "/ToUnicode": Stream(pdf, part.letters, packed),
    }
    return pdf.make_indirect(Dictionary(whole))


@lru_cache(maxsize=16)
def _part(weight: str, rare: frozenset[str]) -> Part:
    """Cut the common letters and the rare ones out of a weight."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only where something is printed

    # A font of its own: what is cut away here is needed elsewhere. Its dates stay as they are, whatever the day.
    font = TTFont(BytesIO(font_bytes(weight)), recalcBBoxes=False, recalcTimestamp=False)
    cmap = font.getBestCmap()
    letters = [letter for letter in (*sorted(_COMMON), *sorted(rare)) if ord(letter) in cmap]
    kept = _with_pieces(font, {".notdef", *(cmap[ord(letter)] for letter in letters)})
    shape, widths = _shape(font), _widths(font, kept)
    _cut(font, kept)
    out = BytesIO()
    font.save(out)
    content = out.getvalue()
    return Part(
        name=f"{_tag(content)}+BeVietnamPro-{weight}",
        outlines=zlib.compress(content, 9),
        length=len(content),
        widths=widths,
        letters=zlib.compress(_letters_by_number(font, cmap, letters).encode(), 9),
        shape=shape,
    )


def _with_pieces(font: TTFont, wanted: set[str]) -> set[str]:
    """The same glyphs, and those that they are put together from."""
    kept: set[str] = set()
    while wanted:
        name = wanted.pop()
        kept.add(name)
        glyph = font["glyf"][name]
        if glyph.isComposite():
            wanted |= set(glyph.getComponentNames(font["glyf"])) - kept
    return kept


def _cut(font: TTFont, kept: set[str]) -> None:
    """Empty all other glyphs, which keeps the numbers; leave out tables, and hints for screens of long ago."""
    from fontTools.ttLib.tables._g_l_y_f import Glyph  # noqa: PLC0415 - only where something is printed

    for name in font.getGlyphOrder():
        if name in kept:
            font["glyf"][name].trim(remove_hinting=True)
        else:
            font["glyf"][name], font["hmtx"][name] = Glyph(), (0, 0)
    for table in set(font.keys()) - _TABLES:
        del font[table]


def _widths(font: TTFont, kept: set[str]) -> list[tuple[int, list[int]]]:
    """Widths in thousandths of the size, as the key /W wants them: the number of a letter, and of those next to it."""
    scale, runs = 1000 / font["head"].unitsPerEm, list[tuple[int, list[int]]]()
    for number in sorted(map(font.getGlyphID, kept)):
        if not runs or number != runs[-1][0] + len(runs[-1][1]):
            runs.append((number, []))
        runs[-1][1].append(round(font["hmtx"][font.getGlyphName(number)][0] * scale))
    return runs


def _shape(font: TTFont) -> dict[str, int | list[int]]:
    """What a reader without the outlines would want to know, in thousandths of the size."""
    head, lines, scale = font["head"], font["hhea"], 1000 / font["head"].unitsPerEm
    return {
        "/Flags": 4,
        "/FontBBox": [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)],
        "/ItalicAngle": 0,
        "/StemV": 80,
        "/Ascent": round(lines.ascent * scale),
        "/Descent": round(lines.descent * scale),
        "/CapHeight": round(font["OS/2"].sCapHeight * scale),
    }


def _letters_by_number(font: TTFont, cmap: dict[int, str], letters: list[str]) -> str:
    """Which letter a number stands for, so that text can be copied, searched and read out; common letters first."""
    found: dict[int, str] = {}
    for letter in letters:
        found.setdefault(font.getGlyphID(cmap[ord(letter)]), letter)
    lines = [f"<{number:04x}><{letter.encode('utf-16-be').hex()}>" for number, letter in sorted(found.items())]
    blocks = [lines[start : start + _BLOCK] for start in range(0, len(lines), _BLOCK)]
    listed = "\n".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar" for block in blocks)
    return (
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n"
        "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
        f"1 begincodespacerange\n<0000><ffff>\nendcodespacerange\n{listed}\n"
        "endcmap CMapName currentdict/CMap defineresource pop end end"
    )


def _tag(content: bytes) -> str:
    """Six capitals that name a part of a font (ISO 32000-1, 9.6.4)."""
    return "".join(chr(ord("A") + byte % 26) for byte in blake2b(content, digest_size=6).digest())
