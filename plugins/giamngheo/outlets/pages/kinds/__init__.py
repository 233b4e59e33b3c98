"""Pages of items, one module a kind. A kind that is not named here is shown as any item is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.outlets.pages.kinds import activity, material, plan, policy, question, story
from giamngheo.outlets.pages.kinds.page import Bodies, KindPage, PageContext

__all__ = ["Bodies", "KindPage", "PageContext", "page_of"]

_PAGES: Mapping[type[Item], KindPage[Any]] = {
    Policy: policy.PAGE,
    Question: question.PAGE,
    Story: story.PAGE,
    Activity: activity.PAGE,
    Plan: plan.PAGE,
    Material: material.PAGE,
}
_OF_ANY_ITEM: KindPage[Item] = KindPage()


def page_of(item: Item) -> KindPage[Any]:
    """How items of its kind are shown."""
    return _PAGES.get(type(item), _OF_ANY_ITEM)
