"""Opens images: what is wrong with one, and the files that are served of it."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from giamngheo.portal.images import FORMATS, MAX_WIDTH, QUALITY, SMALLER, PublishedImage
from giamngheo.rendering.outputs import OutputFile

DECODERS = ("JPEG", "PNG", "WEBP")
"""Formats that are opened at all, whatever a file is called: some others start programs or read more files."""

_BROKEN = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, OverflowError, struct.error)
"""What decoders raise on damaged files; they promise nothing narrower."""

_MAX_PIXELS = 40_000_000


def decoding_fault(path: Path) -> str:
    """Why the file cannot be read as an image, in Vietnamese, or an empty text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            with Image.open(path, formats=DECODERS) as image:
                if image.width * image.height > _MAX_PIXELS:
                    return "ảnh quá lớn"
                image.load()
    except Image.DecompressionBombError:
        return "ảnh quá lớn"
    except _BROKEN:
        return "tệp hỏng"
    return ""


def make_image(content: bytes, file: str) -> PublishedImage:
    """All files that are served of the image `content`; `file` is its path below content/."""
    kind = FORMATS[Path(file).suffix.lower()]
    with Image.open(BytesIO(content), formats=DECODERS) as opened:
        upright = ImageOps.exif_transpose(opened)
        mode = "RGB" if kind == "JPEG" else "RGBA"
        largest = _clean(upright, mode, min(MAX_WIDTH, upright.width))
    smaller = [
        (OutputFile(f"/assets/{width}/{file}", _encode(_clean(largest, mode, width), kind)), width)
        for width in sorted(SMALLER, reverse=True)
        if width < largest.width
    ]
    files = ((OutputFile(f"/{file}", _encode(largest, kind)), largest.width), *smaller)
    return PublishedImage(*largest.size, files)


def _clean(image: Image.Image, mode: str, width: int) -> Image.Image:
    """A copy of the picture alone, in `width`: no EXIF, place or comment comes along."""
    if image.width != width:
        image = image.resize((width, max(1, round(image.height * width / image.width))))
    clean = Image.new(mode, image.size)
    clean.paste(image.convert(mode))
    return clean


def _encode(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    image.save(out, kind, quality=QUALITY, optimize=True)
    return out.getvalue()
