"""Households to try on rules: every combination of the facts that a rule uses, and pairs across all facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product
from math import gcd, prod

from giamngheo.outlets.eligibility.questions import FACTS
from giamngheo.rendering.eligibility_conditions import AGE, PLACE, VALUES, Condition, Node, conditions_of

Axis = tuple[str, tuple[str, ...]]
"""A fact with the values to try; "" is not given."""


def axes_of(node: Node) -> list[Axis]:
    """Every fact of a rule with every value, not given, and for ages the years around each limit."""
    conditions = conditions_of(node)
    return [axis_of(fact, conditions) for fact in FACTS if any(c.fact == fact for c in conditions)]


def axis_of(fact: str, conditions: Iterable[Condition]) -> Axis:
    own = [c for c in conditions if c.fact == fact]
    if fact == AGE:
        limits = {year for c in own for year in (c.first, c.last) if year is not None}
        return fact, ("", *map(str, sorted({y + d for y in limits for d in (-1, 0, 1) if y + d >= 0})))
    if fact == PLACE:
        return fact, ("", *sorted({value for c in own for value in c.values}), "noi-khac")
    return fact, ("", *VALUES.get(fact, ("co", "khong")))


def households(axes: Iterable[Axis]) -> Iterator[dict[str, str]]:
    """All combinations, the last fact changing fastest."""
    listed = list(axes)
    facts = [fact for fact, _ in listed]
    for values in product(*(values for _, values in listed)):
        yield {fact: value for fact, value in zip(facts, values, strict=True) if value}


def pairs(axes: Iterable[Axis]) -> Iterator[dict[str, str]]:
    """Every pair of values of every two facts, all others not given."""
    for (one, ones), (other, others) in combinations(list(axes), 2):
        for a, b in product(ones[1:], others[1:]):
            yield {one: a, other: b}


def spread(axes: Iterable[Axis], limit: int) -> Iterator[dict[str, str]]:
    """At most `limit` combinations, spread evenly over all of them; all where they are fewer."""
    listed = list(axes)
    total = prod(len(values) for _, values in listed)
    step = max(1, total // limit)
    while gcd(step, total) > 1 and step > 1:
        step += 1
    for index in range(min(total, limit)):
        place, found = index * step % total, {}
        for fact, values in listed:
            place, at = divmod(place, len(values))
            found[fact] = values[at]
        yield {fact: value for fact, value in found.items() if value}
