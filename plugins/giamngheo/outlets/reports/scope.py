"""Whom a report is about: a place with all below it, then and now, and an agency with those it has come from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.addressees import agencies_now
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.catalog.visibility import Publication
from giamngheo.content.loader import LoadedItem
from giamngheo.content.register_schema import Agency, Place
from giamngheo.content.schema import Item
from giamngheo.content.settings import OfficeReport
from giamngheo.outlets.reports.period import Period


class Scope(Struct, frozen=True, dict=True):
    """Everything that the counting looks at. Without a place it is the whole portal."""

    catalog: Catalog
    publications: Mapping[str, Publication]
    works: tuple[PlanWork, ...]
    period: Period
    held: int
    """How many files were kept back because of their errors, and are not counted."""

    place: Place | None = None
    agency: Agency | None = None

    @cached_property
    def root(self) -> Place | None:
        """The place of the report, or the country."""
        countries = (p for p in self.catalog.places.values() if p.level == "quoc-gia")
        return self.place or next(countries, None)

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Public items of the place, those first published earliest first."""
        found = self.catalog.entries if self.place is None else self.catalog.in_place(self.place.id)
        return tuple(sorted(found, key=lambda e: (self.first_day_of(e), e.item.id)))

    @cached_property
    def published(self) -> tuple[Entry, ...]:
        """Those first published within the period."""
        return tuple(entry for entry in self.entries if self.period.has(self.first_day_of(entry)))

    @cached_property
    def common(self) -> tuple[Entry, ...]:
        """Items of the period that hold for the place because they are of a place around it."""
        own = {entry.item.id for entry in self.entries}
        others = (e for e in self.catalog.entries if e.item.id not in own and self._is_around(e.item))
        found = [e for e in others if self.period.has(self.first_day_of(e))] if self.place else []
        return tuple(sorted(found, key=lambda e: (self.first_day_of(e), e.item.id)))

    @property
    def withdrawn(self) -> Iterator[LoadedItem]:
        """Items of the place that were public and are withdrawn."""
        for loaded in self.catalog.withdrawn:
            reached = {p.id for name in loaded.item.places for p in self.catalog.reaches(name)}
            if self.place is None or self.place.id in reached:
                yield loaded

    @cached_property
    def works_of_place(self) -> tuple[PlanWork, ...]:
        """Plans of the place, of places below it and of those around it, whose years touch the period."""
        own = {entry.item.id for entry in self.entries}
        return tuple(w for w in self.works if (w.plan.id in own or self._is_around(w.plan)) and self._runs(w))

    @cached_property
    def meant(self) -> frozenset[str]:
        """Ids of the agency and of those that have become it."""
        if self.agency is None:
            return frozenset()
        former = (a for a in self.catalog.agencies.values() if self.agency in agencies_now(self.catalog, a))
        return frozenset({self.agency.id, *(a.id for a in former)})

    @property
    def office(self) -> OfficeReport | None:
        """What the settings say about the reports of the agency."""
        offices = self.catalog.settings.report.offices
        return next((o for o in offices if self.agency and o.agency == self.agency.id), None)

    def first_day_of(self, entry: Entry) -> date:
        """Day on which an item was first seen."""
        known = self.publications.get(entry.item.id)
        return known.first if known else entry.item.date

    @cached_property
    def _around(self) -> frozenset[str]:
        if self.place is None:
            return frozenset()
        chain = [self.place, *self.catalog.formerly(self.place.id)]
        return frozenset(p.id for place in chain for p in self.catalog.above(place.id))

    def _is_around(self, item: Item) -> bool:
        return self.place is None or not self._around.isdisjoint(item.places) or self._now(item)

    def _now(self, item: Item) -> bool:
        named = (self.catalog.places[name] for name in item.places if name in self.catalog.places)
        return any(now.id in self._around for place in named for now in self.catalog.now_called(place))

    def _runs(self, work: PlanWork) -> bool:
        end = work.plan.period.to
        return work.plan.period.from_.first_day <= self.period.last and (
            end is None or self.period.first <= end.last_day
        )
