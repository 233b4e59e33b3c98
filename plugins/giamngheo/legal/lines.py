"""Lines: the text cut at its line ends, with offsets in the original and a clean view of each line."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from giamngheo.ground.vietnamese import fold, normalize

# What may lie between two blocks: every character for which str.isspace holds, and the zero-width ones.
INVISIBLE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_SPACES = re.compile(r"[ \t]+")
_ONE_SPACE = re.compile(r"\s")
_SENTENCE_END = re.compile(r"[.;:!?…][”\"’')\]]*$")
# Nobody wraps prose at more than this; a longer line is a paragraph of its own.
_WIDEST_WRAP = 160
_HEAD = 120


class Line(Struct, frozen=True):
    """A line with something visible on it; `text` is normalised and stripped.

    `head` is its folded beginning, with plain spaces for non-breaking ones.
    """

    start: int
    end: int
    text: str
    head: str
    is_after_gap: bool

    @property
    def is_in_capitals(self) -> bool:
        """Whether it has capitals and no small letters."""
        return self.text.isupper()

    @property
    def ends_a_sentence(self) -> bool:
        """Whether its last character closes a sentence or an item of a list."""
        return _SENTENCE_END.search(self.text[-4:]) is not None


def split_lines(text: str) -> Iterator[Line]:
    """Yield the visible lines of `text`; a line after a blank one, or the first, is after a gap."""
    position, is_after_gap = 0, True
    for raw in text.splitlines(keepends=True):
        visible = raw.strip(INVISIBLE)
        if visible:
            start = position + len(raw) - len(raw.lstrip(INVISIBLE))
            clean = _SPACES.sub(" ", normalize(visible))
            yield Line(start, start + len(visible), clean, _ONE_SPACE.sub(" ", fold(clean[:_HEAD])), is_after_gap)
        is_after_gap = not visible
        position += len(raw)


def measure_width(lines: Sequence[Line]) -> int:
    """Return the column at which the text seems to be wrapped: nine lines of ten are no longer."""
    lengths = sorted(len(line.text) for line in lines)
    return min(lengths[len(lengths) * 9 // 10], _WIDEST_WRAP) if lengths else _WIDEST_WRAP


def is_broken_by_wrapping(line: Line, following: Line, width: int) -> bool:
    """Whether `line` ended only because the next word did not fit in `width` columns."""
    next_word = following.text.split(" ", 1)[0]
    return len(line.text) <= _WIDEST_WRAP and len(line.text) + 1 + len(next_word) > width
