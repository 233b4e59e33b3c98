"""Scalar types of the schema: each reads text and says in Vietnamese terms what is wrong with it.

Every scalar reaches the schema as the text that the editor typed. Pydantic's own reading is too lenient
for editors (it takes "1735689600" as a date), so each type here states its one accepted form.
An error is a `PydanticCustomError` whose type is a problem code of `ground.messages`.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated

from msgspec import Struct
from pydantic import BeforeValidator, PlainValidator, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from giamngheo.ground.characters import has_words
from giamngheo.ground.clock import VIETNAM
from giamngheo.ground.vietnamese import PartialDate, parse_partial_date, slugify

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_YEAR_DAY = re.compile(r"\d{2}-\d{2}", re.ASCII)
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", re.ASCII)
_LOOSE_DAY = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?", re.ASCII)
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,17})(\.\d{1,6})?", re.ASCII)
_IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#<>\"']+\.[^\s<>\"']+")
_OLD_ADDRESS = re.compile(r"/([a-z0-9][a-z0-9._-]*/)*", re.ASCII)
_DURATION = re.compile(r"(\d{1,3}):([0-5]\d)", re.ASCII)
_IDENTIFIER_MAX = 80
_ADDRESS_MAX, _ADDRESS_PART_MAX = 1000, 200
"""What file systems take, with room for what stands before and after: most take 4096 bytes in all, 255 in a part."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_COUNT_MAX = 3650
"""Ten years of days, or as many items as one list or feed may hold."""


class Ref(Struct, frozen=True):
    """Marks a field as the id of a register entry or of an item; the catalog checks that it exists."""

    target: str


def _problem(code: str, value: object, **values: str) -> PydanticCustomError:
    return PydanticCustomError(code, "{value}", {"value": str(value), **values})


def _text_of(value: object, expected: str, example: str) -> str:
    if not isinstance(value, str):
        raise PydanticCustomError("kieu-sai", "", {"expected": expected, "example": example})
    return value.strip()


def parse_day(value: object) -> date:
    """Read NĂM-THÁNG-NGÀY (ISO 8601 calendar date); anything else is the problem `ngay-sai`."""
    text = _text_of(value, "một ngày", "2025-01-31")
    if not _DAY.fullmatch(text):
        raise _problem("ngay-sai-dang", text, suggestion=_as_iso(text))
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _problem("ngay-sai", text) from None
    _check_year(day.year, text)
    return day


def _check_year(year: int, text: str) -> None:
    """Refuse a slip of the finger such as 0205 or 20255: no feed can carry it, and no policy is that old."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise _problem("nam-la", text, low=str(_FIRST_YEAR), high=str(_LAST_YEAR))


def _as_iso(text: str) -> str:
    """What the editor probably meant: 31/12/2025 and 31-12-2025 turned round, else an example."""
    if match := _VIETNAMESE_DAY.fullmatch(text):
        return f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}"
    if match := _LOOSE_DAY.fullmatch(text):
        return f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}"
    return "2025-01-31"


def parse_moment(value: object) -> datetime:
    """Read a day with an optional hour, Vietnamese time; the day alone means its first minute."""
    text = _text_of(value, "một thời điểm", "2025-01-31 08:30")
    match = _MOMENT.fullmatch(text)
    try:
        moment = datetime.fromisoformat(f"{match[1]}T{match[2] or '00:00'}") if match else None
    except ValueError:
        moment = None
    if moment is None:
        raise _problem("thoi-diem-sai", text)
    _check_year(moment.year, text)
    return moment.replace(tzinfo=VIETNAM)


def _parse_day_or_moment(value: object) -> date:
    """Read a day, or a day with its hour: the day alone means all of it."""
    text = _text_of(value, "một ngày hoặc ngày giờ", "2025-01-31 08:30")
    return parse_moment(text) if ":" in text or " " in text else parse_day(text)


def _parse_year_day(value: object) -> tuple[int, int]:
    text = _text_of(value, "một ngày trong năm", '"09-01"')
    try:
        day = date.fromisoformat(f"2024-{text}") if _YEAR_DAY.fullmatch(text) else None  # 2024 has a 29 February
    except ValueError:
        day = None
    if day is None:
        raise _problem("ngay-trong-nam-sai", text)
    return day.month, day.day


def _parse_partial(value: object) -> PartialDate:
    text = _text_of(value, "một ngày, tháng hoặc năm", "2025-01")
    try:
        day = parse_partial_date(text)
    except ValueError:
        raise _problem("thoi-gian-sai", text) from None
    _check_year(day.year, text)
    return day


def _parse_number(value: object) -> Decimal:
    text = _text_of(value, "một số", "1500000")
    if not _NUMBER.fullmatch(text):
        raise _problem("so-sai", text)
    return Decimal(text)


def _parse_flag(value: object) -> bool:
    text = _text_of(value, "true hoặc false", "true")
    if text not in {"true", "false"}:
        raise _problem("dung-sai-sai", text)
    return text == "true"


def _parse_whole(value: object) -> int:
    number = _parse_number(value)
    if number != int(number) or number < 0:
        raise _problem("so-sai", value)
    return int(number)


def _parse_count(value: object) -> int:
    number = _parse_whole(value)
    if not 1 <= number <= _COUNT_MAX:
        raise _problem("so-ngoai-khoang", value, low="1", high=str(_COUNT_MAX))
    return number


def _parse_duration(value: object) -> int:
    """Read minutes and seconds ("3:20"); seconds of it."""
    text = _text_of(value, "một thời lượng", '"3:20"')
    match = _DURATION.fullmatch(text)
    if not match or match[0].strip("0:") == "":
        raise _problem("thoi-luong-sai", text)
    return int(match[1]) * 60 + int(match[2])


def is_identifier(value: object) -> bool:
    """True for a text that can be an id."""
    return isinstance(value, str) and len(value) <= _IDENTIFIER_MAX and bool(_IDENTIFIER.fullmatch(value))


def _parse_identifier(value: object) -> str:
    text = _text_of(value, "một mã", "bao-hiem-y-te")
    if not is_identifier(text):
        raise _problem("ma-sai", text, suggestion=slugify(text)[:_IDENTIFIER_MAX].strip("-") or "bai-moi")
    return text


def _parse_web_address(value: object) -> str:
    text = _text_of(value, "một địa chỉ trang web", "https://chinhphu.vn/")
    if not _WEB_ADDRESS.fullmatch(text):
        raise _problem("lien-ket-ngoai-sai", text)
    return text


def _parse_old_address(value: object) -> str:
    text = _text_of(value, "một địa chỉ cũ", "/chinh-sach/ten-cu/")
    is_too_long = len(text) > _ADDRESS_MAX or any(len(part) > _ADDRESS_PART_MAX for part in text.split("/"))
    if text == "/" or ".." in text or is_too_long or not _OLD_ADDRESS.fullmatch(text):
        raise _problem("bi-danh-sai", text)
    return text


def _parse_text(value: object) -> str:
    text = _text_of(value, "một dòng chữ", '"Nội dung"')
    return text if has_words(text) else ""


def _parse_line(value: object) -> str:
    """Read a text that stands on one line everywhere: in lists, in feeds, on the loudspeaker."""
    return " ".join(_parse_text(value).split())


def _schema(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


Text = Annotated[str, BeforeValidator(_parse_text), StringConstraints(min_length=1, max_length=5000)]
Title = Annotated[str, BeforeValidator(_parse_line), StringConstraints(min_length=1, max_length=150)]
Summary = Annotated[str, BeforeValidator(_parse_line), StringConstraints(min_length=1, max_length=300)]
Day = Annotated[date, BeforeValidator(parse_day), _schema("string", format="date")]
Moment = Annotated[datetime, BeforeValidator(parse_moment), _schema("string")]
DayOrMoment = Annotated[datetime | date, BeforeValidator(_parse_day_or_moment), _schema("string")]
YearDay = Annotated[tuple[int, int], BeforeValidator(_parse_year_day), _schema("string", pattern="^[0-9]{2}-[0-9]{2}$")]
Partial = Annotated[PartialDate, PlainValidator(_parse_partial), _schema("string")]
Number = Annotated[Decimal, BeforeValidator(_parse_number), _schema("number")]
Whole = Annotated[int, BeforeValidator(_parse_whole), _schema("integer")]
Count = Annotated[int, BeforeValidator(_parse_count), _schema("integer", minimum=1)]
Duration = Annotated[int, BeforeValidator(_parse_duration), _schema("string", pattern="^[0-9]{1,3}:[0-5][0-9]$")]
Flag = Annotated[bool, BeforeValidator(_parse_flag), _schema("boolean")]
Identifier = Annotated[str, BeforeValidator(_parse_identifier), _schema("string", pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
WebAddress = Annotated[str, BeforeValidator(_parse_web_address), _schema("string", format="uri")]
OldAddress = Annotated[str, BeforeValidator(_parse_old_address), _schema("string")]

PlaceId = Annotated[Identifier, Ref("places")]
AgencyId = Annotated[Identifier, Ref("agencies")]
DocumentId = Annotated[Identifier, Ref("documents")]
TopicId = Annotated[Identifier, Ref("topics")]
PolicyId = Annotated[Identifier, Ref("policies")]
PlanId = Annotated[Identifier, Ref("plans")]
SeriesId = Annotated[Identifier, Ref("series")]
