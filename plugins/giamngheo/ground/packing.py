"""Texts that are kept for the whole of a build, and looked at now and then."""

from __future__ import annotations

import zlib

_FASTEST = 1


def pack(text: str) -> bytes:
    """Pack any text, lone surrogates included: in memory, Vietnamese takes two bytes a character, packed one half."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _FASTEST)


def unpack(packed: bytes) -> str:
    """Return the text again, a new one each time."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")
