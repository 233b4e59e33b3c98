"""Writes the index as small files that never change: `/search/<digest>/…`; browsers may keep them for ever.

`meta.json` is read first: what kinds of units there are, which file begins with which word, what stands for what.
`w….json` hold lists of words, `p….json` of pairs; `h….json` what results show, `x….json` the texts of those whose
summary does not say why they were found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

Forms: TypeAlias = list[str]
"""Exact forms of a bare term, each followed by its list."""

_WORDS_FILE = 2_000
"""Characters of one file of words, about; a word of a longer list has one for itself."""


def word_files(terms: Iterable[tuple[str, Forms]]) -> Iterator[dict[str, Forms]]:
    """Cut lists of single words, in order, into files, so that unfinished words are found."""
    chunk: dict[str, Forms] = {}
    size = 0
    for key, forms in terms:
        if chunk and size + _size(forms) > _WORDS_FILE:
            yield chunk
            chunk, size = {}, 0
        chunk[key] = forms
        size += _size(forms)
    if chunk:
        yield chunk


def _size(forms: Forms) -> int:
    return sum(map(len, forms)) + 12
