"""Writes the index as small files that never change: `/search/<digest of all>/…`; browsers may keep them for ever.

`meta.json` is read first: what kinds of units there are, which file begins with which word, what stands for what.
`w….json` hold lists of words, `p….json` of pairs; `h….json` what results show, `x….json` the texts of those whose
summary does not say why they were found.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias
from zlib import crc32

from giamngheo.catalog.states import State
from giamngheo.outlets.search.units import Unit
from giamngheo.rendering.outputs import OutputFile

Term: TypeAlias = tuple[str, list[str]]
"""A bare term with its exact forms, each followed by its list."""

_WORDS_FILE = 2_000
"""Characters of one file of words, about; a word of a longer list has one for itself."""
_PAIRS_FACTOR = 1.3


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


class Files:
    """Gathers the files of the index; their common address is known when all are there."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}
        self._digest = blake2b(digest_size=10)

    def put(self, name: str, value: object) -> None:
        """Add one file."""
        content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
        self._contents[name] = content
        self._digest.update(name.encode() + b"\0" + content + b"\0")

    @property
    def address(self) -> str:
        """Folder of all files."""
        return f"/search/{self._digest.hexdigest()}/"

    def outputs(self) -> Iterator[OutputFile]:
        """Yield the files under their addresses."""
        for name, content in self._contents.items():
            yield OutputFile(f"{self.address}{name}.json", content)


def put_words(files: Files, terms: Iterable[Term]) -> list[str]:
    """Write lists of single words in order, so that unfinished words are found; return the first word of each file."""
    first: list[str] = []
    chunk: dict[str, list[str]] = {}
    size = 0
    for key, forms in terms:
        if chunk and size + _size(forms) > _WORDS_FILE:
            files.put(f"w{len(first) - 1}", chunk)
            chunk, size = {}, 0
        if not chunk:
            first.append(key)
        chunk[key] = forms
        size += _size(forms)
    if chunk:
        files.put(f"w{len(first) - 1}", chunk)
    return first


def put_pairs(files: Files, terms: Iterable[Term]) -> int:
    """Write lists of pairs, spread by a checksum that the script knows too; return the number of files.

    Files grow as their number does, with the square root of all: neither one file nor the count weighs on a reader.
    """
    pairs = list(terms)
    total = sum(len(key) + _size(forms) for key, forms in pairs)
    count = max(1, round(math.sqrt(total) / _PAIRS_FACTOR))
    chunks: list[dict[str, list[str]]] = [{} for _ in range(count)]
    for key, forms in pairs:
        chunks[crc32(key.encode()) % count][key] = forms
    for number, chunk in enumerate(chunks):
        files.put(f"p{number}", chunk)
    return count


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
