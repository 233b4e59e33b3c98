"""Three-valued evaluation of rules: what applies, what may apply and on what that depends, what does not apply.

A fact that was not given never becomes a no. `theme/scripts/finder.js` is the same in JavaScript; a browser test
holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Literal

from msgspec import Struct

from giamngheo.rendering.eligibility_conditions import AGE, All, AnyOf, Condition, Node
from giamngheo.rendering.eligibility_words import value_words

Verdict = Literal["yes", "may", "no"]
Standing = Literal["current", "ahead", "later", "over"]
Answers = Mapping[str, str]
"""Value by fact; a fact that is missing is not known. Ages are whole years in digits."""

AHEAD = timedelta(days=60)
"""A policy that begins within these days is shown apart, with its date; as on the home page."""

_MAX_WAYS = 8
"""More alternatives than these are told in one sentence, joined by "hoặc"."""
_YEARS = re.compile(r"\d{1,3}", re.ASCII)


class Days(Struct, frozen=True):
    """Days on which something applies, both included; `last` None is open."""

    first: date
    last: date | None = None

    def standing(self, day: date) -> Standing:
        """Where a day lies: within, before (soon or not) or after."""
        if self.last is not None and day > self.last:
            return "over"
        if day >= self.first:
            return "current"
        return "ahead" if self.first - day <= AHEAD else "later"


def verdict(node: Node, answers: Answers) -> Verdict:
    """Whether the rule holds for a household with these answers."""
    if isinstance(node, Condition):
        return _meets(node, answers.get(node.fact, ""))
    found = {verdict(part, answers) for part in node.parts}
    decided: Verdict = "no" if isinstance(node, All) else "yes"
    if decided in found:
        return decided
    if "may" in found:
        return "may"
    return "yes" if isinstance(node, All) else "no"


def _meets(condition: Condition, answer: str) -> Verdict:
    if not condition.fact or not answer:
        return "may"
    if condition.fact != AGE:
        return "yes" if answer in condition.values else "no"
    if not _YEARS.fullmatch(answer):
        return "may"
    years = int(answer)
    return "yes" if (condition.first or 0) <= years and (condition.last is None or years <= condition.last) else "no"


def because(node: Node, answers: Answers) -> tuple[str, ...]:
    """In words, why a rule holds: every condition of `all`, the first met one of `any`, as the household answered."""
    if isinstance(node, Condition):
        return (value_words(node.fact).get(answers.get(node.fact, ""), node.words),)
    held = [part for part in node.parts if verdict(part, answers) == "yes"]
    chosen = held if isinstance(node, All) else held[:1]
    return tuple(dict.fromkeys(words for part in chosen for words in because(part, answers)))


def ways(node: Node, answers: Answers) -> tuple[tuple[str, ...], ...]:
    """What would make a rule hold that may hold: alternatives, the shortest first, each of which is complete."""
    if isinstance(node, Condition):
        return ((node.words,),)
    parts = [ways(part, answers) for part in node.parts if verdict(part, answers) == "may"]
    found = _together(parts) if isinstance(node, All) else [way for part in parts for way in part]
    return tuple(sorted(dict.fromkeys(found), key=len))


def _together(parts: list[tuple[tuple[str, ...], ...]]) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = [()]
    for part in parts:
        alternatives = part
        if len(found) * len(part) > _MAX_WAYS:
            alternatives = ((" hoặc ".join(", ".join(way) for way in part),),)
        found = [tuple(dict.fromkeys((*way, *more))) for way in found for more in alternatives]
    return found


def open_facts(node: Node, answers: Answers, unknown: frozenset[str] = frozenset()) -> frozenset[str]:
    """Facts not given that can still change the verdict: a question about any other fact is idle.

    `unknown` are facts that the reader does not know: they stay as they are. A condition that nobody can answer here
    holds the verdict at "may" from one side, and what could only move it there from the other side is idle, too.
    """
    return _open(node, _Known(answers, unknown), frozenset({(_NO, _YES)}))


_NO, _MAY, _YES = range(3)
_RANKS: dict[Verdict, int] = {"no": _NO, "may": _MAY, "yes": _YES}
_Reach = frozenset[int]
_ANY: _Reach = frozenset(range(3))
_ONLY = tuple(frozenset({rank}) for rank in range(3))
_Clamps = frozenset[tuple[int, int]]
"""What the rest of a rule leaves of a part's verdict: everything below the first is raised to it, everything above
the second is lowered to it. One pair for each way in which the rest may turn out."""


class _Known(Struct, frozen=True):
    answers: Answers
    unknown: frozenset[str]

    def reach(self, node: Node) -> _Reach:
        """Every verdict that a rule may still come to, as if each condition were answered apart: never too few."""
        if isinstance(node, Condition):
            found = _meets(node, self.answers.get(node.fact, ""))
            return _ANY if found == "may" and node.fact and node.fact not in self.unknown else _ONLY[_RANKS[found]]
        return _joined(node, map(self.reach, node.parts))


def _joined(node: All | AnyOf, reached: Iterable[_Reach]) -> _Reach:
    join, found = (min, _ONLY[_YES]) if isinstance(node, All) else (max, _ONLY[_NO])
    for one in reached:
        found = frozenset(join(a, b) for a in found for b in one)
    return found


def _open(node: Node, known: _Known, clamps: _Clamps) -> frozenset[str]:
    if isinstance(node, Condition):
        return frozenset({node.fact}) if clamps and known.reach(node) is _ANY else frozenset()
    reached = [known.reach(part) for part in node.parts]
    found: frozenset[str] = frozenset()
    for index, part in enumerate(node.parts):
        if len(reached[index]) > 1:
            left = _narrowed(node, clamps, _joined(node, (*reached[:index], *reached[index + 1 :])))
            found |= _open(part, known, left) if left else frozenset()
    return found


def _narrowed(node: All | AnyOf, clamps: _Clamps, rest: _Reach) -> _Clamps:
    pairs = (
        (low, min(high, r)) if isinstance(node, All) else (max(low, r), high) for low, high in clamps for r in rest
    )
    return frozenset((low, high) for low, high in pairs if low < high)
