"""In which state a policy, a plan, an activity, a document or a figure is on a day: computed, never typed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Activity, Figure, Plan, Policy

SOON = timedelta(days=60)
"""A policy is "sắp hết hiệu lực" in its last 60 days: two rounds of the monthly review of households."""


@dataclass(frozen=True, slots=True)
class State:
    """`label` is what readers see, `tone` how it is drawn, `is_over` whether it can still be used."""

    label: str
    tone: Literal["good", "soon", "over", "open", "off"]

    @property
    def is_over(self) -> bool:
        """True when nobody can rely on it any more."""
        return self.tone == "over"


NOT_YET = State("chưa hiệu lực", "open")
IN_FORCE = State("còn hiệu lực", "good")
ENDING = State("sắp hết hiệu lực", "soon")
ENDED = State("đã hết hiệu lực", "over")
REPLACED = State("đã được thay thế", "over")
PERIOD_RUNNING = State("đang thực hiện", "good")
PERIOD_AHEAD = State("chưa bắt đầu", "open")
PERIOD_OVER = State("đã hết giai đoạn thực hiện", "over")
COMING = State("sắp diễn ra", "soon")
PLANNED = State("dự kiến, chưa chốt ngày", "soon")
RUNNING = State("đang diễn ra", "good")
TOOK_PLACE = State("đã diễn ra", "over")
CANCELLED = State("đã hủy", "off")
POSTPONED = State("đã hoãn", "off")
UNVERIFIED = State("chưa xác minh hiệu lực", "open")


def state_of_policy(policy: Policy, today: date, successor: Policy | None) -> State:
    """State of a policy; `successor` is the item of `replaced_by`, if that is known."""
    if policy.valid_to and today > policy.valid_to:
        return REPLACED if policy.replaced_by else ENDED
    if not policy.valid_to and successor and successor.valid_from.first_day <= today:
        return REPLACED
    if today < policy.valid_from.first_day:
        return NOT_YET
    return ENDING if policy.valid_to and policy.valid_to - today <= SOON else IN_FORCE


def state_of_plan(plan: Plan, today: date) -> State:
    """Whether the years of a plan are ahead, running or over."""
    if today < plan.period.from_.first_day:
        return PERIOD_AHEAD
    if plan.period.to and today > plan.period.to.last_day:
        return PERIOD_OVER
    return PERIOD_RUNNING


def state_of_activity(activity: Activity, today: date) -> State:
    """By the day: what goes on until the evening is not over at noon. What was called off stays so."""
    off = {"huy": CANCELLED, "hoan": POSTPONED}.get(activity.status)
    if today > activity.last_day:
        return State(off.label, "over") if off else TOOK_PLACE
    if off:
        return off
    if today >= activity.first_day:
        return RUNNING
    return PLANNED if activity.status == "du-kien" else COMING


def state_of_document(document: Document, today: date, successors: tuple[Document, ...]) -> State:
    """State of a document of the register: "còn hiệu lực" only where that was verified."""
    if document.valid_to and today > document.valid_to:
        return REPLACED if document.replaced_by else ENDED
    if any(s.valid_from is None or s.valid_from <= today for s in successors):
        return REPLACED
    if document.period_to and today > document.period_to:
        return PERIOD_OVER
    if document.valid_from and today < document.valid_from:
        return NOT_YET
    return IN_FORCE if document.status == "con-hieu-luc" else UNVERIFIED


def is_figure_in_force(figure: Figure, today: date) -> bool:
    """True unless the figure's own days say that it does not apply today."""
    started = figure.valid_from is None or figure.valid_from <= today
    return started and (figure.valid_to is None or today <= figure.valid_to)
