"""Images as they are served: upright, without what the camera wrote, in three widths, kept between builds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache as once
from functools import partial
from hashlib import blake2b
from html import escape
from importlib.metadata import version
from pathlib import Path

from msgspec import Struct

from giamngheo.ground.cache import Cache, digest
from giamngheo.outlets.pages.views import ImageView
from giamngheo.rendering import SITE
from giamngheo.rendering.outputs import OutputFile

MAX_WIDTH = 1200
"""Widest image that is served, in pixels: twice the widest column of text."""

SMALLER = (480, 800)
"""Widths for phones, in pixels: one for screens of 320 to 480 points, one for those with two pixels a point."""

QUALITY = 80
FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}

_SIZES = "(min-width: 43em) 40rem, 95vw"
_IN_BODY = re.compile(rf'(<img (?:alt="[^"]*" )?src="{SITE}(/[^"]*)")')


class PublishedImage(Struct, frozen=True):
    """All files of one image, the largest first, each with its width; sizes in pixels."""

    width: int
    height: int
    files: tuple[tuple[OutputFile, int], ...]

    @property
    def smaller(self) -> tuple[tuple[str, int], ...]:
        """Address and width of each smaller one, narrowest first."""
        return tuple((file.address, width) for file, width in reversed(self.files[1:]))


class _Layout(Struct, frozen=True):
    """What the cache keeps of an image beside its files: its size, and address and width of each file."""

    size: tuple[int, int]
    files: list[tuple[str, int]]


def publish_image(root: Path, file: str, cache: Cache) -> PublishedImage:
    """Read `root`/`file` and make what is served of it; `file` has been checked before."""
    original = (root / file).read_bytes()
    key = digest("image", _look(), file, blake2b(original).hexdigest())
    make = once(lambda: _make(original, file))
    layout = _layout(key, make, cache)
    files: list[tuple[OutputFile, int]] = []
    for index, (address, width) in enumerate(layout.files):
        content = cache.bytes_of(digest(key, address), partial(_content, make, index))
        files.append((OutputFile(address, content), width))
    return PublishedImage(*layout.size, tuple(files))


@once
def _look() -> str:
    """What decides how images look, besides the code: told without loading the library."""
    return f"{version('Pillow')} {QUALITY} {MAX_WIDTH} {SMALLER}"


def _make(original: bytes, file: str) -> PublishedImage:
    from giamngheo.portal.decoding import make_image  # noqa: PLC0415 - loads Pillow

    return make_image(original, file)


def _content(make: Callable[[], PublishedImage], index: int) -> bytes:
    return make().files[index][0].content


def _layout(key: str, make: Callable[[], PublishedImage], cache: Cache) -> _Layout:
    def read() -> _Layout:
        made = make()
        return _Layout((made.width, made.height), [(file.address, width) for file, width in made.files])

    return cache.value_of(key, _Layout, read)


def image_view(image: PublishedImage, alt: str, credit: str) -> ImageView:
    """The image of an item for its page."""
    return ImageView(image.files[0][0].address, alt, credit, image.width, image.height, image.smaller)


def size_images(markup: str, images: Mapping[str, PublishedImage]) -> str:
    """Tell sizes and smaller files of the images of a resolved body, so that nothing jumps while they load."""

    def told(match: re.Match[str]) -> str:
        image = images.get(match[2])
        if image is None:
            return match[0]
        named = [*image.smaller, (match[2], image.width)]
        files = ", ".join(f"{SITE}{escape(address)} {width}w" for address, width in named)
        wider = f' srcset="{files}" sizes="{_SIZES}"' if image.smaller else ""
        return f'{match[0]} width="{image.width}" height="{image.height}"{wider} loading="lazy" decoding="async"'

    return _IN_BODY.sub(told, markup)
