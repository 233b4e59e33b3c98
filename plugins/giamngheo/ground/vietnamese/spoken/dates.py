"""Days, months, quarters, years and times of day."""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.numbers import number_words
from giamngheo.ground.vietnamese.spoken.reading import Voice
from giamngheo.ground.vietnamese.spoken.rule import Rule, text_after, text_before

_DAY, _MONTH, _YEAR = r"(?:3[01]|[12][0-9]|0?[1-9])", r"(?:1[0-2]|0?[1-9])", r"[12][0-9]{3}"
_TO = r"\s?[-–]\s?"
_LEAD = r"(?<![\w./,])(?:(?:ngày|Ngày)\s+)?"
_END = r"(?![\w]|[/.,][0-9])"
_AS_NAMED = {4: "tư"}
_LAST_MUNG = 10

_FULL = rf"{_LEAD}(?P<day>{_DAY})(?P<s>[-/.])(?P<month>{_MONTH})(?P=s)(?P<year>{_YEAR}){_END}"
_ISO = rf"{_LEAD}(?P<year>{_YEAR})-(?P<month>1[0-2]|0[1-9])-(?P<day>3[01]|[12][0-9]|0[1-9]){_END}"
_DAYS = rf"{_LEAD}(?P<first>{_DAY}){_TO}(?P<day>{_DAY})/(?P<month>{_MONTH})(?:/(?P<year>{_YEAR}))?{_END}"
_SHORT = rf"{_LEAD}(?P<day>{_DAY})/(?P<month>{_MONTH}){_END}"
_LONG = rf"(?<!\w)(?P<lead>[Nn]gày)\s+(?P<day>{_DAY})(?=\s+(?:tháng|hằng|hàng)\s|\s*[;.)]|\s*$)"
_MONTHS = rf"(?<!\w)(?P<lead>[Tt]háng)\s+(?P<first>{_MONTH}){_TO}(?P<month>{_MONTH})(?:/(?P<year>{_YEAR}))?(?![\w/])"
_MONTH_YEAR = rf"(?<![\w./,])(?:(?P<lead>[Tt]háng)\s+)?(?P<month>{_MONTH})/(?P<year>{_YEAR}){_END}"
_ONE_MONTH = rf"(?<!\w)(?P<lead>[Tt]háng)\s+(?P<month>{_MONTH})(?![\w%/]|[.,][0-9])"
_QUARTER = rf"(?<!\w)(?P<lead>[Qq]uý)\s+(?P<quarter>IV|I{{1,3}}|[1-4])(?:/(?P<year>{_YEAR}))?(?!\w)"
_TWO_YEARS = rf"(?<![\w/])(?P<first>{_YEAR})/(?P<year>{_YEAR})(?![\w/])"
_HOUR, _MINUTE = r"(?:2[0-4]|1[0-9]|0?[0-9])", r"[0-5][0-9]"
_CLOCK = rf"(?<![\w.,/:])(?P<hour>{_HOUR})(?:\s?(?:h|g|giờ)\s?|:)(?P<minute>{_MINUTE})(?:\s?(?:phút|')|(?![\w:%]))"
_FULL_HOUR = rf"(?<![\w.,/])(?P<hour>{_HOUR})h(?!\w)"
_ALWAYS = r"(?<![\w/])24/7(?![\w/])"

_ROMAN_QUARTERS = {"I": 1, "II": 2, "III": 3, "IV": 4}
_DATE_BEFORE = re.compile(
    r"(?:^|\W)(?:ngày|từ|đến|hết|trước|sau|hạn|nộp|lễ|dịp|sáng|chiều|tối|trưa|đêm|hôm|và|kỷ niệm)\s*:?\s*$"
    r"|[0-9][-–]\s?$",
    re.IGNORECASE,
)
_DATE_AFTER = re.compile(rf"\s?[-–]\s?{_DAY}/{_MONTH}(?!\w)|\s+(?:hằng|hàng)\s+năm")
_COUNTED_AFTER = re.compile(r"\s+(?:triệu|nghìn|ngàn|tỷ|đồng|ki|kg|lít|con|người|hộ|lần|ngày|suất)(?!\w)")
_EVERY_BEFORE = re.compile(r"(?:mỗi|một|hằng|hàng|[0-9])\s+$", re.IGNORECASE)


def _say_full(match: re.Match[str], voice: Voice) -> str:
    return f"ngày {_day(match['day'], voice)} tháng {_month(match['month'], voice)}{_year(match, voice)}"


def _say_days(match: re.Match[str], voice: Voice) -> str | None:
    if int(match["first"]) >= int(match["day"]):
        return None
    return f"ngày {_day(match['first'], voice)} đến {_say_full(match, voice)}"


def _say_short(match: re.Match[str], voice: Voice) -> str | None:
    """A day without a year looks like a share ("12/15 hộ"): what stands around it decides."""
    is_day = match[0][0] in "nN" or _DATE_BEFORE.search(text_before(match)) or _DATE_AFTER.match(text_after(match))
    if not is_day:
        return None
    return f"ngày {_day(match['day'], voice)} tháng {_month(match['month'], voice)}"


def _say_long(match: re.Match[str], voice: Voice) -> str:
    return f"{match['lead']} {_day(match['day'], voice)}"


def _say_months(match: re.Match[str], voice: Voice) -> str:
    first, last = _month(match["first"], voice), _month(match["month"], voice)
    return f"{match['lead']} {first} đến tháng {last}{_year(match, voice)}"


def _say_month_year(match: re.Match[str], voice: Voice) -> str:
    return f"{match['lead'] or 'tháng'} {_month(match['month'], voice)}{_year(match, voice)}"


def _say_one_month(match: re.Match[str], voice: Voice) -> str | None:
    """Tell a month from a count: mỗi tháng 4 triệu đồng" names none."""
    if _COUNTED_AFTER.match(text_after(match)) or _EVERY_BEFORE.search(text_before(match)):
        return f"{match['lead']} {number_words(int(match['month']), voice.region)}"
    return f"{match['lead']} {_month(match['month'], voice)}"


def _say_quarter(match: re.Match[str], voice: Voice) -> str:
    quarter = _ROMAN_QUARTERS.get(match["quarter"]) or int(match["quarter"])
    return f"{match['lead']} {number_words(quarter)}{_year(match, voice)}"


def _say_two_years(match: re.Match[str], voice: Voice) -> str:
    return f"{number_words(int(match['first']), voice.region)} đến {number_words(int(match['year']), voice.region)}"


def _say_clock(match: re.Match[str], voice: Voice) -> str:
    hour, minute = number_words(int(match["hour"]), voice.region), int(match["minute"])
    return f"{hour} giờ {number_words(minute, voice.region)} phút" if minute else f"{hour} giờ"


def _say_full_hour(match: re.Match[str], voice: Voice) -> str:
    return f"{number_words(int(match['hour']), voice.region)} giờ"


def _say_always(_match: re.Match[str], voice: Voice) -> str:
    return f"{number_words(24, voice.region)} giờ một ngày, bảy ngày một tuần"


def _day(day: str, voice: Voice) -> str:
    words = number_words(int(day), voice.region)
    return f"mùng {words}" if int(day) <= _LAST_MUNG else words


def _month(month: str, voice: Voice) -> str:
    return _AS_NAMED.get(int(month)) or number_words(int(month), voice.region)


def _year(match: re.Match[str], voice: Voice) -> str:
    return f" năm {number_words(int(match['year']), voice.region)}" if match["year"] else ""


RULES = (
    Rule(_ALWAYS, _say_always),
    Rule(_FULL, _say_full),
    Rule(_ISO, _say_full),
    Rule(_DAYS, _say_days),
    Rule(_TWO_YEARS, _say_two_years),
    Rule(_MONTHS, _say_months),
    Rule(_MONTH_YEAR, _say_month_year),
    Rule(_ONE_MONTH, _say_one_month),
    Rule(_QUARTER, _say_quarter),
    Rule(_SHORT, _say_short),
    Rule(_LONG, _say_long),
    Rule(_CLOCK, _say_clock),
    Rule(_FULL_HOUR, _say_full_hour),
)
