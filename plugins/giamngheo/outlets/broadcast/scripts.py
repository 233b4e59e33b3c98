"""Texts of 30 seconds, 60 seconds and 3 minutes, put together from the parts of an item."""

from __future__ import annotations

import math
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import cache as once
from functools import cached_property, lru_cache, partial
from typing import TypeAlias

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Item
from giamngheo.content.settings import Settings
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.vietnamese.spoken import Reading
from giamngheo.ground.vietnamese.spoken.sentences import sentences, spoken_syllables
from giamngheo.outlets.broadcast.parts import parts_of
from giamngheo.rendering.aloud import LENGTHS, is_read_out, reading_of
from giamngheo.rendering.kinds import MUST, Telling
from giamngheo.rendering.outputs import SpokenText

NOT_APPROVED = "Bản này chưa được duyệt để phát."
"""First sentence of every text of an item without `approved_by`: it cannot be lost by copying the text."""

_SECONDS = 60


class _Unit(Struct, frozen=True):
    """A part in spoken sentences; `instead` likewise. `about` is the index of the part that it tells more of."""

    rank: int
    text: str
    instead: str
    cost: int
    """Syllables of `text`."""
    cost_instead: int
    about: int | None


class ItemScripts(Struct, frozen=True):
    """The texts of one item by seconds of `LENGTHS`, and the one for a programme, without greeting."""

    texts: dict[int, SpokenText]
    in_programme: SpokenText


def item_scripts(catalog: Catalog, cache: Cache, only: Container[str] | None = None) -> dict[str, ItemScripts]:
    """Texts of all items that are read out (or of `only` these), by id. Those that are not approved say so first."""
    reading = reading_of(catalog)
    writer = _Writer(catalog, cache, _Frame.of(catalog.settings, reading), reading)
    wanted = [e.item for e in catalog.entries if (only is None or e.item.id in only) and is_read_out(catalog, e.item)]

    def make() -> dict[str, _Made]:
        return {item.id: writer.make(item) for item in wanted}

    made = cache.last_value("phat-thanh", catalog.made_from, dict[str, _Made], make) if only is None else make()
    return {item.id: writer.scripts(item, *made[item.id]) for item in wanted}


def spoken_texts(scripts: Mapping[str, ItemScripts]) -> dict[str, SpokenText]:
    """The text of 60 seconds of each item, for feeds."""
    return {item: script.texts[60] for item, script in scripts.items()}


_Made: TypeAlias = tuple[str, tuple[int, int, int, int]]
"""Key of the texts of an item in the cache, and the seconds that each takes: of each length, and for a programme."""


class _Writer(Struct, frozen=True, dict=True):
    """Writes the texts of items, or finds them in the cache."""

    catalog: Catalog
    cache: Cache
    frame: _Frame
    reading: Reading

    @cached_property
    def _common(self) -> str:
        return digest("phat-thanh", code_digest(), repr(self.reading), repr(self.frame))

    def make(self, item: Item) -> _Made:
        """Have the texts of one item in the cache, and tell how long they are."""
        parts = parts_of(self.catalog, item)
        key = digest(self._common, repr(item.approved_by), repr(parts))
        said = self._kept(key)
        if said is None:
            said = _scripts(item, parts, self.frame, self.reading)
            self.cache.put(key, said)
        first, second, third, in_programme = (seconds for _, seconds in said)
        return key, (first, second, third, in_programme)

    def scripts(self, item: Item, key: str, seconds: Sequence[int]) -> ItemScripts:
        """The texts of one item, not yet read."""
        find = partial(self._texts, key, item)
        read = find if self.cache.is_kept else once(find)
        *texts, in_programme = (SpokenText(read, key, index, n) for index, n in enumerate(seconds))
        return ItemScripts(dict(zip(LENGTHS, texts, strict=True)), in_programme)

    def _texts(self, key: str, item: Item) -> list[str]:
        said = self._kept(key) or _scripts(item, parts_of(self.catalog, item), self.frame, self.reading)
        return [text for text, _ in said]

    def _kept(self, key: str) -> list[tuple[str, int]] | None:
        """What the cache kept; anything that does not fit counts as absent."""
        said = self.cache.get(key, list[tuple[str, int]])
        return said if said and len(said) == len(LENGTHS) + 1 else None


def _units(parts: list[Telling], reading: Reading) -> Iterator[_Unit]:
    places = {part.text: index for index, part in enumerate(parts)}
    for part in parts:
        text, instead = _say(part.text, reading), _say(part.instead, reading)
        costs = spoken_syllables(text), spoken_syllables(instead)
        yield _Unit(part.rank, text, instead, *costs, about=places.get(part.about))


@lru_cache(maxsize=512)
def _say(text: str, reading: Reading) -> str:
    """Read a part; who is entitled, where to ask, from when on: many items say the same."""
    return " ".join(sentences(text, reading))


class _Frame(Struct, frozen=True):
    """Opening and closing formula in words, and how fast is read."""

    rate: int
    greeting: str
    not_approved: str
    source: str
    contact: str
    thanks: str

    @classmethod
    def of(cls, settings: Settings, reading: Reading) -> _Frame:
        publisher = f"Tin của {settings.publisher or settings.name}."
        return cls(
            rate=settings.broadcast.syllables_per_minute,
            greeting="Kính thưa bà con.",
            not_approved=NOT_APPROVED,
            source=_say(publisher, reading),
            contact=_say(contact_words(settings), reading),
            thanks="Xin cảm ơn bà con.",
        )

    def seconds(self, text: str) -> int:
        """Seconds that a text takes, rounded up."""
        return math.ceil(spoken_syllables(text) * _SECONDS / self.rate)


def contact_words(settings: Settings) -> str:
    """Where the portal is reached: only what its settings say, nothing where they say nothing."""
    contact = settings.contact
    place = ", ".join(filter(None, (contact.office, contact.address)))
    lines = [f"Liên hệ: {place}."] if place else []
    lines += [f"Điện thoại {line.number}, {line.label.rstrip('.')}." for line in contact.hotlines]
    return " ".join(lines)


def _scripts(item: Item, parts: list[Telling], frame: _Frame, reading: Reading) -> list[tuple[str, int]]:
    """Each text with its seconds: those of `LENGTHS`, then the one for a programme."""
    units = list(_units(parts, reading))
    first = [] if item.approved_by else [frame.not_approved]
    closing = [line for line in (frame.source, frame.contact, frame.thanks) if line]
    texts = [_fit(units, seconds, frame, [*first, frame.greeting], closing) for seconds in LENGTHS]
    return [*texts, _fit(units, _SECONDS, frame, first, [])]


def _fit(units: list[_Unit], seconds: int, frame: _Frame, opening: list[str], closing: list[str]) -> tuple[str, int]:
    """Say the parts of the highest ranks that fit, whole, in their own order; what must be said may run over."""
    left = seconds * frame.rate // _SECONDS - spoken_syllables(" ".join([*opening, *closing]))
    left -= sum(unit.cost if unit.rank == MUST else unit.cost_instead for unit in units)
    chosen: set[int] = {i for i, unit in enumerate(units) if unit.rank == MUST}
    for index in sorted(range(len(units)), key=lambda i: units[i].rank):
        cost, about = units[index].cost - units[index].cost_instead, units[index].about
        if index not in chosen and cost <= left and (about is None or about in chosen):
            chosen.add(index)
            left -= cost
    said = (unit.text if index in chosen else unit.instead for index, unit in enumerate(units))
    text = "\n".join([*opening, *filter(None, said), *closing])
    return text, frame.seconds(text)
