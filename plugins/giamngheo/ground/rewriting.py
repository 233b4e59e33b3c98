"""Rewriting: a text in which pieces were replaced, and the way back to the offsets of the original.

Whoever searches for patterns in a plainer form of a text answers with places in the text as it was written.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from msgspec import Struct

Piece = tuple[int, int, str]
"""Begin and end of a stretch of the original, and what stands in its place; "" where it is left out."""


class Rewritten(Struct, frozen=True):
    """A rewritten text, and for each piece where it stands and where the original stood; without any, all is equal."""

    text: str
    _begins: tuple[int, ...] = ()
    _ends: tuple[int, ...] = ()
    _original_begins: tuple[int, ...] = ()
    _original_ends: tuple[int, ...] = ()

    def origin(self, offset: int) -> int:
        """Offset in the original of the character at `offset`; of a character of a piece, where the piece began.

        The end of the text leads to the end of the original, any other end just past what was left out before it.
        """
        return self._stretch(offset)[0]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span of the original from which `text[start:end]` comes, pieces whole; `start` is less than `end`."""
        return self._stretch(start)[0], self._stretch(end - 1)[1]

    def _stretch(self, offset: int) -> tuple[int, int]:
        """Span in the original of one character."""
        piece = bisect_right(self._begins, offset) - 1
        if piece < 0:
            return offset, offset + 1
        if offset < self._ends[piece]:
            return self._original_begins[piece], self._original_ends[piece]
        original = offset + self._original_ends[piece] - self._ends[piece]
        return original, original + 1


def rewrite(text: str, pieces: Iterable[Piece]) -> Rewritten:
    """Replace `pieces`, which come in their order and do not overlap; takes time in proportion to the length."""
    parts: list[str] = []
    places: list[tuple[int, int, int, int]] = []
    done = length = 0
    for begin, end, instead in pieces:
        parts += (text[done:begin], instead)
        start = length + begin - done
        length = start + len(instead)
        places.append((start, length, begin, end))
        done = end
    if not places:
        return Rewritten(text)
    return Rewritten("".join((*parts, text[done:])), *zip(*places, strict=True))
