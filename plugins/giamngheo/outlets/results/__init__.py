"""Outlet: series of results: their list, a page for each with charts and tables, files to download."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from giamngheo.catalog import Catalog
from giamngheo.catalog.results import PublicSeries
from giamngheo.content.results.series import Series
from giamngheo.outlets.results.series_page import series_view
from giamngheo.outlets.results.views import SeriesLine, SeriesListView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.old_addresses import redirect_pages, withdrawal_pages
from giamngheo.rendering.outputs import Later, OutputFile, Page
from giamngheo.rendering.results import Charts, latest_figures, package_of, resource_of, series_csv, series_json
from giamngheo.rendering.results.blocks import place_name
from giamngheo.rendering.sharing import site_preview

__all__ = ["build_results"]

_ROOT = f"/{Series.SECTION}/"
_HOME = Link("Trang chủ", "/")
_INTRO = (
    "Mỗi chuỗi số liệu có tên riêng: đếm gì, ai đếm, theo chuẩn nào. "
    "Nhiều con số gọi tên gần giống nhau mà đếm khác nhau."
)


def build_results(catalog: Catalog, charts: Charts, site_url: str) -> Iterator[Page | OutputFile]:
    """Yield pages and files of all public series; nothing at all where there is none."""
    if catalog.results:
        yield _list_page(catalog)
        yield _package(catalog, site_url)
    for series in catalog.results:
        yield _series_page(catalog, series, charts)
        yield from redirect_pages(series.item, series.address, site_preview(catalog.settings))
        yield from _files(catalog, series, site_url)
    for loaded in catalog.withdrawn_results:
        yield from withdrawal_pages(loaded, "Chuỗi số liệu")


def _list_page(catalog: Catalog) -> Page:
    return Page(
        address=_ROOT,
        template="results.html",
        title=Series.SECTION_NAME,
        description=_INTRO,
        view=SeriesListView(tuple(_line(catalog, series) for series in catalog.results), f"{_ROOT}datapackage.json"),
        section=Series.SECTION,
        crumbs=(_HOME,),
    )


def _line(catalog: Catalog, series: PublicSeries) -> SeriesLine:
    first = series.places[0]
    found = (f for f in latest_figures(catalog, first) if f.series.address.startswith(series.address))
    return SeriesLine(
        link=Link(series.item.title, series.address),
        counts=series.item.counts,
        by=series.item.by,
        latest=next(found, None),
        place=place_name(catalog, first),
        has_conflict=bool(series.conflicts),
    )


def _series_page(catalog: Catalog, series: PublicSeries, charts: Charts) -> Page:
    return Page(
        address=series.address,
        template="series.html",
        title=series.item.title,
        description=series.item.summary,
        view=Later(partial(series_view, catalog, series, charts)),
        section=Series.SECTION,
        crumbs=(_HOME, Link(Series.SECTION_NAME, _ROOT)),
        id=series.item.id,
    )


def _files(catalog: Catalog, series: PublicSeries, site_url: str) -> Iterator[OutputFile]:
    slug = series.loaded.slug
    yield OutputFile(f"{series.address}{slug}.csv", series_csv(catalog, series))
    yield OutputFile(f"{series.address}{slug}.json", series_json(catalog, series, site_url))
    package = package_of(
        slug, series.item.title, f"{site_url}{series.address[1:]}", [resource_of(series, f"{slug}.csv")]
    )
    yield OutputFile(f"{series.address}datapackage.json", package)


def _package(catalog: Catalog, site_url: str) -> OutputFile:
    """All series as one package; the CSV files lie in the folders of their pages."""
    resources = [resource_of(s, f"{s.loaded.slug}/{s.loaded.slug}.csv") for s in catalog.results]
    title = f"{Series.SECTION_NAME}: {catalog.settings.name}"
    return OutputFile(f"{_ROOT}datapackage.json", package_of("ket-qua", title, f"{site_url}{_ROOT[1:]}", resources))
