"""Which document names which: from the texts of plans and from what the register tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Plan
from giamngheo.ground.vietnamese import PartialDate, format_partial, parse_partial_date
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.kinds import Bodies
from giamngheo.outlets.pages.views import CitingLine
from giamngheo.rendering.cited import Reference
from giamngheo.rendering.figures import Link

_MOST = 12
"""Documents of one drawing: more could not be followed on a phone."""


class Node(Struct, frozen=True):
    """A document of the register, or a plan that is in no register. `issued` is "" where the day is not known."""

    key: str
    link: Link
    issuer: str
    short_issuer: str
    issued: str
    order: tuple[date, bool, str]
    """Oldest first. A year counts as its last day, a plan without a day follows those that it names."""


class CitationGraph(Struct, frozen=True, dict=True):
    """Citations between the documents of one catalog."""

    catalog: Catalog
    bodies: Bodies

    def cited_by(self, key: str) -> list[str]:
        """Documents and plans that name it, in the order of their days."""
        return self._citing.get(key, [])

    def cites(self, key: str) -> list[str]:
        """Documents that it names, in the order of their days."""
        return self._cited.get(key, [])

    def places_of(self, document: str) -> list[tuple[Link, tuple[CitingLine, ...]]]:
        """Where the texts of plans name the document, by plan."""
        return self._places.get(document, [])

    def around(self, key: str) -> list[Node]:
        """The document and those nearest to it by citations, oldest first; at most `_MOST`."""
        found, ring = {key: None}, [key]
        while ring and len(found) < _MOST:
            nearest = {near for one in ring for near in (*self.cites(one), *self.cited_by(one)) if near not in found}
            ring = self._in_order(nearest)[: _MOST - len(found)]
            found |= dict.fromkeys(ring)
        return [self.nodes[one] for one in self._in_order(set(found))]

    @cached_property
    def nodes(self) -> dict[str, Node]:
        """Everything that names or may be named, by key: the id of a document, or the address of a plan without one."""
        found = {d.id: self._node_of(d) for d in self.catalog.documents.values()}
        for entry, plan in self.catalog.of_kind(Plan):
            if self._key_of(entry, plan) == entry.address:
                later = [found[r.document.id].order[0] for r in self._references(entry) if r.document]
                after = max([plan.period.from_.last_day, *later])
                found[entry.address] = self._node(Link(plan.title, entry.address), plan.issuer, plan.issued, after)
        return found

    def _node_of(self, document: Document) -> Node:
        link = Link(f"{TYPE_NAMES[document.type]} {document.number}", f"/van-ban/{document.id}/")
        return self._node(link, document.issuer, document.issued, date.max)

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """(Citing, cited), each pair once."""
        told = ((d.id, cited) for d in self.catalog.documents.values() for cited in d.cites)
        return [pair for pair in dict.fromkeys((*told, *self._read())) if pair[0] != pair[1] and pair[1] in self.nodes]

    def _read(self) -> Iterator[tuple[str, str]]:
        for entry, plan in self.catalog.of_kind(Plan):
            for reference in self._references(entry):
                if reference.document:
                    yield self._key_of(entry, plan), reference.document.id

    @cached_property
    def _citing(self) -> dict[str, list[str]]:
        return self._grouped((cited, citing) for citing, cited in self._pairs)

    @cached_property
    def _cited(self) -> dict[str, list[str]]:
        return self._grouped(self._pairs)

    def _grouped(self, pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
        groups: dict[str, set[str]] = {}
        for key, value in pairs:
            groups.setdefault(key, set()).add(value)
        return {key: self._in_order(values) for key, values in groups.items()}

    def _in_order(self, keys: set[str]) -> list[str]:
        return sorted(keys, key=lambda key: self.nodes[key].order)

    @cached_property
    def _places(self) -> dict[str, list[tuple[Link, tuple[CitingLine, ...]]]]:
        found: dict[str, list[tuple[Link, tuple[CitingLine, ...]]]] = {}
        for entry, plan in self.catalog.of_kind(Plan):
            own = self._key_of(entry, plan)
            lines: dict[str, list[CitingLine]] = {}
            for reference in self._references(entry):
                if reference.document and reference.document.id != own:
                    anchor = f"#{reference.place.anchor}" if reference.place.anchor else ""
                    line = CitingLine(reference.place.clause, f"{entry.address}{anchor}")
                    lines.setdefault(reference.document.id, []).append(line)
            for document, places in lines.items():
                found.setdefault(document, []).append((Link(plan.title, entry.address), tuple(places)))
        return found

    def _references(self, entry: Entry) -> tuple[Reference, ...]:
        return self.bodies.references.get(entry.loaded.path, ())

    def _key_of(self, entry: Entry, plan: Plan) -> str:
        document = self.catalog.document_of(plan)
        return document.id if document else entry.address

    def _node(self, link: Link, issuer: str, issued: PartialDate | date | None, otherwise: date) -> Node:
        agency = self.catalog.agencies.get(issuer)
        name = agency.name if agency else issuer
        short = agency.abbreviations[0] if agency and agency.abbreviations else name
        day = parse_partial_date(issued.isoformat()) if isinstance(issued, date) else issued
        key = (
            link.address.removeprefix("/van-ban/").strip("/") if link.address.startswith("/van-ban/") else link.address
        )
        words = format_partial(day) if day else ""
        return Node(key, link, name, short, words, (day.last_day if day else otherwise, day is None, key))
