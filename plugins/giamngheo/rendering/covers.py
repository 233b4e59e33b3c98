"""Covers for links in chats and social networks: what is written on them, and how large they are.

They are drawn in `cover_drawing`, which loads Pillow; pages only name them.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

from msgspec import Struct

from giamngheo.ground.cache import digest, digest_of

WIDTH, HEIGHT = 1200, 630
"""Pixels: what Facebook and Zalo show without cutting (1.91 : 1)."""


class Cover(Struct, frozen=True):
    """What is written on a cover; `state` only where it changes what a reader would expect ("đã hết hiệu lực")."""

    topic: str
    topic_name: str
    title: str
    place: str
    portal: str
    state: str = ""

    @property
    def key(self) -> str:
        """Digest of everything the picture depends on."""
        return digest("cover", _look(), digest_of(self))


@cache
def _look() -> str:
    """Digest of what decides how covers look: the drawing, the motifs, font and library."""
    here = Path(__file__)
    sources = (here.with_name(name).read_bytes() for name in ("cover_drawing.py", "motif_table.py"))
    versions = (metadata.version(name) for name in ("Pillow", "fontpkg-be-vietnam-pro"))
    return digest(*(blake2b(source).hexdigest() for source in sources), *versions)
