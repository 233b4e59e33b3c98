"""What items of each kind say, one module a kind. A kind that is not named here says what every item says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.rendering.kinds import activity, material, plan, policy, question, story
from giamngheo.rendering.kinds.words import MUST, Telling, Words

__all__ = ["MUST", "Telling", "Words", "words_of"]

_WORDS: Mapping[type[Item], Words[Any]] = {
    Policy: policy.WORDS,
    Question: question.WORDS,
    Story: story.WORDS,
    Activity: activity.WORDS,
    Plan: plan.WORDS,
    Material: material.WORDS,
}
_OF_ANY_ITEM: Words[Item] = Words()


def words_of(item: Item) -> Words[Any]:
    """What items of its kind say."""
    return _WORDS.get(type(item), _OF_ANY_ITEM)
