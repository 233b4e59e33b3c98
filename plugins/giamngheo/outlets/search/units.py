"""What can be found: items, documents, places and topics, as texts in the order of their weight."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.results import PublicSeries
from giamngheo.catalog.states import State
from giamngheo.content.languages import LANGUAGE_NAMES
from giamngheo.content.register_schema import Agency, Document, Place, Topic
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.ground.cache import Cache, digest, digest_of
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.rendering import Rendered
from giamngheo.rendering.activity_words import KINDS, contest_facts, organiser_words, shown_outcome, when_words
from giamngheo.rendering.answer_words import answerer
from giamngheo.rendering.body import plain_text
from giamngheo.rendering.eligibility_words import who_lines
from giamngheo.rendering.outputs import SearchedPage

LONGEST = 6_000
"""Characters of one unit: a longer page is found part by part, so that no result costs much to show."""

_MERGED = "sáp nhập, sắp xếp, đổi tên"
"""What people ask of a place that has become another."""

_HEADING = re.compile(r'<h[2-6] id="([^"]*)"[^>]*>(.*?)</h[2-6]>', re.DOTALL)


class Section(Struct, frozen=True):
    """A stretch of text under one heading; the first of a page has neither heading nor anchor."""

    anchor: str
    heading: str
    text: str


class Unit(Struct, frozen=True):
    """A page, or a part of a long page; `is_first` is false for all but the first part.

    `detail` stands under the title. `names` and `also` are searched, never shown: what the page is called elsewhere
    (numbers, abbreviations), and what it belongs to (places then and now, agencies, needs). `topics` and `places` are
    ids, to filter by.
    """

    address: str
    title: str
    detail: str
    summary: str
    sections: tuple[Section, ...]
    is_first: bool = True
    names: str = ""
    also: str = ""
    topics: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


class Units:
    """Makes units; knows in which places each item is shown."""

    def __init__(self, catalog: Catalog, bodies: Mapping[str, Rendered], cache: Cache) -> None:
        self._catalog, self._bodies = catalog, bodies
        self._keys = cache.last_value("search", catalog.made_from, dict[str, str], self._keys_without_bodies)

    @cached_property
    def _places(self) -> dict[str, list[Place]]:
        found: dict[str, list[Place]] = {}
        for place in self._catalog.places.values():
            for entry in self._catalog.in_place(place.id) if place.level != "quoc-gia" else ():
                found.setdefault(entry.address, []).append(place)
        return found

    def _keys_without_bodies(self) -> dict[str, str]:
        return {entry.address: digest_of(self._without_body(entry)) for entry in self._catalog.entries}

    def key_of_entry(self, entry: Entry) -> str:
        """Digest of all that the units of an item are made from; its body counts as HTML."""
        return digest(self._keys[entry.address], self._bodies[entry.loaded.path].digest)

    def of_entry(self, entry: Entry) -> Iterator[Unit]:
        """Yield an item, in parts where it is long."""
        whole = self._without_body(entry)
        parts = _parts([*whole.sections, *_sections(self._bodies[entry.loaded.path].html)])
        for number, sections in enumerate(parts):
            yield replace(whole, sections=sections, is_first=number == 0)

    def _without_body(self, entry: Entry) -> Unit:
        item, places = entry.item, self._places.get(entry.address, [])
        topics = [t for t in self._catalog.topics if t.id in item.topics]
        return Unit(
            address=entry.address,
            title=item.title,
            detail=self._own_places(item),
            summary=item.summary,
            sections=(Section("", "", "\n".join([item.summary, *_lead(self._catalog, item)])),),
            names="\n".join([*item.searched_as, *([item.number or ""] if isinstance(item, Plan) else [])]),
            also="\n".join([*(p.full_name for p in places), *(f"{t.name}\n{t.need}" for t in topics)]),
            topics=tuple(t.id for t in topics),
            places=tuple(p.id for p in places),
        )

    def _own_places(self, item: Item) -> str:
        found = (self._catalog.places.get(p) for p in item.places)
        return ", ".join(p.full_name for p in found if p and p.level != "quoc-gia")

    def of_document(self, document: Document, type_name: str) -> Unit:
        """A document of the register."""
        agencies = self._catalog.agencies
        issuer = agencies.get(document.issuer)
        chain = [issuer, *(agencies.get(a) for a in issuer.successors)] if issuer else []
        issued = f"ngày ban hành: {format_partial(document.issued)}" if document.issued else ""
        return Unit(
            address=f"/van-ban/{document.id}/",
            title=f"{type_name} {document.number}",
            detail=", ".join(filter(None, (issuer.name if issuer else "", issued))),
            summary=document.title,
            sections=(Section("", "", "\n".join(filter(None, (document.title, document.note)))),),
            names=document.number,
            also="\n".join(_agency_words(chain)),
        )

    def of_place(self, place: Place) -> Unit:
        """A place then or now, found under the names of what it was and what it is."""
        catalog = self._catalog
        above = [p.full_name for p in catalog.above(place.id)[1:] if p.level != "quoc-gia"]
        formerly, now = catalog.formerly(place.id), catalog.now_called(place)
        lines = [
            f"Tồn tại đến ngày {format_day(place.until)}." if place.until else "",
            f"Nay là: {_names(now)}." if now else "",
            f"Trước đây là: {_names(formerly)}." if formerly else "",
            place.note or "",
        ]
        text = "\n".join(filter(None, lines))
        return Unit(
            address=f"/dia-ban/{place.id}/",
            title=_capital(place.full_name),
            detail=", ".join(above),
            summary=text,
            sections=(Section("", "", text),),
            names=place.name,
            also=_MERGED if formerly or now else "",
            places=tuple(p.id for p in catalog.above(place.id) if p.level != "quoc-gia"),
        )

    def of_series(self, series: PublicSeries) -> Unit:
        """A series of figures, found by what it counts and where."""
        item = series.item
        places = [p for name in series.places if (p := self._catalog.places.get(name)) and p.level != "quoc-gia"]
        lines = (f"Đếm: {item.counts}.", f"Ai đếm: {item.by}.")
        return Unit(
            address=series.address,
            title=item.title,
            detail=f"Đơn vị: {item.unit}",
            summary=item.summary,
            sections=(Section("", "", "\n".join([item.summary, *lines])),),
            also=_names(places),
            places=tuple(p.id for p in places),
        )

    def of_topic(self, topic: Topic) -> Unit:
        """A need of citizens."""
        count = len(self._catalog.with_topic(topic.id))
        text = f"{topic.need}: {count} bài."
        sections = (Section("", "", text),)
        return Unit(f"/chu-de/{topic.id}/", _capital(topic.name), "", text, sections, topics=(topic.id,))


def unit_of_page(page: SearchedPage) -> Unit:
    """A page that tells itself what is searched of it."""
    lead = Section("", "", page.description)
    sections = (lead, *(Section(*section) for section in page.searched.sections))
    return Unit(page.address, page.title, "", page.description, sections, also=page.searched.names)


def cut_sections(html: str) -> tuple[tuple[str, str, str], ...]:
    """Anchor, heading and plain text of every stretch of rendered Markdown."""
    return tuple((s.anchor, s.heading, s.text) for s in _sections(html) if s.heading or s.text)


def state_of_place(catalog: Catalog, place: Place) -> State | None:
    """A place that is no more is marked; it is not over in the sense of a policy: people still ask for its name."""
    return State("tên cũ", "soon") if place.until and place.until < catalog.today else None


def _agency_words(agencies: Iterable[Agency | None]) -> Iterator[str]:
    for agency in agencies:
        if agency:
            yield agency.name
            yield from agency.abbreviations


def _lead(catalog: Catalog, item: Item) -> Iterator[str]:
    """What the page says before its body."""
    if isinstance(item, Policy):
        yield item.benefit
        yield from map(str, who_lines(item.eligibility))
        for step in item.steps:
            yield from filter(None, (step.do, step.where, "; ".join(step.papers), step.days, step.fee, step.decides))
        yield from (amount.label for amount in item.amounts)
        yield item.contact or ""
    if isinstance(item, Story):
        yield item.situation_before or ""
        yield from (support.what for support in item.support)
        yield from (result.label for result in item.results)
        yield from (item.difficulties, item.lessons)
    if isinstance(item, Activity):
        yield from (KINDS[item.kind], when_words(item), item.venue or "", organiser_words(catalog, item))
        yield from (item.audience or "", *item.partners, item.joining.how if item.joining else "")
        yield from (text for _, text in contest_facts(item.contest)) if item.contest else ()
        outcome = shown_outcome(catalog, item)
        yield outcome.text if outcome else ""
    if isinstance(item, Question):
        yield answerer(catalog, item)
    if isinstance(item, Material):
        yield LANGUAGE_NAMES[item.language] if item.language != "vi" else ""
        yield from (slogan.text for slogan in item.slogans)


def _sections(html: str) -> Iterator[Section]:
    """Cut a rendered body at its headings."""
    anchor = heading = ""
    start = 0
    for match in _HEADING.finditer(html):
        yield Section(anchor, heading, plain_text(html[start : match.start()]))
        anchor, heading, start = unescape(match[1]), plain_text(match[2]), match.end()
    yield Section(anchor, heading, plain_text(html[start:]))


def _parts(sections: Iterable[Section]) -> Iterator[tuple[Section, ...]]:
    """Put sections together into parts of at most `LONGEST` characters; a section longer than that is cut."""
    part: list[Section] = []
    length = 0
    for section in sections:
        for piece in _pieces(section):
            if part and length + len(piece.text) > LONGEST:
                yield tuple(part)
                part, length = [], 0
            if piece.text or piece.heading:
                part.append(piece)
                length += len(piece.text)
    yield tuple(part)


def _pieces(section: Section) -> Iterator[Section]:
    """Cut a long section between its lines; a line longer than a part is cut at a space, if it has one."""
    rest = section.text
    while len(rest) > LONGEST:
        cut = max(rest.rfind("\n", 0, LONGEST), 0) or max(rest.rfind(" ", 0, LONGEST), 0) or LONGEST
        yield Section(section.anchor, section.heading, rest[:cut])
        rest = rest[cut:].lstrip()
    yield Section(section.anchor, section.heading, rest)


def _names(places: Iterable[Place]) -> str:
    return ", ".join(place.full_name for place in places)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
