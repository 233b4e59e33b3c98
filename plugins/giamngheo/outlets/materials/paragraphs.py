"""Paragraphs of a leaflet: how each kind looks, where its lines end, how it is drawn and read out."""

from __future__ import annotations

import re
from functools import lru_cache

from msgspec import Struct

from giamngheo.outlets.materials.faces import BOLD, REGULAR, face
from giamngheo.outlets.materials.operators import colour
from giamngheo.outlets.materials.sheets import Sheet
from giamngheo.outlets.materials.tags import Tag

LEADING = 1.42
"""Line to line, in sizes of the font: less would cut the marks of Ẫ and Ộ into each other."""

_BULLET = "•"
_BULLET_INDENT = 1.2
_SEAM = re.compile(r"[^/-]*[/-]+ ?|[^/-]+")
"""Part of a long word after which it is best broken."""

_INK, _LEAF, _QUIET = "#1f2421", "#0b5d3b", "#414945"


class Look(Struct, frozen=True):
    """Size and indent in sizes of the text, font, colour; `kind` is its tag, `level` that of its list."""

    factor: float
    weight: str
    indent: float
    ink: str
    kind: str = "P"
    level: int = 0


LOOKS = {
    "title": Look(1.25, BOLD, 0, _LEAF, "H2"),
    "large": Look(1.9, BOLD, 0, _INK),
    "text": Look(1, REGULAR, 0, _INK),
    "item": Look(1, REGULAR, 1.2, _INK, "LI", 1),
    "inner": Look(1, REGULAR, 2.4, _INK, "LI", 2),
    "step": Look(1, BOLD, 0, _INK),
    "detail": Look(0.95, REGULAR, 0.9, _QUIET),
    "small": Look(0.9, REGULAR, 0, _QUIET),
}


class Laid(Struct, frozen=True):
    """A paragraph, its lower left corner and its width, in points; `size` is that of the text."""

    look: str
    text: str
    size: float
    x: float
    y: float
    width: float

    def draw(self, sheet: Sheet, tag: Tag, kind: str = "") -> None:
        """Put it on the page, read out as the last of what `tag` holds; `kind` where it is not that of its look."""
        look = LOOKS[self.look]
        if not look.level:
            sheet.say(tag.add(kind or look.kind), self._lines(sheet))
            return
        item = _list_in(tag, look.level).add("LI")
        sheet.say(item.add("Lbl"), self._bullet(sheet))
        sheet.say(item.add("LBody"), self._lines(sheet))

    def _lines(self, sheet: Sheet) -> str:
        look = LOOKS[self.look]
        points = self.size * look.factor
        lines = _broken(look, self.text, self.size, self.width)
        at = (self.x + self.size * look.indent, self.y + len(lines) * points * LEADING - points)
        return f"{colour(look.ink)} rg {sheet.lines(lines, look.weight, points, at, points * LEADING)}"

    def _bullet(self, sheet: Sheet) -> str:
        look = LOOKS[self.look]
        points = self.size * look.factor
        x = self.x + self.size * (look.indent - _BULLET_INDENT)
        y = self.y + height_of(self.look, self.text, self.size, self.width) - points
        return f"{colour(look.ink)} rg {sheet.lines([_BULLET], look.weight, points, (x, y), 0)}"


def height_of(look: str, text: str, size: float, width: float) -> float:
    """Height of a paragraph in points."""
    shape = LOOKS[look]
    return len(_broken(shape, text, size, width)) * size * shape.factor * LEADING


def breaks_words(look: str, text: str, size: float, width: float) -> bool:
    """True where a word is longer than a line."""
    shape = LOOKS[look]
    room = _room(shape, size, width)
    return any(face(shape.weight).width(word) > room for word in text.split(" "))


def _broken(look: Look, text: str, size: float, width: float) -> tuple[str, ...]:
    return _lines_of(look.weight, text, _room(look, size, width))


def _room(look: Look, size: float, width: float) -> float:
    """Room for a line in thousandths of the size of its letters."""
    return round((width - size * look.indent) * 1000 / (size * look.factor), 3)


@lru_cache(maxsize=4096)
def _lines_of(weight: str, text: str, room: float) -> tuple[str, ...]:
    """The lines of a text, each with the space it ends at; `room` is as above. Kept: many layouts ask for the same."""
    width_of = face(weight).width
    space = width_of(" ")
    lines, line, used = [], "", 0.0
    for word in _words(weight, text, room):
        width = width_of(word)
        if line and used + width - (space if word[-1:] == " " else 0.0) > room:
            lines.append(line)
            line, used = "", 0.0
        line += word
        used += width
    return (*lines, line)


def _words(weight: str, text: str, room: float) -> list[str]:
    """The words of a text, each with the space after it; those longer than a line in pieces."""
    words = [f"{word} " for word in text.split(" ")]
    words[-1] = words[-1][:-1]
    if all(face(weight).width(word) <= room for word in words):
        return words
    return [piece for word in words for piece in _pieces(weight, word, room)]


def _pieces(weight: str, word: str, room: float) -> list[str]:
    """A word in pieces that find room, broken after a sign ("đồng/người/") or, where that is too long, anywhere."""
    width_of = face(weight).width
    units = (unit for part in _SEAM.findall(word) for unit in ((part,) if width_of(part.rstrip(" ")) <= room else part))
    pieces, used = [""], 0.0
    for unit in units:
        if pieces[-1] and used + width_of(unit.rstrip(" ")) > room:
            pieces.append("")
            used = 0.0
        pieces[-1] += unit
        used += width_of(unit)
    return pieces


def _list_in(tag: Tag, level: int) -> Tag:
    """The list of a level that goes on; an inner one belongs to the item before it."""
    found = tag.last("L")
    for _ in range(level - 1):
        found = found.last("LI").last("LBody").last("L")
    return found
