"""Runs of capitalised syllables: the only places in Vietnamese prose where a name can stand.

Answers what is capitalised and what joins it, not what it means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from giamngheo.content.privacy.folding import name_key
from giamngheo.content.privacy.prose import Prose

_LETTERS = [chr(code) for code in range(0x1F00)]  # Latin with its Vietnamese extensions ends there
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_SYLLABLE = rf"(?:[{UPPER}]'(?:[{UPPER}]?[{LOWER}]+)|[{UPPER}][{LOWER}]*+)(?!\w)"
_RUN = re.compile(rf"(?<![\w'])(?<!\.[{UPPER}]){_SYLLABLE}(?:(?:[ ]{{1,3}}|[ ]?\n[ ]{{0,3}}){_SYLLABLE})*+")
_ONE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Syllable:
    """One capitalised syllable; `breaks` tells that a line ends before it."""

    word: str
    key: str
    start: int
    end: int
    breaks: bool


@dataclass(frozen=True, slots=True)
class CapitalRun:
    """Capitalised syllables with nothing but blanks or one line end between them."""

    syllables: tuple[Syllable, ...]

    @property
    def start(self) -> int:
        """Offset of the first syllable."""
        return self.syllables[0].start

    @property
    def end(self) -> int:
        """Offset after the last syllable."""
        return self.syllables[-1].end


def find_capital_runs(prose: Prose) -> Iterator[CapitalRun]:
    """Every run, in order; words all in capitals ("UBND", headings) are none."""
    text = prose.text
    keys: dict[str, str] = {}
    for match in _RUN.finditer(text):
        syllables: list[Syllable] = []
        for part in _ONE.finditer(text, *match.span()):
            word = part.group()
            if word not in keys:
                keys[word] = name_key(word)
            breaks = bool(syllables) and "\n" in text[syllables[-1].end : part.start()]
            syllables.append(Syllable(word, keys[word], *part.span(), breaks))
        yield CapitalRun(tuple(syllables))
