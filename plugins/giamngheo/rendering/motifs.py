"""Woven borders in the spirit of hoa văn thổ cẩm, drawn as SVG: one motif a topic, the same every time.

What is drawn here is ornament and never pretends to be a photograph. Nothing is read or written; any outlet may use it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from html import escape
from itertools import groupby

from giamngheo.rendering.motif_table import MOTIFS, PLAIN, Motif
from giamngheo.rendering.outputs import OutputFile

GOLD, WHITE, INK = "#f2b705", "#fffdf8", "#1f2421"
CLOTH = "#f4f0e4"
_TILE = 12
"""Stitches after which a border repeats: seven, and the five between mirrored."""

_ROWS = 8
"""Stitches from one border to the next in the sheet of all: seven, and one of cloth."""

WEAVES: tuple[tuple[int, tuple[float, ...]], ...] = ((60, (0, 1)), (24, (0.5,)), (54, (0, 0.2, 0.8, 1)))
"""Cloths of one topic, so that its covers side by side are told apart: stitches from top to bottom, and where borders
lie (0: at the top, 1: at the bottom)."""

_STITCH = 2
"""Pixels of a stitch on a page."""

_COLOURS = {"g": GOLD, "w": WHITE}
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'


def motif_of(topic: str) -> Motif:
    """Motif of a topic; a topic that has none of its own gets the plain one."""
    return MOTIFS.get(topic, PLAIN)


@cache
def sign(topic: str) -> str:
    """Icon of a topic as inline SVG; decoration beside words that say the same."""
    size = 'viewBox="0 0 24 24" width="32" height="32"'
    return f'<svg class="sign" {size} aria-hidden="true"><path d="{motif_of(topic).sign}"/></svg>'


@cache
def border_sheet() -> OutputFile:
    """One picture with a tile of every border, one below the other; `border_styles` shows one of them."""
    tiles = "".join(
        f'<g transform="translate(0 {index * _ROWS})">{_tile(motif)}</g>' for index, motif in enumerate(_all())
    )
    size = _SVG.format(width=_TILE * _STITCH, height=len(_all()) * _ROWS * _STITCH)
    drawn = f'{size}<g transform="scale({_STITCH})" shape-rendering="crispEdges">{tiles}</g></svg>'
    return _file("hoa-van", drawn)


def border_styles() -> str:
    """CSS of the borders: which part of the sheet belongs to which topic. Address as seen from /assets/."""
    sheet = border_sheet().address.removeprefix("/assets/")
    lines = [f".weave{{height:{_ROWS * _STITCH}px;background:url({sheet}) 0 var(--y,0)}}"]
    for index, (topic, motif) in enumerate(MOTIFS.items(), 1):
        lines.append(f".m-{topic}{{--m:{motif.colour};--y:-{index * _ROWS * _STITCH}px}}")
    return "\n".join(lines) + "\n"


@cache
def cover(topic: str, weave: int = 0) -> OutputFile:
    """Drawn cover for items of a topic that have no photograph, 640 by 240, in one of the `WEAVES`."""
    return _file(f"bia-{topic}", cover_svg(topic, width=640, height=240, weave=weave))


def cover_svg(topic: str, words: str = "", *, width: int, height: int, weave: int = 0) -> str:
    """A cloth with the sign of the topic, and below it `words` such as the name of the place; sizes in pixels."""
    motif = motif_of(topic)
    rows, bands = WEAVES[weave]
    scale = height / rows
    thick = (_ROWS + 1) * scale
    band = f'<rect width="{width}" height="{thick:g}" fill="url(#v)"/>'
    woven = "".join(f'<g transform="translate(0 {(height - thick) * at:g})">{band}</g>' for at in bands)
    return (
        _SVG.format(width=width, height=height)
        + f'<pattern id="v" width="{_TILE}" height="{_ROWS + 1}" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({scale:g})"><g shape-rendering="crispEdges">{_tile(motif, _ROWS + 1)}</g></pattern>'
        f'<path fill="{CLOTH}" d="M0 0h{width}v{height}H0z"/>'
        + woven
        + _medal(motif, width / 2, height * (0.42 if words else 0.5), height / (5 if words else 4))
        + (_words(words, width / 2, height) if words else "")
        + "</svg>"
    )


def _medal(motif: Motif, x: float, y: float, radius: float) -> str:
    """The sign of a topic in a disc with a hem of cloth, so that it stands out from a border behind it."""
    corner = f"{x - radius * 0.6:g} {y - radius * 0.6:g}"
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius * 1.1:g}" fill="{CLOTH}"/>'
        f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{motif.colour}"/>'
        f'<path transform="translate({corner}) scale({radius / 20:g})" fill="{WHITE}" d="{motif.sign}"/>'
    )


def _words(words: str, x: float, height: float) -> str:
    look = f'text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="{height / 13:g}"'
    return f'<text x="{x:g}" y="{height * 0.76:g}" {look} fill="{INK}">{escape(words)}</text>'


def _all() -> tuple[Motif, ...]:
    return (PLAIN, *MOTIFS.values())


def _tile(motif: Motif, height: int = _ROWS) -> str:
    """One tile: the cloth, and a line of thread for every run of stitches of one colour."""
    threads = "".join(
        f'<path stroke="{colour}" d="{"".join(_runs(motif.rows, letter))}"/>' for letter, colour in _COLOURS.items()
    )
    return f'<path fill="{motif.colour}" d="M0 0h{_TILE}v{height}H0z"/>{threads}'


def _runs(rows: tuple[str, ...], letter: str) -> Iterator[str]:
    """Threads of one colour; the row above the first is cloth."""
    for y, half in enumerate(rows, 1):
        x = 0
        for stitch, run in groupby(half + half[-2:0:-1]):
            length = len(list(run))
            if stitch == letter:
                yield f"M{x} {y}.5h{length}"
            x += length


def _file(name: str, drawn: str) -> OutputFile:
    """A picture whose address changes with what is drawn, so that browsers may keep it for ever."""
    content = drawn.encode()
    return OutputFile(f"/assets/{name}.{blake2b(content, digest_size=5).hexdigest()}.svg", content)
