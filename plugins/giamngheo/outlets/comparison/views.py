"""What the templates of comparisons show: finished values."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.legal import WordChange
from giamngheo.rendering.figures import Link


class PointLine(Struct, frozen=True):
    """One point: `tag` says how it stands to the other plan; `text` where nothing changed, else `changes`."""

    kind: str
    tag: str
    text: str
    changes: tuple[WordChange, ...]
    links: tuple[Link, ...]


class PartComparison(Struct, frozen=True):
    """One part of the plans; `counts` tell how many points are of which kind."""

    id: str
    title: str
    counts: str
    lines: tuple[PointLine, ...]


class ComparisonView(Struct, frozen=True):
    """A plan beside another one: why these two, in how many points they agree, and the parts."""

    plan: Link
    other: Link
    why: str
    counts: str
    parts: tuple[PartComparison, ...]


class PartOverview(Struct, frozen=True):
    """One part in all plans: a link to where it begins, and how many points it has."""

    title: str
    plans: tuple[tuple[Link, str], ...]


class ComparisonsView(Struct, frozen=True):
    """All comparisons, then every part in all plans."""

    pairs: tuple[tuple[Link, str], ...]
    parts: tuple[PartOverview, ...]
