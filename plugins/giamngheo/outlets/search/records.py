"""What is kept of a page of the index: what results show of its units, and enough to make the units again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from giamngheo.ground.json_text import compact
from giamngheo.outlets.search.units import Section, Unit


class PageRecord(Struct, frozen=True):
    """Three lines of JSON for each unit: what its result shows, its sections where they lie apart, and the rest."""

    lines: list[bytes]

    @classmethod
    def of(cls, units: Iterable[Unit], *, is_long: bool) -> PageRecord:
        """Record a page; of a long one, sections lie in files of their own."""
        return cls([line for unit in units for line in _lines(unit, is_long=is_long)])

    @classmethod
    def read(cls, kept: bytes) -> PageRecord:
        """The record that was kept as these bytes."""
        return cls(kept.split(b"\n"))

    @property
    def kept(self) -> bytes:
        """The bytes to keep."""
        return b"\n".join(self.lines)

    @property
    def results(self) -> Iterator[tuple[bytes, bytes]]:
        """What the result of each unit shows, and its sections; none of these where the former holds them."""
        return zip(self.lines[::3], self.lines[1::3], strict=True)

    @property
    def count(self) -> int:
        """Number of units."""
        return len(self.lines) // 3

    def units(self) -> Iterator[Unit]:
        """Make the units again."""
        for head, texts, rest in zip(self.lines[::3], self.lines[1::3], self.lines[2::3], strict=True):
            address, title, detail, last = msgspec.json.decode(head)
            summary, is_first, names, also, topics, places = msgspec.json.decode(rest)
            sections = tuple(Section(*section) for section in (msgspec.json.decode(texts) if texts else last))
            yield Unit(address, title, detail, summary, sections, is_first, names, also, tuple(topics), tuple(places))


def _lines(unit: Unit, *, is_long: bool) -> tuple[bytes, bytes, bytes]:
    """Results show address, title, detail, and the sections, or only the summary where those lie apart."""
    sections = [[section.anchor, section.heading, section.text] for section in unit.sections]
    head = compact([unit.address, unit.title, unit.detail, unit.summary if is_long else sections])
    rest = compact([unit.summary, unit.is_first, unit.names, unit.also, unit.topics, unit.places])
    return head, compact(sections) if is_long else b"", rest
