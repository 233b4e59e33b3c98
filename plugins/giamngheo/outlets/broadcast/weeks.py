"""One sheet a week for a place: what its loudspeaker reads in a session, urgent things first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.register_schema import Place
from giamngheo.ground.vietnamese import format_day
from giamngheo.ground.vietnamese.spoken.sentences import sentences
from giamngheo.outlets.broadcast.scripts import ItemScripts, contact_words
from giamngheo.outlets.broadcast.views import SheetLine, SheetView
from giamngheo.rendering.aloud import reading_of, spoken_links
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import OutputFile, Page

CLASSES = {"khan-cap": "Khẩn cấp", "uu-tien": "Ưu tiên", "thong-thuong": "Thông thường"}
"""Thông tư 39/2020/TT-BTTTT: urgent is aired at once, priority first in the programme, ordinary when there is time."""

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Week:
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


def sheets(catalog: Catalog, scripts: dict[str, ItemScripts]) -> Iterator[tuple[Page, OutputFile]]:
    """Yield page and text of each place that exists today and has something to read out itself."""
    week = Week.around(catalog.today)
    by_place = _entries_by_place(catalog, scripts)
    frame = _Formula(catalog)
    for place in catalog.places.values():
        is_gone = place.until is not None and place.until < catalog.today
        if place.id in by_place and not is_gone:
            lines = tuple(_session(catalog, place, scripts, by_place, week))
            text = frame.around(place, week, [script for _, script in lines])
            address = sheet_address(place)
            yield _page(catalog, place, week, lines), OutputFile(f"{address[:-1]}.txt", text.encode())


def sheet_address(place: Place) -> str:
    """Address of the page of a place's sheet; its text has the same name with `.txt`."""
    return f"/phat-thanh/dia-ban/{place.id}/"


def _entries_by_place(catalog: Catalog, scripts: dict[str, ItemScripts]) -> dict[str, list[Entry]]:
    """Items under the places they name, and under what these are today."""
    found: dict[str, list[Entry]] = {}
    for entry in catalog.entries:
        if entry.item.id not in scripts:
            continue
        named = [catalog.places[p] for p in entry.item.places if p in catalog.places]
        for place in dict.fromkeys(p.id for old in named for p in (old, *catalog.now_called(old))):
            found.setdefault(place, []).append(entry)
    return found


def _session(
    catalog: Catalog, place: Place, scripts: dict[str, ItemScripts], by_place: dict[str, list[Entry]], week: Week
) -> Iterator[tuple[Entry, ItemScripts]]:
    """Urgent first, then priority, then ordinary; within a class the place's own items before those from above.

    Ordinary items take turns from week to week. What no longer fits the session is left out whole.
    """
    left = catalog.settings.broadcast.session_minutes * _MINUTE
    seen: set[str] = set()
    for name in CLASSES:
        for level in catalog.above(place.id):
            entries = [e for e in by_place.get(level.id, []) if e.item.broadcast_priority == name]
            for entry in _in_turn(entries, week, catalog.settings.broadcast.session_minutes):
                script = scripts[entry.item.id]
                if entry.item.id not in seen and script.in_programme.seconds <= left:
                    seen.add(entry.item.id)
                    left -= script.in_programme.seconds
                    yield entry, script


def _in_turn(entries: list[Entry], week: Week, step: int) -> list[Entry]:
    """Begin each week where the last session is likely to have ended: about one item a minute."""
    start = week.number * step % len(entries) if len(entries) > step else 0
    return [*entries[start:], *entries[:start]]


class _Formula:
    """Words around a programme."""

    def __init__(self, catalog: Catalog) -> None:
        self._reading = reading_of(catalog)
        settings = catalog.settings
        self._closing = self._say(f"Chương trình đến đây là hết. {contact_words(settings)} Xin cảm ơn bà con đã nghe.")
        self._name = settings.publisher or settings.name

    def around(self, place: Place, week: Week, scripts: list[ItemScripts]) -> str:
        whose = "cả nước" if place.level == "quoc-gia" else place.full_name
        opening = self._say(f"Kính thưa bà con {whose}. Sau đây là tin của {self._name}, {week.name}.")
        return "\n\n".join([opening, *(s.in_programme.text for s in scripts), self._closing]) + "\n"

    def _say(self, text: str) -> str:
        return " ".join(sentences(text, self._reading))


def _page(catalog: Catalog, place: Place, week: Week, lines: tuple[tuple[Entry, ItemScripts], ...]) -> Page:
    address = sheet_address(place)
    seconds = sum(script.in_programme.seconds for _, script in lines)
    view = SheetView(
        week=str(week),
        minutes=-(-seconds // _MINUTE),
        session=catalog.settings.broadcast.session_minutes,
        text=f"{address[:-1]}.txt",
        lines=tuple(_line(catalog, entry, script) for entry, script in lines),
    )
    return Page(
        address=address,
        template="broadcast_sheet.html",
        title=f"Bài đọc loa tuần này: {place.full_name}",
        description=f"Chương trình {week}: bài đọc trên loa, viết thành chữ, sắp theo mức ưu tiên.",
        view=view,
        section="phat-thanh",
        crumbs=(Link("Trang chủ", "/"), Link("Bài đọc loa", "/phat-thanh/")),
        is_indexed=False,
    )


def _line(catalog: Catalog, entry: Entry, script: ItemScripts) -> SheetLine:
    return SheetLine(
        title=Link(entry.item.title, entry.address),
        kind=CLASSES[entry.item.broadcast_priority],
        approved_by=entry.item.approved_by or "",
        seconds=script.in_programme.seconds,
        paragraphs=tuple(script.in_programme.text.split("\n")),
        texts=spoken_links(catalog, entry.item),
    )
