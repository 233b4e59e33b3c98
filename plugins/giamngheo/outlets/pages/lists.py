"""Section lists, paged, with topics as filters that work without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import KINDS, Item
from giamngheo.ground.cache import digest
from giamngheo.outlets.pages.lines import capital, item_card
from giamngheo.outlets.pages.views import Card, Group, ListView, Pager
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page


class Slice(Struct, frozen=True):
    """One page of a long list: its entries, number and address, and links to the pages around."""

    entries: tuple[Entry, ...]
    number: int
    address: str
    pager: Pager | None

    def titled(self, title: str) -> str:
        """Title of this page of the list."""
        return title if self.number == 1 else f"{title}, trang {self.number}"

    def described(self, description: str) -> str:
        """Description of this page of the list, unlike that of the first."""
        return description if self.number == 1 else f"{description} Trang {self.number}."


def slices(catalog: Catalog, root: str, entries: Iterable[Entry]) -> Iterator[Slice]:
    """Cut a list into pages of `Settings.page_size`, by section and with what is over last; an empty list has one."""
    ordered = sorted(
        entries, key=lambda e: (KINDS.index(type(e.item)), catalog.is_over(e.item), _next(catalog, e.item))
    )  # stable
    size = max(1, catalog.settings.page_size)
    count = max(1, -(-len(ordered) // size))
    for number in range(1, count + 1):
        links = tuple(Link(str(n), page_address(root, n)) for n in pages_near(number, count))
        chunk = tuple(ordered[(number - 1) * size : number * size])
        yield Slice(chunk, number, page_address(root, number), Pager(number, links) if links else None)


def _next(catalog: Catalog, item: Item) -> int:
    """Order of what takes place: the nearest day first, before and after today; of anything else none."""
    if item.takes_place is None:
        return 0
    first, last = item.takes_place
    return -last.toordinal() if catalog.is_over(item) else first.toordinal()


def grouped(catalog: Catalog, part: Slice) -> tuple[Group, ...]:
    """Cards of one page of a list under the names of their sections; empty sections are left out."""
    groups: dict[str, list[Card]] = {}
    for entry in part.entries:
        groups.setdefault(entry.item.SECTION_NAME, []).append(item_card(catalog, entry))
    return tuple(Group(name, tuple(cards)) for name, cards in groups.items())


def section_pages(catalog: Catalog, more: Mapping[type[Item], tuple[Link, ...]]) -> Iterator[Page]:
    """Every page of every section that has items; a section without items has no page and no menu entry.

    `more` are pages that show the items of a section in another way.
    """
    for kind in KINDS:
        entries = [e for e in catalog.entries if isinstance(e.item, kind)]
        if entries:
            used = {topic for e in entries for topic in e.item.topics}
            topics = tuple(Link(capital(t.name), f"/chu-de/{t.id}/") for t in catalog.topics if t.id in used)
            feed = Link(f"RSS {kind.SECTION_NAME}", f"/rss/{kind.SECTION}.rss")
            section = _Section(catalog, kind, len(entries), topics, feed, more.get(kind, ()))
            for part in slices(catalog, f"/{kind.SECTION}/", entries):
                yield section.page(part)


class _Section(Struct, frozen=True):
    """What all pages of the list of a section share."""

    catalog: Catalog
    kind: type[Item]
    count: int
    topics: tuple[Link, ...]
    feed: Link
    more: tuple[Link, ...]

    def page(self, part: Slice) -> Page:
        return Page(
            address=part.address,
            template="section.html",
            title=part.titled(self.kind.SECTION_NAME),
            description=part.described(self.kind.INTRO),
            view=Later(partial(self.view, part), lambda: digest(self.catalog.fingerprint, repr(self.more))),
            section=self.kind.SECTION,
            crumbs=(Link("Trang chủ", "/"),),
            feeds=(self.feed,),
        )

    def view(self, part: Slice) -> ListView:
        cards = tuple(item_card(self.catalog, e) for e in part.entries)
        groups = tuple(_by_day(self.catalog, part)) if any(e.item.takes_place for e in part.entries) else ()
        return ListView(self.kind.INTRO, cards, self.count, self.topics, self.feed, part.pager, self.more, groups)


def _by_day(catalog: Catalog, part: Slice) -> Iterator[Group]:
    """What comes and what is over on the day of the build."""
    for title, is_over in (("Sắp tới", False), ("Đã diễn ra", True)):
        cards = tuple(item_card(catalog, e) for e in part.entries if catalog.is_over(e.item) == is_over)
        if cards:
            yield Group(title, cards)


def page_address(root: str, number: int) -> str:
    """Address of one page of a list: the first is the section itself."""
    return root if number == 1 else f"{root}trang-{number}/"


def pages_near(number: int, count: int) -> list[int]:
    """First, last and the pages around: a list of 500 pages must not print 500 links on each of them."""
    if count == 1:
        return []
    return sorted({1, count, *range(max(1, number - 2), min(count, number + 2) + 1)})
