"""What official plans ask of whom, and by when: duties and deadlines with their agencies, states and next days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from msgspec import Struct

from giamngheo.catalog.addressees import Addressees
from giamngheo.catalog.catalog import Catalog, Entry
from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.content.register_schema import Agency
from giamngheo.content.schema import Plan
from giamngheo.legal import Addressee, Due, Duty, PlanReading


class Assigned(Struct, frozen=True):
    """A body as the plan names it, and the agency of the register where it can only be that one."""

    addressee: Addressee
    agency: Agency | None


class AssignedDuty(Struct, frozen=True):
    """A duty of a plan with its addressees."""

    duty: Duty
    to: tuple[Assigned, ...]


class PlannedDeadline(Struct, frozen=True, eq=False):
    """A deadline of a plan. `next_day` is the first day on or after today, within the plan's period where it recurs.

    It is None where the text gives no day, and where nothing is to come. `is_over` tells that the years of the plan
    are over: then nothing is due any more, whatever the text says.
    """

    entry: Entry
    due: Due
    to: tuple[Assigned, ...]
    next_day: date | None
    is_over: bool

    @property
    def address(self) -> str:
        """Address of the point of the plan in which it stands."""
        return f"{self.entry.address}#{self.due.anchor}"


class PlanWork(Struct, frozen=True, eq=False):
    """One official plan with all that its text asks for."""

    entry: Entry
    plan: Plan
    reading: PlanReading
    duties: tuple[AssignedDuty, ...]
    deadlines: tuple[PlannedDeadline, ...]

    @property
    def slug(self) -> str:
        """Name of the plan in addresses."""
        return self.entry.loaded.slug


def works_of(catalog: Catalog, readings: Mapping[str, PlanReading]) -> tuple[PlanWork, ...]:
    """Return the work of every public plan with official text, newest first; `readings` are by file."""
    addressees = Addressees(catalog)
    return tuple(
        _work(catalog, addressees, entry, plan, readings[entry.loaded.path])
        for entry, plan in catalog.of_kind(Plan)
        if plan.is_official_text and entry.loaded.path in readings
    )


def upcoming_deadlines(works: Iterable[PlanWork], today: date, ahead: timedelta) -> tuple[PlannedDeadline, ...]:
    """Deadlines of running plans from today until `ahead`, soonest first: what a front page may show as due."""
    soon = (d for w in works for d in w.deadlines if d.next_day and not d.is_over and d.next_day <= today + ahead)
    return tuple(sorted(soon, key=lambda d: (d.next_day or today, d.address, d.due.deadline.start)))


def _work(catalog: Catalog, addressees: Addressees, entry: Entry, plan: Plan, reading: PlanReading) -> PlanWork:
    def assigned(bodies: Iterable[Addressee]) -> tuple[Assigned, ...]:
        return tuple(Assigned(body, addressees.find(body.name, plan.places)) for body in bodies)

    duties = tuple(AssignedDuty(duty, assigned(duty.addressees)) for duty in reading.duties)
    deadlines = tuple(
        PlannedDeadline(
            entry,
            due,
            assigned(due.addressees),
            next_day_of(due, plan, catalog.today),
            catalog.is_over(plan),
        )
        for due in reading.due
    )
    return PlanWork(entry, plan, reading, duties, deadlines)


def next_day_of(due: Due, plan: Plan, today: date) -> date | None:
    """First day on or after `today` on which a deadline falls; a recurring one never after the plan's period."""
    deadline = due.deadline
    if deadline.recurrence:
        last = plan.period.to.last_day if plan.period.to else None
        days = (first_occurrence(day, max(today, begin_of(plan)), last) for day in deadline.recurrence.days)
        return min((day for day in days if day), default=None)
    if deadline.last is None:
        return None
    return deadline.last.last_day if deadline.last.last_day >= today else None


def begin_of(plan: Plan) -> date:
    """Day from which recurring deadlines of a plan count: its period has begun and it has been issued."""
    return max(plan.period.from_.first_day, plan.issued or date.min)


def agencies_of(works: Iterable[PlanWork]) -> Iterator[tuple[Agency, PlanWork, AssignedDuty, Assigned]]:
    """Yield every duty of every agency of the register, in the order of plans and their texts."""
    for work in works:
        for duty in work.duties:
            for assigned in duty.to:
                if assigned.agency:
                    yield assigned.agency, work, duty, assigned
