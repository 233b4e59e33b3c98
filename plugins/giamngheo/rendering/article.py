"""The full text of an item as one piece of HTML, for whoever takes it out of the page: feeds, packs, mail.

A newsroom must be able to print an item without opening the site, so what the page shows from the front
matter (benefit, steps, amounts, results, sources) is written out here before and after the body.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Item
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.body import Rendered
from giamngheo.rendering.kinds import words_of
from giamngheo.rendering.kinds.passages import listing, paragraph


class Article(Struct, frozen=True):
    """The full text in three pieces: the body is the one that the page holds too, and the longest."""

    before: str
    body: str
    after: str

    @property
    def html(self) -> str:
        """The whole; addresses of the site in it still begin with `SITE`."""
        return "\n".join(part for part in (self.before, self.body, self.after) if part)


def compose_article(catalog: Catalog, entry: Entry, rendered: Rendered) -> Article:
    """Compose the full text in its three pieces; addresses of the site in it still begin with `SITE`."""
    return replace(frame_article(catalog, entry), body=rendered.html)


def frame_article(catalog: Catalog, entry: Entry) -> Article:
    """Compose what stands before and after the body."""
    item, words = entry.item, words_of(entry.item).article
    before = [paragraph(words.lead, item.summary), *_standing(catalog, item), *words.before(catalog, item)]
    after = [*words.after(catalog, item), *_changes(item), *_sources(item)]
    return Article("\n".join(filter(None, before)), "", "\n".join(filter(None, after)))


def _standing(catalog: Catalog, item: Item) -> Iterator[str]:
    state = catalog.state_of(item)
    if state:
        yield paragraph("Tình trạng", state.told)
    if item.last_checked:
        yield paragraph("Kiểm tra lần cuối", format_day(item.last_checked))


def _changes(item: Item) -> Iterator[str]:
    yield listing("Nhật ký sửa", (escape(f"{format_day(c.date)}: {c.note}") for c in item.changes))


def _sources(item: Item) -> Iterator[str]:
    yield listing("Nguồn", (_source(s.title, s.publisher, s.url) for s in item.sources))


def _source(title: str, publisher: str, url: str | None) -> str:
    name = f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)
    return f"{name} ({escape(publisher)})"
