"""Names of letters as they are said in Vietnamese, and capitals that are words rather than acronyms."""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.numbers import digit_words

_NAMES = {
    "A": "a", "Ă": "á", "Â": "ớ", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "Ê": "ê", "F": "ép",
    "G": "giê", "H": "hát", "I": "i", "J": "giây", "K": "ca", "L": "e lờ", "M": "em mờ", "N": "en nờ", "O": "o",
    "Ô": "ô", "Ơ": "ơ", "P": "pê", "Q": "quy", "R": "e rờ", "S": "ét xì", "T": "tê", "U": "u", "Ư": "ư", "V": "vê",
    "W": "vê kép", "X": "ích", "Y": "i dài", "Z": "dét",
}  # fmt: skip
CAPITAL = "A-Z" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper())
"""Capitals of the Vietnamese alphabet and its neighbours, for a character class."""

_SYLLABLE = re.compile(
    "(?:NGH|NG|NH|CH|GH|GI|KH|PH|QU|TH|TR|[BCDĐGHKLMNPRSTVX])?"
    "(?:[AEIOUY]{1,3})(?:NG|NH|[MN])?"  # a syllable that ends in c, ch, p, t always carries a tone mark
)


def letter_name(letter: str) -> str:
    """Name of one letter, whatever its case; a letter without a name stands for itself."""
    return _NAMES.get(letter.upper(), letter.lower())


def spell(text: str) -> str:
    """Read letter by letter, digits by their names: "LDP1" gives "e lờ dê pê một"."""
    return " ".join(digit_words(c) if c in "0123456789" else letter_name(c) for c in text if c.isalnum())


def is_marked(capitals: str) -> bool:
    """True for a word in capitals with a diacritic besides Đ: it cannot be an acronym."""
    return any(c != "Đ" and not c.isascii() for c in capitals)


def is_syllable(capitals: str) -> bool:
    """True for capitals that could be a Vietnamese syllable without any diacritic ("BAN", "GIANG")."""
    return _SYLLABLE.fullmatch(capitals) is not None
