"""How syllables follow each other in texts known to be right: counts of one, two and three in a row."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from math import log

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal.phonotactics import is_possible

WORD = re.compile(r"[^\W_]+")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_START = ("", "")


@dataclass(slots=True)
class KnownTexts:
    """Syllables of texts known to be right, in small letters, and how often they follow each other."""

    singles: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    triples: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)
    """How abbreviations are written: "qđ" -> "QĐ", "ttg" -> "TTg"."""

    _total: int = 0
    _kinds_after: Counter[tuple[str, ...]] = field(default_factory=Counter)
    _times_before: Counter[tuple[str, ...]] = field(default_factory=Counter)

    @classmethod
    def learn(cls, texts: Iterable[str]) -> "KnownTexts":
        """Count the syllables of `texts`; paragraphs, parted by blank lines, are independent of each other."""
        known = cls()
        for text in texts:
            for paragraph in _PARAGRAPH_END.split(normalize(text)):
                known._learn(WORD.findall(paragraph))
        for chain in (known.pairs, known.triples):
            for run, times in chain.items():
                known._kinds_after[run[:-1]] += 1
                known._times_before[run[:-1]] += times
        known._total = known.singles.total()
        return known

    def _learn(self, words: list[str]) -> None:
        for word in words:
            if len(word) > 1 and word.isalpha() and not word[1:].islower() and not is_possible(word):
                self.written.setdefault(word.lower(), word)
        syllables = [*_START, *(word.lower() for word in words)]
        self.singles.update(syllables[2:])
        self.pairs.update(pairwise(syllables[1:]))
        self.triples.update(zip(syllables, syllables[1:], syllables[2:], strict=False))

    def cost(self, before: tuple[str, str], syllable: str) -> float:
        """Return how unexpected `syllable` is after the two `before`: minus the logarithm of its chance.

        Witten and Bell's smoothing: a context counts the less, the more different syllables followed it.
        """
        kinds = len(self.singles) or 1
        chance = (self.singles[syllable] + 1) / (self._total + kinds + 1)
        last = before[1:]
        if times := self._times_before[last]:
            chance = self._blend(self.pairs[before[1], syllable], times, self._kinds_after[last], chance)
        if times := self._times_before[before]:
            chance = self._blend(self.triples[(*before, syllable)], times, self._kinds_after[before], chance)
        return -log(chance)

    @staticmethod
    def _blend(seen: int, times: int, kinds: int, chance: float) -> float:
        return (seen + kinds * chance) / (times + kinds)
