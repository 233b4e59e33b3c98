"""Which figures of a story may be drawn side by side: the same label and unit on different days."""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Figure, Item
from giamngheo.rendering.charts import Amount, Bars, bars_of
from giamngheo.rendering.figures import figure_text, partial_text, source_link


def compare(catalog: Catalog, item: Item, figures: Iterable[Figure]) -> tuple[tuple[Bars, ...], tuple[Figure, ...]]:
    """Bars of what was counted more than once, oldest first, and the figures that stand alone, in their order."""
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        groups.setdefault((figure.label, figure.unit or ""), []).append(figure)
    drawn = [group for group in groups.values() if _is_comparable(group)]
    alone = tuple(f for group in groups.values() if group not in drawn for f in group)
    return tuple(_bars(catalog, item, group) for group in drawn), alone


def _is_comparable(group: list[Figure]) -> bool:
    """True for plain values of different days: a span ("25 đến 35") has no one length."""
    plain = all(f.value is not None and f.value >= 0 and f.value_to is None for f in group)
    return plain and len({f.on.first_day for f in group}) == len(group) > 1


def _bars(catalog: Catalog, item: Item, group: list[Figure]) -> Bars:
    ordered = sorted(group, key=lambda figure: figure.on.first_day)
    amounts = (
        Amount(
            label=partial_text(figure.on).removeprefix("ngày "),
            value=figure.value,
            text=figure_text(figure),
            source=source_link(catalog, item, figure.source),
            note=figure.note or "",
        )
        for figure in ordered
        if figure.value is not None
    )
    return bars_of(group[0].label, amounts)
