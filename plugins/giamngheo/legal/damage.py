"""Damage: which lines of a text hold syllables that no Vietnamese word has, as scanning leaves them."""

from collections.abc import Container
from dataclasses import dataclass

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal.language import WORD
from giamngheo.legal.phonotactics import is_possible


@dataclass(frozen=True, slots=True)
class LineDamage:
    """A line, counted from 1: how many syllables it has, numbers left out, and which of them are impossible."""

    line: int
    syllables: int
    impossible: tuple[str, ...]

    @property
    def share(self) -> float:
        """Impossible syllables among all of the line, 0 to 1."""
        return len(self.impossible) / self.syllables if self.syllables else 0.0


def measure_damage(text: str, known: Container[str] = ()) -> tuple[LineDamage, ...]:
    """Return the damage of each line of `text`, in the order of `str.splitlines`; never raises.

    `known` are further words in small letters that are right though not Vietnamese ("video"). Abbreviations
    in capitals, numbers and the letters of points ("a)") count as right.
    """
    return tuple(_measure(number, normalize(line), known) for number, line in enumerate(text.splitlines(), 1))


def _measure(number: int, line: str, known: Container[str]) -> LineDamage:
    words = [word for word in WORD.findall(line) if not word.isdigit()]
    in_capitals = line.isupper()
    wrong = (word for word in words if _is_wrong(word, known, in_capitals=in_capitals))
    return LineDamage(number, len(words), tuple(wrong))


def _is_wrong(word: str, known: Container[str], *, in_capitals: bool) -> bool:
    if word.lower() in known or is_possible(word):
        return False
    is_abbreviation = word.isupper() and not in_capitals
    return len(word) > 1 and not is_abbreviation
