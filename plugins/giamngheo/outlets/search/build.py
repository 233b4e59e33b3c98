"""Puts the index together: groups of units in the order in which equal results are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import State
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS
from giamngheo.ground.cache import code_digest, digest
from giamngheo.ground.vietnamese import collation_key
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.search.files import Group, file_of, head_of, sections_of, word_files
from giamngheo.outlets.search.postings import Postings
from giamngheo.outlets.search.synonyms import synonyms
from giamngheo.outlets.search.units import Unit, Units, state_of_place, unit_of_page
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import OutputFile, SearchedPage

MemberT = TypeVar("MemberT")

_SHARED = 6
"""Records of registers that share a file. Results lie scattered, so of one file few are asked for together."""
_HEADS = 2

OTHERS = ("trang", "Trang khác")
"""Section of pages that are none of an item, a document, a place or a topic."""


class Index:
    """Numbers units as they come; gives out files as soon as they are whole; keeps what the first must say of them."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._postings = Postings()
        self._groups: list[Group] = []
        self._parts: list[tuple[int, int]] = []
        self._count = 0

    def add_group(
        self, group: Group, pages: Iterable[Iterable[Unit]], *, is_long: bool = False
    ) -> Iterator[OutputFile]:
        """Number, index and write the units of a group, page by page; long texts lie in files of their own."""
        self._groups.append(group)
        heads: list[object] = []
        for page in pages:
            first = self._count
            for unit in page:
                self._postings.add(self._count, unit)
                heads.append(head_of(unit, is_whole=not is_long))
                if is_long:
                    yield file_of(self._folder, f"x{self._count}", sections_of(unit))
                self._count += 1
                if len(heads) == group.per_file:
                    yield from self._heads(heads)
            if self._count > first + 1:
                self._parts.append((first, self._count - first))
        yield from self._heads(heads)

    def finish(self, catalog: Catalog) -> Iterator[OutputFile]:
        """Write the terms, and the file that is read first."""
        words: list[str] = []
        for chunk in word_files(self._postings.words()):
            yield file_of(self._folder, f"w{len(words)}", chunk)
            words.append(next(iter(chunk)))
        pairs = 0
        for chunk in self._postings.pairs():
            yield file_of(self._folder, f"p{pairs}", chunk)
            pairs += 1
        meta = {
            "units": self._count,
            "groups": [group.for_script for group in self._groups],
            "parts": self._parts,
            "synonyms": synonyms(catalog),
            "words": words,
            "pairs": pairs,
        }
        yield file_of(self._folder, "meta", meta)

    def _heads(self, heads: list[object]) -> Iterator[OutputFile]:
        if heads:
            yield file_of(self._folder, f"h{self._count - len(heads)}", heads)
            self._groups[-1].units += len(heads)
            heads.clear()


def index_folder(catalog: Catalog, others: Sequence[SearchedPage]) -> str:
    """Address of the index, which changes with everything that it is made from."""
    states = [(entry.loaded.digest, catalog.state_of(entry.item)) for entry in catalog.entries]
    documents = [catalog.state_of_document(document) for document in catalog.documents.values()]
    results = [series.loaded.digest for series in catalog.results]
    parts = (repr(states), repr(documents), repr(results), catalog.registers_digest, repr(others))
    return f"/search/{digest(code_digest(), *parts)[:20]}/"


def index_files(
    catalog: Catalog, bodies: Mapping[str, Rendered], others: Sequence[SearchedPage]
) -> Iterator[OutputFile]:
    """Index everything that has a page of its own today; what can still be used comes first.

    `bodies` are those of public items, by file; `others` are pages that tell what is searched of them.
    """
    index, units = Index(index_folder(catalog, others)), Units(catalog, bodies)
    for is_over in (False, True):
        yield from _add_items(index, catalog, units, is_over=is_over)
        if not is_over:
            yield from _add_topics(index, catalog, units)
            yield from _add_places(index, catalog, units)
            yield from _add_results(index, catalog, units)
            yield from index.add_group(Group(*OTHERS, None, _HEADS), ([unit_of_page(page)] for page in others))
        yield from _add_documents(index, catalog, units, is_over=is_over)
    yield from index.finish(catalog)


def _add_items(index: Index, catalog: Catalog, units: Units, *, is_over: bool) -> Iterator[OutputFile]:
    for kind in KINDS:
        entries = [e for e in catalog.entries if isinstance(e.item, kind) and catalog.is_over(e.item) == is_over]
        for state, members in _by_state((catalog.state_of(e.item), e) for e in entries):
            group = Group(kind.SECTION, kind.SECTION_NAME, state, _HEADS)
            yield from index.add_group(group, map(units.of_entry, members), is_long=True)


def _add_topics(index: Index, catalog: Catalog, units: Units) -> Iterator[OutputFile]:
    topics = [t for t in catalog.topics if catalog.with_topic(t.id)]
    yield from index.add_group(Group("chu-de", "Chủ đề", None, _SHARED), ([units.of_topic(t)] for t in topics))


def _add_places(index: Index, catalog: Catalog, units: Units) -> Iterator[OutputFile]:
    """Places that have a page: those with items, then or now."""
    places = sorted((p for p in catalog.places.values() if catalog.in_place(p.id)), key=lambda p: collation_key(p.name))
    for state, members in _by_state((state_of_place(catalog, p), p) for p in places):
        yield from index.add_group(Group("dia-ban", "Địa bàn", state, _SHARED), ([units.of_place(p)] for p in members))


def _add_results(index: Index, catalog: Catalog, units: Units) -> Iterator[OutputFile]:
    if catalog.results:
        group = Group(Series.SECTION, Series.SECTION_NAME, None, _SHARED)
        yield from index.add_group(group, ([units.of_series(s)] for s in catalog.results))


def _add_documents(index: Index, catalog: Catalog, units: Units, *, is_over: bool) -> Iterator[OutputFile]:
    states = ((catalog.state_of_document(d), d) for d in catalog.documents.values())
    for state, members in _by_state((state, d) for state, d in states if state.is_over == is_over):
        pages = ([units.of_document(d, TYPE_NAMES[d.type])] for d in members)
        yield from index.add_group(Group("van-ban", "Văn bản", state, _SHARED), pages)


def _by_state(pairs: Iterable[tuple[State | None, MemberT]]) -> Iterator[tuple[State | None, list[MemberT]]]:
    groups: dict[State | None, list[MemberT]] = {}
    for state, member in pairs:
        groups.setdefault(state, []).append(member)
    yield from groups.items()
