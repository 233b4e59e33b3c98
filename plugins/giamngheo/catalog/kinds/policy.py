"""The state of a policy, and when somebody must look at it again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giamngheo.catalog.kinds.basis import check_basis
from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.catalog.states import State, state_of_policy
from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Policy
from giamngheo.ground.problems import Problem

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog


def _state(catalog: Catalog, policy: Policy) -> State:
    successor = catalog.by_id.get(policy.replaced_by or "")
    newer = successor.item if successor and isinstance(successor.item, Policy) else None
    return state_of_policy(policy, catalog.today, newer)


def _check(catalog: Catalog, policy: Policy, loaded: LoadedItem) -> Iterator[Problem]:
    """Of what is over, nobody need look at the basis."""
    if not catalog.is_over(policy):
        yield from check_basis(catalog, policy, loaded)


RULES: KindRules[Policy] = KindRules(_state, _check)
