"""Tables of fields for people, from the JSON Schema of a dataset: one source for programs and for people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from giamngheo.outlets.opendata.views import FieldLine, FieldTable

_KINDS = {
    "string": "chữ",
    "integer": "số nguyên",
    "number": "số",
    "boolean": "đúng, sai",
    "null": "null",
    "object": "nhóm trường",
    "array": "danh sách",
}
_FORMATS = {"date": "ngày NĂM-THÁNG-NGÀY", "uri": "địa chỉ"}
_REF = "#/$defs/"
_TITLE_END = re.compile(r"[.,:;]")
"""A description begins with what the record is called."""


def field_tables(schema: Mapping[str, Any], record: str) -> tuple[FieldTable, ...]:
    """The table of the record, then those of the records within it, in the order in which they are met."""
    definitions: Mapping[str, Any] = schema["$defs"]
    names = [record]
    for name in names:  # grows while it is walked
        names += [n for n in dict.fromkeys(_named(definitions[name])) if n not in names]
    return tuple(_table(name, definitions[name], is_first=name == record) for name in names)


def _named(value: object) -> Iterator[str]:
    """Names of all definitions that a schema refers to."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "$ref":
                yield str(inner).removeprefix(_REF)
            yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)


def _table(name: str, schema: Mapping[str, Any], *, is_first: bool) -> FieldTable:
    about = " ".join(str(schema.get("description") or name).split())
    title = "Các trường của mỗi mục" if is_first else _TITLE_END.split(about, maxsplit=1)[0]
    lines = (_line(key, field, key in schema.get("required", ())) for key, field in schema["properties"].items())
    return FieldTable(anchor(name), title, about if title != about.rstrip(".") else "", tuple(lines))


def anchor(name: str) -> str:
    """Id of the table of a record."""
    return f"p_{name}"


def _line(name: str, field: Mapping[str, Any], is_required: bool) -> FieldLine:  # noqa: FBT001 - a fact, no switch
    kind = kind_words(field)
    table = next(iter(_named(field)), "")
    words = kind if is_required else f"{kind}; không có mặt khi không có giá trị"
    return FieldLine(name, words, anchor(table) if table else "", str(field.get("description", "")))


def kind_words(field: Mapping[str, Any]) -> str:
    """What a field holds, in words: "danh sách chữ", "ngày NĂM-THÁNG-NGÀY hoặc null"."""
    if "anyOf" in field:
        return " hoặc ".join(kind_words(one) for one in field["anyOf"])
    if "$ref" in field:
        return "nhóm trường"
    if "enum" in field or "const" in field:
        return "một trong: " + ", ".join(map(str, field.get("enum") or [field["const"]]))
    if field.get("type") == "array":
        return f"danh sách {kind_words(field.get('items', {}))}".strip()
    return _FORMATS.get(str(field.get("format", "")), _KINDS.get(str(field.get("type", "")), ""))
