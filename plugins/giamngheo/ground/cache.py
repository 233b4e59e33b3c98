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
            return json.loads(self._file(key).read_bytes())  # type: ignore[no-any-return]
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a full or read-only disk only costs the next build its time."""
        if self._folder is None:
            return
        file = self._file(key)
        with contextlib.suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            part = file.with_suffix(f".{os.getpid()}")
            part.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
            part.replace(file)

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

    def _file(self, key: str) -> Path:
        assert self._folder is not None  # noqa: S101 - both callers have looked
        return self._folder / key[:2] / f"{key[2:]}.json"
