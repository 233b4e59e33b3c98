"""What the desk shows: finished values. No personal data: not even that which a check has found."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from giamngheo.ground.vietnamese import format_number


class Line(Struct, frozen=True):
    """One thing to look at: what, where in the editor's files ("content/…md:7"), on which day, at which address."""

    what: str
    where: str = ""
    day: date | None = None
    note: str = ""
    address: str = ""
    """Path of the site, or whole for pages elsewhere."""


class Group(Struct, frozen=True):
    """Lines of the same sort; `is_urgent` marks what somebody must do something about."""

    id: str
    title: str
    intro: str
    lines: tuple[Line, ...]
    is_urgent: bool = False


class Section(Struct, frozen=True):
    """One part of the desk; `empty` is said where no group has a line."""

    id: str
    title: str
    groups: tuple[Group, ...]
    empty: str
    is_known: bool = True
    """False where nobody has looked yet: then no line does not mean that all is well."""

    @property
    def number(self) -> int:
        """How many lines it has."""
        return sum(len(group.lines) for group in self.groups)

    @property
    def shown(self) -> str:
        """The number, or a mark where it is not known."""
        return format_number(self.number) if self.is_known else "?"


class Matrix(Struct, frozen=True):
    """How many public items there are of each row and kind; `lacking` names rows that have none at all."""

    id: str
    title: str
    intro: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]
    """Name, address, numbers."""
    lacking: tuple[str, ...] = ()


class Desk(Struct, frozen=True):
    """Everything on the page."""

    moment: datetime
    sections: tuple[Section, ...]
    matrices: tuple[Matrix, ...]
