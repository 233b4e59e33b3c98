"""What the plans asked for in the period: deadlines with their days, rhythms without days, duties of an agency."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from msgspec import Struct

from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.catalog.plan_work import Assigned, AssignedDuty, PlannedDeadline, PlanWork, begin_of
from giamngheo.ground.vietnamese import collation_key
from giamngheo.legal import Role, YearDay
from giamngheo.outlets.reports.counts import Count, Evidence
from giamngheo.outlets.reports.scope import Scope

_DAY = timedelta(days=1)
_GENERAL = "nhiem-vu-goi-chung"


class Demand(Struct, frozen=True):
    """One deadline: its day (None where the text gives none), verbatim sentence, plan, whom it names, its address."""

    day: date | None
    words: str
    sentence: str
    plan: str
    to: tuple[str, ...]
    address: str
    is_past: bool


def demands_of(scope: Scope) -> tuple[Demand, ...]:
    """Deadlines of the period, soonest first; what has no day comes last."""
    found = [d for work in scope.works_of_place for planned in work.deadlines for d in _demands(scope, work, planned)]
    return tuple(sorted(found, key=lambda d: (d.day is None, d.day or date.max, d.address, d.words)))


def plans_of(scope: Scope) -> Count:
    """Plans whose official text the portal has, and whose years touch the period."""
    evidence = (
        Evidence(w.plan.id, w.plan.title, w.plan.issued or w.plan.date, w.plan.SECTION_NAME, w.entry.address)
        for w in scope.works_of_place
    )
    return Count(
        "ke-hoach-trong-ky", "Kế hoạch có nguyên văn trên trang, thời gian thực hiện gồm kỳ này", tuple(evidence)
    )


def duties_of(scope: Scope) -> tuple[Count, ...]:
    """Duties of the period by agency, or those of the report's agency alone; bodies named in general come last.

    A duty counts for each agency that it names.
    """
    found: dict[str, tuple[str, dict[Evidence, None]]] = {}
    for work in scope.works_of_place:
        for duty in work.duties:
            for assigned in duty.to:
                if scope.agency is None or (assigned.agency and assigned.agency.id in scope.meant):
                    key, label = _heading(assigned)
                    found.setdefault(key, (label, {}))[1][_duty(work, duty, assigned)] = None
    ordered = sorted(found.items(), key=lambda one: (one[0] == _GENERAL, collation_key(one[1][0]), one[0]))
    return tuple(Count(key, label, tuple(evidence)) for key, (label, evidence) in ordered)


def _heading(assigned: Assigned) -> tuple[str, str]:
    if assigned.agency:
        return f"nhiem-vu-{assigned.agency.id}", assigned.agency.name
    return _GENERAL, "Nơi được văn bản gọi chung"


def _duty(work: PlanWork, duty: AssignedDuty, assigned: Assigned) -> Evidence:
    """A duty as evidence: of the plan it stands in, at its point."""
    plan = work.plan
    role, name = _role(assigned), " ".join(assigned.addressee.name.split())
    return Evidence(
        plan.id,
        " ".join(duty.duty.text.split()),
        plan.issued or plan.date,
        plan.title,
        f"{work.entry.address}#{duty.duty.anchor}",
        role if assigned.agency else f"{role}: {name}",
    )


def _role(assigned: Assigned) -> str:
    roles = {Role.LEAD: "chủ trì", Role.ASSIGNED: "được giao", Role.COOPERATING: "phối hợp"}
    return roles[assigned.addressee.role]


def _demands(scope: Scope, work: PlanWork, planned: PlannedDeadline) -> Iterator[Demand]:
    if not _concerns(scope, planned.to):
        return
    for day in _days(scope, work, planned):
        yield Demand(
            day,
            " ".join(planned.due.deadline.words.split()),
            " ".join(planned.due.sentence.split()),
            work.plan.title,
            tuple(" ".join(a.addressee.name.split()) for a in planned.to),
            planned.address,
            day is not None and day <= scope.period.until,
        )


def _concerns(scope: Scope, to: Iterable[Assigned]) -> bool:
    """True where the agency is meant, or may be: the text names bodies in general, or none."""
    known = [a.agency for a in to if a.agency]
    return scope.agency is None or not known or any(a.id in scope.meant for a in known)


def _days(scope: Scope, work: PlanWork, planned: PlannedDeadline) -> Iterator[date | None]:
    deadline, period = planned.due.deadline, scope.period
    end = min(work.plan.period.to.last_day, period.last) if work.plan.period.to else period.last
    if deadline.recurrence:
        start = max(begin_of(work.plan), period.first)
        yield from (d for day in deadline.recurrence.days for d in _occurrences(day, start, end))
        if not deadline.recurrence.days:
            yield None
    elif deadline.last is None:
        yield None
    elif period.first <= deadline.last.last_day <= period.last:
        yield deadline.last.last_day


def _occurrences(day: YearDay, start: date, end: date) -> Iterator[date]:
    found = first_occurrence(day, start, end) if start <= end else None
    while found:
        yield found
        found = first_occurrence(day, found + _DAY, end)
