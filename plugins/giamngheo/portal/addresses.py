"""What internal links lead to, and which addresses no item may take."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from html import escape
from typing import TYPE_CHECKING

from giamngheo.catalog.catalog import Catalog, address_of
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS
from giamngheo.ground.problems import Location, Problem
from giamngheo.rendering.links import target_file
from giamngheo.rendering.source_checks import is_unsafe
from giamngheo.rendering.source_lines import lines_of

if TYPE_CHECKING:
    from giamngheo.portal.bodies import RenderedItem
    from giamngheo.portal.build import BuildOptions

_REGISTER_SECTIONS = {"documents": "van-ban", "places": "dia-ban", "topics": "chu-de"}
_OWN_ROOTS = frozenset(
    "404.html assets attachments ban-bien-tap chia-se doi-chieu du-lieu id images lich ngoai-tuyen nhiem-vu phat-thanh "  # noqa: SIM905
    "robots.txt rss search sitemap.xml sitemap.xml.gz sw.js tim-kiem to-roi tra-cuu tu-dien tu-kiem-tra".split()
)
_LIST_PAGE = re.compile(r"trang-\d+")
_DOCUMENT_LISTS = "/van-ban/theo-"


def check_reserved(content: Content, docs: Mapping[str, str]) -> Iterator[Problem]:
    """Yield items, hand-written pages and old addresses that would lie on a page of the portal itself."""
    reserved = {"/": "trang chủ"} | {f"/{kind.SECTION}/": f"mục {kind.SECTION_NAME}" for kind in KINDS}
    reserved[f"/{Series.SECTION}/"] = f"mục {Series.SECTION_NAME}"
    for name, section in _REGISTER_SECTIONS.items():
        reserved[f"/{section}/"] = content.register_file(name)
        reserved |= {f"/{section}/{key}/": content.register_file(name) for key in content.registers[name]}
    yield from _check_hand_written(content, docs, reserved)
    reserved |= {address: file for file, address in docs.items()}
    pages = reserved.keys() | {address_of(loaded) for loaded in content.loaded}
    for loaded in content.loaded:
        if _LIST_PAGE.fullmatch(loaded.slug):
            values = {"address": address_of(loaded), "other": "trang danh sách của mục"}
            yield Problem("dia-chi-trung", Location(loaded.path), values)
        for index, alias in enumerate(loaded.item.aliases):
            parts = alias.strip("/").split("/")
            is_file = parts[0] in _OWN_ROOTS or "index.html" in parts or _is_beside_a_page(parts, pages)
            other = reserved.get(alias) or ("tệp của cổng" if is_file else "")
            if other or _LIST_PAGE.fullmatch(parts[-1]) or alias.startswith(_DOCUMENT_LISTS):
                values = {"address": alias, "other": other or "trang danh sách của mục"}
                yield Problem("dia-chi-trung", loaded.locate("aliases", index), values)


def _check_hand_written(content: Content, docs: Mapping[str, str], reserved: Mapping[str, str]) -> Iterator[Problem]:
    """Yield hand-written pages that would take the place of a page of the portal, or the other way round."""
    items = {address_of(loaded): loaded.path for loaded in content.loaded}
    for file, address in docs.items():
        is_own = address.strip("/").split("/")[0] in _OWN_ROOTS
        if other := reserved.get(address) or items.get(address) or ("tệp của cổng" if is_own else ""):
            yield Problem("dia-chi-trung", Location(file), {"address": address, "other": other})


def _is_beside_a_page(parts: list[str], pages: Collection[str]) -> bool:
    """True for a name with an ending below a page: pages have leaflets, calendars, copies and records beside them."""
    above = (f"/{'/'.join(parts[:depth])}/" for depth in range(1, len(parts)))
    return any(page in pages and "." in parts[depth] for depth, page in enumerate(above, 1))


class LinkTargets:
    """Resolves links written file to file: items, hand-written pages, entries of registers."""

    def __init__(
        self,
        content: Content,
        rendered: Mapping[str, RenderedItem],
        options: BuildOptions,
        catalog: Catalog | None = None,
    ) -> None:
        self._content, self._rendered, self._options = content, rendered, options
        self._addresses = {**_public_addresses(content, catalog), **options.docs}
        self._items = {loaded.path: loaded for loaded in content.items}
        self._series = {series.path for series in content.series}
        self._root = content.root.name

    def address_of(self, file: str) -> str | None:
        """Address of what a link names, or None when the public may not see it."""
        return self._addresses.get(file)

    def check(self, loaded: LoadedItem) -> Iterator[Problem]:
        """Yield links of one item that lead nowhere, each on its line."""
        for target in self._rendered[loaded.path].rendered.links:
            file, fragment = target_file(loaded.path, target)
            if is_unsafe(target):
                continue  # the body's own checks have told that
            if file in self._items:
                if fragment and f' id="{escape(fragment)}"' not in self._rendered[file].rendered.html:
                    yield from _told("neo-hong", loaded, target)
            elif file not in self._series and file not in self._content.broken and file not in self._options.docs:
                yield from _told("lien-ket-hong", loaded, target, hint=self._hint(file))

    def check_hidden(self, catalog: Catalog) -> Iterator[Problem]:
        """Yield links of public items to items that exist and are not public: readers see plain text."""
        for entry in catalog.entries:
            for target in self._rendered[entry.loaded.path].rendered.links:
                file, _ = target_file(entry.loaded.path, target)
                if (file in self._items or file in self._series) and self.address_of(file) is None:
                    yield from _told("lien-ket-chua-cong-khai", entry.loaded, target)

    def _hint(self, file: str) -> str:
        close = get_close_matches(file, [*self._items, *self._series, *self._options.docs], n=1, cutoff=0.6)
        if close:
            return f"có phải ý là {close[0]}? Viết đường dẫn tính từ bài này, ví dụ ../policies/ten-bai.md"
        return "viết đường dẫn tới tệp .md có thật, ví dụ ../policies/ten-bai.md"


def _public_addresses(content: Content, catalog: Catalog | None) -> dict[str, str]:
    """Addresses by file; the file of an item that a revision has taken over still leads to its page."""
    if catalog is None:
        return {}
    known = {i.path: catalog.by_id[i.item.id].address for i in content.items if i.item.id in catalog.by_id}
    known |= {series.loaded.path: series.address for series in catalog.results}
    return known | {e.loaded.path: e.address for e in catalog.entries}


def _told(code: str, loaded: LoadedItem, target: str, **values: str) -> Iterator[Problem]:
    for index in lines_of(loaded.body, target):
        yield Problem(code, Location(loaded.path, loaded.body_line + index), {"target": target, **values})
