"""Bars that compare a few figures of one thing: from zero, each with its words, so that they read without a picture."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from giamngheo.rendering.figures import Link


class Bar(Struct, frozen=True):
    """One bar: when or where, the amount in words, and its length in percent of the longest."""

    label: str
    text: str
    share: str
    source: Link | None = None
    note: str = ""


class Bars(Struct, frozen=True):
    """Bars of one thing, in the order in which they are read."""

    label: str
    bars: tuple[Bar, ...]


class Amount(Struct, frozen=True):
    """What a bar is drawn from; `value` in the unit that all amounts of the chart share."""

    label: str
    value: Decimal
    text: str
    source: Link
    note: str = ""


def bars_of(label: str, amounts: Iterable[Amount]) -> Bars:
    """Draw amounts of one unit from zero; where all are zero no bar has a length."""
    amounts = tuple(amounts)
    longest = max((a.value for a in amounts), default=Decimal(0))
    return Bars(label, tuple(Bar(a.label, a.text, share(a.value, longest), a.source, a.note) for a in amounts))


def share(value: Decimal, longest: Decimal) -> str:
    """Length of a bar from zero, in percent of the longest: "62.5%"."""
    percent = max(Decimal(0), value / longest * 100) if longest > 0 else Decimal(0)
    return f"{percent.quantize(Decimal('0.1')):f}%"
