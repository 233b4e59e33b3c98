"""Numbers as officials type them in tables: 1.93, 1,93, 24369, 1.057.374; what may mean two things is refused.

A point or comma before exactly three digits is a decimal sign for some and a mark of thousands for others. What is
counted in whole things can only mean thousands, a share only decimals; for anything else the editor must say.
"""

from __future__ import annotations

import re
from decimal import Decimal

from giamngheo.content.results.series import Measure

_SPACES = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_PLAIN = re.compile(r"0|[1-9]\d{0,17}", re.ASCII)
_ONE_SIGN = re.compile(r"(0|[1-9]\d{0,17})[.,](\d{1,6})", re.ASCII)
_GROUPED = (
    re.compile(r"([1-9]\d{0,2}(?:\.\d{3}){1,5})(?:,(\d{1,6}))?", re.ASCII),
    re.compile(r"([1-9]\d{0,2}(?:,\d{3}){1,5})(?:\.(\d{1,6}))?", re.ASCII),
)
"""Thousands marked as in Vietnamese, or as in English; one group alone has one sign and is read before."""

_GROUP = 3


class NumberFaultError(Exception):
    """`code` is a problem of `ground.messages`, `values` fill its gaps."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def parse_number(text: str, measure: Measure, unit: str) -> Decimal:
    """Read one value of a series; raises `NumberFaultError` for what is no number, or could be two."""
    typed = text.strip()
    bare = typed.removesuffix("%").rstrip() if unit.startswith("%") else typed
    sign = "-" if bare[:1] in {"-", "−"} else ""
    number = Decimal(sign + _unsigned(_SPACES.sub("", bare[len(sign) :]), measure, typed))
    _check_range(number, measure, unit, typed)
    return number


def _unsigned(text: str, measure: Measure, typed: str) -> str:
    if _PLAIN.fullmatch(text):
        return text
    if match := _ONE_SIGN.fullmatch(text):
        return _one_sign(match[1], match[2], measure, typed)
    for form in _GROUPED:
        if match := form.fullmatch(text):
            digits = re.sub(r"[.,]", "", match[1])
            return f"{digits}.{match[2]}" if match[2] else digits
    raise NumberFaultError("chuoi-so-sai", value=typed)


def _one_sign(whole: str, rest: str, measure: Measure, typed: str) -> str:
    may_be_thousands = len(rest) == _GROUP and whole != "0" and len(whole) <= _GROUP
    if may_be_thousands and measure in {"so-dem", "tang-giam"}:
        return whole + rest
    if may_be_thousands and measure == "khac":
        raise NumberFaultError("chuoi-so-mo-ho", value=typed, large=whole + rest, small=f"{whole}.{rest}0")
    return f"{whole}.{rest}"


def _check_range(number: Decimal, measure: Measure, unit: str, typed: str) -> None:
    if measure in {"so-dem", "tang-giam"} and number != int(number):
        raise NumberFaultError("chuoi-so-le", value=typed)
    if measure in {"so-dem", "ty-le"} and number < 0:
        raise NumberFaultError("chuoi-so-am", value=typed)
    if measure == "ty-le" and unit.startswith("%") and number > 100:  # noqa: PLR2004 - of a hundred
        raise NumberFaultError("so-ngoai-khoang", value=typed, low="0", high="100")
