"""Outlet: what officials post in groups of Zalo and Facebook: three texts, a picture, a page to copy them from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Item
from giamngheo.ground.cache import Cache, digest_of
from giamngheo.outlets.packs.pictures import cover_png, cut_photograph
from giamngheo.outlets.packs.texts import PackTexts, pack_file, pack_texts
from giamngheo.outlets.packs.views import PackView
from giamngheo.rendering.covers import Cover
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import LateFile, Later, Page, Preview
from giamngheo.rendering.sharing import (
    FOLDER,
    cover_of,
    is_shared,
    pack_address,
    site_cover,
    site_preview,
)

__all__ = ["PackTexts", "PackView", "pack_files", "pack_pages", "pack_texts"]


def pack_pages(catalog: Catalog, previews: Mapping[str, Preview], site_url: str) -> Iterator[Page]:
    """Yield the page of each item that is spread; `previews` by id."""
    for entry in catalog.entries:
        if is_shared(catalog, entry.item):
            yield _page(catalog, entry, previews[entry.item.id], site_url)


def pack_files(
    catalog: Catalog, previews: Mapping[str, Preview], photographs: Mapping[str, bytes], site_url: str, cache: Cache
) -> Iterator[LateFile]:
    """Yield the picture of every item, and the texts of those that are spread; `photographs` by address."""
    yield _cover(site_preview(catalog.settings).address, site_cover(catalog.settings), cache)
    for entry in catalog.entries:
        item = entry.item
        address = previews[item.id].address
        if item.image:
            yield LateFile(address, partial(cut_photograph, photographs[f"/{item.image.file}"], cache))
        else:
            yield _cover(address, cover_of(catalog, item), cache)
        if is_shared(catalog, item):
            yield LateFile(_file(item), partial(_text, catalog, item, site_url), lambda: catalog.fingerprint)


def _cover(address: str, cover: Cover, cache: Cache) -> LateFile:
    return LateFile(address, partial(cover_png, cover, cache), lambda: cover.key)


def _text(catalog: Catalog, item: Item, site_url: str) -> bytes:
    return pack_file(pack_texts(catalog, item, site_url)).encode()


def _page(catalog: Catalog, entry: Entry, preview: Preview, site_url: str) -> Page:
    return Page(
        address=pack_address(entry.item),
        template="pack.html",
        title=f"Chia sẻ Zalo, Facebook: {entry.item.title}",
        description="Lời đăng đã viết sẵn và ảnh, để cán bộ đăng vào nhóm Zalo, Facebook.",
        view=Later(
            partial(_view, catalog, entry, preview, site_url), lambda: digest_of((catalog.fingerprint, preview))
        ),
        crumbs=(Link("Trang chủ", "/"), Link(entry.item.SECTION_NAME, f"/{entry.item.SECTION}/")),
        scripts=("copy",),
        same_as=entry.address,
        is_indexed=False,
    )


def _view(catalog: Catalog, entry: Entry, preview: Preview, site_url: str) -> PackView:
    item = entry.item
    return PackView(
        item=Link(item.title, entry.address),
        texts=pack_texts(catalog, item, site_url),
        picture=preview,
        credit=item.image.credit if item.image else "",
        file=_file(item),
        is_drawn=item.image is None,
    )


def _file(item: Item) -> str:
    return f"{FOLDER}{item.id}.txt"
