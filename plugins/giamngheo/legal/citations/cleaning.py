"""Cleaning: a view of the text in which patterns can be plain, and the way back to the original offsets."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct

from giamngheo.ground.rewriting import Piece, Rewritten, rewrite
from giamngheo.ground.vietnamese import fold

PARAGRAPH = "\x00"
"""Stands for a line end before a blank line: no citation goes on beyond it."""

_MARKS = "\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad"  # combining marks, zero-width signs, soft hyphen
_COMPOSED = re.compile(f"[^{_MARKS}]?[{_MARKS}]+|\r\n?")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_BLANK_LINE = re.compile("\n(?=[ ]*\n)")
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"


class _MatchTable(dict[int, str]):
    """One plain character for each: without diacritics, in lower case, white space and dashes of one kind."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        plain = fold(character)
        if character in _DASHES:
            plain = "-"
        elif character.isspace() and character != "\n":
            plain = " "
        elif len(plain) != 1 or character == PARAGRAPH:
            plain = "?"
        self[code] = plain
        return plain


_TABLE = _MatchTable()


class Cleaned(Struct, frozen=True):
    """`shown` is the text in NFC without invisible characters, `plain` the same folded; their offsets agree."""

    plain: str
    _rewritten: Rewritten

    @property
    def shown(self) -> str:
        """The text as readers see it."""
        return self._rewritten.text

    def original(self, offset: int) -> int:
        """Offset in the original text of the character at `offset`; of an end, just past the marks before it."""
        return self._rewritten.origin(offset)

    def words(self, start: int, end: int) -> str:
        """The characters as shown, with single spaces."""
        return " ".join(self.shown[start:end].split())


def clean(text: str) -> Cleaned:
    """Clean `text`; never raises, takes time in proportion to its length."""
    shown = rewrite(text, _pieces(text))
    return Cleaned(_plain(shown.text), shown)


def _pieces(text: str) -> Iterator[Piece]:
    for match in _COMPOSED.finditer(text):
        is_line_end = match[0][0] == "\r"
        yield *match.span(), "\n" if is_line_end else unicodedata.normalize("NFC", _INVISIBLE.sub("", match[0]))


def _plain(shown: str) -> str:
    return _BLANK_LINE.sub(PARAGRAPH, shown.translate(_TABLE))
