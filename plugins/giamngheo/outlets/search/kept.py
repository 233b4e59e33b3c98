"""The last index as it lies in the cache folder: what a build after one edit need not make again."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.ground.chunks import Chunks, ChunkWriter
from giamngheo.outlets.search.postings import files_of_pairs
from giamngheo.outlets.search.records import PageRecord

NAME = "search.index"
"""File in the cache folder: a record for each page, then the files of words, then those of pairs."""


class LastIndex:
    """Reads what `KeptIndex` wrote; `keys` and `counts` are those of its pages: what each was made from, its units."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        notes = chunks.notes
        self.keys: list[str] = notes["keys"]
        self.counts: list[int] = notes["counts"]
        self.signs: int = notes["signs"]
        self.files_of_pairs = files_of_pairs(self.signs)
        self._words: int = len(chunks) - self.files_of_pairs
        self._places = {key: place for place, key in enumerate(self.keys)}

    def find(self, key: str) -> PageRecord | None:
        """The record of a page that was made from the same."""
        place = self._places.get(key)
        return None if place is None else self.page(place)

    def page(self, place: int) -> PageRecord:
        """The record of the page at a place in the order of the index."""
        return PageRecord.read(self._chunks[place])

    def words(self) -> Iterator[bytes]:
        """Yield the files of words."""
        return (self._chunks[number] for number in range(len(self.keys), self._words))

    def pairs(self, file: int) -> bytes:
        """One file of pairs."""
        return self._chunks[self._words + file]


class KeptIndex:
    """Keeps an index while it is made, for the next build."""

    def __init__(self, chunks: ChunkWriter) -> None:
        self._chunks = chunks
        self._keys: list[str] = []
        self._counts: list[int] = []

    @property
    def counts(self) -> list[int]:
        """Numbers of units of the pages so far."""
        return self._counts

    def add_page(self, key: str, record: PageRecord) -> int:
        """Keep the next page; tells its place."""
        self._keys.append(key)
        self._counts.append(record.count)
        self._chunks.add(record.kept)
        return len(self._keys) - 1

    def add_file(self, content: bytes) -> None:
        """Keep the next file of words; when all are there, of pairs."""
        self._chunks.add(content)

    def finish(self, signs: int) -> None:
        """All is there."""
        self._chunks.finish({"keys": self._keys, "counts": self._counts, "signs": signs})
