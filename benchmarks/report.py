"""Turns measurements into the tables that are quoted: costs, sizes, ratios, growth."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from msgspec import Struct, field, to_builtins

from contenders import OURS, Site
from measure import Run, Size, growth_exponent


class Row(Struct):
    """Everything measured for one generator at one size."""

    site: Site
    cold: list[Run] = field(default_factory=list)
    rebuild: list[Run] = field(default_factory=list)
    size: Size | None = None
    failure: str = ""

    @property
    def name(self) -> str:
        """Name of the generator."""
        return self.site.contender.name

    @property
    def items(self) -> int:
        """How many items the site has."""
        return self.site.items


def write_report(rows: Sequence[Row], repeats: int) -> Iterable[str]:
    """Yield the lines of the tables, Markdown."""
    done = [row for row in rows if not row.failure]
    yield f"{_machine()}; medians of {repeats}"
    yield from _cost_table(done)
    yield from _size_table(done)
    yield from _ratio_table(done)
    yield from _growth_table(done)
    yield from (f"\n**{row.name}, {row.items} items failed**\n\n{row.failure}" for row in rows if row.failure)


def as_record(row: Row) -> dict[str, object]:
    """Return every single run of a row as plain data."""
    figures = {name: to_builtins(getattr(row, name)) for name in ("cold", "rebuild", "size", "failure")}
    return {"name": row.name, "items": row.items, **figures}


def _middle(runs: Iterable[Run], figure: str) -> float:
    return float(median(getattr(run, figure) for run in runs))


def _table(head: str, rows: Iterable[Sequence[str]]) -> Iterable[str]:
    """Yield the lines of a Markdown table; none when it would have no rows."""
    columns, lines = head.split("|"), [f"| {' | '.join(row)} |" for row in rows]
    if lines:
        yield ""
        yield f"| {' | '.join(columns)} |"
        yield f"| {' | '.join('---' if n == 0 else '---:' for n in range(len(columns)))} |"
        yield from lines


def _cost_table(rows: Iterable[Row]) -> Iterable[str]:
    cold, rebuild = "cold wall s|cold CPU s|CPU ms/item|peak RSS MB", "rebuild wall s|rebuild CPU s"
    return _table(f"build|items|{cold}|{rebuild}|rebuild/cold", (_costs(row) for row in rows))


def _costs(row: Row) -> list[str]:
    cpu, again = _middle(row.cold, "cpu"), _middle(row.rebuild, "cpu")
    ratio = _middle(row.rebuild, "loops") / _middle(row.cold, "loops")
    seconds = [f"{_middle(row.cold, 'wall'):.1f}", f"{cpu:.1f}", f"{1000 * cpu / row.items:.1f}"]
    rebuild = [f"{_middle(row.rebuild, 'wall'):.1f}", f"{again:.1f}", f"{ratio:.2f}"]
    return [row.name, f"{row.items}", *seconds, f"{_middle(row.cold, 'rss'):.0f}", *rebuild]


def _size_table(rows: Iterable[Row]) -> Iterable[str]:
    sizes = ((row, row.size) for row in rows if row.size)
    head = "site|items|files|total MB|largest page kB|item page kB|item page gzip kB"
    return _table(head, ([row.name, f"{row.items}", *_bytes(size)] for row, size in sizes))


def _bytes(size: Size) -> list[str]:
    pages = [f"{size.largest / 1000:.0f}", f"{size.page / 1000:.1f}", f"{size.page_gz / 1000:.2f}"]
    return [f"{size.files}", f"{size.total / 1e6:.1f}", *pages]


def _ratio_table(rows: Sequence[Row]) -> Iterable[str]:
    ours = {row.items: row for row in rows if row.site.contender == OURS}
    pairs = [(row, ours[row.items]) for row in rows if row.site.contender != OURS and row.items in ours]
    head = "other / giamngheo|items|cold CPU|cold wall|peak RSS|rebuild CPU|item page|item page gzip"
    return _table(head, (_ratios(row, own) for row, own in pairs))


def _ratios(other: Row, own: Row) -> list[str]:
    costs = [("cold", "loops"), ("cold", "wall"), ("cold", "rss"), ("rebuild", "loops")]
    numbers = [_middle(getattr(other, mode), f) / _middle(getattr(own, mode), f) for mode, f in costs]
    if other.size and own.size:
        numbers += [getattr(other.size, f) / (getattr(own.size, f) or 1) for f in ("page", "page_gz")]
    return [other.name, f"{own.items}", *(f"{number:.2f}×" for number in numbers)]


def _growth_table(rows: Sequence[Row]) -> Iterable[str]:
    steps = [(a, b) for a, b in pairwise(rows) if a.site.contender == b.site.contender]
    head = "growth exponent|items|cold CPU|rebuild CPU|peak RSS"
    return _table(head, (_exponents(small, large) for small, large in steps))


def _exponents(small: Row, large: Row) -> list[str]:
    costs = [("cold", "loops"), ("rebuild", "loops"), ("cold", "rss")]
    points = [[(row.items, _middle(getattr(row, mode), f)) for row in (small, large)] for mode, f in costs]
    exponents = (f"{growth_exponent(a, b):.2f}" for a, b in points)
    return [small.name, f"{small.items} → {large.items}", *exponents]


def _machine() -> str:
    system = f"{platform.system()} {platform.machine()}"
    return f"{system}, {os.cpu_count()} cores, Python {platform.python_version()}"
