"""The index proper: for each word and each pair of neighbouring words, which units have it and where it weighs most.

Pairs take the place of positions: a phrase of Vietnamese is a chain of pairs, and a list of units with a weight each is a
tenth of a list of positions. Numbers of units only grow, so lists are in order by construction.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from giamngheo.outlets.search.units import Unit
from giamngheo.outlets.search.words import bare_form, find_words, pairs_of

BODY, BODY_TWICE, BODY_OFTEN, ASIDE, SUMMARY, TITLE, NAME = range(7)
"""Where a word weighs most in a unit, lightest first. Fits three bits; the script knows what each is worth."""

_OFTEN = 4

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
        self._lists: dict[str, array[int]] = {}

    def add(self, number: int, unit: Unit) -> None:
        """Add unit `number`, larger than all before."""
        lists, entries = self._lists, [number << 3 | level for level in range(8)]
        for term, level in _levels(unit).items():
            try:
                lists[term].append(entries[level])
            except KeyError:
                lists[term] = array("I", (entries[level],))

    def terms(self) -> Iterator[tuple[str, list[tuple[str, str]]]]:
        """Yield each bare term with its exact forms and their lists as text; single words first, then pairs."""
        order = sorted([(" " in term, bare_form(term), term) for term in self._lists])
        for key, group in groupby(order, itemgetter(1)):
            yield key, [(term, encode(self._lists.pop(term))) for _, _, term in group]


def encode(entries: Sequence[int]) -> str:
    """Write a list of entries (unit × 8 + level) as text: one sign for an entry near the one before."""
    if len(entries) == 1:
        return _SIGNS_OF[entries[0]]
    after = [0, *[(entry | 7) + 1 for entry in entries]]
    return "".join([_SIGNS_OF[entry - base] for entry, base in zip(entries, after, strict=False)])


def _levels(unit: Unit) -> dict[str, int]:
    """Each term of a unit with the level at which it weighs most: later fields write over earlier ones."""
    words = find_words("\n".join([section.text for section in unit.sections]))
    levels = dict.fromkeys(pairs_of(words), BODY)
    for word, times in Counter(words).items():
        levels[word] = BODY if times == 1 else BODY_TWICE if times < _OFTEN else BODY_OFTEN
    aside = _terms("\n".join([unit.also, *[section.heading for section in unit.sections]]))
    levels.update(dict.fromkeys(aside, ASIDE))
    if not unit.sections[0].anchor:
        levels.update(dict.fromkeys(_terms(unit.sections[0].text.partition("\n")[0]), SUMMARY))
    levels.update(dict.fromkeys(_terms(unit.title), TITLE))
    levels.update(dict.fromkeys(_terms(unit.names), NAME))
    levels.update((f"#{topic}", BODY) for topic in unit.topics)
    levels.update((f"@{place}", BODY) for place in unit.places)
    return levels


def _terms(text: str) -> list[str]:
    words = find_words(text)
    return [*words, *pairs_of(words)]
