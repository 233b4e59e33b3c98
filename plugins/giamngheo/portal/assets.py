"""Images and attachments: found inside the content folder only."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.ground.cache import Cache, digest
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import slugify
from giamngheo.outlets.feeds import Picture
from giamngheo.outlets.pages.views import ImageView
from giamngheo.portal.downloads import DOWNLOADS, is_download
from giamngheo.portal.images import FORMATS, PublishedImage, image_view, publish_image
from giamngheo.rendering import Rendered
from giamngheo.rendering.links import target_file
from giamngheo.rendering.outputs import OutputFile
from giamngheo.rendering.source_checks import is_elsewhere
from giamngheo.rendering.source_lines import lines_of

_ADDRESS = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)*", re.ASCII)
"""Paths that stand in an address, on pages and in feeds, as they are."""


def check_assets(content: Content, loaded: LoadedItem, rendered: Rendered) -> Iterator[Problem]:
    """Yield files that an item names and that are missing, lie elsewhere, or are no image."""
    item = loaded.item
    if item.image:
        yield from _check_image(content, item.image.file, loaded.locate("image", "file"))
    for index, attachment in enumerate(item.attachments):
        place = loaded.locate("attachments", index, "file")
        yield from _check_attachment(content, attachment.file, place)
    if source_file := getattr(item, "source_file", None):
        yield from _check_attachment(content, source_file, loaded.locate("source_file"))
    for target in rendered.images:
        if is_elsewhere(target):
            continue  # the body's own checks have told that
        file, _ = target_file(loaded.path, target)
        inside = file.removeprefix(f"{content.root.name}/")
        for index in lines_of(loaded.body, target):
            place = Location(loaded.path, loaded.body_line + index)
            yield from _check_image(content, inside if inside != file else f"../{file}", place)


class Assets(Struct, frozen=True):
    """Images by their address, the image of each item by the file of the item, and all files to serve."""

    images: dict[str, PublishedImage]
    views: dict[str, ImageView]
    files: tuple[OutputFile, ...]

    @property
    def sizes(self) -> dict[str, int]:
        """Bytes of what readers may load, by address."""
        return {file.address: len(file.content) for file in self.files}

    @property
    def contents(self) -> dict[str, bytes]:
        """The files by address."""
        return {file.address: file.content for file in self.files}

    @property
    def digest(self) -> str:
        """Of all files."""
        return digest(*(part for file in self.files for part in (file.address, blake2b(file.content).hexdigest())))


def collect_assets(root: Path, catalog: Catalog, bodies: Mapping[str, Rendered], cache: Cache) -> Assets:
    """Read what public items use."""
    images: dict[str, PublishedImage] = {}
    views: dict[str, ImageView] = {}
    attached: dict[str, OutputFile] = {}
    for entry in catalog.entries:
        item, path = entry.item, entry.loaded.path
        own = [item.image.file] if item.image else []
        for file in dict.fromkeys([*own, *(address[1:] for address in bodies[path].images)]):
            if f"/{file}" not in images:
                images[f"/{file}"] = publish_image(root, file, cache)
        if item.image:
            views[path] = image_view(images[f"/{item.image.file}"], item.image.alt, item.image.credit)
        for attachment in item.attachments:
            file = f"/{attachment.file}"
            attached[file] = OutputFile(file, (root / attachment.file).read_bytes())
    files = {f.address: f for image in images.values() for f, _ in image.files} | attached
    return Assets(images, views, tuple(files[key] for key in sorted(files)))


def pictures_of(catalog: Catalog, assets: Assets) -> dict[str, Picture]:
    """The image of each item that has one as feeds announce it, with its true length in bytes, by id of the item."""
    found: dict[str, Picture] = {}
    for entry in catalog.entries:
        if view := assets.views.get(entry.loaded.path):
            kind = f"image/{FORMATS[Path(view.address).suffix.lower()].lower()}"
            length = len(assets.images[view.address].files[0][0].content)
            found[entry.item.id] = Picture(view.address, view.alt, view.credit, view.width, view.height, length, kind)
    return found


def check_file(content: Content, file: str, place: Location, folder: str) -> Iterator[Problem]:
    """Yield a file that is missing or lies outside its folder; the path is as an editor wrote it, below content/."""
    if closed := content.closed.get(folder):
        yield closed  # once, not for each file in it
        return
    try:
        is_inside = (content.root / file).resolve().is_relative_to((content.root / folder).resolve())
        exists = (content.root / file).is_file()
    except (OSError, ValueError, RuntimeError):  # a name too long, a NUL in it, links in a circle
        is_inside, exists = True, False
    if not is_inside or file.startswith("/") or ".." in file.split("/"):
        yield Problem("tep-ngoai-thu-muc", place, {"file": file, "folder": f"content/{folder}"})
    elif not exists:
        yield Problem("tep-thieu", place, {"file": file})
    elif not os.access(content.root / file, os.R_OK):
        yield Problem("tep-khong-doc-duoc", place, {"reason": "không có quyền"})
    elif not _ADDRESS.fullmatch(file):
        path = PurePosixPath(file)
        suggestion = (slugify(path.stem) or "tep") + path.suffix.lower()
        yield Problem("ten-tep-dung-sai", place, {"file": path.name, "suggestion": suggestion})


def _check_attachment(content: Content, file: str, place: Location) -> Iterator[Problem]:
    faults = list(check_file(content, file, place, "attachments"))
    yield from faults
    suffix = Path(file).suffix.lower()
    if faults:
        return
    if suffix not in DOWNLOADS:
        yield Problem("dinh-kem-sai", place, {"file": file})
    elif _image_fault(content.root / file) if suffix in FORMATS else not is_download(content.root / file):
        yield Problem("tep-phat-sai", place, {"file": file, "expected": f"tệp {suffix[1:].upper()} thật"})


def _check_image(content: Content, file: str, place: Location) -> Iterator[Problem]:
    faults = list(check_file(content, file, place, "images"))
    yield from faults
    if not faults and (reason := _image_fault(content.root / file)):
        yield Problem("anh-sai", place, {"file": file, "reason": reason})


def _image_fault(path: Path) -> str:
    """Why the file cannot be served as an image, or an empty text."""
    if path.suffix.lower() not in FORMATS:
        return f"đuôi {path.suffix or 'trống'}"
    from giamngheo.portal.decoding import decoding_fault  # noqa: PLC0415 - loads Pillow

    return decoding_fault(path)
