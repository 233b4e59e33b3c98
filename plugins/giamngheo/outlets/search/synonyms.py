"""Short forms and what they stand for, so that "bhyt" finds "bảo hiểm y tế" and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.outlets.search.words import BARE, find_words


def synonyms(catalog: Catalog) -> list[list[str]]:
    """Return groups of bare words that mean the same: the long form first, then its short forms."""
    groups: dict[str, list[str]] = {}
    for long, short in _forms(catalog):
        group = groups.setdefault(_bare(long), [])
        if _bare(short) not in (_bare(long), *group):
            group.append(_bare(short))
    return [[long, *shorts] for long, shorts in groups.items() if long and shorts]


def _forms(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield long and short forms: those of the register, and what names of agencies shorten."""
    for short, long in catalog.abbreviations.items():
        yield long, short
    for agency in catalog.agencies.values():
        for name in agency.abbreviations:
            long, short = _without_common_ends(agency.name.split(), name.split())
            if short and short.upper() == short:
                yield long, short


def _without_common_ends(long: list[str], short: list[str]) -> tuple[str, str]:
    """Leave what differs: of "Sở Tư pháp tỉnh A" and "STP tỉnh A" "Sở Tư pháp" and "STP"."""
    while long and short and long[0] == short[0]:
        long, short = long[1:], short[1:]
    while long and short and long[-1] == short[-1]:
        long, short = long[:-1], short[:-1]
    return " ".join(long), " ".join(short)


def _bare(text: str) -> str:
    return " ".join(BARE[word] for word in find_words(text))
