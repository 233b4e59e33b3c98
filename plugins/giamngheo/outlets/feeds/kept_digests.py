"""Digests of entries, kept for the next build: what an entry is made from stands in many items and registers.

Looking at all of it for every entry was a third of the work of a rebuild in which one text had changed.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path


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
        """Keep what was asked for; a full or read-only disk only costs the next build its time."""
        if self.file is None or self._used == self._kept:
            return
        part = self.file.with_suffix(f".{os.getpid()}")
        with suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps({"common": self.common, "digests": self._used}), "utf-8")
            part.replace(self.file)

    def _read(self) -> dict[str, str]:
        """What the last build kept; anything that does not fit counts as absent."""
        if self.file:
            with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
                kept = json.loads(self.file.read_bytes())
                if kept["common"] == self.common:
                    return {str(name): str(value) for name, value in kept["digests"].items()}
        return {}
