"""What templates of series show."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.rendering.figures import Link
from giamngheo.rendering.results import LatestFigure, PlaceBlock


class SeriesLine(Struct, frozen=True):
    """A series in the list: what it counts, who counts, and its last number of the place that it names first."""

    link: Link
    counts: str
    by: str
    latest: LatestFigure | None
    place: str
    has_conflict: bool


class SeriesListView(Struct, frozen=True):
    """All series; `package` is the address of the Data Package of all."""

    lines: tuple[SeriesLine, ...]
    package: str


class SeriesView(Struct, frozen=True):
    """One series: what it counts, what must not be mixed with it, each place, where it comes from."""

    id: str
    summary: str
    unit: str
    when: str
    """Whether numbers are those at the end of a period or of the whole of it."""
    checked: str
    checked_iso: str
    is_stale: bool
    facts: tuple[tuple[str, tuple[Link, ...]], ...]
    unlike: tuple[tuple[Link, str], ...]
    conflicts: tuple[Link, ...]
    places: tuple[PlaceBlock, ...]
    sources: tuple[tuple[Link, str], ...]
    changes: tuple[tuple[str, str], ...]
    downloads: tuple[Link, ...]
    author: str
