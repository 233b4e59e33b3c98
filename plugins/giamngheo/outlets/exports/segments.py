"""Segments: a text and each of its attachments, cut into letterhead, grounds, body and closing. No block moves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from msgspec import Struct

from giamngheo.ground.characters import drop_illegal
from giamngheo.legal import CLOSING_KINDS, HEAD_KINDS, Block, BlockKind, Outline

Blocks = tuple[Block, ...]

_HEAD = HEAD_KINDS | {BlockKind.ANNEX}
_MAY_STAND_IN_HEAD = _HEAD | {BlockKind.PARAGRAPH, BlockKind.SEPARATOR}
WITHOUT_CITATIONS = _HEAD | CLOSING_KINDS | {BlockKind.SEPARATOR}
"""Kinds in which nothing is cited: a letterhead tells of the text itself."""


class Segment(Struct, frozen=True):
    """One text, all blocks of it in their order: `head`, `grounds`, `body`, `closing`."""

    head: Blocks
    grounds: Blocks
    body: Blocks
    closing: Blocks


def split_segments(outline: Outline) -> list[Segment]:
    """Return the text and its attachments; always at least one."""
    pieces: list[list[Block]] = [[]]
    is_closed = False
    for block in outline.blocks:
        if block.kind is BlockKind.ANNEX or (is_closed and block.kind in _HEAD):
            pieces.append([])
        pieces[-1].append(block)
        is_closed = block.kind in CLOSING_KINDS or (is_closed and block.kind is BlockKind.SEPARATOR)
    return [_cut(piece) for piece in pieces if piece] or [Segment((), (), (), ())]


def clean_text(outline: Outline, block: Block) -> str:
    """Return the words of a block as issued, wrapped lines joined, without what XML forbids."""
    return " ".join(drop_illegal(" ".join(outline.source_of(block).split())).split())


def split_marker(text: str, block: Block) -> tuple[str, str]:
    """Return marker and rest where the text begins with the marker and a space, else no marker and the text."""
    marker = " ".join(block.marker.split())
    if marker and text == marker:
        return marker, ""
    return (marker, text[len(marker) + 1 :]) if marker and text.startswith(f"{marker} ") else ("", text)


def _cut(blocks: Sequence[Block]) -> Segment:
    zone = list(takewhile(lambda b: b.kind in _MAY_STAND_IN_HEAD, blocks))
    begin = max((i + 1 for i, block in enumerate(zone) if block.kind in _HEAD), default=0)
    begin += _count(blocks[begin:], BlockKind.SEPARATOR) if begin else 0
    middle = begin + _count(blocks[begin:], BlockKind.PREAMBLE)
    end = max(middle, _begin_of_closing(blocks))
    return Segment(tuple(blocks[:begin]), tuple(blocks[begin:middle]), tuple(blocks[middle:end]), tuple(blocks[end:]))


def _count(blocks: Sequence[Block], kind: BlockKind) -> int:
    return sum(1 for _ in takewhile(lambda b: b.kind is kind, blocks))


def _begin_of_closing(blocks: Sequence[Block]) -> int:
    """Index of the first block of the run of recipients and signatures at the end."""
    return min(_closing_indexes(blocks), default=len(blocks))


def _closing_indexes(blocks: Sequence[Block]) -> Iterator[int]:
    for index in range(len(blocks) - 1, -1, -1):
        if blocks[index].kind in CLOSING_KINDS:
            yield index
        elif blocks[index].kind is not BlockKind.SEPARATOR:
            return
