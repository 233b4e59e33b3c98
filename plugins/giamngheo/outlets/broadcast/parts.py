"""What an item says on the air, in parts: each is said whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Item
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.kinds import MUST, Telling, words_of
from giamngheo.rendering.place_words import place_words


def parts_of(catalog: Catalog, item: Item) -> list[Telling]:
    """All parts of an item in the order in which they are said."""
    title = item.title if item.title.endswith("?") else f"{item.title.rstrip('.')}."
    parts = [Telling(MUST, title), *_where(catalog, item), *words_of(item).aloud(catalog, item)]
    if item.last_checked:
        parts.append(Telling(5, f"Thông tin được kiểm tra ngày {format_day(item.last_checked)}."))
    return parts


def _where(catalog: Catalog, item: Item) -> Iterator[Telling]:
    places = [catalog.places[p] for p in item.places if p in catalog.places]
    names = [place_words(catalog, place) for place in places if place.level != "quoc-gia"]
    if names:
        yield Telling(1, f"Địa bàn: {'; '.join(names)}.")
