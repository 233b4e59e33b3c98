"""Lists of units as text: which units have a term, and how it weighs in each.

An entry is a number: unit × 8 + level. A list is written by the steps between its entries, one sign for an entry near
the one before: shifted numbers change one step of a list, however long it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from operator import itemgetter
from typing import TypeAlias

Cuts: TypeAlias = Sequence[tuple[int, int]]
"""Where numbers shift: units from the first number on, as they were counted, move by the second."""

_SIGNS = [chr(c) for c in range(33, 127) if chr(c) not in '"\\']
_LAST, _BEFORE = _SIGNS[:64], _SIGNS[64:90]
"""One sign ends an entry and holds three bits of the gap and the level; signs before it hold the rest of a wide gap."""

_STEP = re.compile(f"[{re.escape(''.join(_BEFORE))}]*[{re.escape(''.join(_LAST))}]")


class _Signs(dict[int, str]):
    """What stands for a step: gap × 8 + level; worked out when it is first met (a pure function: a safe cache)."""

    def __missing__(self, step: int) -> str:
        if step < 0:
            raise ValueError("entries out of order, or two of one unit")
        signs = _LAST[step & 63]
        high = step >> 6
        while high:
            high, digit = divmod(high, len(_BEFORE))
            signs = _BEFORE[digit] + signs
        self[step] = signs
        return signs


class _Steps(dict[str, int]):
    """The other way round."""

    def __missing__(self, signs: str) -> int:
        high = 0
        for sign in signs[:-1]:
            high = high * len(_BEFORE) + _BEFORE.index(sign)
        step = self[signs] = high << 6 | _LAST.index(signs[-1])
        return step


class _Strides(dict[str, int]):
    """By how many units a step leads on from the unit before."""

    def __missing__(self, signs: str) -> int:
        stride = self[signs] = (_STEPS[signs] >> 3) + 1
        return stride


_SIGNS_OF = _Signs()
_STEPS = _Steps()
_STRIDES = _Strides()


def encode(entries: int | Sequence[int]) -> str:
    """Write a list of entries, in order and of different units; a ValueError where they are not."""
    if isinstance(entries, int):
        return _SIGNS_OF[entries]
    steps: list[str] = []
    base = 0
    for entry in entries:
        steps.append(_SIGNS_OF[entry - base])
        base = (entry | 7) + 1
    return "".join(steps)


def decode(text: str) -> list[int]:
    """Return the entries of a list that `encode` wrote."""
    entries: list[int] = []
    base = 0
    for signs in _STEP.findall(text):
        entry = base + _STEPS[signs]
        entries.append(entry)
        base = (entry | 7) + 1
    return entries


def move(text: str, cuts: Cuts) -> str:
    """Shift the numbers of a list that has no unit among those that went; what it gains is not its matter."""
    steps = _STEP.findall(text)
    ends = list(accumulate(map(_STRIDES.__getitem__, steps)))  # numbers of units, plus one
    for first, by in cuts:
        at = bisect_right(ends, first)
        if at < len(steps):
            steps[at] = _SIGNS_OF[_STEPS[steps[at]] + by * 8]
    return "".join(steps)


def change(text: str, lost: set[int], gained: Sequence[int], cuts: Cuts) -> str:
    """Take entries out of a list as they were numbered, shift the others, put new ones in."""
    firsts = list(map(itemgetter(0), cuts))
    moved = [0, *accumulate(by for _, by in cuts)]
    kept = [entry + moved[bisect_right(firsts, entry >> 3)] * 8 for entry in decode(text) if entry not in lost]
    return encode(sorted([*kept, *gained]))
