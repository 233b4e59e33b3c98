"""What may be attached for readers to download, and whether a file is what its ending says."""

from __future__ import annotations

import zipfile
from pathlib import Path

from giamngheo.rendering.media import is_media

_PACKED = (".docx", ".odt", ".xlsx", ".ods", ".pptx", ".odp", ".zip")
_OLD_OFFICE = (".doc", ".xls", ".ppt")
_WORDS = (".csv", ".txt")
_MEDIA = (".mp3", ".mp4")
_PICTURES = (".jpg", ".jpeg", ".png")
DOWNLOADS = frozenset((".pdf", *_PACKED, *_OLD_OFFICE, *_WORDS, *_MEDIA, *_PICTURES))
"""Endings; nothing that a browser would run in the name of the portal, such as .html or .svg."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_FIRST = 1024
"""Bytes within which a PDF file says that it is one (ISO 32000-1, annex H.3)."""

_MOST_UNPACKED = 100_000_000
_MOST_SWELLING = 20
"""Bytes, and times its own size, beyond both of which an archive can only be meant to fill up a reader's device."""


def is_download(path: Path) -> bool:
    """True where a file other than a picture is of the kind that its ending says; raises OSError."""
    suffix = path.suffix.lower()
    with path.open("rb") as opened:
        first = opened.read(_FIRST)
    if suffix in _PACKED:
        return _is_archive(path)
    if suffix in _OLD_OFFICE:
        return first.startswith((_OLE, b"{\\rtf"))  # offices save RTF under the ending .doc
    if suffix in _WORDS:
        return b"\0" not in first or first.startswith((b"\xff\xfe", b"\xfe\xff"))
    return is_media(path.name, first) if suffix in _MEDIA else b"%PDF-" in first


def _is_archive(path: Path) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    return unpacked <= max(_MOST_UNPACKED, _MOST_SWELLING * path.stat().st_size)
