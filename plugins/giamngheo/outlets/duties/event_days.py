"""On which days the deadlines of plans fall, as far as their texts date them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.catalog.plan_work import PlannedDeadline, begin_of
from giamngheo.content.schema import Plan
from giamngheo.legal import DeadlineKind, YearDay


class EventDays(Struct, frozen=True):
    """Days of one event, first and last; `every` year or month again where that is set, up to `until`."""

    first: date
    last: date
    every: YearDay | None = None
    until: date | None = None


def event_days(planned: PlannedDeadline) -> Iterator[tuple[str, EventDays]]:
    """Yield each rule of a deadline with a name that stays the same as long as the rule does."""
    deadline, plan = planned.due.deadline, planned.entry.item
    if deadline.recurrence and isinstance(plan, Plan):
        until = deadline.recurrence.until
        for day in deadline.recurrence.days:
            name = f"{deadline.kind} {day.month}-{day.day}" + (f"..{until.month}-{until.day}" if until else "")
            when = _recurring(day, until, plan)
            if when:
                yield name, when
    elif deadline.last:
        is_span = deadline.kind is DeadlineKind.PERIOD and deadline.first
        first = deadline.first.first_day if is_span and deadline.first else deadline.last.last_day
        yield f"{deadline.kind} {first}..{deadline.last}", EventDays(first, deadline.last.last_day)


def _recurring(day: YearDay, until: YearDay | None, plan: Plan) -> EventDays | None:
    end = plan.period.to.last_day if plan.period.to else None
    first = first_occurrence(day, begin_of(plan), end)
    if first is None:
        return None
    last = first_occurrence(until, first, None) if until else first
    return EventDays(first, last or first, day, end)
