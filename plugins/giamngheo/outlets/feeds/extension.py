"""Completes and corrects the trees that feedgen builds (feedgen 1.0.0 is no longer maintained).

Its known defects, each held by a test that bears its number (tests/unit/outlets/test_feedgen_defects.py):

1.  RSS: `channel/link` is the last link added, whatever its `rel` - set to the page of the feed;
2.  RSS: links to a hub are dropped - written as `atom:link`;
3.  RSS: an author without e-mail is dropped - written as `dc:creator`;
4.  dates that are not set are the clock, and the last build always is - every date is set from the content;
5.  Atom: `content(type="CDATA")` writes a type that does not exist - the type is always `html`;
6.  Atom: `description()` before `content()` loses the summary - `summary()` sets it;
7.  `media:*` stands in a group of one each - written here, without group;
8.  `sy:updateFrequency` becomes `UpdateFrequency` with the text None - written here;
9.  a second `enclosure()` silently replaces the first - an entry has one picture at most;
10. Atom: links of entries lose `rel`, `type` and the rest - all of them are written here;
11. a character that XML forbids ends the build - dropped from every text before feedgen sees it.

It also switches the locale of the whole process for each date of an entry in RSS: those are written here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from email.utils import format_datetime

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree
from msgspec import Struct

ATOM = "http://www.w3.org/2005/Atom"
NAMESPACES = {
    "atom": ATOM,
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "fh": "http://purl.org/syndication/history/1.0",
    "at": "http://purl.org/atompub/tombstones/1.0",
}
"""RSS content, Dublin Core, Media RSS, syndication; RFC 5005, section 2; RFC 6721, section 3."""


class WebLink(Struct, frozen=True):
    """A link of a feed or an entry, with whole address (RFC 4287, section 4.2.7)."""

    rel: str
    href: str
    kind: str = ""
    title: str = ""
    length: int = 0

    @property
    def attributes(self) -> dict[str, str]:
        """Attributes that are set."""
        pairs = {"rel": self.rel, "type": self.kind, "href": self.href, "title": self.title}
        pairs["length"] = str(self.length) if self.length else ""
        return {key: value for key, value in pairs.items() if value}


class MediaPicture(Struct, frozen=True):
    """A picture by whole address; size in pixels, length in bytes."""

    href: str
    kind: str
    width: int
    height: int
    length: int
    alt: str
    credit: str


class PortalFeed(BaseExtension):  # type: ignore[misc]
    """Corrections of the feed itself."""

    page = ""
    namespaces: Mapping[str, str] = NAMESPACES
    links: tuple[WebLink, ...] = ()
    updated: datetime | None = None
    publisher = ""
    editor = ""
    is_archive = False

    def extend_ns(self) -> Mapping[str, str]:
        """Name spaces that are used here or in the entries."""
        return self.namespaces

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Write what RSS gets wrong or lacks."""
        channel = feed.find("channel")
        assert channel is not None  # noqa: S101 - feedgen has just made it
        for link in channel.findall("link"):
            link.text = self.page
        for link in channel.findall(f"{{{ATOM}}}link"):
            channel.remove(link)
        _add_links(channel, "atom:link", self.links)
        for built in channel.findall("lastBuildDate"):
            built.text = format_datetime(self.updated) if self.updated else None
        _add(channel, "managingEditor", self.editor)
        _add(channel, "dc:publisher", self.publisher)
        _add(channel, "sy:updatePeriod", "daily")
        _add(channel, "sy:updateFrequency", "1")
        self._mark(channel)
        return feed

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Write every link with all that belongs to it."""
        for link in feed.findall("link"):
            feed.remove(link)
        _add_links(feed, "link", (WebLink("alternate", self.page, "text/html"), *self.links))
        self._mark(feed)
        return feed

    def _mark(self, parent: etree._Element) -> None:
        if self.is_archive:
            etree.SubElement(parent, _name("fh:archive"))


class PortalEntry(BaseEntryExtension):  # type: ignore[misc]
    """Corrections of an entry."""

    creator = ""
    rights = ""
    published: datetime | None = None
    updated: datetime | None = None
    links: tuple[WebLink, ...] = ()
    picture: MediaPicture | None = None
    removed: tuple[str, ...] = ()

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Add dates, who wrote it and the picture; `content:encoded` already stands before the picture's caption."""
        if self.published and self.updated:
            _add(entry, "pubDate", format_datetime(self.published))
            _add(entry, "atom:updated", self.updated.isoformat())
        _add(entry, "dc:creator", self.creator)
        _add(entry, "dc:rights", self.rights)
        _add_links(entry, "atom:link", (link for link in self.links if link.rel == "related"))
        self._add_picture(entry)
        return entry

    def extend_atom(self, entry: etree._Element) -> etree._Element:
        """Write every link with all that belongs to it, and the picture."""
        for link in entry.findall("link"):
            entry.remove(link)
        if self.published:
            _add(entry, "published", self.published.isoformat())
        _add_links(entry, "link", self.links)
        self._add_picture(entry)
        return entry

    def _add_picture(self, entry: etree._Element) -> None:
        """Media RSS 1.5.1: `media:content` with what it shows and who holds the rights."""
        picture = self.picture
        if picture is None:
            return
        sizes = {"fileSize": picture.length, "width": picture.width, "height": picture.height}
        attributes = {"url": picture.href, "type": picture.kind, "medium": "image"}
        attributes |= {key: str(value) for key, value in sizes.items()}
        content = etree.SubElement(entry, _name("media:content"), attributes)
        _add(content, "media:description", picture.alt).set("type", "plain")
        _add(content, "media:credit", picture.credit).set("role", "photographer")


def tombstones(removed: Iterable[str], when: datetime) -> list[etree._Element]:
    """Elements that say of identities that they are gone (RFC 6721, section 3)."""
    attributes = ({"ref": identity, "when": when.isoformat()} for identity in removed)
    return [etree.Element(_name("at:deleted-entry"), one, nsmap={"at": NAMESPACES["at"]}) for one in attributes]


def _add_links(parent: etree._Element, name: str, links: Iterable[WebLink]) -> None:
    for link in links:
        etree.SubElement(parent, _name(name), link.attributes)


def _add(parent: etree._Element, name: str, text: str) -> etree._Element:
    """Add an element with a text; one without text is not added to the tree."""
    element = etree.SubElement(parent, _name(name)) if text else etree.Element(_name(name))
    element.text = text
    return element


def _name(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if prefix else local
