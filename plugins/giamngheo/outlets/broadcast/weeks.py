"""One sheet a week for a place: what its loudspeaker reads in a session, urgent things first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Place
from giamngheo.content.schema import Item
from giamngheo.ground.cache import digest
from giamngheo.ground.vietnamese import format_day
from giamngheo.ground.vietnamese.spoken.sentences import sentences
from giamngheo.outlets.broadcast.scripts import ItemScripts, contact_words
from giamngheo.outlets.broadcast.views import SheetLine, SheetView
from giamngheo.rendering.aloud import reading_of, sheet_address, spoken_links
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import LateFile, Later, Page, Sound, SpokenText

CLASSES = {"khan-cap": "Khẩn cấp", "uu-tien": "Ưu tiên", "thong-thuong": "Thông thường"}
"""Thông tư 39/2020/TT-BTTTT: urgent is aired at once, priority first in the programme, ordinary when there is time."""

_MINUTE = 60


class Week(Struct, frozen=True):
    """A week of the calendar (ISO 8601): from Monday to Sunday."""

    monday: date

    @classmethod
    def around(cls, day: date) -> Week:
        """The week of a day."""
        return cls(day - timedelta(days=day.weekday()))

    @property
    def number(self) -> int:
        """Weeks since the beginning of the calendar: one more each week, over the turn of a year too."""
        return self.monday.toordinal() // 7

    @property
    def name(self) -> str:
        """Its name in the year that it belongs to: "tuần 47 năm 2026"."""
        year, week, _ = self.monday.isocalendar()
        return f"tuần {week} năm {year}"

    def __str__(self) -> str:
        """Return "tuần 47 năm 2026, từ ngày 16/11/2026 đến ngày 22/11/2026"."""
        sunday = self.monday + timedelta(days=6)
        return f"{self.name}, từ ngày {format_day(self.monday)} đến ngày {format_day(sunday)}"


def sheets(
    catalog: Catalog, scripts: Mapping[str, ItemScripts], sounds: Mapping[str, Sound]
) -> Iterator[tuple[Page, LateFile]]:
    """Yield page and text of each place that exists today and has something to read out itself."""
    week = Week.around(catalog.today)
    programme = _Programme(catalog, scripts, week)
    frame = _Formula(catalog)
    for place in catalog.places.values():
        is_gone = place.until is not None and place.until < catalog.today
        if place.id in programme.places and not is_gone:
            lines = tuple(programme.session(place))
            said = [script.in_programme for _, script in lines]
            text = partial(frame.around, place, week, said)
            key = partial(_key, week, said)
            view = Later(
                partial(_view, catalog, place, week, lines, sounds), partial(_key_of_view, catalog, key, sounds)
            )
            yield _page(catalog, place, week, view), LateFile(_text_address(place), text, key)


def _key(week: Week, said: Sequence[SpokenText]) -> str:
    """Digest of what the sheet of a place says, besides registers and settings."""
    return digest(str(week), *map(repr, said))


def _key_of_view(catalog: Catalog, key: Callable[[], str], sounds: Mapping[str, Sound]) -> str:
    return digest(catalog.fingerprint, key(), repr(sounds))


def _text_address(place: Place) -> str:
    return f"{sheet_address(place)[:-1]}.txt"


class _Programme:
    """What may be read in one week, by place and class, in the order of that week."""

    def __init__(self, catalog: Catalog, scripts: Mapping[str, ItemScripts], week: Week) -> None:
        self._catalog, self._scripts = catalog, scripts
        self._time = catalog.settings.broadcast.session_minutes * _MINUTE
        self._shortest = min((script.in_programme.seconds for script in scripts.values()), default=0)
        entries: dict[tuple[str, str], list[Entry]] = {}
        for entry in catalog.entries:
            if entry.item.id in scripts:
                for place in self._places_of(entry.item):
                    entries.setdefault((place, entry.item.broadcast_priority), []).append(entry)
        self._entries = {key: self._in_turn(found, week) for key, found in entries.items()}
        self.places = {place for place, _ in entries}

    def session(self, place: Place) -> Iterator[tuple[Entry, ItemScripts]]:
        """Urgent first, then priority, then ordinary; within a class what is near before what is from above.

        What no longer fits the time is left out whole.
        """
        left, seen = self._time, set[str]()
        for entry in self._candidates(place):
            script = self._scripts[entry.item.id]
            if left < self._shortest:
                return
            if entry.item.id not in seen and script.in_programme.seconds <= left:
                seen.add(entry.item.id)
                left -= script.in_programme.seconds
                yield entry, script

    def _candidates(self, place: Place) -> Iterator[Entry]:
        for name in CLASSES:
            for level in self._catalog.above(place.id):
                yield from self._entries.get((level.id, name), [])

    def _places_of(self, item: Item) -> Iterable[str]:
        """The places that an item names, and what these are today."""
        named = [self._catalog.places[p] for p in item.places if p in self._catalog.places]
        return dict.fromkeys(p.id for old in named for p in (old, *self._catalog.now_called(old)))

    def _in_turn(self, entries: list[Entry], week: Week) -> list[Entry]:
        """Begin each week half a session further on, so that every item has its turn, mostly twice."""
        seconds = sum(self._scripts[entry.item.id].in_programme.seconds for entry in entries)
        if seconds <= self._time:
            return entries
        step = max(1, len(entries) * self._time // (2 * seconds))
        start = week.number * step % len(entries)
        return [*entries[start:], *entries[:start]]


class _Formula:
    """Words around a programme."""

    def __init__(self, catalog: Catalog) -> None:
        self._reading = reading_of(catalog)
        settings = catalog.settings
        self._closing = self._say(f"Chương trình đến đây là hết. {contact_words(settings)} Xin cảm ơn bà con đã nghe.")
        self._name = settings.publisher or settings.name

    def around(self, place: Place, week: Week, said: Iterable[SpokenText]) -> bytes:
        opening = self._say(f"Kính thưa bà con {_name(place)}. Sau đây là tin của {self._name}, {week.name}.")
        text = "\n\n".join([opening, *(spoken.text for spoken in said), self._closing])
        return f"{text}\n".encode()

    def _say(self, text: str) -> str:
        return " ".join(sentences(text, self._reading))


def _name(place: Place) -> str:
    return "cả nước" if place.level == "quoc-gia" else place.full_name


def texts_and_sound(catalog: Catalog, item: Item, sounds: Mapping[str, Sound]) -> tuple[Link, ...]:
    """The texts of an item, and its sound where there is one."""
    sound = sounds.get(item.id)
    listen = (Link(f"nghe {sound.seconds} giây", sound.address),) if sound else ()
    return (*spoken_links(catalog, item), *listen)


def _view(
    catalog: Catalog,
    place: Place,
    week: Week,
    session: tuple[tuple[Entry, ItemScripts], ...],
    sounds: Mapping[str, Sound],
) -> SheetView:
    seconds = sum(script.in_programme.seconds for _, script in session)
    return SheetView(
        week=str(week),
        minutes=-(-seconds // _MINUTE),
        session=catalog.settings.broadcast.session_minutes,
        text=_text_address(place),
        lines=tuple(_line(catalog, entry, script, sounds) for entry, script in session),
    )


def _page(catalog: Catalog, place: Place, week: Week, view: Later) -> Page:
    above = [p.full_name for p in catalog.above(place.id)[1:] if p.level != "quoc-gia"]
    return Page(
        address=sheet_address(place),
        template="broadcast_sheet.html",
        title=f"Bài đọc loa tuần này: {', '.join([_name(place), *above])}",
        description=f"Chương trình {week}: bài đọc trên loa, viết thành chữ, sắp theo mức ưu tiên.",
        view=view,
        section="phat-thanh",
        crumbs=(Link("Trang chủ", "/"), Link("Bài đọc loa", "/phat-thanh/")),
        same_as=f"/dia-ban/{place.id}/",
        is_indexed=False,
    )


def _line(catalog: Catalog, entry: Entry, script: ItemScripts, sounds: Mapping[str, Sound]) -> SheetLine:
    return SheetLine(
        title=Link(entry.item.title, entry.address),
        kind=CLASSES[entry.item.broadcast_priority],
        approved_by=entry.item.approved_by or "",
        seconds=script.in_programme.seconds,
        paragraphs=tuple(script.in_programme.text.split("\n")),
        texts=texts_and_sound(catalog, entry.item, sounds),
    )
