"""What the index will hold, page by page, in the order in which equal results are shown; before any of it is made.

Each page has a key, a digest of what its units are made from: the texts themselves but for the body, of which the
HTML is digested. So the address of the index follows from its content, and no page is read for words to know it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TypeVar

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import State
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS
from giamngheo.ground.cache import Cache, code_digest, digest_of
from giamngheo.ground.vietnamese import collation_key
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.search.everyday import Said, everyday_words
from giamngheo.outlets.search.synonyms import synonyms
from giamngheo.outlets.search.units import Unit, Units, state_of_place, unit_of_page
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import SearchedPage

MemberT = TypeVar("MemberT")

_SHARED = 6
"""Records of registers that share a file. Results lie scattered, so of one file few are asked for together."""
_HEADS = 2

OTHERS = ("trang", "Trang khác")
"""Section of pages that are none of an item, a document, a place or a topic."""


class PlannedPage(Struct, frozen=True):
    """A page to be found, in one unit or more; `key` changes with whatever its units are made from."""

    key: str
    units: Callable[[], Iterable[Unit]]


class Group(Struct, frozen=True):
    """Pages of one section in one state; `per_file` of their units share a file of results.

    Texts of long pages lie in files of their own.
    """

    section: str
    name: str
    state: State | None
    per_file: int
    pages: tuple[PlannedPage, ...]
    is_long: bool = False

    @property
    def for_script(self) -> list[object]:
        """What the script needs to know besides the number of units."""
        state = [self.state.label, self.state.tone] if self.state else []
        return [self.per_file, self.section, self.name, *state]


class IndexPlan(Struct, frozen=True):
    """All that the index will hold; `folder` is its address, which changes with everything that it is made from."""

    folder: str
    groups: tuple[Group, ...]
    synonyms: list[list[str]]
    everyday: Said

    @property
    def first(self) -> str:
        """Address of the file that is read first."""
        return f"{self.folder}meta.json"

    @property
    def pages(self) -> Iterator[PlannedPage]:
        """All pages in the order of their numbers."""
        return (page for group in self.groups for page in group.pages)


def plan_index(
    catalog: Catalog, bodies: Mapping[str, Rendered], others: Sequence[SearchedPage], cache: Cache
) -> IndexPlan:
    """Plan an index of everything that has a page of its own today; what can still be used comes first.

    `bodies` are those of public items, by file; `others` are pages that tell what is searched of them.
    """
    groups = tuple(_groups(catalog, Units(catalog, bodies, cache), others))
    short_forms, everyday = synonyms(catalog), everyday_words(catalog)
    parts = [(group.for_script, [page.key for page in group.pages]) for group in groups]
    name = digest_of((code_digest(), short_forms, everyday, parts))[:20]
    return IndexPlan(f"/search/{name}/", groups, short_forms, everyday)


def _groups(catalog: Catalog, units: Units, others: Sequence[SearchedPage]) -> Iterator[Group]:
    for is_over in (False, True):
        yield from _items(catalog, units, is_over=is_over)
        if not is_over:
            yield _topics(catalog, units)
            yield from _places(catalog, units)
            yield from _results(catalog, units)
            yield Group(*OTHERS, None, _HEADS, tuple(_short(unit_of_page(page)) for page in others))
        yield from _documents(catalog, units, is_over=is_over)


def _items(catalog: Catalog, units: Units, *, is_over: bool) -> Iterator[Group]:
    for kind in KINDS:
        entries = [e for e in catalog.entries if isinstance(e.item, kind) and catalog.is_over(e.item) == is_over]
        for state, members in _by_state((catalog.state_of(e.item), e) for e in entries):
            pages = tuple(PlannedPage(units.key_of_entry(e), partial(units.of_entry, e)) for e in members)
            yield Group(kind.SECTION, kind.SECTION_NAME, state, _HEADS, pages, is_long=True)


def _topics(catalog: Catalog, units: Units) -> Group:
    pages = tuple(_short(units.of_topic(t)) for t in catalog.topics if catalog.with_topic(t.id))
    return Group("chu-de", "Chủ đề", None, _SHARED, pages)


def _places(catalog: Catalog, units: Units) -> Iterator[Group]:
    """Places that have a page: those with items, then or now."""
    places = sorted((p for p in catalog.places.values() if catalog.in_place(p.id)), key=lambda p: collation_key(p.name))
    for state, members in _by_state((state_of_place(catalog, p), p) for p in places):
        yield Group("dia-ban", "Địa bàn", state, _SHARED, tuple(_short(units.of_place(p)) for p in members))


def _results(catalog: Catalog, units: Units) -> Iterator[Group]:
    if catalog.results:
        pages = tuple(_short(units.of_series(s)) for s in catalog.results)
        yield Group(Series.SECTION, Series.SECTION_NAME, None, _SHARED, pages)


def _documents(catalog: Catalog, units: Units, *, is_over: bool) -> Iterator[Group]:
    states = ((catalog.state_of_document(d), d) for d in catalog.documents.values())
    for state, members in _by_state((state, d) for state, d in states if state.is_over == is_over):
        pages = tuple(_short(units.of_document(d, TYPE_NAMES[d.type])) for d in members)
        yield Group("van-ban", "Văn bản", state, _SHARED, pages)


def _short(unit: Unit) -> PlannedPage:
    """A page of one unit, quicker made than anything that could stand for it."""
    return PlannedPage(digest_of(unit), lambda: (unit,))


def _by_state(pairs: Iterable[tuple[State | None, MemberT]]) -> Iterator[tuple[State | None, list[MemberT]]]:
    groups: dict[State | None, list[MemberT]] = {}
    for state, member in pairs:
        groups.setdefault(state, []).append(member)
    yield from groups.items()
