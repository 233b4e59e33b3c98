"""Content-addressed cache: the key is a digest of all that a result depends on, so nothing ever goes stale.

The folder may be deleted at any time. A damaged or foreign file counts as absent.
"""

from __future__ import annotations

import contextlib
import json
import os
from base64 import b64decode, b64encode
from collections.abc import Callable
from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import giamngheo


def digest(*parts: str) -> str:
    """Key of a result: a digest of everything it depends on."""
    state = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(f"{len(data)}:".encode() + data)
    return state.hexdigest()


@cache
def code_digest() -> str:
    """Digest of the core and of the libraries it renders with: a better check must not meet an old verdict."""
    root = Path(giamngheo.__file__).parent
    sources = [path.read_text("utf-8") for path in sorted(root.rglob("*.py"))]
    return digest(*sources, *(metadata.version(name) for name in ("Markdown", "nh3", "PyYAML")))


class Cache:
    """JSON values by digest below one folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    @property
    def is_kept(self) -> bool:
        """True where what is put comes back."""
        return self._folder is not None

    def get(self, key: str) -> object | None:
        """Return the kept value, or None."""
        if self._folder is None:
            return None
        try:
            with open(self._file(key), "rb") as kept:  # noqa: PTH123 - see `_file`
                return json.loads(kept.read())  # type: ignore[no-any-return]
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a full or read-only disk only costs the next build its time."""
        if self._folder is None:
            return
        file = self._file(key)
        part = f"{file}.{os.getpid()}"
        content = json.dumps(value, ensure_ascii=False).encode()
        with contextlib.suppress(OSError):
            try:
                _write(part, content)
            except FileNotFoundError:  # the first of its folder
                Path(part).parent.mkdir(parents=True, exist_ok=True)
                _write(part, content)
            os.replace(part, file)  # noqa: PTH105 - see `_file`

    def beside(self, name: str) -> Path | None:
        """A file of the folder that is replaced by each build (`ground.chunks`); None where nothing is kept."""
        return self._folder / name if self._folder else None

    def bytes_of(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Return the kept bytes, or make and keep them."""
        kept = self.get(key)
        if isinstance(kept, str):
            with contextlib.suppress(ValueError):  # what is not base64 counts as absent, too
                return b64decode(kept, validate=True)
        made = make()
        self.put(key, b64encode(made).decode())
        return made

    def _file(self, key: str) -> str:
        """Asked ten thousand times by a cold build: a `Path` for each would cost as much as reading the file."""
        return f"{self._folder}/{key[:2]}/{key[2:]}.json"


def _write(file: str, content: bytes) -> None:
    with open(file, "wb") as out:  # noqa: PTH123 - see `Cache._file`
        out.write(content)
