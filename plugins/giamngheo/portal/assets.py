"""Images and attachments: found inside the content folder only, images without their hidden data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from giamngheo.catalog import Catalog
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.ground.problems import Location, Problem
from giamngheo.outlets.pages.views import ImageView
from giamngheo.rendering import Rendered
from giamngheo.rendering.links import find_images, target_file

MAX_WIDTH = 1200
"""Widest image that is served, in pixels: twice the widest column of text."""

_MAX_PIXELS = 40_000_000
_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that the site serves beside its pages; `address` begins with a slash."""

    address: str
    content: bytes


def check_assets(content: Content, loaded: LoadedItem, rendered: Rendered) -> Iterator[Problem]:
    """Yield files that an item names and that are missing, lie elsewhere, or are no image."""
    item = loaded.item
    if item.image:
        yield from _check_image(content, item.image.file, loaded.locate("image", "file"))
    for index, attachment in enumerate(item.attachments):
        place = loaded.locate("attachments", index, "file")
        yield from _check_file(content, attachment.file, place, "attachments")
    if source_file := getattr(item, "source_file", None):
        yield from _check_file(content, source_file, loaded.locate("source_file"), "attachments")
    for target in find_images(rendered.html):
        file, _ = target_file(loaded.path, target)
        at = loaded.body.find(target)
        line = loaded.body_line + (loaded.body.count("\n", 0, at) if at >= 0 else 0)
        inside = file.removeprefix(f"{content.root.name}/")
        yield from _check_image(content, inside if inside != file else f"../{file}", Location(loaded.path, line))


def collect_assets(
    content: Content, catalog: Catalog, bodies: Mapping[str, Rendered]
) -> tuple[dict[str, ImageView], tuple[Asset, ...]]:
    """Read what public items use: the image of each item for its page, and all files to serve."""
    views: dict[str, ImageView] = {}
    assets: dict[str, Asset] = {}
    for entry in catalog.entries:
        item, path = entry.item, entry.loaded.path
        if item.image:
            asset, size = publish_image(content.root, item.image.file)
            assets[asset.address] = asset
            views[path] = ImageView(asset.address, item.image.alt, item.image.credit, *size)
        for target in find_images(bodies[path].html):
            asset, _ = publish_image(content.root, target.removeprefix("site:/"))
            assets[asset.address] = asset
        for attachment in item.attachments:
            file = content.root / attachment.file
            assets[f"/{attachment.file}"] = Asset(f"/{attachment.file}", file.read_bytes())
    return views, tuple(assets[key] for key in sorted(assets))


def publish_image(root: Path, file: str) -> tuple[Asset, tuple[int, int]]:
    """Image as it is served: upright, at most `MAX_WIDTH` wide, without EXIF, place or comment."""
    kind = _FORMATS[Path(file).suffix.lower()]
    with Image.open(root / file) as opened:
        image = ImageOps.exif_transpose(opened)
        if image.width > MAX_WIDTH:
            image = image.resize((MAX_WIDTH, round(image.height * MAX_WIDTH / image.width)))
        mode = "RGB" if kind == "JPEG" else "RGBA"
        clean = Image.new(mode, image.size)
        clean.paste(image.convert(mode))
    out = BytesIO()
    clean.save(out, kind, quality=80, optimize=True)
    return Asset(f"/{file}", out.getvalue()), clean.size


def _check_file(content: Content, file: str, place: Location, folder: str) -> Iterator[Problem]:
    path = content.root / file
    home = (content.root / folder).resolve()
    if not path.resolve().is_relative_to(home) or Path(file).is_absolute():
        yield Problem("tep-ngoai-thu-muc", place, {"file": file, "folder": f"content/{folder}"})
    elif not path.is_file():
        yield Problem("tep-thieu", place, {"file": file})


def _check_image(content: Content, file: str, place: Location) -> Iterator[Problem]:
    faults = list(_check_file(content, file, place, "images"))
    yield from faults
    if not faults and (reason := _image_fault(content.root / file)):
        yield Problem("anh-sai", place, {"file": file, "reason": reason})


def _image_fault(path: Path) -> str:
    """Why the file cannot be served as an image, or an empty text."""
    if path.suffix.lower() not in _FORMATS:
        return f"đuôi {path.suffix or 'trống'}"
    try:
        with Image.open(path) as image:
            if image.width * image.height > _MAX_PIXELS:
                return "ảnh quá lớn"
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return "tệp hỏng"
    return ""
