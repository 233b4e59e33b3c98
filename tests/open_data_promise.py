"""The fields of version 1 of the open data as they were promised, and what breaks the promise.

Run as a program it writes the fields of today into the promise; it refuses to where one has gone or changed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HELD = Path(__file__).parent / "schemas/open-data.json"

Shapes = dict[str, dict[str, str]]
"""Types of fields in words, by name of the field, by dataset and record within it."""


def shapes() -> Shapes:
    """The fields of today."""
    from giamngheo.outlets.opendata.datasets import all_datasets  # noqa: PLC0415 - tests of this module need it not
    from giamngheo.outlets.opendata.items import OtherRecord  # noqa: PLC0415
    from giamngheo.outlets.opendata.schemas import dataset_schema  # noqa: PLC0415

    found: Shapes = {}
    for dataset in all_datasets():
        schema = dataset_schema(dataset, "")
        name = "*" if dataset.record is OtherRecord else dataset.name  # kinds without fields of their own are alike
        found[name] = _fields(schema)
        found |= {f"{name}/{inner}": _fields(fields) for inner, fields in schema["$defs"].items()}
    return dict(sorted(found.items()))


def broken(held: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]) -> list[str]:
    """What has gone or changed since; what has come breaks nothing."""
    faults = [f"{name}: mất" for name in held if name not in now]
    for name in held.keys() & now.keys():
        for field, kind in held[name].items():
            if field not in now[name]:
                faults.append(f"{name}.{field}: mất")
            elif now[name][field] != kind:
                faults.append(f"{name}.{field}: {kind} thành {now[name][field]}")
    return sorted(faults)


def _fields(schema: Mapping[str, Any]) -> dict[str, str]:
    required = set(schema.get("required", ()))
    return {
        name: _kind(field) + ("" if name in required else ", không bắt buộc")
        for name, field in sorted(schema["properties"].items())
    }


def _kind(field: Mapping[str, Any]) -> str:
    """The type without what may grow: lists of values, descriptions."""
    if "anyOf" in field:
        return " | ".join(sorted(_kind(one) for one in field["anyOf"]))
    if "$ref" in field:
        return str(field["$ref"]).rpartition("/")[2]
    if field.get("type") == "array":
        return f"[{_kind(field.get('items', {}))}]"
    return " ".join(filter(None, (str(field.get("type", "any")), field.get("format"), field.get("pattern"))))


if __name__ == "__main__":
    today = shapes()
    faults = broken(json.loads(HELD.read_text("utf-8")), today) if HELD.exists() else []
    if faults:
        sys.exit("\n".join(["Không ghi: lời hứa của v1 bị phá.", *faults]))
    HELD.write_text(json.dumps(today, ensure_ascii=False, indent=1) + "\n", "utf-8")
