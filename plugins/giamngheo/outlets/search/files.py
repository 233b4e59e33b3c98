"""Writes the index as small files that never change: `/search/<digest of all>/…`, so browsers may keep them for ever.

`meta.json` is read first: what kinds of units there are, which file begins with which term, what stands for what.
`t….json` hold lists of terms in order, `r….json` the texts of which results are made.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from giamngheo.catalog.states import State
from giamngheo.outlets.search.units import Unit
from giamngheo.rendering.outputs import OutputFile

_FILE = 4_000
"""Characters of one file of terms, about: a query loads one for each word and each pair of words."""


@dataclass(slots=True)
class Group:
    """Units of one section in one state, numbered one after the other; `per_file` of them share a file of texts."""

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


def put_terms(files: Files, terms: Iterable[tuple[str, list[tuple[str, str]]]]) -> list[str]:
    """Write the lists of terms, cut into files; return the first term of each file."""
    first: list[str] = []
    chunk: dict[str, list[str]] = {}
    size = 0
    for key, forms in terms:
        weight = len(key) + sum(len(form) + len(text) + 8 for form, text in forms)
        if chunk and size + weight > _FILE:
            files.put(f"t{len(first)}", chunk)
            first.append(next(iter(chunk)))
            chunk, size = {}, 0
        chunk[key] = [part for pair in forms for part in pair]
        size += weight
    if chunk:
        files.put(f"t{len(first)}", chunk)
        first.append(next(iter(chunk)))
    return first


def record_of(unit: Unit) -> list[object]:
    """What a result is made of: address, title, detail, and the sections as anchor, heading, text."""
    return [unit.address, unit.title, unit.detail, [[s.anchor, s.heading, s.text] for s in unit.sections]]
