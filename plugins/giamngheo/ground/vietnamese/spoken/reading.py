"""How a text is to be read: the region whose words are used, and what abbreviations stand for."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Region = Literal["bac", "nam"]
"""`bac`: nghìn, linh, hai mươi tư. `nam`: ngàn, lẻ, hai mươi bốn."""


class Reading(Struct, frozen=True):
    """A way of reading; `abbreviations` are (short form, full form), those of this package come on top."""

    region: Region = "bac"
    abbreviations: tuple[tuple[str, str], ...] = ()


class Voice(Struct):
    """One reading under way: the region, full forms, and the acronyms met that had to be spelled."""

    region: Region
    full_forms: dict[str, str]
    spelled: dict[str, None] = field(default_factory=dict)
