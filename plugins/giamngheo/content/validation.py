"""Turns what the schema rejects into problems with line, meaning and a way to mend.

Every field's errors are gathered in one pass; a doubled cause (a union tried twice) is shown once.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from giamngheo.content.nodes import Node
from giamngheo.content.scaffold import PLACEHOLDER
from giamngheo.ground.messages import MESSAGES
from giamngheo.ground.problems import Location, Problem

ModelT = TypeVar("ModelT", bound=BaseModel)

_UNKNOWN_OR_FIGURE = "ghi chua-co-so, hoặc một số liệu gồm label, value, unit, on, source ở các dòng dưới"
_WHOLE = "mục này"
"""What a message calls that which has no key: a record of a register, the settings."""

_SHAPES = {
    "model_type": ("một nhóm khóa thụt vào", "key: value ở các dòng dưới"),
    "model_attributes_type": ("một nhóm khóa thụt vào", "key: value ở các dòng dưới"),
    "tuple_type": ("một danh sách", "[y-te, hoc-tap]"),
}


def validate_node(model: type[ModelT], node: Node, file: str) -> tuple[ModelT | None, list[Problem]]:
    """Read `node` as `model`; returns None and every problem when it does not fit."""
    try:
        return model.model_validate(node.plain()), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    causes = [detail for detail in details if _is_cause(detail, node)] or details  # no file is lost without a word
    return None, [_problem(model, node, file, detail) for detail in causes]


def suggest(value: str, known: list[str], what: str) -> str:
    """Say what the editor probably meant, or list what is allowed where the list is short."""
    if close := get_close_matches(value, known, n=1, cutoff=0.6):
        return f"có phải ý là “{close[0]}”?"
    if len(known) <= 16:  # noqa: PLR2004 - what still fits on a line of a terminal
        return f"{what}: {', '.join(known)}"
    return "xem danh sách trong content/README.md"


def _is_cause(detail: ErrorDetails, node: Node) -> bool:
    """Tell each cause once: of "figure or chua-co-so" only the branch that the editor meant."""
    found = node.find(_path(detail, node))
    if detail["type"] == "too_short" and found and isinstance(found.value, list) and found.value:
        return False  # the list is short only because its parts were refused, each told on its own
    branch = next((str(p) for p in detail["loc"] if _is_branch(p)), None)
    if branch is None:
        return True
    meant = node.find(_path(detail, node))
    is_scalar = meant is not None and isinstance(meant.value, str) and detail["loc"][-1] == branch
    return is_scalar == branch.startswith("literal[")


def _is_branch(part: int | str) -> bool:
    """True for the marks pydantic adds to a location for the branches of a union."""
    return isinstance(part, str) and part.startswith(("literal[", "function-", "Figure"))


def _path(detail: ErrorDetails, node: Node) -> tuple[int | str, ...]:
    """Location without the marks pydantic adds for unions: only parts that name something in the file."""
    path: list[int | str] = []
    for part in detail["loc"]:
        if node.find((*path, part)) is not None:
            path.append(part)
    return tuple(path)


def _problem(model: type[BaseModel], node: Node, file: str, detail: ErrorDetails) -> Problem:
    path, kind = _path(detail, node), detail["type"]
    key = str(next((p for p in reversed(detail["loc"]) if isinstance(p, str) and not _is_branch(p)), _WHOLE))
    location = Location(file, node.line_of(path))
    found = node.find(path)
    if found is not None and isinstance(found.value, str) and found.value.startswith(PLACEHOLDER):
        return Problem("chua-dien", location, {"text": found.value})
    if kind in MESSAGES:
        values = {k: str(v) for k, v in detail.get("ctx", {}).items()}
        at = values.pop("at", None)  # the key to mend, where the rule is one of the whole group
        place = Location(file, node.line_of((*path, at))) if at else location
        return Problem(kind, place, {"key": key, **values})
    if kind == "missing" or (kind == "too_short" and found is not None and isinstance(found.value, str)):
        return _missing(model, node, location, path if path[-1:] == (key,) else (*path, key), key)
    if kind == "extra_forbidden":
        known = [field.alias or name for name, field in (_model_at(model, path[:-1])).model_fields.items()]
        return Problem("khoa-la", location, {"key": key, "hint": suggest(key, known, "các khóa dùng được ở đây")})
    return Problem(*_by_shape(detail, node, path, location, key))


def _missing(model: type[BaseModel], node: Node, location: Location, path: tuple[int | str, ...], key: str) -> Problem:
    owner = _model_at(model, path[:-1])
    meaning = next((f.description for n, f in owner.model_fields.items() if key in (n, f.alias)), None) or key
    left_empty = node.find(path)
    if left_empty is not None:
        location = Location(location.file, node.line_of(path))
    return Problem("de-trong" if left_empty else "thieu-khoa", location, {"key": key, "meaning": meaning})


def _by_shape(
    detail: ErrorDetails, node: Node, path: tuple[int | str, ...], location: Location, key: str
) -> tuple[str, Location, dict[str, str]]:
    kind, context = detail["type"], detail.get("ctx", {})
    value = node.find(path)
    shown = value.value if value and isinstance(value.value, str) else ""
    if kind == "literal_error" and value and not isinstance(value.value, str):
        return "kieu-sai", location, {"key": key, "expected": "một giá trị", "example": f"{key}: …"}
    if kind == "literal_error" and _is_branch(detail["loc"][-1]):
        return "gia-tri-la", location, {"key": key, "value": shown, "hint": _UNKNOWN_OR_FIGURE}
    if kind == "literal_error":
        known = [part.strip(" '") for part in str(context["expected"]).replace(" or ", ",").split(",")]
        return "gia-tri-la", location, {"key": key, "value": shown, "hint": suggest(shown, known, "chọn một trong")}
    if kind == "too_long":
        values = {"key": key, "length": str(context["actual_length"]), "limit": str(context["max_length"])}
        return "qua-dai", location, values
    if kind == "too_short":
        return "de-trong", location, {"key": key, "meaning": "ít nhất một giá trị"}
    expected, example = _SHAPES.get(kind, ("giá trị khác", "trong content/README.md"))
    return "kieu-sai", location, {"key": key, "expected": expected, "example": example}


def _model_at(model: type[BaseModel], path: tuple[int | str, ...]) -> type[BaseModel]:
    """Model that describes the mapping at `path`; falls back to the nearest one above."""
    for part in path:
        found = next((f for n, f in model.model_fields.items() if part in (n, f.alias)), None)
        model = (_model_in(found.annotation) if found else None) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - typing's own annotations are Any
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for arg in get_args(annotation) if (m := _model_in(arg))), None)
