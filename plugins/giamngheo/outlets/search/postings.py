"""The index proper: for each word and each pair of neighbouring words, which units have it, and how it weighs there.

Pairs take the place of positions: a phrase of Vietnamese is a chain of pairs, and a list of units with a weight each
is a tenth of a list of positions. Numbers of units only grow, so lists are in order by construction.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeAlias
from zlib import crc32

from giamngheo.ground.json_text import compact
from giamngheo.outlets.search.files import Forms
from giamngheo.outlets.search.lists import encode
from giamngheo.outlets.search.units import Unit
from giamngheo.outlets.search.words import BARE, find_words

BODY, BODY_TWICE, BODY_OFTEN, ASIDE, SUMMARY, TITLE, NAME = range(7)
"""Where a word weighs most in a unit, lightest first. Fits three bits; the script knows what each is worth."""

_OFTEN = 4
_FRAME = 14
"""Characters of a pair in its file besides its two forms and its list, about."""
_PAIRS_FACTOR = 0.65
_DIGITS = 4

Term: TypeAlias = str | tuple[str, str]
"""A word, a pair of neighbouring words, or a mark to filter by: "#" with a topic, "@" with a place."""


class Postings:
    """Collects units one by one, then gives out the lists."""

    def __init__(self) -> None:
        self._lists: dict[Term, int | array[int]] = {}  # most pairs stand in one unit: a number is enough for them

    def add(self, number: int, unit: Unit) -> None:
        """Add unit `number`, larger than all before."""
        lists, entries = self._lists, [number << 3 | level for level in range(8)]
        for term, level in levels_of(unit).items():
            found = lists.get(term)
            if found is None:
                lists[term] = entries[level]
            elif isinstance(found, int):
                lists[term] = array("I", (found, entries[level]))
            else:
                found.append(entries[level])

    @property
    def signs(self) -> int:
        """Characters of all pairs in their files, about; asked for before anything is given out."""
        return sum(
            signs_of_pair(*term) + (1 if isinstance(found, int) else len(found))
            for term, found in self._lists.items()
            if isinstance(term, tuple)
        )

    def words(self) -> Iterator[tuple[str, Forms]]:
        """Yield each bare word in order, with its exact forms, each followed by its list as text."""
        return self._grouped((BARE[term], term) for term in self._lists if isinstance(term, str))

    def pairs(self, signs: int) -> Iterator[bytes]:
        """Yield the same for pairs of words, file by file: spread by a checksum that the script knows too."""
        files: list[list[tuple[str, tuple[str, str]]]] = [[] for _ in range(files_of_pairs(signs))]
        for pair in self._lists:
            if isinstance(pair, tuple):
                bare = f"{BARE[pair[0]]} {BARE[pair[1]]}"
                files[file_of_pair(bare, len(files))].append((bare, pair))
        for terms in files:
            yield compact(dict(self._grouped(terms)))
            terms.clear()

    def _grouped(self, terms: Iterable[tuple[str, Term]]) -> Iterator[tuple[str, Forms]]:
        for key, group in groupby(sorted(terms), itemgetter(0)):
            yield key, [part for _, term in group for part in (text_of(term), encode(self._lists.pop(term)))]


def signs_of_pair(first: str, second: str) -> int:
    """Characters of a pair in its file without its list, about."""
    return 2 * (len(first) + len(second)) + _FRAME


def files_of_pairs(signs: int) -> int:
    """How many files pairs are spread over: with the square root of all neither one file nor their number weighs.

    Rounded to four binary digits: another number of files is another place for every pair, which no small edit should
    bring about.
    """
    files = max(1, round(math.sqrt(signs) / _PAIRS_FACTOR))
    low = max(0, files.bit_length() - _DIGITS)
    return (files + (1 << low >> 1)) >> low << low


def file_of_pair(bare: str, files: int) -> int:
    """Which file holds a pair of bare words."""
    return crc32(bare.encode()) % files


def text_of(term: Term) -> str:
    """A term as it stands in its file."""
    return " ".join(term) if isinstance(term, tuple) else term


def levels_of(unit: Unit) -> dict[Term, int]:
    """Each term of a unit with the level at which it weighs most: later fields write over earlier ones."""
    words = find_words("\n".join([section.text for section in unit.sections]))
    levels: dict[Term, int] = dict.fromkeys(pairwise(words), BODY)
    for word, times in Counter(words).items():
        levels[word] = BODY if times == 1 else BODY_TWICE if times < _OFTEN else BODY_OFTEN
    aside = "\n".join([unit.also, *[section.heading for section in unit.sections]])
    for text, level in (
        (aside, ASIDE),
        (unit.summary if unit.is_first else "", SUMMARY),
        (unit.title, TITLE),
        (unit.names, NAME),
    ):
        words = find_words(text)
        levels.update(dict.fromkeys(words, level))
        levels.update(dict.fromkeys(pairwise(words), level))
    levels.update((f"#{topic}", BODY) for topic in unit.topics)
    levels.update((f"@{place}", BODY) for place in unit.places)
    return levels
