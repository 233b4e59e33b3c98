"""What the templates of duties and deadlines show: finished values."""

from __future__ import annotations

from dataclasses import dataclass

from giamngheo.catalog.states import State
from giamngheo.rendering.figures import Link


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One duty, verbatim. `where` leads to its point in the plan; `partners` are named behind "phối hợp với"."""

    text: str
    where: Link
    role: str
    partners: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DutyGroup:
    """Duties of the same bodies in a plan, or of one body in one plan; `titles` are linked where they have a page."""

    titles: tuple[Link, ...]
    state: State | None
    duties: tuple[DutyLine, ...]


@dataclass(frozen=True, slots=True)
class DutiesView:
    """The duties of one agency by plan, or those of one plan by agency."""

    facts: tuple[tuple[str, Link], ...]
    groups: tuple[DutyGroup, ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class DutiesIndexView:
    """Where to find duties: by plan and by agency; each line is a link and how many."""

    plans: tuple[tuple[Link, str], ...]
    agencies: tuple[tuple[Link, str], ...]


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """One deadline: its own words, the sentence around it, whose it is, when it is next due ("" where that is open)."""

    words: str
    next_day: str
    sentence: str
    to: tuple[Link, ...]
    where: Link
    state: State | None


@dataclass(frozen=True, slots=True)
class DeadlineGroup:
    """Deadlines in the same state."""

    id: str
    title: str
    intro: str
    lines: tuple[DeadlineLine, ...]


@dataclass(frozen=True, slots=True)
class ScheduleView:
    """All deadlines, and the calendars to subscribe to; each calendar is a link and what is in it."""

    groups: tuple[DeadlineGroup, ...]
    calendars: tuple[tuple[Link, str], ...]
