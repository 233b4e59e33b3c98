"""Slugs: readable addresses and identifiers made of a-z, 0-9 and hyphens."""

import re

from giamngheo.ground.vietnamese.folding import fold
from giamngheo.ground.vietnamese.normalization import normalize

_WORD = re.compile("[a-z0-9]+")


_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
"""Names that Windows keeps for devices: a folder that holds such a file cannot be copied there."""


def slugify(text: str) -> str:
    """Return the folded words of `text` joined by hyphens; "" when it has none. Never raises.

    >>> slugify("Quyết định số 90/QĐ-TTg")
    'quyet-dinh-so-90-qd-ttg'
    """
    return "-".join(_WORD.findall(fold(normalize(text))))


def file_slug(name: str, kind: str) -> str:
    """Return `name` as the name of a file on any system, and part of an address; `kind` stands before what is none.

    >>> file_slug("Con", "bai")
    'bai-con'
    """
    slug = slugify(name)
    return f"{kind}-{slug or 'moi'}" if not slug or slug in _DEVICES else slug
