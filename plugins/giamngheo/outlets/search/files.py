"""Writes the index as small files that never change: `/search/<digest>/…`; browsers may keep them for ever.

`meta.json` is read first: what kinds of units there are, which file begins with which word, what stands for what.
`w….json` hold lists of words, `p….json` of pairs; `h….json` what results show, `x….json` the texts of those whose
summary does not say why they were found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from giamngheo.catalog.states import State
from giamngheo.outlets.search.units import Unit
from giamngheo.rendering.outputs import OutputFile

Term: TypeAlias = tuple[str, list[str]]
"""A bare term with its exact forms, each followed by its list."""

_WORDS_FILE = 2_000
"""Characters of one file of words, about; a word of a longer list has one for itself."""


@dataclass(slots=True)
class Group:
    """Units of one section in one state, numbered one after the other; `per_file` of them share a file of heads."""

    section: str
    name: str
    state: State | None
    per_file: int
    units: int = 0

    @property
    def for_script(self) -> list[object]:
        """What the script needs to know."""
        state = [self.state.label, self.state.tone] if self.state else []
        return [self.units, self.per_file, self.section, self.name, *state]


def file_of(folder: str, name: str, value: object) -> OutputFile:
    """One file of the index."""
    return OutputFile(f"{folder}{name}.json", json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


def word_files(terms: Iterable[Term]) -> Iterator[dict[str, list[str]]]:
    """Cut lists of single words, in order, into files, so that unfinished words are found."""
    chunk: dict[str, list[str]] = {}
    size = 0
    for key, forms in terms:
        if chunk and size + _size(forms) > _WORDS_FILE:
            yield chunk
            chunk, size = {}, 0
        chunk[key] = forms
        size += _size(forms)
    if chunk:
        yield chunk


def _size(forms: list[str]) -> int:
    return sum(map(len, forms)) + 12


def head_of(unit: Unit, *, is_whole: bool) -> list[object]:
    """What a result shows: address, title, detail, and its sections, or only its summary where those lie apart."""
    if is_whole:
        return [unit.address, unit.title, unit.detail, sections_of(unit)]
    return [unit.address, unit.title, unit.detail, unit.summary]


def sections_of(unit: Unit) -> list[list[str]]:
    """Anchor, heading and text of each section."""
    return [[section.anchor, section.heading, section.text] for section in unit.sections]
