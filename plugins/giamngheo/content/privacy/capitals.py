"""Runs of capitalised syllables: the only places in Vietnamese prose where a name can stand.

Answers what is capitalised and what joins it, not what it means.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from giamngheo.content.privacy.folding import name_key

Keys = tuple[str, ...]

_LETTERS = [chr(code) for code in range(0x1F00)]  # Latin with its Vietnamese extensions ends there
UPPER = "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "".join(letter for letter in _LETTERS if letter.islower())
_REST_OF_SYLLABLE = rf"(?:'(?:[{UPPER}]?[{LOWER}]+)|[{LOWER}]*+)(?!\w)"
_NEXT_SYLLABLE = rf"(?:[ ]{{1,3}}|[ ]?\n[ ]{{0,3}})[{UPPER}]{_REST_OF_SYLLABLE}"
# Begins with a capital, then looks back: the search skips all other letters quickly (30 ns a letter, not 77).
_RUN = re.compile(rf"[{UPPER}](?<![\w'].)(?<!\.[{UPPER}].){_REST_OF_SYLLABLE}(?:{_NEXT_SYLLABLE})*+")
_ONE = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_WORTH_KEEPING = 60  # longer runs hardly return


class Syllable(NamedTuple):
    """One capitalised syllable, its offsets counted from the run; `breaks` tells that a line ends before it."""

    word: str
    start: int
    end: int
    breaks: bool


class CapitalRun(NamedTuple):
    """Capitalised syllables with nothing but blanks or one line end between them, and the key of each."""

    start: int
    end: int
    syllables: tuple[Syllable, ...]
    keys: Keys

    def start_of(self, index: int) -> int:
        """Offset in the text of a syllable."""
        return self.start + self.syllables[index].start

    def end_of(self, index: int) -> int:
        """Offset in the text after a syllable."""
        return self.start + self.syllables[index].end


def find_capital_runs(text: str) -> Iterator[CapitalRun]:
    """Every run of a folded text, in order; words all in capitals ("UBND", headings) are none."""
    for match in _RUN.finditer(text):
        written = match.group()
        read = _read_again if len(written) <= _WORTH_KEEPING else _read
        yield CapitalRun(*match.span(), *read(written))


def _read(written: str) -> tuple[tuple[Syllable, ...], Keys]:
    syllables: list[Syllable] = []
    for part in _ONE.finditer(written):
        breaks = bool(syllables) and "\n" in written[syllables[-1].end : part.start()]
        syllables.append(Syllable(part.group(), *part.span(), breaks))
    return tuple(syllables), tuple(name_key(syllable.word) for syllable in syllables)


_read_again = lru_cache(maxsize=4096)(_read)
"""Names of places and offices return all the time: kept, a run costs 0.2 µs, not 5."""
