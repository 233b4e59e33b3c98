"""Records as a table: the flat fields, one line a record, safe to open in Excel.

Of a nested record each field is a column ("issuer.name"); of a list of texts the texts stand in one cell; of a list of
records that have a name the names do; other lists stand only in the JSON. A text that a spreadsheet would calculate
gets an apostrophe before it (OWASP, CSV Injection).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import StringIO
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from giamngheo.ground.characters import drop_illegal
from giamngheo.outlets.opendata.record import Record

BOM = "\ufeff"
"""Excel takes a file without it for an old Windows encoding."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BETWEEN = "; "
_NAMES = ("name", "number", "title")
"""What a nested record is called by, the first that it has."""


@cache
def columns(record: type[Record]) -> tuple[str, ...]:
    """Names of the columns of a table, dots between the levels."""
    return tuple(_columns(record, ""))


def _columns(model: type[BaseModel], before: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = _kind(field.annotation)
        inner = _model(kind)
        if inner is not None and issubclass(inner, Record):
            yield from _columns(inner, f"{before}{name}.")
        elif get_origin(kind) is list:
            item = _model(_kind(get_args(kind)[0]))
            if item is None or _name_of(item):
                yield before + name
        elif inner is None and get_origin(kind) is not dict:
            yield before + name


def head_line(record: type[Record]) -> str:
    """The line of names, behind the mark by which Excel knows UTF-8."""
    return BOM + _line(columns(record))


def row_line(record: type[Record], values: Mapping[str, Any]) -> str:
    """One record, given as JSON."""
    return _line([_cell(_find(values, column.split("."))) for column in columns(record)])


def _find(values: Mapping[str, Any], path: Sequence[str]) -> Any:  # noqa: ANN401 - JSON of any form
    value: Any = values
    for name in path:
        value = value[name] if value is not None else None
    return value


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return str(value)
    return as_text(_BETWEEN.join(map(_called, value)) if isinstance(value, list) else str(value))


def _called(value: object) -> str:
    """A text of a list, or the name of a record of it."""
    if not isinstance(value, dict):
        return str(value)
    return str(value[next(name for name in _NAMES if name in value)])


def as_text(text: str) -> str:
    """A text that no spreadsheet takes for a formula, without characters that end a file early."""
    clean = drop_illegal(text)
    is_formula = clean.lstrip().startswith(_FORMULA) or clean.startswith(("\t", "\r", "\n"))
    return f"'{clean}" if is_formula else clean


def _line(cells: Sequence[str]) -> str:
    out = StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _kind(annotation: Any) -> Any:  # noqa: ANN401 - any annotation
    """The type without "or None", where one is left."""
    annotation = _bare(annotation)
    if get_origin(annotation) not in (UnionType, Union):
        return annotation
    kinds = [kind for kind in get_args(annotation) if kind is not NoneType]
    return _bare(kinds[0]) if len(kinds) == 1 else annotation


def _bare(annotation: Any) -> Any:  # noqa: ANN401 - any annotation
    """The type without what `Annotated` adds."""
    unwrap: Callable[[Any], Any] = lambda a: get_args(a)[0] if hasattr(a, "__metadata__") else a  # noqa: E731
    return unwrap(annotation)


def _model(kind: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation
    return kind if isinstance(kind, type) and issubclass(kind, BaseModel) else None


def _name_of(model: type[BaseModel]) -> str | None:
    return next((name for name in _NAMES if name in model.model_fields), None)
