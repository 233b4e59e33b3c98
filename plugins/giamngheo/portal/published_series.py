"""Every check of the series of results; what reads their prose is kept, because it costs most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from giamngheo.catalog.result_checks import check_results
from giamngheo.content.loader import Content
from giamngheo.content.people import allowed_in, check_filled_in, check_private_series, fingerprint
from giamngheo.content.privacy import Allowed
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.problems import Problem


def check_series(content: Content, now: datetime, cache: Cache) -> Iterator[Problem]:
    """Yield what is wrong with the series; a portal without any pays nothing."""
    if not content.series:
        return
    yield from check_results(content, now)
    allowed = allowed_in(content)
    common = digest("series", code_digest(), fingerprint(allowed))
    for series in content.series:
        yield from _check_prose(series, allowed, cache, digest(common, series.digest))


def _check_prose(series: LoadedSeries, allowed: Allowed, cache: Cache, key: str) -> list[Problem]:
    def find() -> list[Problem]:
        return [*check_filled_in(series, series.front), *check_private_series(series, allowed)]

    return cache.value_of(key, list[Problem], find)
