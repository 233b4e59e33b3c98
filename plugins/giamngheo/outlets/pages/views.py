"""What templates show: finished values with names, no logic left for the template to decide."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from giamngheo.catalog.states import State
from giamngheo.outlets.pages.schema_org import Node, legislation
from giamngheo.rendering import Heading
from giamngheo.rendering.charts import Bar
from giamngheo.rendering.figures import Link
from giamngheo.rendering.results import LatestFigure


class Card(Struct, frozen=True):
    """One item in a list."""

    address: str
    title: str
    summary: str
    day: str
    day_iso: str
    section: str
    motif: str
    place: str
    state: State | None
    when: str = ""
    """Day, hour and place of what takes place, "" for everything else."""


class PlaceLine(Struct, frozen=True):
    """A place of an item: its name then, and what it is called today if that changed."""

    then: Link
    now: tuple[Link, ...]
    note: str = ""


class DocumentLine(Struct, frozen=True):
    """A document in a list."""

    address: str
    number: str
    title: str
    issuer: str
    issued: str
    state: State


class ChangeLine(Struct, frozen=True):
    """One line of the change log."""

    day: str
    kind: str
    note: str


class ItemView(Struct, frozen=True):
    """What every item page shows, whatever its kind."""

    id: str
    title: str
    summary: str
    state: State | None
    published: str
    published_iso: str
    checked: str
    checked_iso: str
    is_stale: bool
    author: str
    approved_by: str
    html: str
    headings: tuple[Heading, ...]
    topics: tuple[Link, ...]
    motif: str
    places: tuple[PlaceLine, ...]
    sources: tuple[tuple[Link, str], ...]
    attachments: tuple[tuple[Link, str], ...]
    """Each with kind and size of the file."""
    changes: tuple[ChangeLine, ...]
    image: ImageView | None
    spoken: tuple[Link, ...]
    pack: str
    """Address of its texts and picture for groups, "" where it is not spread."""


class ImageView(Struct, frozen=True):
    """A photograph or drawing with its words and rights; sizes in pixels, so that nothing jumps while it loads."""

    address: str
    alt: str
    credit: str
    width: int
    height: int
    smaller: tuple[tuple[str, int], ...] = ()
    """Address and width of the same picture for smaller screens."""


class TasksView(Struct, frozen=True):
    """Who does what by when, in short: (bodies, where it stands, how many duties), (words, sentence's place, whose)."""

    duties: tuple[tuple[Link, str], ...]
    deadlines: tuple[tuple[Link, str], ...]
    more: tuple[Link, ...]


class Pager(Struct, frozen=True):
    """The pages of a long list around the one shown."""

    number: int
    pages: tuple[Link, ...]


class ListView(Struct, frozen=True):
    """One page of a section, at most `Settings.page_size` cards."""

    intro: str
    cards: tuple[Card, ...]
    total: int
    topics: tuple[Link, ...]
    feed: Link | None
    pager: Pager | None
    more: tuple[Link, ...] = ()
    """Pages that show the same items in another way."""
    groups: tuple[Group, ...] = ()
    """The same cards under headings, where the section has some."""


class Group(Struct, frozen=True):
    """Cards or links under one heading."""

    title: str
    cards: tuple[Card, ...] = ()
    links: tuple[tuple[Link, str], ...] = ()


class TopicView(Struct, frozen=True):
    """Everything about one need; `name` is what papers call it."""

    name: str
    motif: str
    groups: tuple[Group, ...]
    pager: Pager | None


class PlaceNames(Struct, frozen=True):
    """A place then and now: days it existed, what went up into it, what it is today; `ask` is who takes papers."""

    is_gone: bool
    is_country: bool
    above: tuple[Link, ...]
    since: str
    until: str
    now: tuple[Link, ...]
    formerly: tuple[Link, ...]
    ask: str


class PlaceView(Struct, frozen=True):
    """What concerns a place; its names stand on the first page only."""

    names: PlaceNames | None
    note: str
    sheet: str
    """Address of its loudspeaker sheet; a place may have none."""
    groups: tuple[Group, ...]
    pager: Pager | None
    results: tuple[LatestFigure, ...] = ()
    chart: ChartView | None = None


class ChartView(Struct, frozen=True):
    """A chart of a series at one place: safe SVG, the sentence that reads it, and where the numbers stand."""

    series: Link
    place: str
    svg: str
    reading: str
    unit: str
    warnings: tuple[str, ...]


class CitingLine(Struct, frozen=True):
    """One place where a text names a document: the clause, and the address of its block."""

    clause: str
    address: str


class ChainRow(Struct, frozen=True):
    """One document of a chain, oldest first: what it is, and which others of the chain it names."""

    link: Link
    about: str
    is_shown: bool
    cites: tuple[Link, ...]


class ChainView(Struct, frozen=True):
    """Documents that name one another: a drawing, and the same as rows."""

    drawing: str
    rows: tuple[ChainRow, ...]


class DocumentView(Struct, frozen=True):
    """A document of the register."""

    state: State
    facts: tuple[tuple[str, Link], ...]
    replaced_by: tuple[DocumentLine, ...]
    replaces: tuple[DocumentLine, ...]
    note: str
    plan: Link | None
    cites: tuple[DocumentLine, ...]
    cited_in: tuple[tuple[Link, tuple[CitingLine, ...]], ...]
    cited_by: tuple[DocumentLine, ...]
    chain: ChainView | None
    policies: tuple[Card, ...]
    questions: tuple[Card, ...]
    pager: Pager | None

    @property
    def structured(self) -> Node:
        """schema.org description of the page."""
        return {"@type": "Legislation", **legislation({label: link.label for label, link in self.facts})}


class Facet(Struct, frozen=True):
    """One way to choose documents: its name in addresses, its label, and (link, value, how many) for each choice."""

    name: str
    label: str
    choices: tuple[tuple[Link, str, int], ...]


class DocumentsView(Struct, frozen=True):
    """One page of a list of documents; `index` is the address of the records that the search on the page reads."""

    lines: tuple[DocumentLine, ...]
    total: int
    facets: tuple[Facet, ...]
    index: str
    pager: Pager | None


class Tile(Struct, frozen=True):
    """A need on the home page."""

    address: str
    label: str
    motif: str
    count: int


class Due(Struct, frozen=True):
    """Something whose time is now: until when, what, and where to read on."""

    when: str
    what: str
    address: str
    sort_key: date


class HomeView(Struct, frozen=True):
    """The home page; what is empty is not shown."""

    tiles: tuple[Tile, ...]
    due: tuple[Due, ...]
    stories: tuple[tuple[Card, ImageView], ...]
    documents: tuple[DocumentLine, ...]
    counts: tuple[tuple[str, Link], ...]
    standards: tuple[StandardPeriod, ...]
    chart: ChartView | None = None


class StandardPeriod(Struct, frozen=True):
    """Poverty lines of one period as bars of one scale, what makes a household poor or near-poor, the decree."""

    when: str
    lines: tuple[Bar, ...]
    classes: tuple[str, ...]
    document: Link


class GlossaryEntry(Struct, frozen=True):
    """A word and what it means; `anchor` is its id on the page, "" for abbreviations."""

    anchor: str
    name: str
    meaning: str
    source: Link | None = None


class GlossaryView(Struct, frozen=True):
    """Words of official texts and abbreviations, each in the order of the Vietnamese alphabet."""

    terms: tuple[GlossaryEntry, ...]
    abbreviations: tuple[GlossaryEntry, ...]
