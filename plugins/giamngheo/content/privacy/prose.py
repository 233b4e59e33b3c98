"""A folded text with what every finder asks of it: lower case, sentences, the words around a place.

Knows nothing of private data.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from giamngheo.content.privacy.folding import fold, lowered
from giamngheo.ground.rewriting import Rewritten

# Soft-wrapped lines are one sentence; an empty line, a list item or a table row begins a new one.
# The pattern begins with a class of characters: the search skips all others (23 ns a letter, not 60).
_BOUNDARY = re.compile(
    r"[.!?…;\n](?:(?<=;)|(?<=\n)(?:[ ]*+\n\s*+|(?=[ ]{0,8}(?:[-+*•|#>]|\d{1,3}[.)])[ ]))"
    r"|(?<=[.!?…])(?<![.!?…].)[.!?…]*+[\"”»')\]]*+(?=\s))"
)
_ABBREVIATED = re.compile(r"(?:^|\W)(?:tp|tx|tt|ths|ts|bs|ks|gs|pgs|kt|tm|tr|đt|đ/c|mr|bà|ông)$")
# Two patterns: each begins with letters that the search can look for (4 ns a letter together, not 13).
_LINKS = (re.compile(r"https?://[^\s<>)\]]+"), re.compile(r"www\.[^\s<>)\]]+"))
# Addresses whose path *is* a telephone number.
_DIAL_LINK = re.compile(r"(?:https?://)?(?:www\.)?(?:zalo\.me|wa\.me|t\.me)/")
_WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_BEFORE_NAME = 36


class Prose(Struct, frozen=True):
    """A text ready to be searched; all offsets are those of `text`."""

    folded: Rewritten
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
        window = self.lower[max(0, place - _BEFORE_NAME) : place]
        if not window.rstrip(" \n:\"“'(")[-1:].isalpha():  # three in four end here
            return []
        words: list[str] = _WORDS.findall(self.before(place, _BEFORE_NAME))
        return words[-4:]


def read_prose(text: str) -> Prose:
    """Fold a text and find its sentences."""
    folded = fold(text)
    lower = lowered(folded.text)
    marks = _BOUNDARY.finditer(lower)
    bounds = [mark.end() for mark in marks if mark.group() != "." or not _is_abbreviated(lower, mark.start())]
    return Prose(folded, folded.text, lower, _without_links(lower), bounds)


def matches_from(words: Sequence[str], pattern: re.Pattern[str], lower: str, text: str) -> Iterator[re.Match[str]]:
    """Matches in `text`, in order and apart, of a pattern that begins with one of the words, in whatever case.

    Looking for a word takes 1 ns a letter of the text, for a pattern with many beginnings 60.
    """
    end = 0
    for place in sorted(place for word in words for place in _places(word, lower)):
        if place >= end and (match := pattern.match(text, place)):
            end = match.end()
            yield match


def _places(word: str, text: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)


def _without_links(lower: str) -> str:
    for link in _LINKS:
        lower = link.sub(_blanked, lower)
    return lower


def _is_abbreviated(lower: str, stop: int) -> bool:
    return bool(_ABBREVIATED.search(lower[max(0, stop - 5) : stop]))


def _blanked(match: re.Match[str]) -> str:
    link = match.group()
    return link if _DIAL_LINK.match(link) else " " * len(link)
