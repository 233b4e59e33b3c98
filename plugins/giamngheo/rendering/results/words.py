"""Figures of a series in words: amounts, periods, kinds, and the sentence that reads a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.content.results.periods import SeriesPeriod
from giamngheo.content.results.series import Series
from giamngheo.content.results.values import Value
from giamngheo.ground.vietnamese import format_money, format_number
from giamngheo.rendering.figures import QUALIFIERS

KINDS = {"thuc-te": "thực tế", "ke-hoach": "kế hoạch, dự kiến"}
STATUSES = {"chinh-thuc": "chính thức", "so-bo": "sơ bộ", "uoc-tinh": "ước tính"}
MEASURES = {
    "ty-le": "tỷ lệ",
    "so-dem": "số đếm được",
    "tang-giam": "số tăng hoặc giảm",
    "khac": "số đo khác",
}
FREQUENCIES = {
    "nam": "mỗi năm một lần",
    "nua-nam": "sáu tháng một lần",
    "quy": "mỗi quý một lần",
    "thang": "mỗi tháng một lần",
    "khong-deu": "không đều kỳ",
}
NO_NUMBER = "chưa có số"


def number_words(series: Series, number: Decimal) -> str:
    """The number alone, a sum of money shortened where that is exact: "18.100", "1,93", "423 tỷ"."""
    if series.unit.startswith("đồng") and number == int(number):
        return format_money(int(number)).removesuffix(" đồng")
    return format_number(number)


def amount_text(series: Series, value: Value) -> str:
    """The number with its unit: "hơn 18.100 hộ", "1,93%", "423 tỷ đồng", "chưa có số"."""
    if value.number is None:
        return NO_NUMBER
    joint = "" if series.unit.startswith("%") else " "
    amount = f"{number_words(series, value.number)}{joint}{series.unit}"
    return f"{QUALIFIERS[value.qualifier]} {amount}" if value.qualifier else amount


def period_words(series: Series, period: SeriesPeriod) -> str:
    """When a value is true: "cuối năm 2024" for what is counted at the end, "năm 2024" for a total of the year."""
    is_day = period.kind == "ngay"
    return period.words if series.reckoned == "trong-ky" or is_day else f"cuối {period.words}"


def period_cell(period: SeriesPeriod) -> str:
    """A period in a table whose caption says the rest: "2024", "quý 3/2024"."""
    return str(period.start.year) if period.kind == "nam" else period.words


def kind_words(value: Value) -> str:
    """What sort of number it is: "kế hoạch, dự kiến", "thực tế, sơ bộ"."""
    return ", ".join(filter(None, (KINDS[value.kind], STATUSES.get(value.status, ""))))


def standard_name(series: Series, standard: str) -> str:
    """Name of a standard of the series."""
    return next((s.name for s in series.standards if s.id == standard), "")


def reading(series: PublicSeries, place: str) -> str:
    """What a chart of one place says, in a sentence or a few: first and last count, plans, conflicts."""
    points = [p for p in series.at(place) if p.shown]
    counted = [p for p in points if p.kind == "thuc-te"]
    sentences = [*_course(series, counted), *_plans(series, points)]
    return " ".join(f"{sentence[:1].upper()}{sentence[1:]}." for sentence in sentences)


def _course(series: PublicSeries, counted: Sequence[Point]) -> Iterator[str]:
    """From the first to the last count under one standard; each standard on its own, never compared."""
    for standard in dict.fromkeys(p.standard for p in counted):
        plain = [p for p in counted if p.standard == standard and not p.is_conflict]
        if plain and not series.is_unclear(standard):
            yield _from_to(series.item, plain)
        elif plain:
            yield "; ".join(_at(series.item, p) for p in plain)
    for point in counted:
        if point.is_conflict:
            yield conflict_words(series.item, point)


def _from_to(item: Series, points: Sequence[Point]) -> str:
    first, last = points[0], points[-1]
    if first is last:
        return _at(item, last)
    return f"{_at(item, first)}; {_at(item, last)}{_direction(first.shown[0].number, last.shown[0].number)}"


def _at(item: Series, point: Point) -> str:
    return f"{period_words(item, point.period)}: {amount_text(item, point.shown[0])}"


def _direction(first: Decimal | None, last: Decimal | None) -> str:
    if first is None or last is None or first == last:
        return ""
    return ", giảm" if last < first else ", tăng"


def _plans(series: PublicSeries, points: Sequence[Point]) -> Iterator[str]:
    for point in points:
        if point.kind == "ke-hoach":
            amounts = " hoặc ".join(amount_text(series.item, v) for v in point.shown)
            yield f"kế hoạch, dự kiến {period_words(series.item, point.period)}: {amounts}"


def conflict_words(item: Series, point: Point) -> str:
    """Say that sources disagree about a point, with each number."""
    amounts = " và ".join(amount_text(item, value) for value in point.shown)
    return f"{period_words(item, point.period)} các nguồn nói khác nhau: {amounts}"
