"""How large the file of a dataset will be, for people: told on a page that is laid out before the file is written."""

from __future__ import annotations

from decimal import Decimal

from giamngheo.ground.vietnamese import format_number
from giamngheo.outlets.opendata.files import head_of
from giamngheo.outlets.opendata.record import Filled, Material

_SAMPLE = 12
_KILO = 1000


def size_words(material: Material, one: Filled) -> str:
    """Return "khoảng 1,2 MB": from the records, of many from some at equal distances; two digits are told."""
    step = max(1, len(one.rows) // _SAMPLE)
    sample = one.rows[::step]
    measured = sum(len(row.make().model_dump_json(by_alias=True).encode()) + 2 for row in sample)
    return _words(len(head_of(material, one)) + measured * len(one.rows) // max(1, len(sample)))


def _words(size: int) -> str:
    kilobytes = max(1, round(size / _KILO))
    if kilobytes < _KILO:
        unit = 10 ** max(0, len(str(kilobytes)) - 2)
        return f"khoảng {round(kilobytes / unit) * unit} KB"
    return f"khoảng {format_number(Decimal(f'{size / _KILO / _KILO:.1f}'))} MB"
