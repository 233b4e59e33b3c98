"""Quantities: numbers with their units and rates, shares, ranges, telephone numbers."""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.numbers import DIGITS, NUMBER, digit_words, number_words, written_words
from giamngheo.ground.vietnamese.spoken.reading import Voice
from giamngheo.ground.vietnamese.spoken.rule import Rule, text_after, text_before

_UNITS = {
    "%": "phần trăm", "‰": "phần nghìn", "km": "ki lô mét", "m": "mét", "cm": "xăng ti mét", "mm": "mi li mét",
    "km2": "ki lô mét vuông", "m2": "mét vuông", "cm2": "xăng ti mét vuông", "m3": "mét khối",
    "cm3": "xăng ti mét khối",
    "km²": "ki lô mét vuông", "m²": "mét vuông", "cm²": "xăng ti mét vuông", "m³": "mét khối", "ha": "héc ta",
    "kg": "ki lô gam", "g": "gam", "mg": "mi li gam", "l": "lít", "ml": "mi li lít", "kWh": "ki lô oát giờ",
    "kW": "ki lô oát", "W": "oát", "V": "vôn", "°C": "độ xê", "ºC": "độ xê", "°": "độ", "đ": "đồng", "VNĐ": "đồng",
    "VND": "đồng", "vnđ": "đồng", "USD": "đô la Mỹ", "k": "nghìn", "tr": "triệu", "GB": "ghi ga bai",
    "MB": "mê ga bai", "Mbps": "mê ga bít một giây", "mAh": "mi li ăm pe giờ",
}  # fmt: skip
_PER = {
    "người", "tháng", "năm", "hộ", "ngày", "tuần", "quý", "khóa", "con", "lần", "lượt", "giờ", "phút", "học", "suất",
    "buổi", "cây", "nhà", "căn", "sào", "vụ", "lít", "tấn", "tạ", "trẻ", "em", "tiết", "kỳ", "đợt", "chuyến", "món",
    "loại", "thành", "lao", "số", "nhóm", "tổ", "lớp", "xã", "thôn", "gia",
}  # fmt: skip
"""First syllable of what a rate is counted by: "đồng/người", "đồng/thành viên"."""

_PER_UNITS = {u: _UNITS[u] for u in ("km", "kg", "ha", "m", "m2", "m²", "m3", "m³", "kWh", "l")} | {
    "h": "giờ",
    "s": "giây",
}
_RATED = {
    "đồng", "triệu", "tỷ", "nghìn", "ngàn", "%", "lần", "buổi", "người", "hộ", "con", "đàn", "suất", "tiết", "lít",
    "tấn", "tạ", "công", "cây", "phiếu", "lượt", "ngày", "tháng", "năm", "giờ", "khóa", "yến", "số", "điểm",
    *_UNITS,
}  # fmt: skip
"""What stands before the slash of a rate; "xã/phường" is a choice, not a rate."""

_SHARED = re.compile(
    r"\s+(?:số|diện tích|dân số|tổng|giá|mức|kinh phí|lương|thời gian|chi phí|quãng đường|thu nhập)(?!\w)"
)
_PHONE_BEFORE = re.compile(
    r"(?:gọi|tổng đài|nóng|hotline|điện thoại|đt|sđt|số máy|zalo)\s*:?\s*(?:số\s*)?$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"[^\W\d_]+[23²³]?$|[%°]$")
_FIRST_WORD = re.compile(r"[^\W\d_]+[23²³]?")
_UNIT = "|".join(re.escape(unit) for unit in sorted(_UNITS, key=len, reverse=True))

_PHONE = (
    r"(?<![\w.,/-])(?P<digits>\(?0[0-9]{2,3}\)?[ .-][0-9]{3,4}[ .-][0-9]{3,4}"
    r"|1[89]00[ .-]?[0-9]{3,6}(?:[ .][0-9]{2,4})?|0[0-9]{9,10})(?![\w/]|[.,][0-9])"
)
_SHORT_PHONE = r"(?<![\w.,/-])(?P<digits>[0-9]{3,8})(?![\w/%]|[.,][0-9])"
_SHARE = r"(?<![\w./,])(?P<part>[0-9]{1,3})/(?P<whole>[0-9]{1,4})(?![\w/]|[.,][0-9])"
_MINUS = r"(?<![\w\s)%])[-−](?=[0-9])|(?<![^\s(])[-−](?=[0-9])"
_RANGE = r"(?<=[0-9%hđ])\s?[-–]\s?(?=[0-9])"
_QUANTITY = rf"(?P<number>{NUMBER})(?:\s?(?P<unit>{_UNIT})(?!\w))?"
_PERCENT = r"[%‰]"


def _say_phone(match: re.Match[str], voice: Voice) -> str:  # noqa: ARG001 - every rule is given the voice
    return ", ".join(digit_words(group) for group in re.findall("[0-9]+", match["digits"]))


def _say_short_phone(match: re.Match[str], voice: Voice) -> str | None:
    return _say_phone(match, voice) if _PHONE_BEFORE.search(text_before(match)) else None


def _say_share(match: re.Match[str], voice: Voice) -> str:
    part, whole = int(match["part"]), int(match["whole"])
    is_fraction = part < whole < len(DIGITS) and _SHARED.match(text_after(match))
    joint = "phần" if is_fraction else "trên"
    return f"{number_words(part, voice.region)} {joint} {number_words(whole, voice.region)}"


def _say_minus(_match: re.Match[str], _voice: Voice) -> str:
    return "âm "


def _say_range(_match: re.Match[str], _voice: Voice) -> str:
    return " đến "


def _say_quantity(match: re.Match[str], voice: Voice) -> str:
    words = written_words(match["number"], voice.region)
    unit = _UNITS.get(match["unit"] or "", "")
    if unit == "nghìn" and voice.region == "nam":
        unit = "ngàn"
    before = match.string[match.start() - 1 : match.start()]
    return f"{' ' if before.isalpha() else ''}{words} {unit}".rstrip()


def _say_slash(match: re.Match[str], _voice: Voice) -> str:
    left, right = _LAST_WORD.search(text_before(match)), _FIRST_WORD.match(text_after(match))
    last, first = left[0] if left else "", match["unit"] or (right[0] if right else "")
    if last == "và" and first == "hoặc":
        return " "
    is_rate = last in _RATED and (first in _PER or first in _PER_UNITS or last in {"đồng", "đ", "%"})
    if not is_rate:
        return f", {match['unit'] or ''}"
    return f" một {_PER_UNITS.get(match['unit'] or '', '')}"


def _say_percent(match: re.Match[str], _voice: Voice) -> str:
    return f" {_UNITS[match[0]]}"


_SLASH = rf"(?<=\S)\s?/\s?(?:(?P<unit>{'|'.join(sorted(_PER_UNITS, key=len, reverse=True))})(?!\w)|(?=\w))"
PHONES = (Rule(_PHONE, _say_phone), Rule(_SHORT_PHONE, _say_short_phone))
RULES = (
    Rule(_SHARE, _say_share),
    Rule(_MINUS, _say_minus),
    Rule(_RANGE, _say_range),
    Rule(_QUANTITY, _say_quantity),
    Rule(_SLASH, _say_slash),
    Rule(_PERCENT, _say_percent),
)
