"""What all four files of a plan are made from."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from giamngheo.catalog import Entry
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.content.schema import Plan
from giamngheo.legal import Outline


class PlanSource(Struct, frozen=True):
    """A plan with its outline; `site` is the address of the portal without a slash at its end, `portal` its name."""

    work: PlanWork
    outline: Outline
    resolver: CitationResolver
    site: str
    portal: str

    @property
    def plan(self) -> Plan:
        """The front matter."""
        return self.work.plan

    @property
    def entry(self) -> Entry:
        """The plan as the catalog has it."""
        return self.work.entry

    @property
    def address(self) -> str:
        """Address of its page, in full."""
        return f"{self.site}{self.entry.address}"

    @property
    def issuer(self) -> str:
        """Name of the agency that issued it."""
        agency = self.resolver.catalog.agencies.get(self.plan.issuer)
        return agency.name if agency else self.plan.issuer

    @property
    def changed(self) -> date:
        """Day of the last change that the portal made."""
        return max((self.plan.date, *(change.date for change in self.plan.changes)))

    @property
    def note(self) -> str:
        """What the files say of themselves."""
        return f"Bản do cổng thông tin dựng lại từ {self.address}, không phải bản gốc có chữ ký."
