"""State and checks of items, one module a kind. A kind that is not named here has neither."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giamngheo.catalog.kinds import activity, plan, policy, question
from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.content.schema import Activity, Item, Plan, Policy, Question

__all__ = ["KindRules", "rules_of"]

_RULES: Mapping[type[Item], KindRules[Any]] = {
    Policy: policy.RULES,
    Question: question.RULES,
    Activity: activity.RULES,
    Plan: plan.RULES,
}
_OF_ANY_ITEM: KindRules[Item] = KindRules()


def rules_of(item: Item) -> KindRules[Any]:
    """What the catalog asks of items of its kind."""
    return _RULES.get(type(item), _OF_ANY_ITEM)
