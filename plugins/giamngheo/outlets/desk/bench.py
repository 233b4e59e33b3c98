"""What the desk is made from, and how a place in an editor's file is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.content.loader import Content
from giamngheo.ground.problems import Location, Problem


class LinkVerdict(Struct, frozen=True):
    """What was found at an outward address on a day; an empty fault means that the page was there."""

    fault: str
    day: date
    is_sure: bool = True
    """False where the other side may only refuse programs."""


class Bench(Struct, frozen=True):
    """The content with its catalog, everything that a check found, and the verdicts on outward links so far."""

    content: Content
    catalog: Catalog
    problems: tuple[Problem, ...]
    held: frozenset[str]
    works: tuple[PlanWork, ...]
    links: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    """Outward addresses of public items and registers, with where they stand."""
    verdicts: Mapping[str, LinkVerdict] = field(default_factory=dict)


def place_of(location: Location) -> str:
    """Write a place as editors' tools know it: "content/policies/a.md:7"."""
    return f"{location.file}:{location.line}" if location.line else location.file
