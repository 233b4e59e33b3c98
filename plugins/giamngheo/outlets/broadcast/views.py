"""What the templates of the broadcast outlet show."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.rendering.figures import Link


class SheetLine(Struct, frozen=True):
    """One item of a programme, with its text in words; `texts` are its three lengths to download."""

    title: Link
    kind: str
    approved_by: str
    seconds: int
    paragraphs: tuple[str, ...]
    texts: tuple[Link, ...]


class SheetView(Struct, frozen=True):
    """The programme of one place for one week; `minutes` are rounded up, `session` is the time there is."""

    week: str
    minutes: int
    session: int
    text: str
    lines: tuple[SheetLine, ...]


class BroadcastView(Struct, frozen=True):
    """Overview: programmes of places, and the newest items with their texts."""

    week: str
    rate: int
    sheets: tuple[Link, ...]
    newest: tuple[tuple[Link, tuple[Link, ...]], ...]
