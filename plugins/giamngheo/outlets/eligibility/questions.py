"""The questions of the finder: one for every fact that a rule may use, in plain words, with its answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.rendering.eligibility_conditions import AGE, NO, PLACE, VALUES, YES, Condition

UNKNOWN = "?"
"""Answer "Tôi không rõ": the question is not asked again, the fact stays unknown."""


class Option(Struct, frozen=True):
    """One answer."""

    value: str
    label: str


class Question(Struct, frozen=True):
    """A question as people hear it; `about` tells what stays when the next person of the household is looked up."""

    fact: str
    legend: str
    hint: str
    about: Literal["household", "person"]
    options: tuple[Option, ...]
    unknown: str = "Tôi không rõ"


CLASS_LABELS = {
    "ho-ngheo": "Hộ nghèo",
    "ho-can-ngheo": "Hộ cận nghèo",
    "ho-moi-thoat-ngheo": "Hộ mới thoát nghèo",
    "ho-muc-song-trung-binh": "Hộ có mức sống trung bình",
    "ho-khac": "Không thuộc các loại trên",
}
_LABELS: dict[str, dict[str, str]] = {
    "household": CLASS_LABELS,
    "area": {"nong-thon": "Nông thôn", "do-thi": "Thành thị"},
    "commune_class": {
        "dac-biet-kho-khan": "Xã đặc biệt khó khăn (còn gọi là xã khu vực III)",
        "bai-ngang": "Xã đặc biệt khó khăn vùng bãi ngang, ven biển, hải đảo",
        "thon-dac-biet-kho-khan": "Thôn, bản đặc biệt khó khăn, ở một xã khác",
        "xa-ngheo": "Xã nghèo",
        "khac": "Không nằm trong danh sách nào",
    },
    "disability": {
        "dac-biet-nang": "Khuyết tật đặc biệt nặng",
        "nang": "Khuyết tật nặng",
        "nhe": "Khuyết tật nhẹ",
        "khong": "Không khuyết tật",
    },
    "learner": {
        "mam-non": "Nhà trẻ, mẫu giáo",
        "tieu-hoc": "Tiểu học (lớp 1 đến lớp 5)",
        "thcs": "Trung học cơ sở (lớp 6 đến lớp 9)",
        "thpt": "Trung học phổ thông (lớp 10 đến lớp 12)",
        "hoc-nghe": "Học nghề",
        "dai-hoc": "Cao đẳng, đại học",
        "khong": "Không đi học",
    },
}
_WORDS: tuple[tuple[str, Literal["household", "person"], str, str], ...] = (
    (
        "household",
        "household",
        "Nhà bạn thuộc loại hộ nào?",
        "Xem giấy chứng nhận của Ủy ban nhân dân xã, phường, hoặc hỏi trưởng thôn.",
    ),
    (PLACE, "household", "Nhà bạn ở đâu?", "Có chính sách chỉ dành cho người ở một nơi."),
    ("area", "household", "Nhà bạn ở nông thôn hay thành thị?", "Thường thì xã là nông thôn, phường là thành thị."),
    (
        "commune_class",
        "household",
        "Xã, thôn của bạn có nằm trong danh sách nào dưới đây không?",
        "Không biết thì hỏi trưởng thôn hoặc cán bộ xã.",
    ),
    ("child_under_16", "household", "Trong nhà có trẻ dưới 16 tuổi không?", ""),
    (AGE, "person", "Người đó bao nhiêu tuổi?", "Tính tuổi tròn: đã qua sinh nhật mới được thêm một tuổi."),
    (
        "ethnic_minority",
        "person",
        "Người đó là người dân tộc thiểu số phải không?",
        "Các dân tộc không phải dân tộc Kinh.",
    ),
    ("learner", "person", "Người đó đang học gì?", ""),
    ("orphan", "person", "Người đó mồ côi phải không?", ""),
    (
        "disability",
        "person",
        "Người đó có khuyết tật không?",
        "Mức độ ghi trong giấy xác nhận khuyết tật. Chưa có giấy thì chọn “Tôi không rõ”.",
    ),
    ("worker", "person", "Người đó có cần việc làm, hoặc muốn học nghề không?", ""),
    ("pregnant_or_nursing", "person", "Người đó đang mang thai hoặc nuôi con nhỏ phải không?", ""),
    ("single_parent", "person", "Người đó đang một mình nuôi con phải không?", ""),
    ("has_pension", "person", "Người đó có lương hưu không?", ""),
    ("social_allowance", "person", "Người đó đang nhận trợ cấp xã hội hằng tháng phải không?", ""),
)
FACTS = tuple(fact for fact, *_ in _WORDS)
"""Every fact in the order in which it is asked: first the household, then one person of it."""


def questions_for(conditions: Sequence[Condition], places: Iterable[Option]) -> tuple[Question, ...]:
    """The class of household, and the questions that decide something for these conditions, in their order.

    Raises KeyError for a condition whose fact or answer has no question: a test holds both lists together.
    """
    asked = {"household", *(condition.fact for condition in conditions)} - {""}
    options = {PLACE: tuple(places), AGE: _age_bands(conditions)}
    known = {fact: Question(fact, legend, hint, about, ()) for fact, about, legend, hint in _WORDS}
    found = [
        replace(known[fact], options=options.get(fact) or _options(fact)) for fact in sorted(asked, key=FACTS.index)
    ]
    return tuple(found)


def _options(fact: str) -> tuple[Option, ...]:
    if fact not in VALUES:
        return (Option(YES, "Có"), Option(NO, "Không"))
    return tuple(Option(value, _LABELS[fact][value]) for value in VALUES[fact])


def _age_bands(conditions: Iterable[Condition]) -> tuple[Option, ...]:
    """Ages between which no rule draws a line; the value is the youngest age of the band."""
    ages = [c for c in conditions if c.fact == AGE]
    starts = {c.first for c in ages if c.first} | {c.last + 1 for c in ages if c.last is not None}
    edges = [0, *sorted(starts)]
    return tuple(
        Option(str(first), _band(first, after)) for first, after in zip(edges, [*edges[1:], None], strict=True)
    )


def _band(first: int, after: int | None) -> str:
    if after is None:
        return f"Từ {first} tuổi trở lên" if first else "Mọi tuổi"
    if not first:
        return f"Dưới {after} tuổi"
    return f"{first} tuổi" if after == first + 1 else f"Từ {first} đến {after - 1} tuổi"
