"""Comparisons kept between builds: aligning two plans word by word costs more than laying out their page."""

from __future__ import annotations

from collections.abc import Sequence

from giamngheo import legal
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.legal import Pair, Point


def compare_kept(cache: Cache, points: Sequence[Point], others: Sequence[Point]) -> tuple[Pair, ...]:
    """Compare two plans, or return what the cache kept of that."""
    key = digest("comparison", code_digest(), repr(points), repr(others))
    return cache.value_of(key, tuple[Pair, ...], lambda: legal.compare_points(points, others))
