"""Whether an answer can still be relied on, and when somebody must answer anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from giamngheo.catalog.answers import ended_policies, state_of_answer
from giamngheo.catalog.kinds.basis import check_basis
from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Question
from giamngheo.ground.problems import Problem

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog


def _check(catalog: Catalog, question: Question, loaded: LoadedItem) -> Iterator[Problem]:
    """Of an answer that has expired nobody is reminded; one that is over because of its basis must be written anew."""
    if question.expires and question.expires < catalog.today:
        return
    yield from check_basis(catalog, question, loaded)
    for entry in ended_policies(catalog, question):
        state, place = catalog.state_of(entry.item), loaded.locate("policies", question.policies.index(entry.item.id))
        values = {"policy": entry.item.title, "state": state.label if state else ""}
        yield Problem("chinh-sach-cua-cau-hoi-da-het", place, values)


RULES: KindRules[Question] = KindRules(state_of_answer, _check)
