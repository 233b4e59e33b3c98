"""Section lists, paged, with topics as filters that work without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import KINDS, Item
from giamngheo.outlets.pages.lines import capital, item_card
from giamngheo.outlets.pages.views import ListView, Page
from giamngheo.rendering.figures import Link

_INTROS = {
    "chinh-sach": "Được gì, ai được, làm thế nào, đến khi nào. Chính sách còn dùng được đứng trước.",
    "guong-dien-hinh": "Những cách làm đã giúp người dân bớt nghèo, kể cả chỗ khó và chỗ chưa được.",
    "ke-hoach": "Kế hoạch của các cấp chính quyền, đăng nguyên văn.",
}


def section_pages(catalog: Catalog) -> Iterator[Page]:
    """Every page of every section that has items; a section without items has no page and no menu entry."""
    for kind in KINDS:
        entries = [e for e in catalog.entries if isinstance(e.item, kind)]
        entries.sort(key=lambda e: _is_over(catalog, e))  # stable: newest first among each
        size = max(1, catalog.settings.page_size)
        chunks = [entries[i : i + size] for i in range(0, len(entries), size)]
        for number, chunk in enumerate(chunks, 1):
            yield _section_page(catalog, kind, chunk, number, entries)


def _is_over(catalog: Catalog, entry: Entry) -> bool:
    state = catalog.state_of(entry.item)
    return bool(state and state.is_over)


def _section_page(catalog: Catalog, kind: type[Item], chunk: list[Entry], number: int, entries: list[Entry]) -> Page:
    root = f"/{kind.SECTION}/"
    count = -(-len(entries) // max(1, catalog.settings.page_size))
    feed = Link(f"RSS {kind.SECTION_NAME}", f"/rss/{kind.SECTION}.rss")
    used = {topic for e in entries for topic in e.item.topics}
    return Page(
        address=page_address(root, number),
        template="section.html",
        title=kind.SECTION_NAME if number == 1 else f"{kind.SECTION_NAME}, trang {number}",
        description=_INTROS[kind.SECTION],
        view=ListView(
            intro=_INTROS[kind.SECTION],
            cards=tuple(item_card(catalog, e) for e in chunk),
            total=len(entries),
            number=number,
            pages=tuple(Link(str(n), page_address(root, n)) for n in _near(number, count)),
            topics=tuple(Link(capital(t.name), f"/chu-de/{t.id}/") for t in catalog.topics if t.id in used),
            feed=feed,
        ),
        section=kind.SECTION,
        crumbs=(Link("Trang chủ", "/"),),
        feeds=(feed,),
    )


def page_address(root: str, number: int) -> str:
    """Address of one page of a list: the first is the section itself."""
    return root if number == 1 else f"{root}trang-{number}/"


def _near(number: int, count: int) -> list[int]:
    """First, last and the pages around: a list of 500 pages must not print 500 links on each of them."""
    if count == 1:
        return []
    return sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
