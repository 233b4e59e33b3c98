"""The page that lists the leaflets of all policies, by the need that each is first about."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched
from giamngheo.rendering.printed import LEAFLET_NOTE, LEAFLETS, has_leaflet, leaflet_address

Group = tuple[str, tuple[tuple[Link, Link], ...]]
"""Name of a topic, and each policy with its file."""


class LeafletsView(Struct, frozen=True):
    """All leaflets; `note` is kind and size of each."""

    groups: tuple[Group, ...]
    note: str


def leaflet_pages(catalog: Catalog) -> Iterator[Page]:
    """Yield the list, unless there is no policy to print."""
    groups = tuple(_groups(catalog))
    if groups:
        yield Page(
            address=LEAFLETS,
            template="leaflets.html",
            title="Tờ rơi in sẵn",
            description="Mỗi chính sách đang áp dụng một tờ gấp ba, để xã, thôn, hội đoàn thể in và phát cho bà con.",
            view=LeafletsView(groups, LEAFLET_NOTE),
            section="to-roi",
            crumbs=(Link("Trang chủ", "/"),),
            searched=Searched(),
        )


def _groups(catalog: Catalog) -> Iterator[Group]:
    entries = [entry for entry in catalog.entries if has_leaflet(catalog, entry)]
    for topic in catalog.topics:
        chosen = [e for e in entries if e.item.topics[0] == topic.id]
        if chosen:
            yield (
                topic.name,
                tuple((Link(e.item.title, e.address), Link("Tải tờ rơi", leaflet_address(e))) for e in chosen),
            )
