"""Digests of entries, kept for the next build: what an entry is made from stands in many items and registers.

Looking at all of it for every entry was a third of the work of a rebuild in which one text had changed.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct, field

from giamngheo.ground.cache import keep_file


class _Record(Struct, frozen=True):
    common: str
    digests: dict[str, str]


class KeptDigests(Struct):
    """Digests by name, in the file of the last build; `common` is one of what all are made from besides their name."""

    file: Path | None
    """None: nothing is kept."""
    common: str
    _kept: dict[str, str] | None = None
    _used: dict[str, str] = field(default_factory=dict)

    def of(self, name: str, make: Callable[[], str]) -> str:
        """Return the digest of this name, or make and keep it."""
        if name not in self._used:
            if self._kept is None:
                self._kept = self._read()
            self._used[name] = self._kept.get(name) or make()
        return self._used[name]

    def write(self) -> None:
        """Keep what was asked for."""
        if self.file and self._used != self._kept:
            keep_file(self.file, msgspec.json.encode(_Record(self.common, self._used)))

    def _read(self) -> dict[str, str]:
        """What the last build kept; anything that does not fit counts as absent."""
        if self.file:
            with suppress(OSError, ValueError):
                kept = msgspec.json.decode(self.file.read_bytes(), type=_Record)
                if kept.common == self.common:
                    return kept.digests
        return {}
