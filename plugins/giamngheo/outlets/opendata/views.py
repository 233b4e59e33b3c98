"""What the templates of open data show: finished values."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.rendering.figures import Link


class DatasetLine(Struct, frozen=True):
    """One dataset in the list: its page, what is in it, how much, since when, its files."""

    page: Link
    about: str
    facts: str
    forms: tuple[Link, ...]


class ShapeChange(Struct, frozen=True):
    """What was new in a version of the form."""

    version: str
    day: str
    note: str


class DataIndexView(Struct, frozen=True):
    """All datasets, the catalogue, the rights, the promise. `example` is a dataset that the examples read."""

    lines: tuple[DatasetLine, ...]
    catalogs: tuple[Link, ...]
    licence: str
    rights: str
    version: str
    changes: tuple[ShapeChange, ...]
    example: str
    copy_of: Link
    """A page that has a machine copy, to try it with; "" where none has."""
    structured: dict[str, object]


class FieldLine(Struct, frozen=True):
    """One field: its name, what it holds in words, the table that explains it further, what it means."""

    name: str
    kind: str
    table: str
    meaning: str


class FieldTable(Struct, frozen=True):
    """The fields of a record, or of a record within it."""

    id: str
    title: str
    intro: str
    lines: tuple[FieldLine, ...]


class DatasetView(Struct, frozen=True):
    """One dataset: its files, its fields, a record as it is."""

    about: str
    facts: tuple[tuple[str, Link], ...]
    files: tuple[tuple[str, Link, str], ...]
    """Anchor, link, and what the file is for."""
    columns: tuple[str, ...]
    tables: tuple[FieldTable, ...]
    example: str
    structured: dict[str, object]
