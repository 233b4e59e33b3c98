"""Finds every id that a model uses to name something elsewhere, by the `Ref` marks of the schema.

One mechanism for all cross references: a new field marked `PlaceId` is checked without further code.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from giamngheo.content.scalars import Ref


class Reference(NamedTuple):
    """`value` at `path` must be an id in `target` (a register, or "policies")."""

    path: tuple[int | str, ...]
    target: str
    value: str


def find_references(model: BaseModel, path: tuple[int | str, ...] = ()) -> Iterator[Reference]:
    """Yield all references of `model` and of its parts, in the order of the schema."""
    for name, (key, target) in _fields(type(model)).items():
        yield from _in_value(getattr(model, name), (*path, key), target)


def _in_value(value: object, path: tuple[int | str, ...], target: str | None) -> Iterator[Reference]:
    if isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _in_value(part, (*path, index), target)
    elif isinstance(value, BaseModel):
        yield from find_references(value, path)
    elif target and isinstance(value, str):
        yield Reference(path, target, value)


@cache
def _fields(model: type[BaseModel]) -> dict[str, tuple[str, str | None]]:
    """Fields that may hold references: name -> (key in the file, target); plain scalars are left out."""
    found: dict[str, tuple[str, str | None]] = {}
    for name, field in model.model_fields.items():
        target = next((m.target for m in field.metadata if isinstance(m, Ref)), None) or _target(field.annotation)
        if target or holds_model(field.annotation):
            found[name] = (field.alias or name, target)
    return found


def _target(annotation: Any) -> str | None:  # noqa: ANN401 - typing's own annotations are Any
    for mark in getattr(annotation, "__metadata__", ()):
        if isinstance(mark, Ref):
            return mark.target
    return next((t for arg in get_args(annotation) if (t := _target(arg))), None)


def holds_model(annotation: Any) -> bool:  # noqa: ANN401 - as above
    """True where a field with this annotation is a model or holds some."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(holds_model(arg) for arg in get_args(annotation))
