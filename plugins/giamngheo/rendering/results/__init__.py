"""Series of results for readers: words, drawings, blocks of a place, files to download."""

from giamngheo.rendering.results.blocks import LatestFigure, PlaceBlock, latest_figures, place_block
from giamngheo.rendering.results.charts import Charts
from giamngheo.rendering.results.downloads import package_of, resource_of, series_csv, series_json

__all__ = [
    "Charts",
    "LatestFigure",
    "PlaceBlock",
    "latest_figures",
    "package_of",
    "place_block",
    "resource_of",
    "series_csv",
    "series_json",
]
