"""What pages show of a series at one place: a chart with its sentence, the table beside it, what must be said."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.content.register_schema import Place
from giamngheo.content.results.values import Value
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.rendering.figures import Link
from giamngheo.rendering.results.charts import Charts
from giamngheo.rendering.results.words import (
    amount_text,
    conflict_words,
    kind_words,
    period_cell,
    period_words,
    reading,
    standard_name,
)

_FEW = 4
"""Periods that are named one by one."""


class ValueRow(Struct, frozen=True):
    """One published value as read; `sort` tells counted from planned and how final it is."""

    period: str
    text: str
    sort: str
    source: Link
    published: str
    note: str
    is_plan: bool
    is_conflict: bool


class PlaceBlock(Struct, frozen=True):
    """A series at one place; `chart` is safe SVG or "" where one period alone is known."""

    anchor: str
    name: str
    page: str
    """Address of the page of the place, "" where it has none."""
    now: str
    chart: str
    reading: str
    warnings: tuple[str, ...]
    rows: tuple[ValueRow, ...]


class LatestFigure(Struct, frozen=True):
    """The last count of a series at a place, for pages that show many."""

    series: Link
    text: str
    when: str
    sources: tuple[Link, ...]
    warning: str = ""


def place_block(catalog: Catalog, series: PublicSeries, place_id: str, charts: Charts) -> PlaceBlock:
    """Everything about one place of a series."""
    place = catalog.places.get(place_id)
    name = place_name(catalog, place_id)
    points = series.at(place_id)
    return PlaceBlock(
        anchor=place_id,
        name=name[:1].upper() + name[1:],
        page=f"/dia-ban/{place_id}/" if catalog.in_place(place_id) else "",
        now=", ".join(p.full_name for p in catalog.now_called(place)) if place else "",
        chart=charts.chart(series, place_id, name),
        reading=reading(series, place_id),
        warnings=tuple(_warnings(series, place, points)),
        rows=tuple(row for point in points for row in _rows(catalog, series, point)),
    )


def latest_figures(catalog: Catalog, place_id: str) -> Iterator[LatestFigure]:
    """Yield the last count of each series at exactly this place."""
    for series in catalog.results_in(place_id):
        point = series.latest(place_id)
        if point is not None:
            yield LatestFigure(
                series=Link(series.item.title, f"{series.address}#{place_id}"),
                text=" hoặc ".join(amount_text(series.item, v) for v in point.shown),
                when=period_words(series.item, point.period),
                sources=tuple(dict.fromkeys(source_of(catalog, series, v) for v in point.shown)),
                warning="các nguồn nói khác nhau" if point.is_conflict else "",
            )


def place_name(catalog: Catalog, place_id: str) -> str:
    """A place with the one above it, because names repeat: "huyện Trạm Tấu, tỉnh Yên Bái", "tỉnh Ninh Bình (cũ)"."""
    chain = catalog.above(place_id)
    if not chain:
        return place_id
    if chain[0].level == "quoc-gia":
        return "cả nước"
    own = chain[0].full_name
    is_namesake = own in {p.full_name for p in catalog.now_called(chain[0])}
    above = (p.full_name for p in chain[1:2] if p.level != "quoc-gia")
    return ", ".join([f"{own} (cũ)" if is_namesake else own, *above])


def source_of(catalog: Catalog, series: PublicSeries, value: Value) -> Link:
    """Who says so: a source of the series, or a document of the register."""
    for source in series.item.sources:
        if source.id == value.source:
            return Link(source.publisher, source.url or "")
    document = catalog.documents.get(value.source)
    return Link(document.number, f"/van-ban/{document.id}/") if document else Link(value.source)


def _rows(catalog: Catalog, series: PublicSeries, point: Point) -> Iterator[ValueRow]:
    for value in point.values:
        yield ValueRow(
            period=period_cell(value.period),
            text=amount_text(series.item, value),
            sort=kind_words(value),
            source=source_of(catalog, series, value),
            published=_published(series, value),
            note=value.note,
            is_plan=value.kind == "ke-hoach",
            is_conflict=point.is_conflict and value in point.current,
        )


def _published(series: PublicSeries, value: Value) -> str:
    """When the number was published: as the row says, else the day of its source; "" where neither is known."""
    source = next((s for s in series.item.sources if s.id == value.source), None)
    day = value.on or (source.date if source else None)
    return format_partial(day) if day else ""


def _warnings(series: PublicSeries, place: Place | None, points: tuple[Point, ...]) -> Iterator[str]:
    """What a reader must know before comparing numbers of this place."""
    item = series.item
    for point in points:
        if point.is_conflict:
            words = _capital(conflict_words(item, point))
            yield f"{words}. Cổng chưa biết số nào đúng nên để cả hai, không lấy số ở giữa."
    yield from _on_standards(series, [p for p in points if p.shown])
    if place and place.from_ and any(p.period.end < place.from_ for p in points):
        yield f"Số của những năm trước được nguồn tính theo địa giới có từ {format_day(place.from_)}."


def _on_standards(series: PublicSeries, points: list[Point]) -> Iterator[str]:
    """Say which periods of a place were counted by which standard, where that forbids to compare them."""
    periods: dict[str, list[str]] = {}
    for point in sorted(points, key=lambda p: p.period):
        periods.setdefault(point.standard, []).append(period_cell(point.period))
    if len(periods) > 1:
        names = ((standard_name(series.item, s), _span(list(dict.fromkeys(p)))) for s, p in periods.items())
        parts = "; ".join(f"{when} theo “{name}”" for name, when in names)
        yield f"Không so số đếm theo chuẩn này với số đếm theo chuẩn khác: {parts}."
    elif len(points) > 1 and series.is_unclear(points[0].standard):
        yield "Nguồn không nói rõ các số này có đếm theo cùng một chuẩn không, nên không nối và không so."


def _span(periods: list[str]) -> str:
    """A few periods by name, of many the first and the last."""
    return ", ".join(periods) if len(periods) <= _FEW else f"{periods[0]} đến {periods[-1]}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
