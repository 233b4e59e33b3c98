"""JSON Feed 1.1 (jsonfeed.org/version/1.1): each entry is kept as text without its article, as in the XML forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec
from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.json_text import compact
from giamngheo.outlets.feeds.documents import Document, address_of
from giamngheo.outlets.feeds.posts import Post, legal, publisher_of


class JsonWriter(Struct, frozen=True):
    """Writes documents and entries of one portal; `site_url` ends with a slash."""

    catalog: Catalog
    site_url: str

    def fragment(self, post: Post) -> str:
        """One entry without its article and without its closing brace."""
        return _text(dict(self._entry(post))).removesuffix("}")

    def document(self, document: Document, entries: Iterable[tuple[str, str]]) -> bytes:
        """Put entries, each with its article ("" for none), into a document."""
        frame = _text(dict(self._frame(document))).removesuffix("}")
        items = ",\n".join(self._item(fragment, article) for fragment, article in entries)
        return f'{frame},"items":[\n{items}\n]}}\n'.encode()

    @staticmethod
    def _item(fragment: str, article: str) -> str:
        """JSON Feed asks for a text or HTML in each entry; the summary stands where the whole text is elsewhere."""
        if article:
            return f'{fragment},"content_html":{_text(article)}}}'
        return f'{fragment},"content_text":{_text(msgspec.json.decode(fragment + "}")["summary"])}}}'

    def _frame(self, document: Document) -> Iterator[tuple[str, object]]:
        settings, subject = self.catalog.settings, document.subject
        yield "version", "https://jsonfeed.org/version/1.1"
        yield "title", legal(subject.title, subject.name)
        yield "home_page_url", self._whole(subject.page)
        yield "feed_url", self._whole(document.address("json"))
        if document.previous:
            yield "next_url", self._whole(address_of(subject, document.previous, "json"))
        yield "description", drop_illegal(f"{subject.about} {settings.description}")
        yield "user_comment", drop_illegal(settings.rights)
        yield "language", "vi"
        yield "authors", [{"name": publisher_of(self.catalog)}]
        if settings.websub_hub and not document.archive:
            yield "hubs", [{"type": "WebSub", "url": settings.websub_hub}]

    def _entry(self, post: Post) -> Iterator[tuple[str, object]]:
        yield "id", self._whole(post.identity)
        yield "url", self._whole(post.link)
        yield "title", post.title
        yield "summary", post.summary
        yield "date_published", post.published.isoformat()
        yield "date_modified", post.updated.isoformat()
        yield "authors", [{"name": post.author}]
        yield "tags", [label.text for label in post.labels]
        yield "language", "vi"
        if post.picture:
            yield from self._picture(post)
        if sound := post.sound:
            keys = ("url", "mime_type", "size_in_bytes", "duration_in_seconds")
            values = (self._whole(sound.address), sound.type, sound.length, sound.seconds)
            yield "attachments", [dict(zip(keys, values, strict=True))]
        yield from self._own(post)

    def _picture(self, post: Post) -> Iterator[tuple[str, object]]:
        picture = post.picture
        if picture is None:
            return
        url, title = self._whole(picture.address), drop_illegal(f"{picture.alt} ({picture.credit})")
        yield "image", url
        yield (
            "attachments",
            [{"url": url, "mime_type": picture.kind, "title": title, "size_in_bytes": picture.length}],
        )

    def _own(self, post: Post) -> Iterator[tuple[str, object]]:
        """What the format has no key for, in an object of our own, whose name begins with "_"."""
        own: dict[str, object] = {"about": self._whole("/rss/")}
        if post.about:
            own["concerns"] = self._whole(post.about)
        if post.removed:
            own["withdrawn"] = [self._whole(path) for path in post.removed]
        if post.spoken:
            own["seconds"] = post.spoken.seconds
            own["priority"] = post.labels[-1].term
        if len(own) > 1:
            yield "_giamngheo", own

    def _whole(self, path: str) -> str:
        return self.site_url + path[1:]


def _text(value: object) -> str:
    return compact(value).decode()
