"""Damage: which lines of a text hold syllables that no Vietnamese word has, as scanning leaves them."""

import re
from collections.abc import Container, Iterable

from msgspec import Struct

from giamngheo.ground.vietnamese import fold, normalize
from giamngheo.legal.language import WORD
from giamngheo.legal.phonotactics import is_possible

_CLEAR = 0.25
# Foreign words that official texts use as they are.
_LOANWORDS = frozenset(
    {
        *("video", "clip", "internet", "zalo", "facebook", "fanpage", "youtube", "tiktok", "email", "web", "website"),
        *("online", "app", "logo", "poster", "banner", "radio", "wifi", "smartphone", "marketing", "startup", "covid"),
    }
)
_ROMAN = frozenset("IVXLC")
_VOWEL = re.compile("[aeiouy]")


class LineDamage(Struct, frozen=True):
    """A line, counted from 1: how many syllables it has, numbers left out, and which of them are impossible."""

    line: int
    syllables: int
    impossible: tuple[str, ...]

    @property
    def share(self) -> float:
        """Impossible syllables among all of the line, 0 to 1."""
        return len(self.impossible) / self.syllables if self.syllables else 0.0

    @property
    def is_clear(self) -> bool:
        """Whether more is wrong than a foreign word or two can explain."""
        return len(self.impossible) > 1 and self.share >= _CLEAR


def measure_damage(text: str, known: Container[str] = ()) -> tuple[LineDamage, ...]:
    """Return the damage of each line of `text`, in the order of `str.splitlines`; never raises.

    `known` are further words in small letters that are right though not Vietnamese ("video"). Abbreviations
    in capitals, numbers and the letters of points ("a)") count as right.
    """
    return tuple(measure_line(number, line, known) for number, line in enumerate(text.splitlines(), 1))


def damaged_share(lines: Iterable[LineDamage]) -> float:
    """Return the share of impossible syllables in all of `lines`, 0 to 1."""
    counts = [(len(line.impossible), line.syllables) for line in lines]
    return sum(wrong for wrong, _ in counts) / max(1, sum(syllables for _, syllables in counts))


def measure_line(number: int, line: str, known: Container[str] = ()) -> LineDamage:
    """Return the damage of one line."""
    line = normalize(line)
    words = [word for word in WORD.findall(line) if not word.isdigit()]
    in_capitals = line.isupper()
    wrong = (word for word in words if _is_wrong(word, known, in_capitals=in_capitals))
    return LineDamage(number, len(words), tuple(wrong))


def _is_wrong(word: str, known: Container[str], *, in_capitals: bool) -> bool:
    small = word.lower()
    if small in known or small in _LOANWORDS or is_possible(word):
        return False
    if is_numeral(word) or (is_abbreviation(word) and not (in_capitals and _VOWEL.search(fold(word)))):
        return False
    return len(word) > 1


def is_numeral(word: str) -> bool:
    """Whether it is a Roman number in capitals: "XIII"."""
    return not set(word) - _ROMAN


def is_abbreviation(word: str) -> bool:
    """Whether it has two capitals or more, and no digit: "UBND", "TTr"."""
    return word.isalpha() and sum(map(str.isupper, word)) > 1
