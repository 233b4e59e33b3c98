"""What a report consists of: counts that are nothing but their evidence, so that every number can be traced."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Evidence(Struct, frozen=True):
    """One thing that was counted. `address` is a path of the site; `note` says what happened to it, "" for itself."""

    id: str
    title: str
    day: date
    section: str
    address: str
    note: str = ""


class Count(Struct, frozen=True):
    """How many, and which; `key` is the same in the page, the tables and the DOCX."""

    key: str
    label: str
    evidence: tuple[Evidence, ...]

    @property
    def number(self) -> int:
        """The number that readers see."""
        return len(self.evidence)

    @property
    def ids(self) -> tuple[str, ...]:
        """Identities of what was counted, in the order of the evidence."""
        return tuple(one.id for one in self.evidence)


class CountTable(Struct, frozen=True):
    """Counts that belong together; `method` says in words how was counted."""

    id: str
    title: str
    head: str
    method: str
    counts: tuple[Count, ...]
