"""Outward links: which there are, where they stand, and which were broken when they were last looked at."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

from giamngheo.catalog import Catalog
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.schema import Part
from giamngheo.ground.problems import Location
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.desk.bench import Bench, place_of
from giamngheo.outlets.desk.views import Group, Line, Section

_WHOLE = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_FIRST_LINE = 2
"""Line of the file where the front matter begins, below its opening mark."""

_HREF = re.compile(r'<a href="(https?://[^"]*)"', re.IGNORECASE)


def find_outward_links(
    content: Content, catalog: Catalog, markup: Mapping[str, str]
) -> dict[str, tuple[Location, ...]]:
    """Outward addresses of public items and of registers with every place; `markup` is HTML of bodies by file."""
    found: dict[str, dict[Location, None]] = {}
    for entry in catalog.entries:
        loaded = entry.loaded
        targets = [html.unescape(m[1]) for m in _HREF.finditer(markup.get(loaded.path, ""))]
        for target in (*_in_part(loaded.item), *targets):
            found.setdefault(_without_mark(target), {})[_line_of(loaded, target)] = None
    for name, records in content.registers.items():
        for record in records.values():
            for target in _in_part(record):
                found.setdefault(_without_mark(target), {})[content.locate(name, record.id)] = None
    return {address: tuple(places) for address, places in sorted(found.items())}


def broken_links(bench: Bench) -> Section:
    """What was found broken, and what could not be told; nothing of it ever holds a page back."""
    known = {address: bench.verdicts[address] for address in bench.links if address in bench.verdicts}
    sure = tuple(_lines(bench, {a for a, v in known.items() if v.fault and v.is_sure}))
    unsure = tuple(_lines(bench, {a for a, v in known.items() if v.fault and not v.is_sure}))
    groups = (
        Group("hong", "Không còn dùng được", "Chỉ để biết: không chặn việc đăng bài.", sure, is_urgent=True),
        Group(
            "chua-ro",
            "Chưa chắc",
            "Trang kia có thể chỉ từ chối máy kiểm tra, hoặc đang nghẽn; mở thử bằng tay.",
            unsure,
        ),
    )
    return Section("lien-ket", "Liên kết ra ngoài", groups, _summary(bench, len(known)), is_known=bool(known))


def _summary(bench: Bench, known: int) -> str:
    if not known:
        return f"Chưa kiểm tra lần nào {len(bench.links)} địa chỉ. Chạy: giamngheo desk --links (cần mạng)."
    return f"Không thấy địa chỉ nào hỏng trong {known} địa chỉ đã kiểm tra."


def _lines(bench: Bench, addresses: set[str]) -> Iterator[Line]:
    for address in sorted(addresses):
        verdict = bench.verdicts[address]
        places = "; ".join(place_of(place) for place in bench.links[address])
        yield Line(address, places, None, f"{verdict.fault} (kiểm tra ngày {format_day(verdict.day)})", address)


def _in_part(part: Part) -> Iterator[str]:
    """Texts of a record or an item that are an address and nothing else."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Part):
                yield from _in_part(one)
            elif isinstance(one, str) and _WHOLE.fullmatch(one):
                yield one


def _without_mark(address: str) -> str:
    """Pages are asked for, not places within them."""
    return address.partition("#")[0]


def _line_of(loaded: LoadedItem, target: str) -> Location:
    """Line of the file where an address stands; of several the first."""
    raw = loaded.raw
    for text, first in ((raw.front_text, _FIRST_LINE), (raw.body, raw.body_line)):
        if (at := text.find(target)) >= 0:
            return Location(loaded.path, first + text.count("\n", 0, at))
    return Location(loaded.path)
