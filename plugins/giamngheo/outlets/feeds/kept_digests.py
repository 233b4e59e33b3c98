"""Digests of entries, kept for the next build: what an entry is made from stands in many items and registers.

Looking at all of it for every entry was a third of the work of a rebuild in which one text had changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from giamngheo.ground.cache import keep_file


@dataclass(slots=True)
class KeptDigests:
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
            keep_file(self.file, json.dumps({"common": self.common, "digests": self._used}).encode())

    def _read(self) -> dict[str, str]:
        """What the last build kept; anything that does not fit counts as absent."""
        if self.file:
            with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
                kept = json.loads(self.file.read_bytes())
                if kept["common"] == self.common:
                    return {str(name): str(value) for name, value in kept["digests"].items()}
        return {}
