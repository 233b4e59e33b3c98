"""Draws covers for links in chats and social networks: topic, title, place, name, on a cloth of the topic.

Drawn with Pillow and the font Be Vietnam Pro (SIL Open Font License), both installed with the portal: no network, and
the same bytes every time. Everything is drawn as numbers of a palette of nine colours, so nothing is converted.
"""

from __future__ import annotations

import re
import zlib
from functools import cache, lru_cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from giamngheo.rendering.covers import HEIGHT, WIDTH, Cover
from giamngheo.rendering.fonts import font_bytes, printable
from giamngheo.rendering.motifs import CLOTH, GOLD, INK, WHITE, motif_of

DRAWN = "Hình vẽ minh họa"
"""Stands on every cover: it is generated, and nobody shall take it for a photograph."""

LINE_HEIGHT = 1.34
"""Line to line, in sizes of the font: Ẫ reaches 1.16 above the line in Be Vietnam Pro, Ộ 0.25 below an upper one."""

SIZES = (62, 56, 50, 45, 40, 36, 32, 28)
"""Sizes of a title in pixels, tried in this order until it fits on four lines."""

_LINES = 4
_WORD = re.compile(r"\d[\d.,]* \S+|\S+")
"""A word, or a number with what it counts, which stay together on a line."""

_SMALLEST = 24
"""Smallest size of a short text, in pixels."""

_LEFT = 60
_COLUMN = WIDTH - 2 * _LEFT
_TODAY = re.compile(r", nay [^;]*")
_STEPS = 3
"""Shades from a ground to the colour of its writing: two between are smooth enough at this size, and pack well."""

_PAPER, _WEAVE, _GOLD = 0, _STEPS + 1, 2 * _STEPS + 2
"""Numbers in the palette; the writing of a ground is `_STEPS` further."""

_STITCH = 10
_BAND = 9 * _STITCH
_STRIP = 62
_TITLE = (_BAND + _STRIP + 16, 472)
"""Top and bottom of the room for a title."""

_MEASURED = 100
"""Size at which words are measured; other sizes follow in proportion, with a little to spare for rounding."""
_SPARE = 0.985


def draw_cover(cover: Cover) -> bytes:
    """The cover as PNG, 1200 by 630, sixteen colours at most."""
    image = _ground(cover.topic, cover.portal).copy()
    name = " · ".join(filter(None, (_capital(cover.topic_name), cover.state)))
    _line(image, name, (_LEFT, _BAND + 42), ("SemiBold", 36, _WEAVE), _COLUMN)
    size, lines = _set_title(printable(cover.title))
    top, bottom = _TITLE
    step = round(size * LINE_HEIGHT)
    baseline = top + (bottom - top - step * len(lines)) // 2 + round(size * 1.16)
    for number, line in enumerate(lines):
        _write(image, line, (_LEFT, baseline + number * step), "Bold", size, _PAPER)
    _line(image, _place(cover.place), (_LEFT, 522), ("Medium", 32, _PAPER), _COLUMN)
    return _png(image, motif_of(cover.topic).colour)


def _set_title(title: str) -> tuple[int, list[str]]:
    """The largest size at which the title stands on four lines with no word broken; whole in any case."""
    words = _WORD.findall(title)
    room = _TITLE[1] - _TITLE[0]
    for size in SIZES:
        if all(_width(word, size) <= _COLUMN for word in words):
            lines = _lines(words, size)
            if len(lines) <= min(_LINES, room // round(size * LINE_HEIGHT)):
                return size, lines
    size = SIZES[-1]
    lines = _lines([part for word in words for part in _broken(word, size)], size)
    most = room // round(size * LINE_HEIGHT)
    return size, lines if len(lines) <= most else [*lines[: most - 1], "…"]


def _lines(words: list[str], size: int) -> list[str]:
    """Fill line after line."""
    lines: list[str] = []
    line: list[str] = []
    used, space = 0.0, _width(" ", size)
    for word in words:
        width = _width(word, size)
        if line and used + space + width > _COLUMN:
            lines.append(" ".join(line))
            line, used = [], 0.0
        used += width + (space if line else 0.0)
        line.append(word)
    return [*lines, " ".join(line)] if line else lines


def _broken(word: str, size: int) -> list[str]:
    """A word longer than a line in pieces; no Vietnamese word is."""
    if _width(word, size) <= _COLUMN:
        return [word]
    count = max(1, int(_COLUMN / (size * 1.3)))
    return [word[start : start + count] for start in range(0, len(word), count)]


def _line(image: Image.Image, text: str, at: tuple[int, int], look: tuple[str, int, int], room: int) -> None:
    """Put a short text on one line: smaller where it is long; `look` is weight, size and ground."""
    weight, size, ground = look
    text = printable(text)
    while size > _SMALLEST and _text_width(text, size) > room:
        size -= 2
    if _text_width(text, size) <= room:
        _write(image, text, at, weight, size, ground)


def _place(place: str) -> str:
    """The places as fully as they fit on a line that can be read: without what they are called today, then fewer."""
    shorter = _TODAY.sub("", printable(place))
    places = shorter.split("; ")
    shown = [place, shorter, *(f"{'; '.join(places[:n])} và nơi khác" for n in range(len(places) - 1, 0, -1))]
    return next((text for text in shown if _text_width(text, _SMALLEST) <= _COLUMN), "")


def _text_width(text: str, size: int) -> float:
    words = text.split()
    return sum(_width(word, size) for word in words) + _width(" ", size) * max(0, len(words) - 1)


@lru_cache(maxsize=4096)
def _measured(word: str) -> float:
    return _font("Bold", _MEASURED).getlength(word)


def _width(word: str, size: int) -> float:
    """Width of a word in pixels, in the boldest weight that is used."""
    return _measured(word) * size / (_MEASURED * _SPARE)


def _write(image: Image.Image, line: str, at: tuple[int, int], weight: str, size: int, ground: int) -> None:
    """Put a line word by word, since words come again and again; `at` is the left end of its base line."""
    x = float(at[0])
    for word in line.split():
        mask, left, top = _word(word, weight, size)
        image.paste(ground + _STEPS, (round(x) + left, at[1] + top), mask)
        x += _width(word, size) + _width(" ", size)


@lru_cache(maxsize=1024)
def _word(word: str, weight: str, size: int) -> tuple[Image.Image, int, int]:
    """A word as a mask, and where its upper left corner lies from the beginning of its base line."""
    left, top, right, bottom = (round(edge) for edge in _font(weight, size).getbbox(word, anchor="ls"))
    mask = Image.new("L", (max(1, right - left), max(1, bottom - top)))
    ImageDraw.Draw(mask).text((-left, -top), word, fill=255, font=_font(weight, size), anchor="ls")
    return mask, left, top


@lru_cache(maxsize=32)
def _ground(topic: str, portal: str) -> Image.Image:
    """What all covers of a topic share: cloth, strip, name of the portal."""
    image = Image.new("L", (WIDTH, HEIGHT), _PAPER)
    tile = _tile(topic)
    for x in range(0, WIDTH, tile.width):
        image.paste(tile, (x, 0))
    image.paste(_WEAVE, (0, _BAND, WIDTH, _BAND + _STRIP))
    image.paste(_WEAVE, (0, HEIGHT - 12, WIDTH, HEIGHT))
    image.paste(_GOLD, (_LEFT, 548, WIDTH - _LEFT, 552))
    side = _text_width(DRAWN, 24)
    _write(image, DRAWN, (round(WIDTH - _LEFT - side), 592), "Medium", 24, _PAPER)
    _line(image, portal, (_LEFT, 592), ("SemiBold", 26, _PAPER), round(_COLUMN - side - 40))
    return image


def _tile(topic: str) -> Image.Image:
    """Seven rows of stitches between two of cloth, and their mirror."""
    numbers = {"g": _GOLD, "w": _WEAVE + _STEPS, ".": _WEAVE}
    rows = [half + half[-2:0:-1] for half in motif_of(topic).rows]
    tile = Image.new("L", (len(rows[0]), len(rows) + 2), _WEAVE)
    for y, row in enumerate(rows, 1):
        for x, stitch in enumerate(row):
            tile.putpixel((x, y), numbers[stitch])
    return tile.resize((tile.width * _STITCH, tile.height * _STITCH), Image.Resampling.NEAREST)


def _png(image: Image.Image, colour: str) -> bytes:
    ramps = [*_ramp(CLOTH, INK), *_ramp(colour, WHITE), ImageColor.getrgb(GOLD)]
    image.putpalette([part for shade in ramps for part in shade])
    out = BytesIO()
    image.save(out, "PNG", compress_level=1, compress_type=zlib.Z_RLE)
    return out.getvalue()


def _ramp(ground: str, writing: str) -> list[tuple[int, ...]]:
    ends = zip(ImageColor.getrgb(ground), ImageColor.getrgb(writing), strict=True)
    pairs = list(ends)
    return [tuple(round(a + (b - a) * n / _STEPS) for a, b in pairs) for n in range(_STEPS + 1)]


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(BytesIO(font_bytes(weight)), size, layout_engine=ImageFont.Layout.BASIC)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
