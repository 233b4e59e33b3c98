"""Three-valued evaluation of rules: what applies, what may apply and on what that depends, what does not apply.

A fact that was not given never becomes a no. `theme/scripts/finder.js` is the same in JavaScript; a browser test
holds the two together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from giamngheo.rendering.eligibility_conditions import AGE, All, Condition, Node
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


@dataclass(frozen=True, slots=True)
class Days:
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


def open_facts(node: Node, answers: Answers) -> frozenset[str]:
    """Facts not given that can still change the verdict: a question about any other fact is idle."""
    if verdict(node, answers) != "may":
        return frozenset()
    if isinstance(node, Condition):
        return frozenset({node.fact} - {""})
    return frozenset().union(*(open_facts(part, answers) for part in node.parts))
