"""A child told apart from others: by name, age, school or misfortune (Luật Trẻ em 2016, Art. 6 and 21).

Rules that speak of children in general ("trẻ em dưới 16 tuổi", "mỗi cháu mẫu giáo") tell of no child.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from giamngheo.content.privacy.capitals import UPPER
from giamngheo.content.privacy.findings import Mention
from giamngheo.content.privacy.names import NameMention
from giamngheo.content.privacy.prose import Prose, matches_from

_CHILD = re.compile(
    r"(?<![\w])(?:(?:đứa )?cháu(?: bé| trai| gái| nội| ngoại){0,2}|em bé|bé(?: gái| trai)?"
    r"|(?:em|cháu) học sinh"
    r"|(?:một|nữ|nam|bạn)(?: em)? học sinh|con (?:trai|gái|út|đầu|lớn|thứ)(?: út| đầu| lớn| nhỏ| hai| ba)?"
    r"|đứa (?:con|trẻ|bé)(?: út| đầu| lớn| nhỏ)?|em (?:trai|gái)|em)(?!\w)"
)
_CHILD_WORDS = ("cháu", "em", "bé", "đứa ", "con ", "một ", "nữ ", "nam ", "bạn ")  # with which it begins
_GENERAL_BEFORE = re.compile(r"(?:các|những|mọi|mỗi|từng|nhiều|số|cho|\d\d+|con|chị|anh|trẻ|nhỏ|bà|đàn|nữ) $")
_FEW_BEFORE = re.compile(r"(?:hai|ba|bốn|năm|sáu|\d) $")
_AGE = re.compile(
    r"(?<![\d\-/])(?<!dưới )(?<!trên )(?<!từ )(?<!đến )(?<!đủ )(?<!quá )(?<!khi )"
    r"(\d{1,2}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (tháng )?tuổi"
    r"|(?<!\w)lên (?:ba|bốn|năm|sáu|bảy|tám|\d)(?!\w)"
)
_SCHOOL = re.compile(
    rf"(?i:lớp \d{{1,2}})[A-Z]\d?(?!\w)|(?i:trường )(?:[^\W\d_]+ ){{0,6}}?(?:[{UPPER}][^\W\d_]+ )[{UPPER}]"
)
_CLASS = re.compile(r"lớp \d{1,2}(?!\w)|lớp (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|lá|mầm|chồi)(?!\w)|là học sinh")
_MISFORTUNE = re.compile(
    r"mồ côi|khuyết tật|bại não|bệnh|suy dinh dưỡng|bỏ học|nghỉ học|thất học|bỏ rơi|xâm hại|bạo hành|tảo hôn"
    r"|lấy chồng|mổ tim|bẩm sinh|tự kỷ|câm|điếc|mù |da cam|bán trú|tàn tật|tâm thần|nghèo"
)
_RULE = re.compile(
    r"theo quy định|được (?:hưởng|trợ giúp|miễn|cấp|hỗ trợ|vay|giảm)|nếu |trường hợp|đối tượng|mức |tỷ lệ"
    r"|chính sách|điều kiện|suất |phải được|quyền |chương trình"
)
_ADULT_AGE = 18
_REACH = 250  # characters to either side, or up to as many more; a longer sentence tells of something else by then
_AGE_REACH = 80
_ALWAYS_CHILD = re.compile(r"cháu|bé|em bé|em học sinh|đứa (?:cháu|bé|trẻ)")


class _Context(NamedTuple):
    """Whether a sentence names a school or class, or a misfortune where no rule is told."""

    school: bool
    hardship: bool


def find_children(prose: Prose, names: Sequence[NameMention]) -> Iterator[Mention]:
    """Each word for one particular child, with the name right after it if there is one."""
    named = {name.start: name for name in names}

    @cache  # a megabyte of "cháu" without a full stop is read once, not once a word
    def tells(start: int, end: int) -> _Context:
        return _read_context(prose, start, end)

    for match in matches_from(_CHILD_WORDS, _CHILD, prose.lower, prose.lower):
        name = named.get(match.end() + 1)
        if _is_general(prose, match, is_named=name is not None):
            continue
        if _is_recognisable(prose, match, name, tells):
            yield Mention("tre-em", match.start(), name.end if name else match.end())


def _is_general(prose: Prose, match: re.Match[str], *, is_named: bool) -> bool:
    """Pass over "các cháu", "con cháu", "chị em" and a bare "em": they speak of no single child."""
    if is_named:
        return False
    return match.group() == "em" or bool(_GENERAL_BEFORE.search(prose.before(match.start(), 8)))


def _is_recognisable(
    prose: Prose, match: re.Match[str], name: NameMention | None, tells: Callable[[int, int], _Context]
) -> bool:
    """Ask for a private name, an age or a school; a misfortune counts only where no rule is told."""
    start, end = _around(prose, match.start())
    age = _first_age(prose.lower, match.end(), min(end, match.end() + _AGE_REACH))
    if age is not None and age >= _ADULT_AGE:
        return False
    if name and not name.is_allowed and _ALWAYS_CHILD.match(match.group()):
        return True
    context = tells(start, end)
    if age is not None or context.school:
        return True
    return context.hardship and not _FEW_BEFORE.search(prose.before(match.start(), 6))


def _around(prose: Prose, place: int) -> tuple[int, int]:
    """Give the sentence around a place; of a long one some blocks, the same for all places of one block."""
    block = place - place % _REACH
    start = max(prose.sentence_start(place), block - _REACH)
    return start, min(prose.sentence_end(place), block + 2 * _REACH)


def _read_context(prose: Prose, start: int, end: int) -> _Context:
    sentence = prose.lower[start:end]
    hardship = not _RULE.search(sentence) and bool(_CLASS.search(sentence) or _MISFORTUNE.search(sentence))
    return _Context(bool(_SCHOOL.search(prose.text, start, end)), hardship)


def _first_age(lower: str, start: int, end: int) -> int | None:
    window = lower[start:end]
    if "tuổi" not in window and "lên " not in window:
        return None
    age = _AGE.search(lower, start, end)
    return _years(age) if age else None


def _years(age: re.Match[str]) -> int:
    number, months = age.group(1), age.group(2)
    if number is None or months or not number.isdecimal():
        return 0
    return int(number)
