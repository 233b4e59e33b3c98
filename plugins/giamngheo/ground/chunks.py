"""A file of many pieces that is replaced whole: what one build leaves for the next, read piece by piece.

Not content-addressed: there is one of a name, and its key says what it was made by. Pieces lie one after the other,
then their lengths and some notes as JSON, then a digest of everything before it. The file may be deleted at any
time. A damaged, foreign or half-written one counts as absent.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from itertools import accumulate
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

_DIGEST = 16
_LENGTH = 8
_BLOCK = 1 << 20


class Chunks:
    """A file as it was left; `notes` are those of its writer."""

    def __init__(self, file: BinaryIO, lengths: list[int], notes: dict[str, Any]) -> None:
        self.notes = notes
        self._file, self._lengths = file, lengths
        self._starts = [0, *accumulate(lengths)]

    def __len__(self) -> int:
        return len(self._lengths)

    def __getitem__(self, number: int) -> bytes:
        self._file.seek(self._starts[number])
        return self._file.read(self._lengths[number])


class ChunkWriter:
    """Takes pieces in order. A full or read-only disk only costs the next build its time."""

    def __init__(self, file: Path | None, key: str) -> None:
        self._target, self._key = file, key
        self._part = file.with_suffix(f".{os.getpid()}") if file else Path(os.devnull)
        self._lengths: list[int] = []
        self._digest = blake2b(digest_size=_DIGEST)
        self._out: BinaryIO | None = None
        if file:
            with suppress(OSError):
                file.parent.mkdir(parents=True, exist_ok=True)
                self._out = self._part.open("wb")

    def add(self, piece: bytes) -> None:
        """Take the next piece."""
        self._lengths.append(len(piece))
        self._write(piece)

    def finish(self, notes: dict[str, object]) -> None:
        """Put the file in place of the one before; what cannot be put there is given up in the end."""
        tail = msgspec.json.encode({"key": self._key, "lengths": self._lengths, "notes": notes})
        self._write(tail)
        self._write(len(tail).to_bytes(_LENGTH))
        self._write(self._digest.digest())
        if self._out and self._target:
            with suppress(OSError):
                self._out.close()
                self._part.replace(self._target)
                self._out = None

    def give_up(self) -> None:
        """Leave nothing behind of a file that did not become whole."""
        out, self._out = self._out, None
        if out:
            with suppress(OSError):
                out.close()
            with suppress(OSError):
                self._part.unlink()

    def _write(self, piece: bytes) -> None:
        if self._out:
            try:
                self._digest.update(piece)
                self._out.write(piece)
            except OSError:
                self.give_up()


@contextmanager
def write_chunks(file: Path | None, key: str) -> Iterator[ChunkWriter]:
    """Write a file anew, beside the one before until `finish` is called; without a file nothing is kept."""
    writer = ChunkWriter(file, key)
    try:
        yield writer
    finally:
        writer.give_up()


@contextmanager
def read_chunks(file: Path | None, key: str) -> Iterator[Chunks | None]:
    """Open what a writer of the same `key` left whole; None otherwise."""
    try:
        opened = file.open("rb") if file else None
    except OSError:
        opened = None
    if opened is None:
        yield None
        return
    with opened:
        yield _checked(opened, key)


def _checked(file: BinaryIO, key: str) -> Chunks | None:
    """Read all of it once: a wrong byte must not reach a site."""
    try:
        size = os.fstat(file.fileno()).st_size - _DIGEST
        if size < _LENGTH or _digest_of(file, size) != file.read():
            return None
        file.seek(size - _LENGTH)
        length = int.from_bytes(file.read(_LENGTH))
        file.seek(size - _LENGTH - length)
        tail = msgspec.json.decode(file.read(length))
        return Chunks(file, tail["lengths"], tail["notes"]) if tail["key"] == key else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _digest_of(file: BinaryIO, size: int) -> bytes:
    state = blake2b(digest_size=_DIGEST)
    while size > 0 and (block := file.read(min(size, _BLOCK))):
        state.update(block)
        size -= len(block)
    return state.digest()
