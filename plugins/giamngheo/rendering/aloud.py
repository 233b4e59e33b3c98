"""Which items are read out, how, and at which addresses their texts stand; shared by pages and broadcast."""

from __future__ import annotations

import re

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Place
from giamngheo.content.schema import Item
from giamngheo.ground.vietnamese.spoken import Reading
from giamngheo.rendering.figures import Link

LENGTHS = (30, 60, 180)
"""Seconds of the three texts of an item."""

_ACRONYM = re.compile("[A-ZĐ]{2}")
_LABELS = {30: "30 giây", 60: "60 giây", 180: "3 phút"}


def is_read_out(catalog: Catalog, item: Item) -> bool:
    """True for what people can rely on today: nothing that is over or has expired goes on a loudspeaker."""
    has_expired = item.expires is not None and item.expires < catalog.today
    return not has_expired and not catalog.is_over(item)


def reading_of(catalog: Catalog) -> Reading:
    """The region that the portal has set, with all short forms that its registers explain."""
    short_forms = {s: a.name for a in catalog.agencies.values() for s in a.abbreviations if _ACRONYM.search(s)}
    short_forms |= catalog.abbreviations
    return Reading(catalog.settings.broadcast.region, tuple(sorted(short_forms.items())))


def spoken_address(item: Item, seconds: int) -> str:
    """Address of one text of an item."""
    return f"/phat-thanh/{item.id}-{seconds}.txt"


def sheet_address(place: Place) -> str:
    """Address of the page of a place's sheet of the week; its text has the same name with `.txt`."""
    return f"/phat-thanh/dia-ban/{place.id}/"


def spoken_links(catalog: Catalog, item: Item) -> tuple[Link, ...]:
    """The three texts of an item, or nothing where it is not read out."""
    if not is_read_out(catalog, item):
        return ()
    return tuple(Link(_LABELS[seconds], spoken_address(item, seconds)) for seconds in LENGTHS)
