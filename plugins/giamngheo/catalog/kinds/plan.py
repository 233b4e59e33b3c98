"""The state of a plan by the years for which it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.catalog.states import State, state_of_plan
from giamngheo.content.schema import Plan

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog


def _state(catalog: Catalog, plan: Plan) -> State:
    return state_of_plan(plan, catalog.today)


RULES: KindRules[Plan] = KindRules(_state)
