"""Policies as the finder sees them: the rule with its places, the days, the words, the law."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Place
from giamngheo.content.schema import Policy
from giamngheo.ground.vietnamese import collation_key, format_day
from giamngheo.outlets.eligibility.engine import Days
from giamngheo.outlets.eligibility.questions import Option, Question, questions_for
from giamngheo.rendering.eligibility_conditions import PLACE, All, Condition, Node, compile_rule, conditions_of
from giamngheo.rendering.figures import Link, figure_view, is_benefit

ELSEWHERE = "noi-khac"


class DatedFigure(Struct, frozen=True):
    """A figure in words, and the days on which it is true."""

    text: str
    about: str
    first: date | None
    last: date | None

    def holds_on(self, day: date) -> bool:
        """True unless its own days say otherwise."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


class Candidate(Struct, frozen=True):
    """One policy that applies today or later; `figures` are told in turn, the first that holds on the day."""

    title: str
    address: str
    benefit: str
    topics: tuple[str, ...]
    days: Days
    rule: Node
    law: tuple[Link, ...]
    figures: tuple[DatedFigure, ...]
    checked: str


def candidates(catalog: Catalog) -> tuple[Candidate, ...]:
    """Every public policy that is not over today, in the order of topics and titles."""
    order = {topic.id: index for index, topic in enumerate(catalog.topics)}
    choices = {c: frozenset(up.id for up in catalog.above(c)) for c in _place_choices(catalog)}
    found = [_candidate(catalog, entry, policy, choices) for entry, policy in _usable(catalog)]
    return tuple(sorted(found, key=lambda c: (order.get(c.topics[0], len(order)), collation_key(c.title), c.address)))


def questions(catalog: Catalog, found: Iterable[Candidate]) -> tuple[Question, ...]:
    """What to ask so that these policies are decided."""
    conditions = [condition for candidate in found for condition in conditions_of(candidate.rule)]
    return questions_for(conditions, place_options(catalog))


def place_options(catalog: Catalog) -> tuple[Option, ...]:
    """Places on which a policy depends today, provinces that hold them, and "elsewhere"."""
    choices = _place_choices(catalog)
    divided = {up.id for choice in choices for up in catalog.above(choice)[1:]}
    options = [Option(place.id, _called(catalog, place, is_divided=place.id in divided)) for place in choices.values()]
    return (*sorted(options, key=lambda o: collation_key(o.label)), Option(ELSEWHERE, "Nơi khác")) if options else ()


def _usable(catalog: Catalog) -> list[tuple[Entry, Policy]]:
    return [(e, p) for e, p in catalog.of_kind(Policy) if days_of(catalog, p).standing(catalog.today) != "over"]


def days_of(catalog: Catalog, policy: Policy) -> Days:
    """From when to when a policy applies; one without an end ends on the day before its successor begins."""
    last = policy.valid_to
    successor = catalog.by_id.get(policy.replaced_by or "")
    if last is None and successor and isinstance(successor.item, Policy):
        last = successor.item.valid_from.first_day - timedelta(days=1)
    return Days(policy.valid_from.first_day, last)


def _candidate(catalog: Catalog, entry: Entry, policy: Policy, choices: Mapping[str, frozenset[str]]) -> Candidate:
    rule = compile_rule(policy.eligibility)
    place = _place_condition(catalog, policy, choices)
    documents = [catalog.documents[d] for d in policy.legal_basis if d in catalog.documents]
    return Candidate(
        title=policy.title,
        address=entry.address,
        benefit=policy.benefit,
        topics=policy.topics,
        days=days_of(catalog, policy),
        rule=All((place, rule)) if place else rule,
        law=tuple(Link(d.number, f"/van-ban/{d.id}/") for d in documents),
        figures=tuple(_figures(catalog, policy)),
        checked=format_day(policy.last_checked),
    )


def _figures(catalog: Catalog, policy: Policy) -> Iterable[DatedFigure]:
    """Sums and shares in their order, as far as the first that holds from today on: no later one is ever told."""
    for figure in policy.amounts:
        if not is_benefit(policy, figure):
            continue
        view = figure_view(catalog, policy, figure)
        about = f"{view.label} · {view.when} · nguồn: {view.source.label}"
        yield DatedFigure(view.text, about, figure.valid_from, figure.valid_to)
        if figure.valid_to is None and (figure.valid_from is None or figure.valid_from <= catalog.today):
            return


def _present(catalog: Catalog, policy: Policy) -> list[Place]:
    """What the places of a policy are called today; empty where it holds in the whole country."""
    places = [catalog.places[p] for p in policy.places if p in catalog.places]
    if any(place.level == "quoc-gia" for place in places):
        return []
    return [now for place in places for now in (catalog.now_called(place) or [place])]


def _place_choices(catalog: Catalog) -> dict[str, Place]:
    named = [place for _, policy in _usable(catalog) for place in _present(catalog, policy)]
    above = [up for place in named for up in catalog.above(place.id) if up.level != "quoc-gia"]
    return {place.id: place for place in above}


def _place_condition(catalog: Catalog, policy: Policy, choices: Mapping[str, frozenset[str]]) -> Condition | None:
    """Whoever lives in one of the places of the policy, or below it; `choices` with themselves and all above them."""
    present = {place.id: place for place in _present(catalog, policy)}
    if not present:
        return None
    inside = tuple(choice for choice, around in choices.items() if not around.isdisjoint(present))
    return Condition(f"ở {' hoặc '.join(p.full_name for p in present.values())}", PLACE, inside)


def _called(catalog: Catalog, place: Place, *, is_divided: bool) -> str:
    above = [up for up in catalog.above(place.id)[1:] if up.level != "quoc-gia"]
    name = ", ".join(p.full_name for p in (place, *above))
    return f"Nơi khác ở {name}" if is_divided else name[:1].upper() + name[1:]
