"""Deadlines of an outline with the sentence they stand in and the bodies they fall to."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from giamngheo.legal.blocks import CLOSING_KINDS, HEAD_KINDS, Block, BlockKind, Outline
from giamngheo.legal.deadlines import find_deadlines
from giamngheo.legal.values import Addressee, Due, Duty, Role

_LEFT_OUT = HEAD_KINDS | CLOSING_KINDS | {BlockKind.PREAMBLE, BlockKind.SEPARATOR}
_LONGEST = 1500
"""Characters of a sentence that are kept; the longest in the plans has 620."""
_STOP = re.compile(r"[.;!?…]+(?=\s|$)")


def find_due(outline: Outline, duties: Sequence[Duty]) -> tuple[Due, ...]:
    """Return the deadlines of the text in its order; `duties` are those of the same outline. Never raises; linear."""
    starts = [duty.start for duty in duties]
    return tuple(due for block in outline.blocks for due in _in_block(outline, block, duties, starts))


def _in_block(outline: Outline, block: Block, duties: Sequence[Duty], starts: list[int]) -> Iterator[Due]:
    if block.kind in _LEFT_OUT:
        return
    text = outline.source_of(block)
    skipped = len(block.marker) if block.marker and text.startswith(block.marker) else 0
    boundaries = [skipped, *(match.end() for match in _STOP.finditer(text)), len(text)]
    for deadline in find_deadlines(text):
        at = bisect_right(boundaries, deadline.start) - 1
        ends = [end for end in boundaries[at + 1 : at + 3] if end >= deadline.end] or [len(text)]
        sentence = text[boundaries[at] : min(ends[0], boundaries[at] + _LONGEST)].strip()
        moved = replace(deadline, start=block.start + deadline.start, end=block.start + deadline.end)
        duty = _duty_at(duties, starts, moved.start, block)
        yield Due(moved, block.anchor, sentence, _responsible(duty))


def _duty_at(duties: Sequence[Duty], starts: list[int], position: int, block: Block) -> Duty | None:
    """Return the duty that `position` lies in, or the one before it in the same block."""
    index = bisect_right(starts, position) - 1
    if index < 0:
        return None
    duty = duties[index]
    return duty if position < duty.end or duty.start >= block.start else None


def _responsible(duty: Duty | None) -> tuple[Addressee, ...]:
    return tuple(a for a in duty.addressees if a.role is not Role.COOPERATING) if duty else ()
