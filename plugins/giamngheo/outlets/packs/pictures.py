"""Pictures of packs, kept between builds: drawn covers, and photographs cut to the shape of a preview."""

from __future__ import annotations

from functools import cache as once
from hashlib import blake2b
from importlib.metadata import version
from io import BytesIO

from giamngheo.ground.cache import Cache, digest
from giamngheo.rendering.covers import HEIGHT, WIDTH, Cover

MAX_BYTES = 300_000
_QUALITIES = (82, 72, 60, 45, 25)


def cover_png(cover: Cover, cache: Cache) -> bytes:
    """The cover as PNG, from the cache where it was drawn before."""
    return cache.bytes_of(cover.key, lambda: _draw(cover))


def _draw(cover: Cover) -> bytes:
    from giamngheo.rendering.cover_drawing import draw_cover  # noqa: PLC0415 - loads Pillow

    return draw_cover(cover)


def cut_photograph(content: bytes, cache: Cache) -> bytes:
    """A served photograph as JPEG, 1200 by 630, at most 300 KB; what is cut off is cut evenly."""
    key = digest("pack", _look(), blake2b(content).hexdigest())
    return cache.bytes_of(key, lambda: _cut(content))


@once
def _look() -> str:
    """What decides how photographs are cut, besides the code: told without loading the library."""
    return f"{version('Pillow')} {WIDTH} {HEIGHT} {_QUALITIES}"


def _cut(content: bytes) -> bytes:
    from PIL import Image, ImageOps  # noqa: PLC0415 - loads Pillow

    with Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP")) as opened:
        picture = Image.new("RGB", opened.size, "white")
        picture.paste(opened.convert("RGBA"), mask=opened.convert("RGBA").getchannel("A"))
    cut = ImageOps.fit(picture, (WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    for quality in _QUALITIES:
        out = BytesIO()
        cut.save(out, "JPEG", quality=quality, optimize=True)
        if out.tell() <= MAX_BYTES:
            break
    return out.getvalue()
