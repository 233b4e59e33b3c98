"""Which topics and places have something, of which kind, and which have nothing."""

from __future__ import annotations

from collections.abc import Iterable

from giamngheo.catalog import Entry
from giamngheo.content.register_schema import Place
from giamngheo.content.schema import KINDS, Item
from giamngheo.ground.vietnamese import collation_key
from giamngheo.outlets.desk.bench import Bench
from giamngheo.outlets.desk.views import Matrix


def coverage(bench: Bench) -> tuple[Matrix, ...]:
    """Topics and places of today by kinds; a kind without any item has no column."""
    kinds = [kind for kind in KINDS if any(isinstance(e.item, kind) for e in bench.catalog.entries)]
    return (_topics(bench, kinds), _places(bench, kinds)) if kinds else ()


def _topics(bench: Bench, kinds: list[type[Item]]) -> Matrix:
    catalog = bench.catalog
    rows = tuple(
        (
            _capital(t.name),
            f"/chu-de/{t.id}/" if catalog.with_topic(t.id) else "",
            _numbers(catalog.with_topic(t.id), kinds),
        )
        for t in catalog.topics
    )
    intro = "Số bài đang công khai. Một bài có thể thuộc nhiều chủ đề."
    return Matrix("theo-chu-de", "Theo chủ đề", intro, _names(kinds), rows)


def _places(bench: Bench, kinds: list[type[Item]]) -> Matrix:
    catalog = bench.catalog
    present = [p for p in catalog.places.values() if p.until is None or p.until >= catalog.today]
    present.sort(key=lambda p: [(collation_key(one.name), one.id) for one in reversed(catalog.above(p.id))])
    rows = tuple(
        (_indented(bench, p), f"/dia-ban/{p.id}/", _numbers(catalog.in_place(p.id), kinds))
        for p in present
        if catalog.in_place(p.id)
    )
    lacking = tuple(p.full_name for p in present if not catalog.in_place(p.id))
    intro = "Tính cả bài của nơi thuộc địa bàn và của địa bàn cũ đã nhập vào; bài chung cả nước đếm ở dòng cả nước."
    return Matrix("theo-dia-ban", "Theo địa bàn hiện nay", intro, _names(kinds), rows, lacking)


def _indented(bench: Bench, place: Place) -> str:
    depth = len(bench.catalog.above(place.id)) - 1
    return f"{'– ' * depth}{_capital(place.full_name)}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _names(kinds: Iterable[type[Item]]) -> tuple[str, ...]:
    return tuple(kind.SECTION_NAME for kind in kinds)


def _numbers(entries: list[Entry], kinds: Iterable[type[Item]]) -> tuple[int, ...]:
    return tuple(sum(isinstance(entry.item, kind) for entry in entries) for kind in kinds)
