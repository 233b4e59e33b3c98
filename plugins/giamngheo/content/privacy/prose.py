"""A folded text with what every finder asks of it: lower case, sentences, the words around a place.

Knows nothing of private data.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from giamngheo.content.privacy.folding import Folded, fold, lowered

# Soft-wrapped lines are one sentence; an empty line, a list item or a table row begins a new one.
_BOUNDARY = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”»')\]]*+(?=\s)|;|\n[ ]*+\n\s*+|\n(?=[ ]{0,8}(?:[-+*•|#>]|\d{1,3}[.)])[ ])"
)
_ABBREVIATED = re.compile(r"(?:^|\W)(?:tp|tx|tt|ths|ts|bs|ks|gs|pgs|kt|tm|tr|đt|đ/c|mr|bà|ông)$")
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+")
# Addresses whose path *is* a telephone number.
_DIAL_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:zalo\.me|wa\.me|t\.me)/")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Prose:
    """A text ready to be searched; all offsets are those of `text`."""

    folded: Folded
    text: str
    lower: str
    numbers: str  # as `lower`, web addresses blanked: their digits are article ids
    bounds: Sequence[int]

    def sentence_start(self, place: int) -> int:
        """Where the sentence that holds `place` begins."""
        at = bisect_right(self.bounds, place)
        return self.bounds[at - 1] if at else 0

    def sentence_end(self, place: int) -> int:
        """Where the sentence that holds `place` ends."""
        at = bisect_left(self.bounds, place + 1)
        return self.bounds[at] if at < len(self.bounds) else len(self.text)

    def before(self, place: int, width: int) -> str:
        """Lower-case text of the same sentence before `place`, at most `width` characters."""
        return self.lower[max(self.sentence_start(place), place - width) : place]

    def after(self, place: int, width: int) -> str:
        """Lower-case text of the same sentence from `place`, at most `width` characters."""
        return self.lower[place : min(self.sentence_end(place), place + width)]

    def words_before(self, place: int) -> list[str]:
        """Give the last lower-case words before `place`; none if a comma or full stop lies between."""
        window = self.before(place, 36)
        if not window.rstrip(" \n:\"“'(")[-1:].isalpha():
            return []
        words = _WORDS.findall(window)
        return words[-4:]


def read_prose(text: str) -> Prose:
    """Fold a text and find its sentences."""
    folded = fold(text)
    lower = lowered(folded.text)
    bounds = [match.end() for match in _BOUNDARY.finditer(lower) if _is_boundary(lower, match)]
    return Prose(folded, folded.text, lower, _LINK.sub(_blanked, lower), bounds)


def _is_boundary(lower: str, match: re.Match[str]) -> bool:
    start = match.start()
    return match.group() != "." or not _ABBREVIATED.search(lower[max(0, start - 5) : start])


def _blanked(match: re.Match[str]) -> str:
    link = match.group()
    return link if _DIAL_LINK.match(link) else " " * len(link)
