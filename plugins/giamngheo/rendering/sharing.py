"""How an item is shown where its address is posted: title with its state, cover, and where its pack stands.

Shared by pages, which name these in their head, and packs, which make them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Item
from giamngheo.content.settings import Settings
from giamngheo.ground.cache import Cache, digest, digest_of
from giamngheo.ground.vietnamese import normalize
from giamngheo.rendering.covers import HEIGHT, WIDTH, Cover
from giamngheo.rendering.outputs import Preview
from giamngheo.rendering.place_words import place_words

FOLDER = "/chia-se/"
TITLE_LIMIT = 150
"""Characters: what Zalo and Facebook show of a title on two or three lines."""

_NAME = 44
"""Characters of the name of a portal that find room on a cover; a longer one gives way to the short name."""


def is_shared(catalog: Catalog, item: Item) -> bool:
    """True where a pack is offered: what has expired from the feeds is not spread any further."""
    return item.expires is None or catalog.today <= item.expires


def pack_address(item: Item) -> str:
    """Page of the pack of an item."""
    return f"{FOLDER}{item.id}/"


def state_words(catalog: Catalog, item: Item) -> str:
    """The state that must be read first: over, called off, or not begun; nothing where a reader may simply go on."""
    state = catalog.state_of(item)
    return _capital(state.label) if state and state.tone in ("over", "open", "off") else ""


def shared_title(catalog: Catalog, item: Item) -> str:
    """The title behind the state that must be read first; never cut: where both are too long, a short name stands."""
    state = state_words(catalog, item)
    short = f"{item.SECTION_NAME} về {catalog.topic_names.get(item.topics[0], '')}".removesuffix(" về ")
    texts = [f"{state}: {text}" if state else text for text in (one_line(item.title), short, item.SECTION_NAME)]
    return next((text for text in texts if len(text) <= TITLE_LIMIT), texts[-1])


def cover_of(catalog: Catalog, item: Item) -> Cover:
    """What is written on the cover of an item without a photograph."""
    return Cover(
        topic=item.topics[0],
        topic_name=catalog.topic_names.get(item.topics[0], ""),
        title=item.title,
        place=_capital(where(catalog, item)) or "Cả nước",
        portal=_portal(catalog.settings),
        state=state_words(catalog, item).lower(),
    )


def site_cover(settings: Settings) -> Cover:
    """The cover of every page that is no item."""
    return Cover("", settings.short_name, settings.name, settings.publisher or "", _portal(settings))


def where(catalog: Catalog, item: Item) -> str:
    """Places of an item in words, "" where it is the whole country."""
    places = (catalog.places[name] for name in item.places if name in catalog.places)
    return "; ".join(place_words(catalog, place) for place in places if place.level != "quoc-gia")


def previews(catalog: Catalog, photographs: Mapping[str, bytes], cache: Cache) -> dict[str, Preview]:
    """Title and picture of every public item, by its id: the photograph, cut to size, or the cover.

    `photographs` by address. New content has a new address: chats keep a picture for as long as its address stands.
    """
    marks = {file: digest_of(photographs[f"/{file}"]) for file in _photographs(catalog)}

    def make() -> dict[str, Preview]:
        return {entry.item.id: _preview(catalog, entry.item, marks) for entry in catalog.entries}

    return cache.last_value("previews", digest(catalog.made_from, *marks.values()), dict[str, Preview], make)


def _photographs(catalog: Catalog) -> Iterator[str]:
    return (entry.item.image.file for entry in catalog.entries if entry.item.image)


def _preview(catalog: Catalog, item: Item, marks: Mapping[str, str]) -> Preview:
    if item.image:
        name, alt = f"{item.id}.{marks[item.image.file][:10]}.jpg", item.image.alt
    else:
        cover = cover_of(catalog, item)
        name, alt = f"{item.id}.{cover.key[:10]}.png", _alt(cover)
    return Preview(shared_title(catalog, item), FOLDER + name, alt, WIDTH, HEIGHT)


def site_preview(settings: Settings) -> Preview:
    """The portal itself."""
    cover = site_cover(settings)
    return Preview(settings.name, f"{FOLDER}bia.{cover.key[:10]}.png", _alt(cover), WIDTH, HEIGHT)


def one_line(text: str) -> str:
    """Plain text on one line, composed (NFC), without controls and marks of direction."""
    text = normalize(text)
    if not text.isprintable():  # few texts need the slow way
        text = "".join(c if c.isprintable() else " " for c in text)
    return normalize(" ".join(text.split()))


def _portal(settings: Settings) -> str:
    name = settings.name if len(settings.name) <= _NAME else settings.short_name
    return f"{name} (bản trình diễn)" if settings.is_demonstration else name


def _alt(cover: Cover) -> str:
    parts = (cover.topic_name, cover.state, cover.title, cover.place)
    return one_line(f"Hình vẽ minh họa: {'; '.join(filter(None, parts))}")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
