"""The page of one series: what is counted and what is not, look-alikes, each place with chart and table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from msgspec.structs import replace

from giamngheo.catalog import Catalog
from giamngheo.catalog.results import PublicSeries
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.outlets.results.views import SeriesView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.results import Charts, PlaceBlock, place_block
from giamngheo.rendering.results.blocks import place_name
from giamngheo.rendering.results.words import FREQUENCIES, MEASURES, conflict_words

MOST_CHARTS = 12
"""Charts of one page, about 600 bytes each; places after them have their table, and their chart on their own page."""


def series_view(catalog: Catalog, series: PublicSeries, charts: Charts) -> SeriesView:
    """Everything that the page of a series shows."""
    item = series.item
    return SeriesView(
        id=item.id,
        summary=item.summary,
        unit=item.unit,
        when="số lúc hết kỳ" if item.reckoned == "cuoi-ky" else "số cả kỳ",
        checked=format_day(item.last_checked),
        checked_iso=item.last_checked.isoformat(),
        is_stale=catalog.today - item.last_checked > timedelta(days=catalog.settings.stale_after_days),
        facts=tuple((label, links) for label, links in _facts(catalog, series) if links),
        unlike=tuple(_unlike(catalog, series)),
        conflicts=tuple(_conflicts(catalog, series)),
        places=tuple(_places(catalog, series, charts)),
        sources=tuple(_sources(series)),
        changes=tuple((format_day(change.date), change.note) for change in item.changes),
        downloads=_downloads(series),
        author=item.author,
    )


def _facts(catalog: Catalog, series: PublicSeries) -> Iterator[tuple[str, tuple[Link, ...]]]:
    item = series.item
    reckoned = "đếm lúc hết kỳ" if item.reckoned == "cuoi-ky" else "tính cho cả kỳ"
    yield "Số này đếm gì", (Link(item.counts),)
    yield "Không đếm gì", (Link(item.excludes),) if item.excludes else ()
    yield "Ai đếm", (Link(item.by),)
    yield "Đơn vị", (Link(f"{item.unit} ({MEASURES[item.measure]})"),)
    yield "Bao lâu một lần", (Link(f"{FREQUENCIES[item.frequency]}, {reckoned}"),)
    documents = ((s, catalog.documents.get(s.document or "")) for s in item.standards)
    yield "Theo chuẩn", tuple(Link(s.name, f"/van-ban/{d.id}/" if d else "") for s, d in documents)


def _unlike(catalog: Catalog, series: PublicSeries) -> Iterator[tuple[Link, str]]:
    for other, why in catalog.unlike(series):
        yield Link(other.item.title, other.address), why


def _conflicts(catalog: Catalog, series: PublicSeries) -> Iterator[Link]:
    for point in series.conflicts:
        name = place_name(catalog, point.place)
        yield Link(f"{name[:1].upper()}{name[1:]}, {conflict_words(series.item, point)}", f"#{point.place}")


def _places(catalog: Catalog, series: PublicSeries, charts: Charts) -> Iterator[PlaceBlock]:
    drawn = 0
    for place in series.places:
        block = place_block(catalog, series, place, charts)
        drawn += bool(block.chart)
        yield block if drawn <= MOST_CHARTS else replace(block, chart="")


def _sources(series: PublicSeries) -> Iterator[tuple[Link, str]]:
    for source in series.item.sources:
        day = f", {format_partial(source.date)}" if source.date else ""
        yield Link(source.title, source.url or ""), f"{source.publisher}{day}"


def _downloads(series: PublicSeries) -> tuple[Link, ...]:
    slug = f"{series.address}{series.loaded.slug}"
    return (
        Link("CSV (mở bằng bảng tính)", f"{slug}.csv"),
        Link("JSON", f"{slug}.json"),
        Link("Mô tả các cột (Data Package)", f"{series.address}datapackage.json"),
    )
