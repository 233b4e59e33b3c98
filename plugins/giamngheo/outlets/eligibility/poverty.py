"""Which class of household an income and a count of lacking indicators may give: Decree 07/2021/NĐ-CP, article 3.

Both conditions must hold ("và"): income per head up to the line, and the number of lacking indicators. What was not
answered leaves several classes possible; nothing is guessed. `theme/scripts/self-check.js` does the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct, field

from giamngheo.outlets.eligibility.engine import Days

NONE = ""
"""Outcome "above every verified line"."""
_MANY = 99


class Line(Struct, frozen=True):
    """A poverty line: đồng per head and month, `over` excluded (below zero: none), `amount` included.

    Lacking indicators are a range, both ends included.
    """

    household: str
    area: str
    amount: int
    over: int
    lacking_from: int
    lacking_to: int
    days: Days
    place: str = ""


class Household(Struct, frozen=True):
    """Answers: `total` đồng a month for `members` persons (0 persons: not known); empty area: not known.

    `lacks` and `has` are ids of indicators; one in neither is not known.
    """

    area: str = ""
    total: int = 0
    members: int = 0
    lacks: frozenset[str] = field(default_factory=frozenset)
    has: frozenset[str] = field(default_factory=frozenset)


def outcomes(lines: Sequence[Line], indicators: Iterable[str], household: Household) -> frozenset[str]:
    """Classes that remain possible under lines of one day and one place; empty where there are no lines.

    `indicators` are those of that day; where none is registered, the count is not known.
    """
    least, most = lacking_range(frozenset(indicators), household)
    found: set[str] = set()
    for area in {line.area for line in lines if household.area in ("", line.area)}:
        own = [line for line in lines if line.area == area]
        for count in range(least, min(most, _MANY) + 1):
            found.update(_classes(own, count, household))
    return frozenset(found)


def lacking_range(indicators: frozenset[str], household: Household) -> tuple[int, int]:
    """Fewest and most indicators that the household may lack."""
    if not indicators:
        return 0, _MANY
    return len(indicators & household.lacks), len(indicators) - len((indicators & household.has) - household.lacks)


def _classes(lines: Sequence[Line], count: int, household: Household) -> Iterator[str]:
    """The class for one count; with an unknown income every one that some income gives."""
    fitting = [line for line in lines if line.lacking_from <= count <= line.lacking_to]
    if not household.members:
        yield from (line.household for line in fitting)
        yield NONE
        return
    met = [
        line.household
        for line in fitting
        if line.over * household.members < household.total <= line.amount * household.members
    ]
    yield met[0] if met else NONE
