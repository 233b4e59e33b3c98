"""Which plan is compared with which: one other plan each, found by what its legal grounds cite.

In this order: a plan whose number it cites, issued by a body of its own place or one above; a plan of a place around
it that cites the same document; the highest and oldest plan that cites the same document; the plan with the most
wording in common. So the number of comparisons grows with the number of plans, not with its square.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Literal
from zlib import crc32

import msgspec
from msgspec import Struct

from giamngheo.catalog.catalog import Catalog
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.vietnamese import fold

Ground = Literal["implements", "same-document", "wording"]

_LEVELS = {"quoc-gia": 0, "tinh": 1, "huyen": 2, "xa": 3}
_RUN = 6
"""Words in a row that two plans have in common by more than chance."""
_LEAST = 20
"""Fewer runs in common than this are one formula, not common wording."""
_COMMON = 12
"""Runs of words in more plans than this are formulas of all plans and tell nothing."""


class PlanPair(Struct, frozen=True, eq=False):
    """A plan, the one it is compared with; `document` is the cited number that connects them, or ""."""

    work: PlanWork
    other: PlanWork
    ground: Ground
    document: str


def pair_plans(catalog: Catalog, works: Sequence[PlanWork], cache: Cache) -> tuple[PlanPair, ...]:
    """Return for each plan the one it is compared with, in the order of `works`; each two plans once.

    `cache` keeps which plans have wording in common: reading all of them again costs more than the rest.
    """
    finder = _Finder(catalog, works, cache)
    pairs: dict[frozenset[str], PlanPair] = {}
    for work in works:
        pair = finder.find(work)
        if pair:
            pairs.setdefault(frozenset((pair.work.slug, pair.other.slug)), pair)
    return tuple(pairs.values())


class _Finder:
    def __init__(self, catalog: Catalog, works: Sequence[PlanWork], cache: Cache) -> None:
        self._catalog, self._works, self._cache = catalog, works, cache
        self._cited = {work.slug: {fold(g.number): g for g in work.reading.grounds} for work in works}
        self._by_number: dict[str, list[PlanWork]] = {}
        self._citing: dict[tuple[str, str], list[PlanWork]] = {}
        for work in sorted(works, key=self._rank):
            self._by_number.setdefault(fold(work.plan.number or "-"), []).append(work)
            for number, cited in self._cited[work.slug].items():
                self._citing.setdefault((number, cited.day), []).append(work)

    @cached_property
    def _by_wording(self) -> dict[str, list[PlanWork]]:
        points = msgspec.json.encode([(work.slug, work.reading.points) for work in self._works]).decode()
        key = digest("wording", code_digest(), points)
        found = self._cache.value_of(key, dict[str, list[str]], lambda: _by_wording(self._works))
        known = {work.slug: work for work in self._works}
        return {slug: [known[other] for other in others] for slug, others in found.items()}

    def find(self, work: PlanWork) -> PlanPair | None:
        """Return the pair of one plan; the other plan is never younger and lower than it."""
        around = {p.id for place in work.plan.places for p in self._catalog.above(place)}
        for number, cited in self._cited[work.slug].items():
            for other in self._by_number.get(number, ()):
                is_that_day = cited.day in {"", _day_of(other)}
                if other is not work and is_that_day and around.issuperset(other.plan.places):
                    return PlanPair(work, other, "implements", other.plan.number or "")
        return self._sibling(work, around) or self._alike(work)

    def _sibling(self, work: PlanWork, around: set[str]) -> PlanPair | None:
        shared = [
            (not around.issuperset(other.plan.places), len(others), self._rank(other), cited.number, other)
            for number, cited in self._cited[work.slug].items()
            for others in (self._citing[number, cited.day],)
            for other in self._first(others, work, around)
        ]
        if not shared:
            return None
        *_, document, other = min(shared, key=lambda found: found[:4])
        return PlanPair(work, other, "same-document", document)

    def _first(self, others: Sequence[PlanWork], work: PlanWork, around: set[str]) -> Iterator[PlanWork]:
        """Yield the first plan that stands before `work`, and the first one of a place around it."""
        before = [o for o in others[:_COMMON] if self._rank(o) < self._rank(work)]
        yield from before[:1]
        yield from [o for o in before if around.issuperset(o.plan.places)][:1]

    def _alike(self, work: PlanWork) -> PlanPair | None:
        before = [o for o in self._by_wording.get(work.slug, ()) if self._rank(o) < self._rank(work)]
        return PlanPair(work, before[0], "wording", "") if before else None

    def _rank(self, work: PlanWork) -> tuple[int, str, str]:
        """Higher places first, then older plans; a plan without a day counts from its period."""
        places = (self._catalog.places[p] for p in work.plan.places if p in self._catalog.places)
        level = min((_LEVELS[place.level] for place in places), default=len(_LEVELS))
        return level, str(work.plan.issued or work.plan.period.from_.first_day), work.slug


def _day_of(work: PlanWork) -> str:
    return work.plan.issued.isoformat() if work.plan.issued else ""


def _by_wording(works: Sequence[PlanWork]) -> dict[str, list[str]]:
    """For each plan the slugs of others by the number of runs of words in common, most first."""
    holders: dict[int, list[PlanWork]] = {}
    for work in works:
        for run in _runs(work):
            holders.setdefault(run, []).append(work)
    common: dict[str, Counter[str]] = {}
    for group in holders.values():
        if 1 < len(group) <= _COMMON:
            for work in group:
                common.setdefault(work.slug, Counter()).update(o.slug for o in group if o is not work)
    return {
        slug: [o for o, n in sorted(counts.items(), key=lambda c: (-c[1], c[0])) if n >= _LEAST]
        for slug, counts in common.items()
    }


def _runs(work: PlanWork) -> set[int]:
    runs: set[int] = set()
    for point in work.reading.points:
        words = fold(point.text).split()
        runs.update(_number_of(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return runs


def _number_of(words: Sequence[str]) -> int:
    return crc32(" ".join(words).encode())
