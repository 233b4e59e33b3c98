"""Everyday words: what people say, and what documents write for it, as the script finds both.

They lead one way, for who types an official word has said what is meant. They lie in the files of words and pairs,
beside the lists of the term with which they begin, because a query that says them reads these anyway: they weigh
nothing for others, however long their register grows. What is kept of an index for the next build is without them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise
from typing import TypeAlias

from giamngheo.catalog import Catalog
from giamngheo.outlets.search.files import Forms
from giamngheo.outlets.search.postings import file_of_pair
from giamngheo.outlets.search.words import BARE, find_words

Said: TypeAlias = dict[str, list[str]]
"""By the first two words of what is said, or its only one, without marks: what is said and what is written for it, with
commas between, in turn; both in exact forms."""


def everyday_words(catalog: Catalog) -> Said:
    """Return what the register holds, each way to say it once."""
    written: dict[str, dict[str, None]] = {}
    for words in catalog.everyday:
        names = dict.fromkeys(filter(None, map(_exact, words.written)))
        for said in map(_exact, words.said):
            written.setdefault(said, {}).update((name, None) for name in names if name != said)
    found: Said = {}
    for said, others in written.items():
        if said and others:
            start = " ".join(BARE[word] for word in said.split(" ")[:2])
            found.setdefault(start, []).extend((said, ",".join(others)))
    return found


def in_files_of_words(files: Iterable[dict[str, Forms]], said: Said) -> Iterator[tuple[dict[str, Forms], Said]]:
    """Give with each file what is said in one word of its stretch, which ends where the next file begins."""
    left = sorted((word for word in said if " " not in word), reverse=True)
    for file, after in pairwise(chain(files, (None,))):
        own: Said = {}
        while left and (after is None or left[-1] < next(iter(after))):
            word = left.pop()
            own[word] = said[word]
        yield file or {}, own


def in_files_of_pairs(said: Said, files: int) -> dict[int, Said]:
    """Spread what is said in several words over the files of the pairs with which it begins."""
    spread: dict[int, Said] = {}
    for pair in said:
        if " " in pair:
            spread.setdefault(file_of_pair(pair, files), {})[pair] = said[pair]
    return spread


def with_everyday_words(terms: Mapping[str, Forms], said: Said) -> dict[str, Forms]:
    """Put what is said behind the lists of its terms, after an empty text, as no list is."""
    return {**terms, **{term: [*terms.get(term, ()), "", *ways] for term, ways in said.items()}}


def _exact(text: str) -> str:
    return " ".join(find_words(text))
