"""Pages at addresses that must never lead nowhere: identities, old addresses, what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog.catalog import address_of
from giamngheo.content.loader import LoadedItem
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import Series
from giamngheo.content.schema import Item
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import NoticeView, Page, Preview, RedirectView


def redirect_pages(published: Item | Series, address: str, preview: Preview) -> Iterator[Page]:
    """Yield pages that lead from its identity and its old addresses to where it is."""
    for old in (f"/id/{published.id}/", *published.aliases):
        yield Page(
            address=old,
            template="redirect.html",
            title=published.title,
            description=published.summary,
            view=RedirectView(address),
            is_indexed=False,
            preview=preview,
        )


def withdrawal_pages(loaded: LoadedItem | LoadedSeries, what: str) -> Iterator[Page]:
    """Yield notices at all addresses of what was withdrawn, called `what`; nothing of it is repeated."""
    withdrawn = loaded.item.withdrawn
    if withdrawn is None:
        return
    lines = (f"{what} ở địa chỉ này đã được gỡ ngày {format_day(withdrawn.date)}.", f"Lý do: {withdrawn.reason}")
    for address in (address_of(loaded), f"/id/{loaded.item.id}/", *loaded.item.aliases):
        yield Page(
            address=address,
            template="notice.html",
            title=f"{what} đã được gỡ",
            description=f"{what} ở địa chỉ này đã được gỡ.",
            view=NoticeView(lines, (Link("Về trang chủ", "/"),)),
            crumbs=(Link("Trang chủ", "/"),),
            is_indexed=False,
        )
