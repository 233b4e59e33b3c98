"""Reads one file of `content/results/` into a series; what it holds becomes values or problems, never an exception."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from msgspec import Struct

from giamngheo.content.frontmatter import RawItem, SourceFile, split_front_matter
from giamngheo.content.nodes import Node
from giamngheo.content.results.series import Series
from giamngheo.content.results.table import split_table
from giamngheo.content.results.values import Value, read_values
from giamngheo.content.validation import validate_node
from giamngheo.ground.cache import digest
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import file_slug

_SAVED_BY_SPREADSHEET = re.compile(r'"?---"?[;,\t]+')
"""First line of a file whose head a spreadsheet took for a table and wrote again as cells."""


class LoadedSeries(Struct, frozen=True, eq=False):
    """A series as its file holds it: the typed head, the values, and where each line stands."""

    item: Series
    values: tuple[Value, ...]
    slug: str
    raw: RawItem
    digest: str
    """Of the whole file and its path."""

    @property
    def path(self) -> str:
        """File of the series, as shown to editors."""
        return self.raw.path

    @property
    def identity(self) -> str:
        """Id under which the address of this file is public."""
        return self.item.id

    @property
    def places(self) -> tuple[str, ...]:
        """Ids of places in the order in which the file names them."""
        return tuple(dict.fromkeys(value.place for value in self.values))

    @property
    def front(self) -> Node:
        """The head as a tree with lines."""
        return self.raw.front()[0] or Node({}, 1)

    def locate(self, *path: int | str) -> Location:
        """Place in the editor's file of the key at `path` of the head."""
        return Location(self.path, self.front.line_of(path))

    def at(self, value: Value) -> Location:
        """Place of a value."""
        return Location(self.path, value.line)


def read_series(source: SourceFile) -> tuple[LoadedSeries | None, list[Problem], str]:
    """Read one file; the third is the id that it probably has, for what refers to a file in error."""
    if _SAVED_BY_SPREADSHEET.match(source.text):
        return None, [Problem("chuoi-bang-tinh", Location(source.path, 1))], ""
    raw, problems = split_front_matter(source)
    node, found = raw.front() if raw else (None, [])
    problems += [*found, *_check_name(source.path)]
    if raw is None or node is None:
        return None, problems, ""
    id_node = node.find(("id",))
    name = id_node.value if id_node and isinstance(id_node.value, str) else ""
    series, found = validate_node(Series, node, source.path)
    rows, faults = split_table(raw)
    problems += found + faults
    if series is None:
        return None, problems, name
    values, faults = read_values(series, rows, source.path)
    slug = PurePosixPath(source.path).stem
    loaded = LoadedSeries(series, tuple(values), slug, raw, digest(source.path, source.text))
    return loaded, problems + faults, name


def _check_name(path: str) -> list[Problem]:
    stem = PurePosixPath(path).stem
    suggestion = file_slug(stem, "chuoi")
    if stem == suggestion:
        return []
    return [Problem("chuoi-ten-tep", Location(path), {"name": stem, "suggestion": suggestion})]
