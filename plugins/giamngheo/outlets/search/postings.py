"""The index proper: for each word and each pair of neighbouring words, which units have it, and how it weighs there.

Pairs take the place of positions: a phrase of Vietnamese is a chain of pairs, and a list of units with a weight each
is a tenth of a list of positions. Numbers of units only grow, so lists are in order by construction.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeAlias
from zlib import crc32

from giamngheo.outlets.search.units import Unit
from giamngheo.outlets.search.words import BARE, find_words

BODY, BODY_TWICE, BODY_OFTEN, ASIDE, SUMMARY, TITLE, NAME = range(7)
"""Where a word weighs most in a unit, lightest first. Fits three bits; the script knows what each is worth."""

_OFTEN = 4
_FRAME = 14
"""Characters of a pair in its file besides its two forms and its list, about."""
_PAIRS_FACTOR = 0.65

Term: TypeAlias = str | tuple[str, str]
"""A word, a pair of neighbouring words, or a mark to filter by: "#" with a topic, "@" with a place."""

_SIGNS = [chr(c) for c in range(33, 127) if chr(c) not in '"\\']
_LAST, _BEFORE = _SIGNS[:64], _SIGNS[64:90]
"""One sign ends an entry and holds three bits of the gap and the level; signs before it hold the rest of a wide gap."""


class _Signs(dict[int, str]):
    """What stands for a step: gap × 8 + level; worked out when it is first met (a pure function: a safe cache)."""

    def __missing__(self, step: int) -> str:
        signs = _LAST[step & 63]
        high = step >> 6
        while high:
            high, digit = divmod(high, len(_BEFORE))
            signs = _BEFORE[digit] + signs
        self[step] = signs
        return signs


_SIGNS_OF = _Signs()


class Postings:
    """Collects units one by one, then gives out the lists."""

    def __init__(self) -> None:
        self._lists: dict[Term, int | array[int]] = {}  # most pairs stand in one unit: a number is enough for them

    def add(self, number: int, unit: Unit) -> None:
        """Add unit `number`, larger than all before."""
        lists, entries = self._lists, [number << 3 | level for level in range(8)]
        for term, level in _levels(unit).items():
            found = lists.get(term)
            if found is None:
                lists[term] = entries[level]
            elif isinstance(found, int):
                lists[term] = array("I", (found, entries[level]))
            else:
                found.append(entries[level])

    def words(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each bare word in order, with its exact forms, each followed by its list as text."""
        return self._grouped((BARE[term], term) for term in self._lists if isinstance(term, str))

    def pairs(self) -> Iterator[dict[str, list[str]]]:
        """Yield the same for pairs of words, file by file: spread by a checksum that the script knows too.

        Files grow as their number does, with the square root of all: neither one file nor the count weighs on a reader.
        """
        pairs = [term for term in self._lists if isinstance(term, tuple)]
        signs = sum(2 * (len(first) + len(second)) + _FRAME for first, second in pairs)
        signs += sum(1 if isinstance(found, int) else len(found) for found in self._lists.values())
        files: list[list[tuple[str, str]]] = [[] for _ in range(max(1, round(math.sqrt(signs) / _PAIRS_FACTOR)))]
        for pair in pairs:
            files[crc32(_bare(pair).encode()) % len(files)].append(pair)
        for terms in files:
            yield dict(self._grouped((_bare(pair), pair) for pair in terms))
            terms.clear()

    def _grouped(self, terms: Iterable[tuple[str, Term]]) -> Iterator[tuple[str, list[str]]]:
        for key, group in groupby(sorted(terms), itemgetter(0)):
            yield key, [part for _, term in group for part in (_text(term), encode(self._lists.pop(term)))]


def _bare(pair: tuple[str, str]) -> str:
    return f"{BARE[pair[0]]} {BARE[pair[1]]}"


def _text(term: Term) -> str:
    return " ".join(term) if isinstance(term, tuple) else term


def encode(entries: int | Sequence[int]) -> str:
    """Write a list of entries (unit × 8 + level) as text: one sign for an entry near the one before."""
    if isinstance(entries, int):
        return _SIGNS_OF[entries]
    after = [0, *[(entry | 7) + 1 for entry in entries]]
    return "".join([_SIGNS_OF[entry - base] for entry, base in zip(entries, after, strict=False)])


def _levels(unit: Unit) -> dict[Term, int]:
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
