"""Files of sound and film that browsers play without help: media type by ending, and their first bytes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

_TYPES: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    ".mp3": ("audio/mpeg", lambda b: b[:3] == b"ID3" or (b[:1] == b"\xff" and b[1:2] >= b"\xe0")),
    ".m4a": ("audio/mp4", lambda b: b[4:8] == b"ftyp"),
    ".ogg": ("audio/ogg", lambda b: b[:4] == b"OggS"),
    ".wav": ("audio/wav", lambda b: b[:4] == b"RIFF" and b[8:12] == b"WAVE"),
    ".mp4": ("video/mp4", lambda b: b[4:8] == b"ftyp"),
    ".webm": ("video/webm", lambda b: b[:4] == b"\x1aE\xdf\xa3"),
}
"""Media type of each ending, and what its first twelve bytes are."""


def media_type(file: str) -> str:
    """Media type by the ending of a file, "" for what is neither sound nor film."""
    return _TYPES.get(PurePosixPath(file).suffix.lower(), ("", bool))[0]


def is_media(file: str, first: bytes) -> bool:
    """True where the first bytes are those that the ending promises."""
    suffix = PurePosixPath(file).suffix.lower()
    return suffix in _TYPES and _TYPES[suffix][1](first)


def endings(kind: str) -> tuple[str, ...]:
    """Endings of "audio" or "video"."""
    return tuple(ending for ending, (name, _) in _TYPES.items() if name.startswith(f"{kind}/"))


def sound_type(first: bytes) -> tuple[str, str]:
    """Media type and ending of a sound by its first bytes, or two empty texts."""
    found = ((kind, ending) for ending, (kind, is_meant) in _TYPES.items() if kind[:5] == "audio" and is_meant(first))
    return next(found, ("", ""))
