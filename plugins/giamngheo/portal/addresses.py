"""What internal links lead to, and which addresses no item may take."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

from giamngheo.catalog.catalog import Catalog, address_of
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.schema import KINDS
from giamngheo.ground.problems import Location, Problem
from giamngheo.rendering.links import find_internal_links, target_file

if TYPE_CHECKING:
    from giamngheo.portal.bodies import RenderedItem
    from giamngheo.portal.build import BuildOptions

_REGISTER_SECTIONS = {"documents": "van-ban", "places": "dia-ban", "topics": "chu-de"}
_OWN_ROOTS = frozenset({"rss", "id", "assets", "images", "attachments", "search", "lich", "404.html"})
_LIST_PAGE = re.compile(r"trang-\d+")


def check_reserved(content: Content, docs: Mapping[str, str]) -> Iterator[Problem]:
    """Yield items and old addresses that would lie on a page of the portal itself."""
    reserved = {"/": "trang chủ", **{address: file for file, address in docs.items()}}
    reserved |= {f"/{kind.SECTION}/": f"mục {kind.SECTION_NAME}" for kind in KINDS}
    for name, section in _REGISTER_SECTIONS.items():
        reserved[f"/{section}/"] = content.register_file(name)
        reserved |= {f"/{section}/{key}/": content.register_file(name) for key in content.registers[name]}
    for loaded in content.items:
        if _LIST_PAGE.fullmatch(loaded.slug):
            values = {"address": address_of(loaded), "other": "trang danh sách của mục"}
            yield Problem("dia-chi-trung", Location(loaded.path), values)
        for index, alias in enumerate(loaded.item.aliases):
            parts = alias.strip("/").split("/")
            other = reserved.get(alias) or ("tệp của cổng" if parts[0] in _OWN_ROOTS else "")
            if other or _LIST_PAGE.fullmatch(parts[-1]):
                values = {"address": alias, "other": other or "trang danh sách của mục"}
                yield Problem("dia-chi-trung", loaded.locate("aliases", index), values)


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
        shown = {e.loaded.path: e.address for e in catalog.entries} if catalog else {}
        self._addresses = {**shown, **options.docs}
        self._items = {loaded.path: loaded for loaded in content.items}
        self._root = content.root.name

    def address_of(self, file: str) -> str | None:
        """Address of what a link names, or None when the public may not see it."""
        return self._addresses.get(file)

    def check(self, loaded: LoadedItem) -> Iterator[Problem]:
        """Yield links of one item that lead nowhere, each on its line."""
        for target in find_internal_links(self._rendered[loaded.path].rendered.html):
            file, fragment = target_file(loaded.path, target)
            if file in self._items:
                anchors = {h.anchor for h in self._rendered[file].rendered.headings}
                if fragment and fragment not in anchors:
                    yield Problem("neo-hong", _line_of(loaded, target), {"target": target})
            elif file not in self._content.broken and file not in self._options.docs:
                yield Problem("lien-ket-hong", _line_of(loaded, target), {"target": target, "hint": self._hint(file)})

    def _hint(self, file: str) -> str:
        close = get_close_matches(file, [*self._items, *self._options.docs], n=1, cutoff=0.6)
        if close:
            return f"có phải ý là {close[0]}? Viết đường dẫn tính từ bài này, ví dụ ../policies/ten-bai.md"
        return "viết đường dẫn tới tệp .md có thật, ví dụ ../policies/ten-bai.md"


def _line_of(loaded: LoadedItem, target: str) -> Location:
    """Line where the editor wrote the link; the first one, if it is written twice."""
    at = loaded.body.find(f"]({target}")
    at = loaded.body.find(target) if at < 0 else at
    return Location(loaded.path, loaded.body_line + (loaded.body.count("\n", 0, at) if at >= 0 else 0))
