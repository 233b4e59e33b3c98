"""What the page of a pack shows."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.outlets.packs.texts import PackTexts
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Preview


class PackView(Struct, frozen=True):
    """The pack of one item."""

    item: Link
    texts: PackTexts
    picture: Preview
    credit: str
    file: str
    """Address of the texts as one file."""
    is_drawn: bool
