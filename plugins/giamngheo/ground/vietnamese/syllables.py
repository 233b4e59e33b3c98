"""Syllables: Vietnamese writes each one as a word of its own, so counting needs no dictionary."""

import re

from giamngheo.ground.vietnamese.folding import fold
from giamngheo.ground.vietnamese.normalization import normalize

_SYLLABLE = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W0-9_]+")


def count_syllables(text: str) -> int:
    """Return how many syllables `text` is written with. Never raises.

    A number ("1.500.000") and an abbreviation ("UBND") count as one each, however they are read aloud:
    write them out first to measure speech.
    """
    return len(_SYLLABLE.findall(fold(normalize(text))))
