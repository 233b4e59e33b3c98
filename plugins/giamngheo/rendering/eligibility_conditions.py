"""Rules of the schema compiled to `all` / `any` over conditions: what both engines, Python and JavaScript, evaluate.

Negation is moved into the conditions (De Morgan), so an engine needs no `not`.
"""

from __future__ import annotations

from typing import get_args

from msgspec import Struct

from giamngheo.content.eligibility import Ages, Area, CommuneClass, Disability, HouseholdClass, Learner, Rule
from giamngheo.rendering.eligibility_words import negated_words, rule_words

YES, NO = "co", "khong"
AGE, PLACE = "age", "place"
VALUES: dict[str, tuple[str, ...]] = {
    "household": get_args(HouseholdClass),
    "area": get_args(Area),
    "commune_class": get_args(CommuneClass),
    "disability": get_args(Disability),
    "learner": get_args(Learner),
}
"""Facts with several values, from the schema; all others but age are answered with yes or no."""


class Condition(Struct, frozen=True):
    """One fact with the answers that meet it; without a fact it is in words that nobody can answer here.

    `first` and `last` are completed years of life, both included; None is open.
    """

    words: str
    fact: str = ""
    values: tuple[str, ...] = ()
    first: int | None = None
    last: int | None = None


class All(Struct, frozen=True):
    """Every part must hold; without parts it always holds."""

    parts: tuple[Node, ...] = ()


class AnyOf(Struct, frozen=True):
    """One part must hold; without parts it never holds."""

    parts: tuple[Node, ...] = ()


Node = Condition | All | AnyOf


def compile_rule(rule: Rule, *, negated: bool = False) -> Node:
    """The rule, or its contrary, without negations."""
    if rule.not_ is not None:
        return compile_rule(rule.not_, negated=not negated)
    if rule.all_ is not None:
        parts = tuple(compile_rule(part, negated=negated) for part in rule.all_)
        return AnyOf(parts) if negated else All(parts)
    if rule.any_ is not None:
        parts = tuple(compile_rule(part, negated=negated) for part in rule.any_)
        return All(parts) if negated else AnyOf(parts)
    if rule.everyone is not None:
        return All() if rule.everyone is not negated else AnyOf()
    words = negated_words(rule) if negated else rule_words(rule)
    if rule.age is not None:
        return _ages(rule.age, words, negated=negated)
    return Condition(words) if rule.other is not None else _values(rule, words, negated=negated)


def _ages(ages: Ages, words: str, *, negated: bool) -> Node:
    if not negated:
        return Condition(words, AGE, first=ages.from_, last=ages.to)
    below = () if not ages.from_ else (Condition(words, AGE, last=ages.from_ - 1),)
    above = () if ages.to is None else (Condition(words, AGE, first=ages.to + 1),)
    return AnyOf((*below, *above))


def _values(rule: Rule, words: str, *, negated: bool) -> Condition:
    value = getattr(rule, rule.key)
    domain = VALUES.get(rule.key, (YES, NO))
    accepted = value if rule.key in VALUES else ((YES,) if value else (NO,))
    return Condition(words, rule.key, tuple(v for v in domain if (v in accepted) is not negated))


def conditions_of(node: Node) -> tuple[Condition, ...]:
    """Every condition of a rule, in its order."""
    if isinstance(node, Condition):
        return (node,)
    return tuple(condition for part in node.parts for condition in conditions_of(part))


def pack_node(node: Node, *, with_words: bool = True) -> object:
    """A rule as the engine in JavaScript and the open data hold it: {"all": […]}, {"any": […]}, or a condition."""
    if isinstance(node, (All, AnyOf)):
        parts = [pack_node(part, with_words=with_words) for part in node.parts]
        return {"all" if isinstance(node, All) else "any": parts}
    packed = {key: value for key, value in _condition(node).items() if value not in ("", (), None)}
    return packed if with_words else {key: value for key, value in packed.items() if key != "words"}


def _condition(condition: Condition) -> dict[str, object]:
    return {
        "words": condition.words,
        "fact": condition.fact,
        "values": condition.values,
        "first": condition.first,
        "last": condition.last,
    }
