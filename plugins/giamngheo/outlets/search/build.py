"""Puts the index together: numbers units, writes files as soon as they are whole.

Where the last build left its index in the cache folder, pages made from the same are taken from there without reading
their words again; where few pages differ, so are the lists. What comes out is the same to the last byte.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, zip_longest
from typing import Protocol

import msgspec

from giamngheo.ground.cache import Cache, code_digest
from giamngheo.ground.chunks import read_chunks, write_chunks
from giamngheo.ground.json_text import compact
from giamngheo.outlets.search.aligning import Kept, align, stayed
from giamngheo.outlets.search.everyday import Said, in_files_of_pairs, in_files_of_words, with_everyday_words
from giamngheo.outlets.search.files import Forms, word_files
from giamngheo.outlets.search.kept import NAME, KeptIndex, LastIndex
from giamngheo.outlets.search.patching import Changes, PatchedLists
from giamngheo.outlets.search.planning import Group, IndexPlan, PlannedPage
from giamngheo.outlets.search.postings import Postings, files_of_pairs
from giamngheo.outlets.search.records import PageRecord
from giamngheo.outlets.search.units import Unit
from giamngheo.rendering.outputs import OutputFile

_FEW = 100
"""Pages, gone and come, up to which lists are changed: beyond, and in memory, making all of them anew is cheaper."""


class _Lists(Protocol):
    """Words and pairs with their lists: made anew, or those of the last index with changes."""

    @property
    def signs(self) -> int: ...
    def words(self) -> Iterator[tuple[str, Forms]]: ...
    def pairs(self, signs: int) -> Iterator[bytes]: ...


def index_files(plan: IndexPlan, cache: Cache) -> Iterator[OutputFile]:
    """Make the planned index; keep it for the next build."""
    file, key = cache.beside(NAME), code_digest()
    with read_chunks(file, key) as last, write_chunks(file, key) as chunks:
        yield from _Index(plan, LastIndex(last) if last else None, KeptIndex(chunks)).files()


class _Index:
    """Numbers units as they come; gives out files as soon as they are whole; keeps what the first must say of them."""

    def __init__(self, plan: IndexPlan, last: LastIndex | None, kept: KeptIndex) -> None:
        self._plan, self._last, self._kept = plan, last, kept
        self._stayed: Kept = stayed(last.keys, [page.key for page in plan.pages]) if last else []
        self._stayed_places = {place for _, place in self._stayed}
        self._came: dict[int, tuple[Unit, ...]] = {}
        self._postings = None if self._is_patched else Postings()
        self._count = 0
        self._groups: list[list[object]] = []
        self._parts: list[tuple[int, int]] = []

    def files(self) -> Iterator[OutputFile]:
        """Yield results and texts, then the terms, and in the end the file that is read first."""
        for group in self._plan.groups:
            first = self._count
            yield from self._group(group)
            self._groups.append([self._count - first, *group.for_script])
        lists = self._lists()
        signs = lists.signs
        words: list[str] = []
        for chunk, said in in_files_of_words(word_files(lists.words()), self._plan.everyday):
            yield self._kept_file(f"w{len(words)}", compact(chunk), said)
            words.append(next(iter(chunk)))
        said_in = in_files_of_pairs(self._plan.everyday, files_of_pairs(signs))
        pairs = 0
        for content in lists.pairs(signs):
            yield self._kept_file(f"p{pairs}", content, said_in.get(pairs, {}))
            pairs += 1
        yield self._file("meta", compact(self._meta(words, pairs)))
        self._kept.finish(signs)

    @property
    def _is_patched(self) -> bool:
        """True where few pages differ from those of the last index."""
        if self._last is None:
            return False
        pages = sum(len(group.pages) for group in self._plan.groups)
        return pages + len(self._last.keys) - 2 * len(self._stayed) <= _FEW

    def _group(self, group: Group) -> Iterator[OutputFile]:
        """Number a group, page by page."""
        heads: list[bytes] = []
        for page in group.pages:
            record = self._record(page, is_long=group.is_long)
            if record.count > 1:
                self._parts.append((self._count, record.count))
            for head, texts in record.results:
                heads.append(head)
                if texts:
                    yield self._file(f"x{self._count}", texts)
                self._count += 1
                if len(heads) == group.per_file:
                    yield self._heads(heads)
                    heads = []
        if heads:
            yield self._heads(heads)

    def _record(self, page: PlannedPage, *, is_long: bool) -> PageRecord:
        """What is known of a page, or is read now; units are needed again only where lists must be told of them."""
        record = self._last.find(page.key) if self._last else None
        units = () if record else tuple(page.units())
        record = record or PageRecord.of(units, is_long=is_long)
        place = self._kept.add_page(page.key, record)
        if self._postings:
            for number, unit in enumerate(units or record.units(), start=self._count):
                self._postings.add(number, unit)
        elif place not in self._stayed_places:
            self._came[place] = units or tuple(record.units())
        return record

    def _lists(self) -> _Lists:
        if self._postings:
            return self._postings
        assert self._last  # noqa: S101 - there is something to change
        gaps, cuts = align(self._stayed, self._last.counts, self._kept.counts)
        changes = Changes(cuts)
        for gap in gaps:
            went = chain.from_iterable(self._last.page(place).units() for place in gap.old_pages)
            came = chain.from_iterable(self._came.pop(place) for place in gap.new_pages)
            for offset, (old, new) in enumerate(zip_longest(went, came)):
                changes.replace(old, gap.old_unit + offset, new, gap.new_unit + offset)
        patched = PatchedLists(self._last, changes)
        return patched if patched.is_same_spread else self._anew()

    def _anew(self) -> _Lists:
        """All lists from nothing, where it came out late that nothing can be taken from the last ones."""
        postings = Postings()
        units = chain.from_iterable(page.units() for page in self._plan.pages)
        for number, unit in enumerate(units):
            postings.add(number, unit)
        return postings

    def _heads(self, heads: list[bytes]) -> OutputFile:
        return self._file(f"h{self._count - len(heads)}", b"[" + b",".join(heads) + b"]")

    def _kept_file(self, name: str, content: bytes, said: Said) -> OutputFile:
        self._kept.add_file(content)
        return self._file(name, compact(with_everyday_words(msgspec.json.decode(content), said)) if said else content)

    def _file(self, name: str, content: bytes) -> OutputFile:
        return OutputFile(f"{self._plan.folder}{name}.json", content)

    def _meta(self, words: list[str], pairs: int) -> dict[str, object]:
        return {
            "units": self._count,
            "groups": self._groups,
            "parts": self._parts,
            "synonyms": self._plan.synonyms,
            "words": words,
            "pairs": pairs,
        }
