"""Outlet: pages of the website as finished views; templates of the adapter only lay them out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy
from giamngheo.outlets.pages.covers import drawn_files
from giamngheo.outlets.pages.document_lists import document_index, document_list_pages
from giamngheo.outlets.pages.documents import document_pages
from giamngheo.outlets.pages.glossary import glossary_pages
from giamngheo.outlets.pages.home import home_page
from giamngheo.outlets.pages.items import item_page
from giamngheo.outlets.pages.kinds import Bodies
from giamngheo.outlets.pages.lists import section_pages
from giamngheo.outlets.pages.registers import place_pages, topic_pages
from giamngheo.outlets.pages.report import report_of
from giamngheo.outlets.pages.structured import structured_data
from giamngheo.outlets.pages.tasks import plan_lists
from giamngheo.rendering.activity_words import ALL_EVENTS, CALENDAR
from giamngheo.rendering.figures import Link
from giamngheo.rendering.old_addresses import redirect_pages, withdrawal_pages
from giamngheo.rendering.outputs import NoticeView, Page, Preview
from giamngheo.rendering.printed import LEAFLETS, has_leaflet
from giamngheo.rendering.results import Charts

__all__ = [
    "OFFLINE",
    "Bodies",
    "build_pages",
    "document_index",
    "drawn_files",
    "report_of",
    "structured_data",
]


OFFLINE = "/ngoai-tuyen/"
"""Shown where there is no network and no copy of the page that was asked for."""


_CALENDAR = (Link("Lịch hoạt động theo tháng", CALENDAR), Link("Đưa vào lịch của bạn (.ics)", ALL_EVENTS))


def build_pages(catalog: Catalog, bodies: Bodies, charts: Charts, previews: Mapping[str, Preview]) -> Iterator[Page]:
    """Yield every page about items and registers; `previews` by id of the item."""
    yield home_page(catalog, bodies, charts)
    yield from section_pages(catalog, _ways(catalog, bodies))
    for entry in catalog.entries:
        preview = previews[entry.item.id]
        yield item_page(catalog, entry, bodies, preview)
        yield from redirect_pages(entry.item, entry.address, preview)
    yield from topic_pages(catalog)
    yield from place_pages(catalog, charts)
    yield from document_list_pages(catalog)
    yield from document_pages(catalog, bodies)
    yield from glossary_pages(catalog)
    yield _offline_page()
    for loaded in catalog.withdrawn:
        yield from withdrawal_pages(loaded, "Bài")


def _ways(catalog: Catalog, bodies: Bodies) -> dict[type[Item], tuple[Link, ...]]:
    """Pages that show the items of a section in another way."""
    has_leaflets = any(has_leaflet(catalog, entry) for entry in catalog.entries)
    leaflets = (Link("Tờ rơi chính sách in sẵn", LEAFLETS),) if has_leaflets else ()
    plans = plan_lists(bodies.works.values(), bodies.pairs)
    return {Plan: plans, Policy: leaflets, Material: leaflets, Activity: _CALENDAR}


def _offline_page() -> Page:
    lines = (
        "Máy của bạn đang không nối được mạng, và trang này chưa từng được mở trên máy nên chưa có bản lưu.",
        "Khi có mạng, hãy mở lại. Trang đã mở một lần thì lần sau đọc được cả khi mất mạng.",
    )
    links = (Link("Trang chủ", "/"), Link("Chính sách", "/chinh-sach/"))
    return Page(OFFLINE, "notice.html", "Không có mạng", lines[0], NoticeView(lines, links), is_indexed=False)
