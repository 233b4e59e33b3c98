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
_TOKEN = re.compile(r"(?P<number>[0-9]+)|(?P<gap>[\W_]+)|(?P<letter>.)", re.DOTALL)

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


def collation_key(text: str) -> CollationKey:
    """Return the key under which `text` stands in a Vietnamese list; give it to `sorted(key=…)`.

    Punctuation around the text does not count, inside it separates words. Texts that differ in form only
    (NFC, NFD) are equal. Never raises.
    """
    clean = normalize(text)
    weights = [_weigh(match) for match in _TOKEN.finditer(clean)]
    while weights and weights[-1].place[0] == _GAP:
        weights.pop()
    if weights and weights[0].place[0] == _GAP:
        del weights[0]
    return CollationKey(
        tuple(weight.place for weight in weights),
        tuple(weight.tone for weight in weights),
        tuple(weight.is_capital for weight in weights),
        clean,
    )


def _weigh(token: re.Match[str]) -> _Weight:
    if token.lastgroup == "letter":
        return _weigh_letter(token[0])
    if token.lastgroup == "gap":
        return _Weight((_GAP, 0, ""), 0, is_capital=False)
    # Digits are compared by length, then as text: `int` would refuse numbers of 4,301 digits.
    digits = token[0].lstrip("0")
    return _Weight((_NUMBER, len(digits), digits), 0, is_capital=False)


@lru_cache(maxsize=4096)
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
