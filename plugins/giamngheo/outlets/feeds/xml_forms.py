"""RSS 2.0 and Atom: each entry is built once by feedgen, corrected, and kept as text without its article.

Feeds share entries, so a document is a frame with the kept texts in it; the article comes in between at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Literal

from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree
from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.ground.characters import drop_illegal
from giamngheo.outlets.feeds.documents import Document, address_of
from giamngheo.outlets.feeds.extension import NAMESPACES, MediaPicture, PortalEntry, PortalFeed, WebLink, tombstones
from giamngheo.outlets.feeds.posts import Post, legal, publisher_of

XmlForm = Literal["rss", "atom"]

KINDS: dict[str, str] = {"rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"}
"""Media types by form."""

MAIL = re.compile(r"[^\s@()<>]+@[^\s@()<>]+")
"""An address that RSS can carry; the settings take any line of text."""

_HERE = "NOI-DUNG"
_ARTICLES = {
    "rss": (b"<content:encoded>", b"</content:encoded>"),
    "atom": (b'<content type="html">', b"</content>"),
}
"""Tags around the article: "<" is escaped in every text, so these occur nowhere else in an entry."""
_ENDS = {"rss": b"</channel></rss>", "atom": b"</feed>"}
_DECLARED = re.compile(rb'(<[a-z:-]+)((?: xmlns(?::[a-z]+)?="[^"]*")+)')
_CONTENT = f' xmlns:content="{NAMESPACES["content"]}"'.encode()
_PREFIX = re.compile(rb"<([a-z]+):")


class Fragment(Struct, frozen=True):
    """One entry without its article: what stands before and after it, and the name spaces it uses."""

    before: bytes
    after: bytes
    prefixes: frozenset[str]


class XmlWriter(Struct, frozen=True):
    """Writes frames and entries of one portal; `site_url` ends with a slash."""

    catalog: Catalog
    site_url: str

    def fragment(self, post: Post, form: XmlForm) -> Fragment:
        """Build one entry with feedgen and keep it as text."""
        entry = self._entry(post)
        parent = etree.Element("parent", nsmap=NAMESPACES)
        parent.append(entry.rss_entry() if form == "rss" else entry.atom_entry())
        if form == "atom":
            parent.extend(tombstones([self._whole(path) for path in post.removed], post.updated))
        text = b"\n".join(_DECLARED.sub(rb"\1", etree.tostring(child, encoding="utf-8")) for child in parent)
        start, end = _ARTICLES[form]
        before, _, after = text.partition(start + _HERE.encode() + end)
        return Fragment(before, after, frozenset(p.decode() for p in _PREFIX.findall(before + after)))

    def document(self, document: Document, form: XmlForm, entries: Iterable[tuple[Fragment, bytes]]) -> bytes:
        """Put entries, each with its article (escaped, b"" for none), into the frame of a document."""
        start, end = _ARTICLES[form]
        parts: list[bytes] = []
        prefixes: set[str] = set()
        for fragment, article in entries:
            middle = (start, article, end) if article else ()
            parts += [b"\n", fragment.before, *middle, fragment.after]
            prefixes |= fragment.prefixes
            if article:
                prefixes.add("content")
        frame = self._frame(document, form, prefixes).removesuffix(_ENDS[form])
        return b"".join((frame, *parts, b"\n", _ENDS[form], b"\n"))

    def _frame(self, document: Document, form: XmlForm, prefixes: set[str]) -> bytes:
        """A feed without entries; only name spaces that are used are declared."""
        feed = self._feed(document, form)
        used = prefixes | ({"fh"} if document.archive else set())
        if form == "atom":
            feed.portal.namespaces = {name: NAMESPACES[name] for name in sorted(used - {"content"})}
            return bytes(feed.atom_str())
        feed.portal.namespaces = {name: NAMESPACES[name] for name in sorted(used | {"dc", "sy"})}
        text = bytes(feed.rss_str())
        return text if "content" in used else text.replace(_CONTENT, b"", 1)  # feedgen declares it always

    def _feed(self, document: Document, form: XmlForm) -> FeedGenerator:
        settings, subject = self.catalog.settings, document.subject
        feed = FeedGenerator()
        feed.register_extension("portal", PortalFeed, PortalEntry)
        feed.id(self._whole(address_of(subject, "", form)))
        feed.title(legal(subject.title, subject.name))
        feed.description(drop_illegal(f"{subject.about} {settings.description}"))
        feed.link(href=self._whole(subject.page))
        feed.language("vi")
        feed.copyright(legal(settings.rights))
        feed.docs("https://www.rssboard.org/rss-specification")
        feed.generator("giamngheo")
        feed.updated(document.updated)
        feed.author(name=publisher_of(self.catalog))
        self._complete(feed.portal, document, form)
        return feed

    def _complete(self, portal: PortalFeed, document: Document, form: XmlForm) -> None:
        settings, contact = self.catalog.settings, self.catalog.settings.contact
        portal.page = self._whole(document.subject.page)
        portal.links = tuple(self._links(document, form))
        portal.updated = document.updated
        portal.publisher = publisher_of(self.catalog)
        if contact.email and MAIL.fullmatch(contact.email):
            portal.editor = f"{contact.email} ({legal(contact.office or settings.name, contact.email)})"
        portal.is_archive = bool(document.archive)

    def _links(self, document: Document, form: XmlForm) -> Iterable[WebLink]:
        """Itself, the hub, and its place among the archives (RFC 5005, section 4; WebSub, section 4)."""
        kind = KINDS[form]
        yield WebLink("self", self._whole(document.address(form)), kind)
        if document.archive:
            yield WebLink("current", self._whole(address_of(document.subject, "", form)), kind)
        elif self.catalog.settings.websub_hub:
            yield WebLink("hub", self.catalog.settings.websub_hub)
        if document.previous:
            yield WebLink("prev-archive", self._whole(address_of(document.subject, document.previous, form)), kind)

    def _entry(self, post: Post) -> FeedEntry:
        one = FeedEntry()
        one.register_extension("portal", PortalEntry)
        one.title(post.title)
        one.link(href=self._whole(post.link))
        one.guid(self._whole(post.identity), permalink=False)
        one.description(escape(post.summary, quote=False))  # HTML in RSS, and first of the three: see defect 6
        one.content(_HERE, type="html")
        one.summary(post.summary)  # plain text in Atom
        one.updated(post.updated)
        one.author(name=post.author)
        one.rights(legal(self.catalog.settings.rights))
        for label in post.labels:
            scheme = {"scheme": self._whole(label.scheme)} if label.scheme else {}
            one.category(term=label.term or label.text, **scheme)
        self._complete_entry(one, post)
        return one

    def _complete_entry(self, one: FeedEntry, post: Post) -> None:
        portal = one.portal
        portal.creator = post.author
        portal.rights = legal(self.catalog.settings.rights)
        portal.published, portal.updated = post.published, post.updated
        links = [WebLink("alternate", self._whole(post.link), "text/html")]
        if post.about:
            links.append(WebLink("related", self._whole(post.about), "text/html"))
        picture = post.picture
        if picture:
            href = self._whole(picture.address)
            links.append(WebLink("enclosure", href, picture.kind, drop_illegal(picture.alt), picture.length))
            one.enclosure(href, str(picture.length), picture.kind)
            portal.picture = MediaPicture(
                href,
                picture.kind,
                picture.width,
                picture.height,
                picture.length,
                drop_illegal(picture.alt),
                drop_illegal(picture.credit),
            )
        if post.sound:
            href = self._whole(post.sound.address)
            links.append(WebLink("enclosure", href, post.sound.type, length=post.sound.length))
            one.enclosure(href, str(post.sound.length), post.sound.type)
        portal.links = tuple(links)

    def _whole(self, path: str) -> str:
        return self.site_url + path[1:]
