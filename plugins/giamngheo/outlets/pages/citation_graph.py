"""Which document names which: from the texts of plans and from what the register tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Plan
from giamngheo.ground.vietnamese import PartialDate, format_partial
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.items import Bodies
from giamngheo.outlets.pages.views import CitingLine
from giamngheo.rendering.figures import Link

_MOST = 12
"""Documents of one drawing: more could not be followed on a phone."""


@dataclass(frozen=True, slots=True)
class Node:
    """A document of the register, or a plan that is in no register; `issued` may be unknown."""

    key: str
    link: Link
    issuer: str
    issued: PartialDate | None

    @property
    def order(self) -> tuple[bool, PartialDate, str]:
        """Oldest first, those without a day last."""
        return self.issued is None, self.issued or PartialDate(1), self.key


@dataclass(frozen=True)
class CitationGraph:
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
        found = {
            d.id: Node(d.id, Link(f"{TYPE_NAMES[d.type]} {d.number}", f"/van-ban/{d.id}/"), self._name(d.issuer), d.issued)
            for d in self.catalog.documents.values()
        }
        for entry, plan in self.catalog.of_kind(Plan):
            if self._key_of(entry, plan) == entry.address:
                day = PartialDate(plan.issued.year, plan.issued.month, plan.issued.day) if plan.issued else None
                issued = day or plan.period.from_
                found[entry.address] = Node(entry.address, Link(plan.title, entry.address), self._name(plan.issuer), issued)
        return found

    @cached_property
    def _pairs(self) -> list[tuple[str, str]]:
        """(Citing, cited), each pair once."""
        told = ((d.id, cited) for d in self.catalog.documents.values() for cited in d.cites)
        return [pair for pair in dict.fromkeys((*told, *self._read())) if pair[0] != pair[1] and pair[1] in self.nodes]

    def _read(self) -> Iterator[tuple[str, str]]:
        for entry, plan in self.catalog.of_kind(Plan):
            for reference in self.bodies.references.get(entry.loaded.path, ()):
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
            for reference in self.bodies.references.get(entry.loaded.path, ()):
                if reference.document and reference.document.id != own:
                    anchor = f"#{reference.place.anchor}" if reference.place.anchor else ""
                    line = CitingLine(reference.place.clause, f"{entry.address}{anchor}")
                    lines.setdefault(reference.document.id, []).append(line)
            for document, places in lines.items():
                found.setdefault(document, []).append((Link(plan.title, entry.address), tuple(places)))
        return found

    def _key_of(self, entry: Entry, plan: Plan) -> str:
        document = self.catalog.document_of(plan)
        return document.id if document else entry.address

    def _name(self, agency: str) -> str:
        known = self.catalog.agencies.get(agency)
        return known.name if known else agency


def about(node: Node) -> str:
    """Issuer and day of a node, as read."""
    return ", ".join(filter(None, (node.issuer, format_partial(node.issued) if node.issued else "")))
