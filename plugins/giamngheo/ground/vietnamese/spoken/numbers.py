"""Numbers in words, with the changes of sound of the spoken language: mốt, lăm, tư, linh.

Own code: num2words 0.5.14 reads 1,5 as "một phẩy năm mươi", 4,06 as "bốn phẩy sáu", -5 as "mười lăm" and 2021 as
"hai nghìn lẻ hai mươi mốt"; vietnam-number 1.0.6 reads "1,5" as "mười lăm" and knows no region.
"""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.reading import Region

NUMBER = r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,][0-9]+)?)(?![0-9])"
"""A number as written in Vietnamese; a dot before other than three digits counts as a decimal comma."""

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_GROUPS = ("", "nghìn", "triệu")
_BILLION = 10**9
_TEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 20, 100, 1000
_FOUR, _FIVE = 4, 5
_LONGEST = 18
"""Digits of the longest number read as a number; a longer one is an account or a code, read digit by digit."""
_DECIMALS_AS_NUMBER = 3
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?")


def number_words(number: int, region: Region = "bac") -> str:
    """Return a number from 0 on in words. Never raises for numbers below 10^27.

    >>> number_words(1_000_005)
    'một triệu không trăm linh năm'
    """
    if number >= _BILLION:
        whole, rest = divmod(number, _BILLION)
        tail = _below_billion(rest, region, is_tail=True) if rest else ""
        return f"{number_words(whole, region)} tỷ {tail}".rstrip()
    return _below_billion(number, region, is_tail=False) or DIGITS[0]


def digit_words(digits: str) -> str:
    """Read digit by digit: "0204" gives "không hai không bốn"."""
    return " ".join(DIGITS[int(digit)] for digit in digits)


def written_words(written: str, region: Region) -> str:
    """Read a number as it stands written (`NUMBER`): "1.500.000", "4,06", "05".

    Decimals: zeros before them one by one, up to three digits as a number, more digit by digit.
    """
    if _THOUSANDS.fullmatch(written):
        written = written.replace(".", "")
    whole, point, decimals = _split(written)
    words = _whole_words(whole, region)
    if not point:
        return words
    if point == "." and decimals == "0":  # "công nghiệp 4.0" is a name
        return f"{words} chấm không"
    return f"{words} phẩy {_decimal_words(decimals, region)}"


def _split(written: str) -> tuple[str, str, str]:
    for point in (",", "."):
        whole, found, decimals = written.partition(point)
        if found:
            return whole, point, decimals
    return written, "", ""


def _whole_words(digits: str, region: Region) -> str:
    is_code = len(digits) > len("00") and digits.startswith("0")
    if is_code or len(digits) > _LONGEST:
        return digit_words(digits)
    return number_words(int(digits), region)


def _decimal_words(digits: str, region: Region) -> str:
    rest = digits.lstrip("0")
    if len(digits) > _DECIMALS_AS_NUMBER or len(digits) - len(rest) == len(digits):
        return digit_words(digits)
    if len(digits) == _DECIMALS_AS_NUMBER and digits != rest:
        return digit_words(digits)
    zeros = [DIGITS[0]] * (len(digits) - len(rest))
    return " ".join([*zeros, number_words(int(rest), region)])


def _below_billion(number: int, region: Region, *, is_tail: bool) -> str:
    parts: list[str] = []
    for power in (2, 1, 0):
        group = number // _THOUSAND**power % _THOUSAND
        if group:
            name = "ngàn" if power == 1 and region == "nam" else _GROUPS[power]
            parts += [_three_digits(group, region, is_tail=is_tail or bool(parts)), name]
    return " ".join(part for part in parts if part)


def _three_digits(number: int, region: Region, *, is_tail: bool) -> str:
    hundreds, rest = divmod(number, _HUNDRED)
    if not hundreds and not is_tail:
        return _two_digits(rest, region)
    words = [DIGITS[hundreds], "trăm"]
    if 0 < rest < _TEN:
        words += ["lẻ" if region == "nam" else "linh", DIGITS[rest]]
    elif rest:
        words.append(_two_digits(rest, region))
    return " ".join(words)


def _two_digits(number: int, region: Region) -> str:
    tens, unit = divmod(number, _TEN)
    if not tens:
        return DIGITS[unit]
    words = ["mười"] if number < _TWENTY else [DIGITS[tens], "mươi"]
    if unit:
        words.append(_unit_after_tens(tens, unit, region))
    return " ".join(words)


def _unit_after_tens(tens: int, unit: int, region: Region) -> str:
    if unit == _FIVE:
        return "lăm"
    if tens > 1 and unit == 1:
        return "mốt"
    return "tư" if tens > 1 and unit == _FOUR and region == "bac" else DIGITS[unit]
