"""Sound files of items, made by `giamngheo speak` and kept in `content/sounds`: offered while they say what is true.

`<id>.<ending>` is the sound, `<id>.txt` the text that was read for it. When the item's texts have changed since, the
sound is old: a wrong amount would be on the air.
"""

from __future__ import annotations

import io
import wave
from collections.abc import Iterator, Mapping
from pathlib import Path

from giamngheo.catalog import Catalog
from giamngheo.content.disk import Folder, read_source, reason_of
from giamngheo.content.frontmatter import SourceFile
from giamngheo.content.loader import Content
from giamngheo.ground.cache import Cache
from giamngheo.ground.problems import Location, Problem
from giamngheo.outlets.broadcast import ItemScripts, item_scripts
from giamngheo.rendering.media import endings, sound_type
from giamngheo.rendering.outputs import OutputFile, Sound

FOLDER = "sounds"
_TEXT = ".txt"
ENDINGS = endings("audio")


def collect_sounds(root: Path, scripts: Mapping[str, ItemScripts]) -> tuple[dict[str, Sound], tuple[OutputFile, ...]]:
    """Sounds by the id of their item, and the files to serve; old and unreadable ones are left out."""
    sounds: dict[str, Sound] = {}
    files: list[OutputFile] = []
    for path in _sound_files(root):
        script = scripts.get(path.stem)
        if script is None or _fault(path, script):
            continue
        content = path.read_bytes()
        kind, ending = sound_type(content[:12])
        address = f"/phat-thanh/{path.stem}{ending}"
        sounds[path.stem] = Sound(address, len(content), kind, _seconds(content, kind, _text_of(path), script))
        files.append(OutputFile(address, content))
    return sounds, tuple(files)


def check_sounds(content: Content, catalog: Catalog, cache: Cache) -> Iterator[Problem]:
    """Yield sounds that are not offered although their item is read out, or that belong to no item."""
    paths = _sound_files(content.root)
    scripts = item_scripts(catalog, cache, {path.stem for path in paths}) if paths else {}
    known = {loaded.item.id for loaded in content.items}
    for path in paths:
        script = scripts.get(path.stem)
        reason = _fault(path, script) if script else "" if path.stem in known else f"không có bài nào mã {path.stem}"
        if reason:
            place = Location(path.relative_to(content.root.parent).as_posix())
            yield Problem("am-thanh-khong-dung", place, {"reason": reason})


def _sound_files(root: Path) -> list[Path]:
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return []
    try:
        return sorted(p for p in folder.iterdir() if p.suffix != _TEXT and p.is_file() and not p.is_symlink())
    except OSError:  # told by the loader
        return []


def _fault(path: Path, script: ItemScripts) -> str:
    """Why a sound is not offered, or an empty text."""
    if _text_of(path) not in {spoken.text for spoken in script.texts.values()}:
        return "đọc lời cũ của bài"
    try:
        with path.open("rb") as file:
            kind, _ = sound_type(file.read(12))
    except OSError as error:
        return f"không đọc được ({reason_of(error)})"
    return "" if kind else "không phải tệp WAV, MP3, OGG hoặc M4A"


def _text_of(path: Path) -> str:
    """What was read for the sound `path`; empty where that is not known."""
    read = read_source(Folder(path.parent), path.with_suffix(_TEXT))
    return read.text.rstrip("\n") if isinstance(read, SourceFile) else ""


def _seconds(content: bytes, kind: str, text: str, script: ItemScripts) -> int:
    """Measured where the format says it plainly, otherwise as the text is reckoned."""
    if kind == "audio/wav":
        try:
            with wave.open(io.BytesIO(content)) as sound:
                return int(sound.getnframes() / sound.getframerate() + 0.5)
        except (wave.Error, EOFError, ZeroDivisionError):
            pass
    return next(spoken.seconds for spoken in script.texts.values() if spoken.text == text)
