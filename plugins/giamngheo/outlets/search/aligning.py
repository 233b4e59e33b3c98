"""Which pages of the last index stand in the new one, in the same order; what stands between them instead."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from giamngheo.outlets.search.lists import Cuts

Kept: TypeAlias = list[tuple[int, int]]
"""Places of pages in the last index and in the new one; both grow."""


class Gap(Struct, frozen=True):
    """Pages that went and pages that came, between two that stayed; with the numbers of the first unit of each."""

    old_pages: range
    new_pages: range
    old_unit: int
    new_unit: int


def stayed(old: Sequence[str], new: Sequence[str]) -> Kept:
    """Most pages that can be said to have stayed: the longest rising sequence. Time n log n."""
    place_of = {key: place for place, key in enumerate(old)}
    found = [(place_of[key], place) for place, key in enumerate(new) if key in place_of]
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (place, _) in enumerate(found):
        length = bisect_left(ends, place)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [at]
    kept: Kept = []
    at = last[-1] if last else -1
    while at >= 0:
        kept.append(found[at])
        at = before[at]
    return kept[::-1]


def align(kept: Kept, old: Sequence[int], new: Sequence[int]) -> tuple[list[Gap], Cuts]:
    """What lies between pages that stayed, and how their units shift; `old` and `new` count units, page by page."""
    gaps: list[Gap] = []
    cuts: list[tuple[int, int]] = []
    old_page = new_page = old_unit = new_unit = 0
    for old_next, new_next in [*kept, (len(old), len(new))]:
        went, came = range(old_page, old_next), range(new_page, new_next)
        if went or came:
            gaps.append(Gap(went, came, old_unit, new_unit))
        shift = new_unit - old_unit
        old_unit += sum(old[page] for page in went)
        new_unit += sum(new[page] for page in came)
        if new_unit - old_unit != shift:
            cuts.append((old_unit, new_unit - old_unit - shift))
        units = sum(old[old_next : old_next + 1])  # none at the end
        old_unit, new_unit = old_unit + units, new_unit + units
        old_page, new_page = old_next + 1, new_next + 1
    return gaps, cuts
