"""What the templates of duties and deadlines show: finished values."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.catalog.states import State
from giamngheo.rendering.figures import Link


class DutyLine(Struct, frozen=True):
    """One duty, verbatim. `where` leads to its point in the plan; `partners` are named behind "phối hợp với"."""

    text: str
    where: Link
    role: str
    partners: tuple[Link, ...]


class DutyGroup(Struct, frozen=True):
    """Duties of the same bodies in a plan, or of one body in one plan; `titles` are linked where they have a page."""

    titles: tuple[Link, ...]
    state: State | None
    duties: tuple[DutyLine, ...]


class DutiesView(Struct, frozen=True):
    """The duties of one agency by plan, or those of one plan by agency."""

    facts: tuple[tuple[str, Link], ...]
    groups: tuple[DutyGroup, ...]
    links: tuple[Link, ...]


class DutiesIndexView(Struct, frozen=True):
    """Where to find duties: by plan and by agency; each line is a link and how many."""

    plans: tuple[tuple[Link, str], ...]
    agencies: tuple[tuple[Link, str], ...]


class DeadlineLine(Struct, frozen=True):
    """One deadline: its own words, the sentence around it, whose it is, when it is next due ("" where that is open)."""

    words: str
    next_day: str
    sentence: str
    to: tuple[Link, ...]
    where: Link
    state: State | None


class DeadlineGroup(Struct, frozen=True):
    """Deadlines in the same state."""

    id: str
    title: str
    intro: str
    lines: tuple[DeadlineLine, ...]


class ScheduleView(Struct, frozen=True):
    """All deadlines, and the calendars to subscribe to; each calendar is a link and what is in it."""

    groups: tuple[DeadlineGroup, ...]
    calendars: tuple[tuple[Link, str], ...]
