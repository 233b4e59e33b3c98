"""In which state a policy, a plan, an activity, a document or a figure is on a day: computed, never typed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Activity, Figure, Plan, Policy
from giamngheo.ground.vietnamese import format_day, format_partial

SOON = timedelta(days=60)
"""A policy is "sắp hết hiệu lực" in its last 60 days: two rounds of the monthly review of households."""


class State(Struct, frozen=True):
    """`label` names it, `tone` is how it is drawn, `is_over` whether it can still be used.

    `dated` says the same by the calendar, where days are known: true as well for who reads a page of an earlier day.
    """

    label: str
    tone: Literal["good", "soon", "over", "open", "off"]
    dated: str = ""

    def __eq__(self, other: object) -> bool:
        """Equal in what it is: the calendar only tells it in other words."""
        return isinstance(other, State) and (self.label, self.tone) == (other.label, other.tone)

    def __hash__(self) -> int:
        return hash((self.label, self.tone))

    @property
    def told(self) -> str:
        """What readers see beside a title: the calendar where it is known, otherwise the name."""
        return self.dated or self.label

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
        return replace(NOT_YET, dated=f"hiệu lực từ {format_partial(policy.valid_from)}")
    state = ENDING if policy.valid_to and policy.valid_to - today <= SOON else IN_FORCE
    return _until(state, policy.valid_to)


def state_of_plan(plan: Plan, today: date) -> State:
    """Whether the years of a plan are ahead, running or over."""
    if today < plan.period.from_.first_day:
        return replace(PERIOD_AHEAD, dated=f"thực hiện từ {format_partial(plan.period.from_)}")
    if plan.period.to and today > plan.period.to.last_day:
        return PERIOD_OVER
    dated = f"thực hiện đến hết {format_partial(plan.period.to)}" if plan.period.to else ""
    return replace(PERIOD_RUNNING, dated=dated)


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
        return replace(NOT_YET, dated=f"hiệu lực từ {format_day(document.valid_from)}")
    return _until(IN_FORCE, document.valid_to) if document.status == "con-hieu-luc" else UNVERIFIED


def _until(state: State, last: date | None) -> State:
    return replace(state, dated=f"hiệu lực đến hết {format_day(last)}") if last else state


def is_figure_in_force(figure: Figure, today: date) -> bool:
    """True unless the figure's own days say that it does not apply today."""
    started = figure.valid_from is None or figure.valid_from <= today
    return started and (figure.valid_to is None or today <= figure.valid_to)
