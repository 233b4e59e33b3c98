"""Figures as they are told on the air: what does not hold today or later is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import is_figure_in_force
from giamngheo.content.schema import Figure, Item
from giamngheo.rendering.figures import figure_view
from giamngheo.rendering.kinds.words import Telling


def figures_aloud(catalog: Catalog, item: Item, figures: Iterable[Figure], rank: int) -> Iterator[Telling]:
    """Figures of today and of days to come."""
    for figure in figures:
        is_ahead = figure.valid_from is not None and figure.valid_from > catalog.today
        if is_ahead or is_figure_in_force(figure, catalog.today):
            yield Telling(rank, figure_aloud(catalog, item, figure))


def figure_aloud(catalog: Catalog, item: Item, figure: Figure) -> str:
    """Amount with qualifier and unit, formula, day and note: sentences of one part, none goes without the others."""
    formula = figure.formula if figure.value is not None else None
    view = figure_view(catalog, item, figure.model_copy(update={"formula": None}) if formula else figure)
    when = f"Đây là {view.when}" if view.when.startswith("số liệu") else view.when[:1].upper() + view.when[1:]
    amount = f"{view.label.rstrip('.')}: {view.text}"
    parts = (amount, f"Cách tính: {formula}" if formula else "", when, view.note)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
