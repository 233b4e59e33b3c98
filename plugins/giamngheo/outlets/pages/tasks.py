"""Duties and deadlines in short, as they stand on the page of their plan: links to its own points."""

from __future__ import annotations

from collections.abc import Collection

from giamngheo.catalog.plan_work import Assigned, PlannedDeadline, PlanWork
from giamngheo.catalog.related_plans import PlanPair
from giamngheo.legal import Role
from giamngheo.outlets.pages.views import TasksView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.plan_links import plan_duties_address


def plan_tasks(work: PlanWork | None) -> TasksView | None:
    """Summary of what a plan asks for; None where it asks nothing of anybody."""
    if work is None or not (work.duties or work.deadlines):
        return None
    more = [Link("Từng nhiệm vụ, nguyên văn", plan_duties_address(work))] if work.duties else []
    more += [Link("Lịch hạn", "/lich/")] if work.deadlines else []
    return TasksView(_duties(work), tuple(_deadline(d) for d in work.deadlines), tuple(more))


def plan_lists(works: Collection[PlanWork], pairs: Collection[PlanPair]) -> tuple[Link, ...]:
    """Pages that show all plans in another way: by duty, by deadline, side by side."""
    lists = (
        (Link("Phân công nhiệm vụ theo cơ quan", "/nhiem-vu/"), any(work.duties for work in works)),
        (Link("Lịch hạn", "/lich/"), any(work.deadlines for work in works)),
        (Link("Đối chiếu các kế hoạch", "/doi-chieu/"), bool(pairs)),
    )
    return tuple(link for link, is_there in lists if is_there)


def _duties(work: PlanWork) -> tuple[tuple[Link, str], ...]:
    counts: dict[str, int] = {}
    anchors: dict[str, str] = {}
    for duty in work.duties:
        names = _names([a for a in duty.to if a.addressee.role is not Role.COOPERATING] or list(duty.to))
        counts[names] = counts.get(names, 0) + 1
        anchors.setdefault(names, duty.duty.heading or duty.duty.anchor)
    return tuple((Link(names, f"#{anchors[names]}"), f"{count} nhiệm vụ") for names, count in counts.items())


def _deadline(planned: PlannedDeadline) -> tuple[Link, str]:
    state = "kế hoạch đã hết giai đoạn thực hiện" if planned.is_over else ""
    words = " ".join(planned.due.deadline.words.split())
    return Link(words, f"#{planned.due.anchor}"), "; ".join(filter(None, (_names(planned.to), state)))


def _names(bodies: list[Assigned] | tuple[Assigned, ...]) -> str:
    return "; ".join(dict.fromkeys(" ".join(a.addressee.name.split()) for a in bodies))
