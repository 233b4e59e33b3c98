"""Alphabetical order: a ă â b c d đ e ê … o ô ơ … u ư …, then tones, then case; numbers by their value.

The rule is that of the Vietnamese alphabet and of the Unicode CLDR collation for `vi`.
Own code: pyuca knows only the untailored root order, PyICU is not pure Python, vn-collate is weeks old.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from giamngheo.ground.vietnamese.normalization import normalize

_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# In the order of the school books: (ngang,) huyền, hỏi, ngã, sắc, nặng.
_TONES = {mark: rank for rank, mark in enumerate("\u0300\u0309\u0303\u0301\u0323", start=1)}
_FOREIGN_MARK = len(_TONES) + 1
_TOKEN = re.compile(r"[0-9]+|[\W_]+|.", re.DOTALL)
_IS_GAP = re.compile(r"[\W_]").match

# First level: class of the character, its rank (for a number: how many digits), the digits of a number.
Place: TypeAlias = tuple[int, int, str]
_GAP, _NUMBER, _LETTER, _FOREIGN = range(4)


class CollationKey(NamedTuple):
    """Sort key of four levels; compare it only with other keys made by `collation_key`."""

    places: tuple[Place, ...]
    tones: tuple[int, ...]
    capitals: tuple[bool, ...]
    text: str


class _Weight(NamedTuple):
    place: Place
    tone: int
    is_capital: bool


@lru_cache(maxsize=2048)  # a build sorts the same titles and places by several outlets
def collation_key(text: str) -> CollationKey:
    """Return the key under which `text` stands in a Vietnamese list; give it to `sorted(key=…)`.

    Punctuation around the text does not count, inside it separates words. Texts that differ in form only
    (NFC, NFD) are equal. Never raises.
    """
    clean = normalize(text)
    weights = [_weigh(token) for token in _TOKEN.findall(clean)]
    while weights and weights[-1].place[0] == _GAP:
        weights.pop()
    if weights and weights[0].place[0] == _GAP:
        del weights[0]
    places, tones, capitals = zip(*weights, strict=True) if weights else ((), (), ())
    return CollationKey(places, tones, capitals, clean)


@lru_cache(maxsize=4096)
def _weigh(token: str) -> _Weight:
    """Weigh a number, a gap between words, or a letter: a few hundred tokens make up all texts."""
    if _IS_GAP(token):
        return _Weight((_GAP, 0, ""), 0, is_capital=False)
    if "0" <= token[0] <= "9":
        # Digits are compared by length, then as text: `int` would refuse numbers of 4,301 digits.
        digits = token.lstrip("0")
        return _Weight((_NUMBER, len(digits), digits), 0, is_capital=False)
    return _weigh_letter(token)


def _weigh_letter(letter: str) -> _Weight:
    lower = letter.lower()
    is_capital = lower != letter
    base, *marks = list(unicodedata.normalize("NFD", lower))
    tone = max((_TONES.get(mark, 0) for mark in marks), default=0)
    shape = unicodedata.normalize("NFC", base + "".join(mark for mark in marks if mark not in _TONES))
    if shape not in _ALPHABET:
        # A foreign letter (ü, ñ) stands beside its base, after every tone; other scripts after z.
        shape, tone = base, _FOREIGN_MARK
    if shape in _ALPHABET:
        return _Weight((_LETTER, _ALPHABET[shape], ""), tone, is_capital)
    return _Weight((_FOREIGN, ord(shape), ""), tone, is_capital)
