"""Folded text with the way back: plain lower-case letters to search in, offsets of the original to answer with."""

from collections.abc import Sequence
from dataclasses import dataclass

from giamngheo.ground.vietnamese import fold
from giamngheo.legal.lines import INVISIBLE


class _PlainCharacters(dict[str, str]):
    """The one plain character for each character, "" for marks and zero-width ones; filled as they are met."""

    def __missing__(self, character: str) -> str:
        visible = " " if character.isspace() else fold(character)[:1]
        plain = self[character] = "" if visible != " " and character in INVISIBLE else visible
        return plain


_PLAIN = _PlainCharacters()


@dataclass(frozen=True, slots=True)
class FoldedText:
    """`plain` is folded, with single spaces for all white space; `span` leads back to `original`."""

    original: str
    plain: str
    _offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of `original` from which `plain[start:end]` comes; `start` is less than `end`."""
        last = self._offsets[end - 1] + 1
        following = self._offsets[end] if end < len(self._offsets) else len(self.original)
        marks = self.original[last:following]
        return self._offsets[start], last + (len(marks) - len(marks.lstrip(_COMBINING)) if marks else 0)

    def is_capital(self, position: int) -> bool:
        """Whether the letter at `position` of `plain` is a capital in `original`."""
        return position < len(self._offsets) and self.original[self._offsets[position]].isupper()


_COMBINING = "\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"


def fold_with_offsets(text: str) -> FoldedText:
    """Fold `text` and remember where each character stood. Never raises; linear."""
    plain = "".join(map(_PLAIN.__getitem__, text))
    if len(plain) == len(text) and "  " not in plain:
        return FoldedText(text, plain, range(len(text)))
    return _fold_stepwise(text)


def _fold_stepwise(text: str) -> FoldedText:
    characters: list[str] = []
    offsets: list[int] = []
    is_after_space = False
    for position, character in enumerate(text):
        plain = _PLAIN[character]
        if plain and not (is_after_space and plain == " "):
            characters.append(plain)
            offsets.append(position)
        is_after_space = plain == " " or (is_after_space and not plain)
    return FoldedText(text, "".join(characters), offsets)
