"""Slugs: readable addresses and identifiers made of a-z, 0-9 and hyphens."""

import re

from giamngheo.ground.vietnamese.folding import fold
from giamngheo.ground.vietnamese.normalization import normalize

_WORD = re.compile("[a-z0-9]+")


def slugify(text: str) -> str:
    """Return the folded words of `text` joined by hyphens; "" when it has none. Never raises.

    >>> slugify("Quyết định số 90/QĐ-TTg")
    'quyet-dinh-so-90-qd-ttg'
    """
    return "-".join(_WORD.findall(fold(normalize(text))))
