"""Operators of pages, as PDF writes what is drawn (ISO 32000-1, annex A)."""

from __future__ import annotations

from collections.abc import Iterable

POINT = 72 / 25.4
"""Points of PDF in a millimetre."""


def number(value: float) -> str:
    """A number as PDF writes it, to a hundredth."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def numbers(values: Iterable[float]) -> str:
    """Numbers in a row."""
    return " ".join(map(number, values))


def scaled(across: float, up: float, x: float, y: float) -> str:
    """The operator that moves the origin to a place and draws what follows larger, upside down below 0."""
    return f"{across:.6f} 0 0 {up:.6f} {number(x)} {number(y)} cm"


def colour(value: str) -> str:
    """Parts of red, green and blue of a colour such as "#0b5d3b"."""
    return " ".join(f"{int(value[at : at + 2], 16) / 255:.3g}" for at in (1, 3, 5))


def path(strokes: Iterable[tuple[str, Iterable[float]]]) -> str:
    """Operators of strokes "M", "L", "C" or "Z", each with its coordinates."""
    signs = {"M": "m", "L": "l", "C": "c", "Z": "h"}
    return "\n".join(f"{numbers(values)} {signs[kind]}".lstrip() for kind, values in strokes)
