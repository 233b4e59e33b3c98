"""Folded text with the way back: plain lower-case letters to search in, offsets of the original to answer with."""

import re

from msgspec import Struct

from giamngheo.ground.rewriting import Rewritten, rewrite
from giamngheo.ground.vietnamese import fold
from giamngheo.legal.lines import INVISIBLE

_LEFT_OUT = "\u0300"
"""Stands for what is left out while folding: a mark, so that no folded character can be the same."""


class _PlainCharacters(dict[str, str]):
    """The one plain character for each character, `_LEFT_OUT` for marks and zero-width ones; filled as they are met."""

    def __missing__(self, character: str) -> str:
        visible = " " if character.isspace() else fold(character)[:1]
        is_invisible = visible != " " and character in INVISIBLE
        plain = self[character] = _LEFT_OUT if is_invisible or not visible else visible
        return plain


_PLAIN = _PlainCharacters()
_GAPS = re.compile(f"(?<= )[ {_LEFT_OUT}]+|{_LEFT_OUT}+")
_COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"


class FoldedText(Struct, frozen=True):
    """`plain` is folded, with single spaces for all white space; `span` leads back to `original`."""

    original: str
    _rewritten: Rewritten

    @property
    def plain(self) -> str:
        """The text to search in."""
        return self._rewritten.text

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `original` from which `plain[start:end]` comes; `start` is less than `end`."""
        begin, last = self._rewritten.span(start, end)
        marks = self.original[last : self._rewritten.origin(end)]
        return begin, last + len(marks) - len(marks.lstrip(_COMBINING))

    def is_capital(self, position: int) -> bool:
        """Whether the letter at `position` of `plain` is a capital in `original`."""
        return position < len(self.plain) and self.original[self._rewritten.origin(position)].isupper()


def fold_with_offsets(text: str) -> FoldedText:
    """Fold `text` and remember where each character stood. Never raises; linear."""
    plain = "".join(map(_PLAIN.__getitem__, text))
    return FoldedText(text, rewrite(plain, ((*gap.span(), "") for gap in _GAPS.finditer(plain))))
