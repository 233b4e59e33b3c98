"""Builds the feeds of the portal: all, and one per section that has items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import KINDS, Item
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.feeds.extension import PortalEntry, PortalFeed
from giamngheo.rendering import SITE, Rendered
from giamngheo.rendering.article import article_html


@dataclass(frozen=True, slots=True)
class FeedFile:
    """One feed: address on the site, title, one line on what is in it, and its bytes."""

    address: str
    title: str
    about: str
    content: bytes


@dataclass(frozen=True, slots=True)
class FeedSubject:
    """What a feed is about: its name in the address, the page it belongs to, and its items."""

    name: str
    title: str
    about: str
    page: str
    entries: tuple[Entry, ...]


def feed_list(catalog: Catalog) -> list[FeedSubject]:
    """The home feed, and one feed for each section that has a page."""
    entries = list(catalog.current(catalog.entries))
    name = catalog.settings.name
    subjects = [FeedSubject("home", name, "Mọi bài mới của cổng.", "/", tuple(entries))]
    for kind in KINDS:
        chosen = tuple(e for e in entries if isinstance(e.item, kind))
        title, about = f"{kind.SECTION_NAME} · {name}", f"Bài mới trong mục {kind.SECTION_NAME}."
        subjects.append(FeedSubject(kind.SECTION, title, about, f"/{kind.SECTION}/", chosen))
    used = {"home", *(entry.item.SECTION for entry in catalog.entries)}
    return [subject for subject in subjects if subject.name in used]  # pages link to these, expired items or not


def build_feeds(catalog: Catalog, bodies: Mapping[str, Rendered], site_url: str) -> Iterator[FeedFile]:
    """Yield every feed; `site_url` ends with a slash and is where the portal will be served."""
    articles: dict[str, str] = {}
    for subject in feed_list(catalog):
        shown = subject.entries[: catalog.settings.feed_size]
        for entry in shown:
            if entry.item.id not in articles:
                html = article_html(catalog, entry, bodies[entry.loaded.path])
                articles[entry.item.id] = html.replace(f"{SITE}/", site_url)
        content = _rss(catalog, subject, shown, articles, site_url)
        yield FeedFile(f"/rss/{subject.name}.rss", subject.title, subject.about, content)


def published_at(item: Item) -> datetime:
    """Moment of publication: the embargo's end, or the first minute of the day, in Viet Nam."""
    day = datetime.combine(item.date, time(), VIETNAM)
    return max(day, item.publish_at or day)


def updated_at(item: Item, today: date) -> datetime:
    """Moment of the last change up to today that is not minor; small corrections of spelling wake no newsroom."""
    days = [c.date for c in item.changes if c.kind != "minor" and c.date <= today]
    last = datetime.combine(max(days), time(), VIETNAM) if days else published_at(item)
    return max(last, published_at(item))


def _rss(
    catalog: Catalog, subject: FeedSubject, entries: Iterable[Entry], articles: Mapping[str, str], site_url: str
) -> bytes:
    feed = _channel(catalog, subject, site_url)
    latest = datetime.fromtimestamp(0, UTC)
    for entry in entries:
        latest = max(latest, updated_at(entry.item, catalog.today))
        feed.add_entry(_entry(catalog, entry, articles[entry.item.id], site_url), order="append")
    feed.lastBuildDate(latest)  # not the clock: the bytes stay the same while nothing changes
    return bytes(feed.rss_str(pretty=True))


def _channel(catalog: Catalog, subject: FeedSubject, site_url: str) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("portal", PortalFeed, PortalEntry, atom=False, rss=True)
    feed.portal.page = site_url + subject.page[1:]
    feed.title(_legal(subject.title))
    feed.description(_legal(f"{subject.about} {catalog.settings.description}"))
    feed.link(href=f"{site_url}rss/{subject.name}.rss", rel="self", type="application/rss+xml")
    feed.language("vi")
    feed.generator("giamngheo")
    return feed


def _entry(catalog: Catalog, entry: Entry, article: str, site_url: str) -> FeedEntry:
    item = entry.item
    one = FeedEntry()
    one.register_extension("portal", PortalEntry, atom=False, rss=True)
    one.title(_legal(item.title))
    one.link(href=site_url + entry.address[1:])
    one.guid(f"{site_url}id/{item.id}/", permalink=False)
    one.description(_legal(item.summary))
    one.content(_legal(article))
    one.pubDate(published_at(item))
    names = {topic.id: topic.name for topic in catalog.topics}
    for label in (item.SECTION_NAME, *(names[t] for t in item.topics if t in names)):
        one.category(term=_legal(label))
    one.portal.creator = _legal(item.author)
    one.portal.updated = updated_at(item, catalog.today)
    return one


def _legal(text: str) -> str:
    """Drop what XML 1.0 (section 2.2) does not allow; the loader has warned the editor of each."""
    return drop_illegal(text)
