"""The page of the search box, and the list from A to Z for those who have no script."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry, State
from giamngheo.content.register_schema import Place
from giamngheo.content.results.series import Series
from giamngheo.content.schema import KINDS
from giamngheo.ground.vietnamese import collation_key
from giamngheo.outlets.search.planning import OTHERS
from giamngheo.outlets.search.words import exact_form
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page

ROOT = "/tim-kiem/"
_A_TO_Z = f"{ROOT}a-z/"
_ON_A_PAGE = 100
_HOME = Link("Trang chủ", "/")
_SEARCH = Link("Tìm kiếm", ROOT)


class SearchView(Struct, frozen=True):
    """The search box. `index` is the first file of the index; `ways` lead on without a script.

    `sections`, `topics`, `places` are values to filter by with their names; places stand in groups.
    """

    index: str
    sections: tuple[tuple[str, str], ...]
    topics: tuple[tuple[str, str], ...]
    places: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    ways: tuple[tuple[Link, str], ...]


class ListedItem(Struct, frozen=True):
    """One title of the list from A to Z."""

    link: Link
    section: str
    state: State | None


class LettersView(Struct, frozen=True):
    """Titles in the order of the alphabet, by first letter; `pages` are all pages of the list, with what they hold."""

    letters: tuple[tuple[str, tuple[ListedItem, ...]], ...]
    pages: tuple[Link, ...]


def search_pages(catalog: Catalog, index: str, *, has_others: bool) -> Iterator[Page]:
    """Yield the page of the search box and every page of the list from A to Z.

    `index` is the address of the first file of the index; `has_others`: it holds pages that are nothing of the catalog.
    """
    yield Page(
        address=ROOT,
        template="search.html",
        title="Tìm kiếm",
        description="Tìm trong chính sách, gương điển hình, kế hoạch, văn bản, địa bàn. Gõ không dấu cũng được.",
        view=_search_view(catalog, index, has_others=has_others),
        section="tim-kiem",
        crumbs=(_HOME,),
        scripts=("search-engine", "search"),
    )
    yield from _letter_pages(catalog)


def _search_view(catalog: Catalog, index: str, *, has_others: bool) -> SearchView:
    sections = [(kind.SECTION, kind.SECTION_NAME) for kind in KINDS if catalog.of_kind(kind)]
    topics = [t for t in catalog.topics if catalog.with_topic(t.id)]
    sections += [("chu-de", "Chủ đề")] if topics else []
    sections += [("dia-ban", "Địa bàn")] if _listed_places(catalog) else []
    sections += [("van-ban", "Văn bản")] if catalog.documents else []
    sections += [(Series.SECTION, Series.SECTION_NAME)] if catalog.results else []
    sections += [OTHERS] if has_others else []
    return SearchView(
        index=index,
        sections=tuple(sections),
        topics=tuple((t.id, t.need) for t in topics),
        places=tuple(_place_groups(catalog)),
        ways=tuple(_ways(catalog)),
    )


def _listed_places(catalog: Catalog) -> list[Place]:
    found = [p for p in catalog.places.values() if p.level != "quoc-gia" and catalog.in_place(p.id)]
    return sorted(found, key=lambda p: collation_key(p.name))


def _place_groups(catalog: Catalog) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    places = _listed_places(catalog)
    gone = {p.id for p in places if p.until and p.until < catalog.today}
    for title, is_gone in (("Hiện nay", False), ("Tên cũ", True)):
        names = tuple((p.id, f"{p.name} ({p.unit})") for p in places if (p.id in gone) == is_gone)
        if names:
            yield title, names


def _ways(catalog: Catalog) -> Iterator[tuple[Link, str]]:
    if catalog.entries:
        yield Link("Danh sách A–Z", _A_TO_Z), "mọi bài, theo vần chữ cái"
    for name, address, found, about in (
        ("Chủ đề", "/chu-de/", any(catalog.with_topic(t.id) for t in catalog.topics), "theo việc bạn cần hỗ trợ"),
        ("Địa bàn", "/dia-ban/", bool(_listed_places(catalog)), "theo xã, phường, tỉnh, tên nay và tên cũ"),
        ("Văn bản", "/van-ban/", bool(catalog.documents), "theo số, ký hiệu"),
        (Series.SECTION_NAME, f"/{Series.SECTION}/", bool(catalog.results), "theo tên chuỗi, có bảng và biểu đồ"),
    ):
        if found:
            yield Link(name, address), about


def _letter_pages(catalog: Catalog) -> Iterator[Page]:
    entries = sorted(catalog.entries, key=lambda e: (collation_key(_sorted_title(e)), e.item.id))
    chunks = [entries[start : start + _ON_A_PAGE] for start in range(0, len(entries), _ON_A_PAGE)]
    pages = tuple(Link(_span(chunk), _address(n)) for n, chunk in enumerate(chunks, start=1))
    for number, chunk in enumerate(chunks, start=1):
        yield Page(
            address=_address(number),
            template="letters.html",
            title=f"Danh sách A–Z: {pages[number - 1].label}" if number > 1 else "Danh sách A–Z",
            description="Mọi bài, xếp theo vần chữ cái.",
            view=LettersView(tuple(_by_letter(catalog, chunk)), pages if len(pages) > 1 else ()),
            section="tim-kiem",
            crumbs=(_HOME, _SEARCH),
        )


def _by_letter(catalog: Catalog, entries: list[Entry]) -> Iterator[tuple[str, tuple[ListedItem, ...]]]:
    letters: dict[str, list[ListedItem]] = {}
    for entry in entries:
        listed = ListedItem(
            Link(entry.item.title, entry.address), entry.item.SECTION_NAME, catalog.state_of(entry.item)
        )
        letters.setdefault(_letter(_sorted_title(entry)), []).append(listed)
    for letter, items in letters.items():
        yield letter, tuple(items)


def _sorted_title(entry: Entry) -> str:
    """The title from its first letter or digit on: a quotation mark has no place in the alphabet."""
    title = entry.item.title
    return next((title[i:] for i, sign in enumerate(title) if sign.isalnum()), title)


def _letter(title: str) -> str:
    """Letter of the alphabet under which a title stands: "Á" under A, "Ắ" under Ă."""
    return exact_form(title[0].lower())[0].upper()


def _span(entries: list[Entry]) -> str:
    """First words of the first and the last title of a page of the list."""
    first, last = (_sorted_title(e).split()[0] for e in (entries[0], entries[-1]))
    return f"{first} – {last}"


def _address(number: int) -> str:
    return _A_TO_Z if number == 1 else f"{_A_TO_Z}trang-{number}/"
