"""The state of an activity by its days, and what its organisers still owe its readers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.catalog.states import State, state_of_activity
from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Activity
from giamngheo.ground.problems import Problem
from giamngheo.ground.vietnamese import format_day

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog

_UNTIL_OUTCOME = timedelta(days=30)
"""How long after its last day an activity may wait for what came of it, before the editor is reminded."""


def _state(catalog: Catalog, activity: Activity) -> State:
    return state_of_activity(activity, catalog.today)


def _check(catalog: Catalog, activity: Activity, loaded: LoadedItem) -> Iterator[Problem]:
    waits = not (activity.outcome or activity.is_off)
    if waits and catalog.today - activity.last_day > _UNTIL_OUTCOME:
        yield Problem("chua-ghi-ket-qua", loaded.locate("starts"), {"day": format_day(activity.last_day)})
    if (activity.is_off or activity.moved_from) and not activity.changes:
        yield Problem("doi-lich-chua-bao", loaded.locate("status" if activity.is_off else "moved_from"))


RULES: KindRules[Activity] = KindRules(_state, _check)
