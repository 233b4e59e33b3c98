"""How syllables follow each other in texts known to be right: counts of one, two and three in a row."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import log

from msgspec import Struct, field

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal.phonotactics import is_possible

WORD = re.compile(r"[^\W_]+")
_PARAGRAPH_END = re.compile(r"\n\s*\n")
_START = ("", "")
# Written in official texts everywhere, so known before any text is.
_ABBREVIATIONS = "UBND\n\nHĐND\n\nMTTQ\n\nUBMTTQ\n\nQĐ\n\nNĐ\n\nCP\n\nTTg\n\nLĐTBXH\n\nBCĐ\n\nPGĐ\n\nTBXH"


class KnownTexts(Struct):
    """Syllables of texts known to be right, in small letters, and what followed each one and each two."""

    singles: Counter[str] = field(default_factory=Counter)
    written: dict[str, str] = field(default_factory=dict)
    """How abbreviations are written: "qđ" -> "QĐ", "ttg" -> "TTg"."""

    _after: defaultdict[tuple[str, ...], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    _total: int = 0

    @classmethod
    def learn(cls, texts: Iterable[str]) -> "KnownTexts":
        """Count the syllables of `texts`; paragraphs, parted by blank lines, are independent of each other."""
        known = cls()
        for text in (_ABBREVIATIONS, *texts):
            for paragraph in _PARAGRAPH_END.split(normalize(text)):
                known._learn(WORD.findall(paragraph))
        known._total = known.singles.total()
        return known

    def _learn(self, words: list[str]) -> None:
        for word in words:
            if len(word) > 1 and word.isalpha() and not word[1:].islower() and not is_possible(word):
                self.written.setdefault(word.lower(), word)
        syllables = [*_START, *(word.lower() for word in words)]
        self.singles.update(syllables[2:])
        for first, second, third in zip(syllables, syllables[1:], syllables[2:], strict=False):
            self._after[second,][third] += 1
            self._after[first, second][third] += 1

    def chance(self, syllable: str) -> float:
        """Return the chance of `syllable` anywhere, above 0 also for one never seen."""
        return (self.singles[syllable] + 1) / (self._total + len(self.singles) + 1)

    def costs_after(self, before: tuple[str, str]) -> Callable[[str, float], float]:
        """Return how unexpected a syllable with its chance anywhere is after the two `before`, as a function.

        Minus the logarithm of its chance there, smoothed after Witten and Bell: a context counts the less,
        the more different syllables followed it.
        """
        one, two = (self._after.get(context) or Counter() for context in (before[1:], before))
        times_one, kinds_one = one.total(), len(one) or 1
        times_two, kinds_two = two.total(), len(two) or 1

        def cost(syllable: str, chance: float) -> float:
            chance = (one.get(syllable, 0) + kinds_one * chance) / (times_one + kinds_one)
            return -log((two.get(syllable, 0) + kinds_two * chance) / (times_two + kinds_two))

        return cost
