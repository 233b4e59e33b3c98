"""Charts of results on pages of other things: the home page and places."""

from __future__ import annotations

from giamngheo.catalog import Catalog
from giamngheo.catalog.results import PublicSeries
from giamngheo.outlets.pages.views import ChartView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.results import Charts, place_block


def home_chart(catalog: Catalog, charts: Charts) -> ChartView | None:
    """The first place of the first series that editors set on the home page."""
    featured = (s for s in catalog.results if s.item.featured and s.places)
    return next((c for s in featured if (c := _chart(catalog, s, s.places[0], charts))), None)


def place_chart(catalog: Catalog, place: str, charts: Charts) -> ChartView | None:
    """The first series, those of the home page before others, that has a course to show at a place."""
    found = sorted(catalog.results_in(place), key=lambda s: not s.item.featured)
    return next((c for s in found if (c := _chart(catalog, s, place, charts))), None)


def _chart(catalog: Catalog, series: PublicSeries, place: str, charts: Charts) -> ChartView | None:
    block = place_block(catalog, series, place, charts)
    if not block.chart:
        return None
    link = Link(series.item.title, f"{series.address}#{place}")
    return ChartView(link, block.name, block.chart, block.reading, series.item.unit, block.warnings)
