"""Checks and files of what is printed and played: letters that the font has, sound and film that play, transcripts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from giamngheo.catalog import Catalog
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.nodes import Node
from giamngheo.content.schema import Material, Policy
from giamngheo.ground.problems import Location, Problem
from giamngheo.portal.assets import check_file
from giamngheo.rendering.fonts import unprintable
from giamngheo.rendering.media import endings, is_media, media_type
from giamngheo.rendering.outputs import LateFile, Sound

HEAVY_MB = 20
"""Megabytes of a recording from which the editor is warned: ten minutes on a slow link."""

_ON_LEAFLETS = ("title", "summary", "benefit", "eligibility", "amounts", "steps", "contact", "season")
"""Keys of a policy whose words are printed on its leaflet."""


def check_printable(loaded: LoadedItem, front: Node) -> Iterator[Problem]:
    """Yield words of an item that its banner or leaflet would show without some letters, and a missing transcript."""
    item = loaded.item
    if isinstance(item, Policy):
        yield from _check_letters(loaded, front, _ON_LEAFLETS, "chu-khong-in-duoc")
    if isinstance(item, Material):
        yield from _check_letters(loaded, front, ("slogans",), "khau-hieu-thieu-chu")
        if item.recording and not loaded.body.strip():
            yield Problem("thieu-loi-ghi", Location(loaded.path, loaded.body_line))


def check_recording(content: Content, loaded: LoadedItem) -> Iterator[Problem]:
    """Yield what keeps the sound or film of a material from being played; other items have none."""
    item = loaded.item
    if isinstance(item, Material) and item.recording:
        file, place = item.recording.file, loaded.locate("recording", "file")
        faults = list(check_file(content, file, place, "attachments"))
        yield from faults or _check_media(content.root / file, file, place, item.kind)


def recordings_of(catalog: Catalog) -> dict[str, Material]:
    """Public materials with a recording, by the file below the content folder."""
    return {m.recording.file: m for _, m in catalog.of_kind(Material) if m.recording}


def recording_sizes(root: Path, catalog: Catalog) -> dict[str, int]:
    """Bytes of recordings by their address."""
    return {f"/{file}": (root / file).stat().st_size for file in recordings_of(catalog)}


def recording_sounds(root: Path, catalog: Catalog) -> dict[str, Sound]:
    """Recordings that newsrooms receive as enclosures, by id of their item; films are too heavy to send unasked."""
    found = {}
    for file, material in recordings_of(catalog).items():
        if material.recording and material.kind == "am-thanh":
            size = (root / file).stat().st_size
            found[material.id] = Sound(f"/{file}", size, media_type(file), material.recording.length)
    return found


def recording_files(root: Path, catalog: Catalog) -> Iterator[LateFile]:
    """Yield sound and film, read when they are written: a film would not fit into memory beside the pages."""
    for file in sorted(recordings_of(catalog)):
        yield LateFile(f"/{file}", partial((root / file).read_bytes))


def _check_letters(loaded: LoadedItem, front: Node, keys: tuple[str, ...], code: str) -> Iterator[Problem]:
    for key in keys:
        node = front.find((key,))
        for text, line in _texts(node, front.line_of((key,))) if node else ():
            if characters := unprintable(text):
                yield Problem(code, Location(loaded.path, line), {"characters": characters})


def _texts(node: Node, line: int) -> Iterator[tuple[str, int]]:
    """All scalars below a node with their lines."""
    value = node.value
    if isinstance(value, str):
        yield value, node.line or line
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part, line)
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, node.key_lines.get(key, line))


def _check_media(path: Path, file: str, place: Location, kind: str) -> Iterator[Problem]:
    wanted = endings("audio" if kind == "am-thanh" else "video")
    with path.open("rb") as opened:
        is_right = path.suffix.lower() in wanted and is_media(file, opened.read(12))
    if not is_right:
        expected = f"tệp {', '.join(e[1:].upper() for e in wanted)} thật"
        yield Problem("tep-phat-sai", place, {"file": file, "expected": expected})
    elif (size := path.stat().st_size) > HEAVY_MB * 1_000_000:
        values = {"file": file, "size": str(size // 1_000_000), "limit": str(HEAVY_MB)}
        yield Problem("tep-phat-nang", place, values)
