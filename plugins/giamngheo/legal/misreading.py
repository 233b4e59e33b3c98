"""How scanners misread Vietnamese: what a damaged syllable may have been, and how much that would take.

Scanning programs set to English keep the skeleton of a syllable and lose its marks: "giảm" becomes "giam",
"gidm" or "gi&m". Costs are rough ranks of likeness between letters, not measured on any one text.
"""

import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct, field
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from giamngheo.ground.vietnamese import fold

_LOOKALIKES = str.maketrans("w061|5¢€@&", "uollls____")
# ư is read as "ir" or "ur", ủ and ũ as "ii" or "ti", m as "rn".
_PAIRS = (("ir", "u"), ("ur", "u"), ("ii", "u"), ("ti", "u"), ("rn", "m"), ("uu", "u"), ("ri", "n"))
_COST_OF_PAIR = 0.3
_VOWELS = frozenset("aeiouy")
_ANY_VOWEL = "_"
_LIKE = {
    0.4: ("li", "ij", "dp", "gq", "ec", "oq", "go"),
    0.6: ("ao", "eo", "ae", "ou", "co", "vy", "bo", "do", "bd", "uy", "lt", "hb", "tu", "pb", "ai"),
    0.8: ("cr", "cu", "dt", "it", "gi", "mn", "iu", "ir", "rt", "ad", "sx", "nu", "lr", "bp", "ei", "cd"),
}
_COST_OF_LIKE = {
    pair: cost for cost, likes in _LIKE.items() for like in likes for pair in ((like[0], like[1]), (like[1], like[0]))
}
_COST_OF_UNLIKE, _COST_OF_LOST, _COST_OF_ADDED = 1.3, 1.1, 0.9
_COST_OF_ANY_VOWEL = 0.3
_WORST = 2.4
_SCALE = 6.0  # of one letter, against the cost of an unexpected syllable
_LOST_MARK, _OTHER_MARK, _ADDED_MARK, _OTHER_LENGTH = 0.15, 0.1, 1.0, 0.3


class Misreadings(Struct):
    """Known syllables by skeleton (the letters without marks), to be found from what a scanner made of them."""

    _by_skeleton: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, syllables: Iterable[str]) -> "Misreadings":
        """Prepare the search among `syllables`, in small letters; those with digits are left out."""
        found = cls()
        for syllable in syllables:
            if syllable.isalpha():
                found._by_skeleton.setdefault(fold(syllable), []).append(syllable)
        return found

    def find(self, seen: str) -> Iterator[tuple[str, float]]:
        """Yield the known syllables that `seen`, in small letters, may have been, with what it takes."""
        best: dict[str, float] = {}
        for skeleton, extra in _skeletons(seen):
            limit = 1 + (len(skeleton) > 2) + (len(skeleton) > 5)  # noqa: PLR2004 - letters allowed to differ
            near = process.extract(
                skeleton, self._by_skeleton.keys(), scorer=Levenshtein.distance, score_cutoff=limit, limit=None
            )
            for known, _, _ in near:
                cost = extra + _cost_of_letters(skeleton, known)
                best[known] = min(cost, best.get(known, _WORST))
        for known, cost in best.items():
            if cost < _WORST:
                yield from ((s, _SCALE * cost + _cost_of_marks(seen, s)) for s in self._by_skeleton[known])

    def with_same_letters(self, seen: str) -> list[str]:
        """Return the known syllables that differ from `seen` in marks only."""
        return self._by_skeleton.get(fold(seen), [])


def _skeletons(seen: str) -> Iterator[tuple[str, float]]:
    plain = fold(seen).translate(_LOOKALIKES)
    yield plain, 0.0
    for pair, letter in _PAIRS:
        if pair in plain:
            yield plain.replace(pair, letter), _COST_OF_PAIR


def _cost_of_letters(seen: str, known: str) -> float:
    cost = 0.0
    for change in Levenshtein.editops(seen, known):
        if change.tag == "replace":
            cost += _cost_of_change(seen[change.src_pos], known[change.dest_pos])
        else:
            cost += _COST_OF_LOST if change.tag == "insert" else _COST_OF_ADDED
    return cost


def _cost_of_change(seen: str, known: str) -> float:
    if seen == _ANY_VOWEL and known in _VOWELS:
        return _COST_OF_ANY_VOWEL
    return _COST_OF_LIKE.get((seen, known), _COST_OF_UNLIKE)


def _cost_of_marks(seen: str, known: str) -> float:
    """A lost mark is common, a mark that was never there is not."""
    seen = unicodedata.normalize("NFC", seen)
    if len(seen) != len(known):
        return _OTHER_LENGTH
    return sum(_cost_of_mark(a, b) for a, b in zip(seen, known, strict=True) if a != b)


def _cost_of_mark(seen: str, known: str) -> float:
    if fold(seen) == seen:
        return _LOST_MARK
    return _ADDED_MARK if fold(known) == known else _OTHER_MARK
