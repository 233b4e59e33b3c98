"""Items as they were read before, in files of the cache folder: known by the bytes of the editor's file and its path.

A large file holds nearly all of them, a small one beside it what changed since; processes that read a share leave
theirs. What was written by other code, or damaged, counts as absent. Only items without a problem are kept.
"""

from __future__ import annotations

import pickle
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from msgspec import Struct, field

from giamngheo.content.schema import Item
from giamngheo.ground.cache import Cache, code_digest, keep_file

_WHOLE, _NEW = "items", "items-new"
_REWRITTEN = 8
"""The large file is written again where more than this part of the items is not in it."""
_SEAL = 20


class KeptItem(Struct, frozen=True):
    """What is asked of a file again and again; see `loader.LoadedItem`."""

    item: Item
    digest: str
    front_digest: str


class KeptItems(Struct):
    """Finds what was kept, and keeps what was used of it or is new, in the file `name`."""

    cache: Cache
    name: str = ""
    """Of a share of the items; "" where all of them are read."""
    _whole: dict[str, KeptItem] = field(default_factory=dict)
    _others: dict[str, KeptItem] = field(default_factory=dict)
    _used: dict[str, KeptItem] = field(default_factory=dict)
    _is_written: bool = True
    """False once the files say less than was read."""

    def read(self) -> None:
        """Read what the last builds kept."""
        if file := self.cache.beside(_WHOLE):
            self._whole = _read(file)
            for part in file.parent.glob(f"{_WHOLE}-*"):
                self._others |= _read(part)
                self._is_written &= part.name == _NEW

    def find(self, digest: str) -> KeptItem | None:
        """The item of the file with this digest, if it was read before."""
        if kept := self._whole.get(digest) or self._others.get(digest):
            self._used[digest] = kept
        return kept

    def keep(self, kept: KeptItem) -> None:
        """Keep what was just read."""
        self._used[kept.digest] = kept
        self._is_written = False

    def write(self) -> None:
        """Leave for the next build what it cannot find yet, and no more than it needs."""
        file = self.cache.beside(_WHOLE)
        if file is None or self._is_written:
            return
        new = {digest: kept for digest, kept in self._used.items() if digest not in self._whole}
        if self.name:
            _write(file.with_name(f"{_WHOLE}-{self.name}"), new)
            return
        if len(new) * _REWRITTEN > len(self._used):
            _write(file, self._used)
            new = {}
        _write(file.with_name(_NEW), new)
        for part in file.parent.glob(f"{_WHOLE}-*"):
            if part.name != _NEW:
                with suppress(OSError):  # what lies there still says the truth
                    part.unlink()


def _read(file: Path) -> dict[str, KeptItem]:
    with suppress(OSError):
        content = memoryview(file.read_bytes())  # 20 MB of 10,000 items: no part of it is copied
        if content[:_SEAL] == _seal(content[_SEAL:]):
            kept: dict[str, KeptItem] = pickle.loads(content[_SEAL:])  # noqa: S301 - sealed by this code; and whoever writes here also writes Jinja's compiled templates
            return kept
    return {}


def _write(file: Path, kept: dict[str, KeptItem]) -> None:
    content = pickle.dumps(kept, protocol=5)
    keep_file(file, _seal(content), content)


def _seal(content: bytes | memoryview) -> bytes:
    """Digest of what was kept, keyed by the code that kept it."""
    return blake2b(content, digest_size=_SEAL, key=code_digest().encode()).digest()
