"""Content-addressed cache: the key is a digest of all that a result depends on, so nothing ever goes stale.

The folder may be deleted at any time. A damaged or foreign file counts as absent.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path
from typing import TypeVar

import msgspec

import giamngheo

Kept = TypeVar("Kept")

KEPT_DAYS = 14
"""Days that a result stays which no build asks for."""

_DAY = 86_400.0
_DIGEST = 16
"""Bytes of a digest that tells damaged bytes from whole ones."""


def digest(*parts: str) -> str:
    """Key of a result: a digest of everything it depends on."""
    state = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(f"{len(data)}:".encode() + data)
    return state.hexdigest()


def digest_of(value: object) -> str:
    """Digest of a value of plain types and Structs, in a tenth of the time of its `repr`: equal values, equal digests.

    It does not tell of which types the parts are: whoever keeps something under it puts `code_digest` beside it.
    """
    return blake2b(msgspec.msgpack.encode(value), digest_size=20).hexdigest()


@cache
def code_digest() -> str:
    """Digest of the core and of the libraries it renders with: a better check must not meet an old verdict."""
    root = Path(giamngheo.__file__).parent
    sources = [path.read_text("utf-8") for path in sorted(root.rglob("*.py"))]
    return digest(*sources, *(metadata.version(name) for name in ("Markdown", "nh3", "PyYAML")))


class Cache:
    """Values that msgspec writes as JSON, and bytes, by digest below one folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def is_kept(self) -> bool:
        """True where what is put comes back."""
        return self._folder is not None

    def get(self, key: str, kind: type[Kept]) -> Kept | None:
        """Return the kept value of this type, or None; anything that does not fit counts as absent."""
        try:
            return msgspec.json.decode(self._read(key, "json"), type=kind)
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a full or read-only disk only costs the next build its time."""
        if self._folder is not None:
            self._keep(key, "json", msgspec.json.encode(value))

    def value_of(self, key: str, kind: type[Kept], make: Callable[[], Kept]) -> Kept:
        """Return the kept value of this type, or make and keep it."""
        kept = self.get(key, kind)
        if kept is None:
            kept = make()
            self.put(key, kept)
        return kept

    def last_value(self, name: str, made_from: str, kind: type[Kept], make: Callable[[], Kept]) -> Kept:
        """Return what the last build kept under `name` where that was made from the same, or make it anew in its place.

        For what is large and changes often: only the last one is kept.
        """
        key = digest("last", name)
        before, kept = self.get(key, tuple[str, msgspec.Raw]) or ("", msgspec.Raw())
        if before == made_from:
            with contextlib.suppress(ValueError):
                return msgspec.json.decode(kept, type=kind)
        made = make()
        self.put(key, (made_from, made))
        return made

    def sweep(self) -> None:
        """Once a day remove what no build asked for in `KEPT_DAYS`: results of old texts, of old code.

        What was withdrawn leaves the machine that way too. Losing a result only costs the time to make it again.
        """
        if self._folder is None:
            return
        stamp = self._folder / "swept"
        with contextlib.suppress(OSError):
            before = stamp.stat().st_mtime if stamp.exists() else 0.0
            stamp.touch()
            now = stamp.stat().st_mtime
            if now - before >= _DAY:
                for file in self._folder.glob("[0-9a-f][0-9a-f]/*"):
                    if now - file.stat().st_mtime > KEPT_DAYS * _DAY:
                        file.unlink(missing_ok=True)

    def beside(self, name: str) -> Path | None:
        """A file of the folder that is replaced by each build (`ground.chunks`); None where nothing is kept."""
        return self._folder / name if self._folder else None

    def bytes_of(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the kept bytes, or make and keep them; they lie behind a digest of themselves."""
        with contextlib.suppress(OSError):
            kept = self._read(key, "bin")
            if kept[:_DIGEST] == _digest_of(kept[_DIGEST:]):
                return kept[_DIGEST:]
        made = make()
        self._keep(key, "bin", _digest_of(made) + made)
        return made

    def _read(self, key: str, kind: str) -> bytes:
        if self._folder is None:
            raise FileNotFoundError
        file = self._file(key, kind)
        with open(file, "rb") as kept:  # noqa: PTH123 - see `_file`
            if time.time() - os.fstat(kept.fileno()).st_mtime > _DAY:  # noted at most once a day, for `sweep`
                with contextlib.suppress(OSError):
                    os.utime(file)
            return kept.read()

    def _keep(self, key: str, kind: str, content: bytes) -> None:
        if self._folder is None:
            return
        keep_file(self._file(key, kind), content)

    def _file(self, key: str, kind: str) -> str:
        """Asked ten thousand times by a cold build: a `Path` for each would cost as much as reading the file."""
        return f"{self._folder}/{key[:2]}/{key[2:]}.{kind}"


def keep_file(file: str | Path, *pieces: bytes) -> None:
    """Put a file in place of the one before, whole; a full or read-only disk only costs the next build its time."""
    part = f"{file}.{os.getpid()}"
    with contextlib.suppress(OSError):
        try:
            _write(part, pieces)
        except FileNotFoundError:  # the first of its folder
            Path(part).parent.mkdir(parents=True, exist_ok=True)
            _write(part, pieces)
        os.replace(part, file)  # noqa: PTH105 - see `Cache._file`


def _write(file: str, pieces: Iterable[bytes]) -> None:
    with open(file, "wb") as out:  # noqa: PTH123 - see `Cache._file`
        out.writelines(pieces)


def _digest_of(content: bytes) -> bytes:
    return blake2b(content, digest_size=_DIGEST).digest()
