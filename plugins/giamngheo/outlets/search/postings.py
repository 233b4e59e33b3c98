"""The index proper: for each word and each pair of neighbouring words, which units have it, and how it weighs there.

Pairs take the place of positions: a phrase of Vietnamese is a chain of pairs, and a list of units with a weight each
is a tenth of a list of positions. Numbers of units only grow, so lists are in order by construction.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import itemgetter
from typing import TypeAlias

from giamngheo.outlets.search.units import Unit
from giamngheo.outlets.search.words import BARE, find_words

BODY, BODY_TWICE, BODY_OFTEN, ASIDE, SUMMARY, TITLE, NAME = range(7)
"""Where a word weighs most in a unit, lightest first. Fits three bits; the script knows what each is worth."""

_OFTEN = 4

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
        self._lists: dict[Term, array[int]] = {}

    def add(self, number: int, unit: Unit) -> None:
        """Add unit `number`, larger than all before."""
        lists, entries = self._lists, [number << 3 | level for level in range(8)]
        for term, level in _levels(unit).items():
            try:
                lists[term].append(entries[level])
            except KeyError:
                lists[term] = array("I", (entries[level],))

    def words(self) -> Iterator[tuple[str, list[str]]]:
        """Yield each bare word in order, with its exact forms, each followed by its list as text."""
        return self._grouped((BARE[term], term) for term in self._lists if isinstance(term, str))

    def pairs(self) -> Iterator[tuple[str, list[str]]]:
        """Yield the same for pairs of words."""
        return self._grouped((f"{BARE[t[0]]} {BARE[t[1]]}", t) for t in self._lists if isinstance(t, tuple))

    def _grouped(self, terms: Iterable[tuple[str, Term]]) -> Iterator[tuple[str, list[str]]]:
        for key, group in groupby(sorted(terms), itemgetter(0)):
            yield key, [part for _, term in group for part in (_text(term), encode(self._lists.pop(term)))]


def _text(term: Term) -> str:
    return " ".join(term) if isinstance(term, tuple) else term


def encode(entries: Sequence[int]) -> str:
    """Write a list of entries (unit × 8 + level) as text: one sign for an entry near the one before."""
    if len(entries) == 1:
        return _SIGNS_OF[entries[0]]
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
