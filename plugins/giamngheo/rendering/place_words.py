"""A place in words for texts that leave the page: with those above it, and what it is called today."""

from __future__ import annotations

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Place

_MANY = 2
"""Of more successors than this only their provinces are named."""


def place_words(catalog: Catalog, place: Place) -> str:
    """A place with those above it; an abolished one with what it is today, or the province of that."""
    then = ", ".join(p.full_name for p in catalog.above(place.id) if p.level != "quoc-gia")
    now = catalog.now_called(place)
    if len(now) <= _MANY:
        names = [", ".join(p.full_name for p in catalog.above(n.id) if p.level != "quoc-gia") for n in now]
        return f"{then}, nay là {' và '.join(names)}" if names else then
    provinces = dict.fromkeys(p.full_name for n in now for p in catalog.above(n.id) if p.level == "tinh")
    return f"{then}, nay thuộc {' và '.join(provinces)}"
