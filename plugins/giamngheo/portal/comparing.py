"""Comparisons kept between builds: aligning two plans word by word costs more than laying out their page."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter, ValidationError

from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.legal.comparison import Pair, Point, compare_points

_PAIRS = TypeAdapter(tuple[Pair, ...])


def compare_kept(cache: Cache, points: Sequence[Point], others: Sequence[Point]) -> tuple[Pair, ...]:
    """Compare two plans, or return what the cache kept of that."""
    key = digest("comparison", code_digest(), repr(points), repr(others))
    try:
        return _PAIRS.validate_python(cache.get(key))
    except ValidationError:
        pairs = compare_points(points, others)
        cache.put(key, _PAIRS.dump_python(pairs, mode="json"))
        return pairs
