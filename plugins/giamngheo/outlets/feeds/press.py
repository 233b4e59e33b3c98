"""Writes and checks the documents of feeds, and the ninjs file of each item: what is made late.

Libraries for XML are loaded with it, so it is loaded late itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from html import escape

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog
from giamngheo.ground.cache import digest
from giamngheo.ground.characters import ILLEGAL, drop_illegal
from giamngheo.ground.packing import pack, unpack
from giamngheo.outlets.feeds.check import check_feed
from giamngheo.outlets.feeds.documents import Document
from giamngheo.outlets.feeds.json_form import JsonWriter
from giamngheo.outlets.feeds.kept_digests import KeptDigests
from giamngheo.outlets.feeds.ninjs import canceled, ninjs_address, usable
from giamngheo.outlets.feeds.pages import FORMS
from giamngheo.outlets.feeds.posts import Picture, Post, identity_of, item_posts, spoken_article, withdrawal_post
from giamngheo.outlets.feeds.rules import text_faults
from giamngheo.outlets.feeds.subjects import NEWSPAPER
from giamngheo.outlets.feeds.xml_forms import Fragment, XmlForm, XmlWriter
from giamngheo.rendering import SITE, Rendered
from giamngheo.rendering.article import Article, compose_article, frame_article
from giamngheo.rendering.outputs import LateFile

_ROOT = f"{SITE}/"


class _Texts(Struct, frozen=True):
    """Articles of one document, in the order of its entries: as HTML, and as XML holds it."""

    document: Document
    plain: tuple[str, ...]
    escaped: tuple[bytes, ...]


class Press:
    """Makes documents; an entry is built once for each form, however many documents it stands in."""

    def __init__(self, catalog: Catalog, bodies: Mapping[str, Rendered], site_url: str, digests: KeptDigests) -> None:
        self.catalog, self.site_url, self._digests = catalog, site_url, digests
        self._bodies = bodies
        self._xml, self._json = XmlWriter(catalog, site_url), JsonWriter(catalog, site_url)
        self._articles: dict[str, bytes] = {}  # packed: those of all items would fill the memory
        self._fragments: dict[tuple[str, str, bool], Fragment] = {}
        self._objects: dict[tuple[str, bool], bytes] = {}
        self._last: _Texts | None = None

    def files(self, documents: list[Document]) -> Iterator[LateFile]:
        """Every document in every form."""
        for document in documents:
            entries = cache(partial(self._digest_of_entries, document))  # the same in every form
            for form in FORMS:
                make, faults = partial(self.make, document, form), partial(self.faults, document, form)
                yield LateFile(document.address(form), make, partial(self.key, document, form, entries), faults)

    def make(self, document: Document, form: str) -> bytes:
        """Bytes of one document; its forms are made one after the other, and share the articles."""
        return self._make(document, form, self._texts(document))

    def key(self, document: Document, form: str, entries: Callable[[], str]) -> str:
        """Digest of everything a document is made from, besides the settings."""
        subject = document.subject
        head = (form, document.archive, document.previous, subject.name, subject.title, subject.about, subject.page)
        return digest(*head, subject.group, entries())

    def _digest_of_entries(self, document: Document) -> str:
        of_post = self._digest if document.holds_full_text else self._key
        return digest(*(of_post(post) for post in document.posts))

    def faults(self, document: Document, form: str, content: bytes) -> Iterator[str]:
        """Yield, in Vietnamese, each reason why a document must not go out.

        What differs is checked once: each feed without entries; entries and articles in the two feeds of newsrooms,
        which hold all of them. Tests check whole documents; doing so here would double the cost of feeds.
        """
        if not document.subject.keeps_full_text:
            if not document.archive:
                yield from self._check(self._short(replace(document, posts=()), form), document, form)
            return
        yield from self._check(self._short(document, form) if document.archive else content, document, form)
        for post in document.posts if form == "rss" else ():
            yield from (f"{post.identity}: {reason}" for reason in text_faults(self.article(post)))

    def _check(self, content: bytes, document: Document, form: str) -> Iterator[str]:
        return check_feed(content, document.address(form), self.site_url)

    def _short(self, document: Document, form: str) -> bytes:
        """The document without articles, as archives of most feeds are."""
        nothing = len(document.posts)
        return self._make(document, form, _Texts(document, ("",) * nothing, (b"",) * nothing))

    def _make(self, document: Document, form: str, texts: _Texts) -> bytes:
        if form == "json":
            return self._json.document(document, zip(map(self._object, document.posts), texts.plain, strict=True))
        xml: XmlForm = "rss" if form == "rss" else "atom"
        fragments = (self._fragment(post, xml) for post in document.posts)
        return self._xml.document(document, xml, zip(fragments, texts.escaped, strict=True))

    def article(self, post: Post) -> str:
        """The whole text of an entry, with whole addresses."""
        return self._html(post).replace(_ROOT, self.site_url) or f"<p>{escape(post.summary)}</p>"

    def _html(self, post: Post) -> str:
        own = spoken_article(post.spoken) if post.spoken else post.article
        if own or post.entry is None:
            return own.html if own else ""
        if packed := self._articles.get(post.identity):
            return unpack(packed)
        article = _clean(compose_article(self.catalog, post.entry, self._bodies[post.entry.loaded.path])).html
        self._articles[post.identity] = pack(article)
        return article

    def _texts(self, document: Document) -> _Texts:
        if self._last is None or self._last.document is not document:
            plain = tuple(self._text(document, post) for post in document.posts)
            self._last = _Texts(document, plain, tuple(escape(text, quote=False).encode() for text in plain))
        return self._last

    def _text(self, document: Document, post: Post) -> str:
        if not document.holds_full_text:
            return ""
        text = self.article(post)
        return f"{text}\n{self._coda(post)}" if document.subject.name == NEWSPAPER else text

    def ninjs_key(self, post: Post) -> str:
        """Digest of what the ninjs file of a public item is made from, besides registers and settings."""
        assert post.entry is not None  # noqa: S101 - made from an entry
        return digest(self._digest(post), post.entry.loaded.digest)

    def _key(self, post: Post) -> str:
        """Digest of an entry without its article."""
        return self._digests.of(self._name(post), lambda: digest(repr(replace(post, entry=None, article=None))))

    def _digest(self, post: Post) -> str:
        """Digest of an entry and its article: what it is composed from may stand in other items and in registers."""
        body = self._bodies[post.entry.loaded.path].digest if post.entry else ""
        name = f"{self._name(post)} {body}"
        return self._digests.of(name, lambda: digest(self._key(post), self._digest_anew(post)))

    def _name(self, post: Post) -> str:
        """What tells entries apart that are made from the same content."""
        spoken = f"{post.spoken.digest} {post.spoken.index}" if post.spoken else ""
        return f"{post.identity} {spoken}"

    def _digest_anew(self, post: Post) -> str:
        """Of the pieces of the article: the body, the longest, has a digest of its own."""
        if post.spoken:
            return digest(post.spoken.digest, str(post.spoken.index))
        if post.article or post.entry is None:
            return digest(repr(post.article), post.summary)
        frame = frame_article(self.catalog, post.entry)
        return digest(frame.before, frame.after, self._bodies[post.entry.loaded.path].digest, post.summary)

    def _coda(self, post: Post) -> str:
        """What a newspaper needs below the text: who wrote it, where it stands, whom to ask, how it may be used."""
        settings, contact = self.catalog.settings, self.catalog.settings.contact
        hotlines = (f"{h.number} ({h.label})" for h in contact.hotlines)
        asked = "; ".join(filter(None, (contact.office, contact.address, contact.email, contact.form, *hotlines)))
        lines = [("Biên soạn", post.author), ("Địa chỉ", self.site_url + post.link[1:]), ("Liên hệ", asked)]
        lines.append(("Sử dụng", settings.rights))
        if post.picture:
            lines.append(("Ảnh", f"{post.picture.alt} ({post.picture.credit})"))
        return "\n".join(
            f"<p><strong>{name}:</strong> {escape(drop_illegal(text))}</p>" for name, text in lines if text
        )

    def _fragment(self, post: Post, form: XmlForm) -> Fragment:
        key = post.identity, form, post.spoken is not None
        if key not in self._fragments:
            self._fragments[key] = self._xml.fragment(post, form)
        return self._fragments[key]

    def _object(self, post: Post) -> str:
        key = post.identity, post.spoken is not None
        if key not in self._objects:
            self._objects[key] = self._json.fragment(post).encode()
        return self._objects[key].decode()


def _clean(article: Article) -> Article:
    """Without characters that no feed may carry.

    Only the body holds addresses of the site: the mark before them in a field of the front matter is a text.
    """
    parts = article.body.split(_ROOT)
    body = _ROOT.join(map(drop_illegal, parts)) if any(map(ILLEGAL.search, parts)) else article.body
    return Article(drop_illegal(article.before), body, drop_illegal(article.after))


def ninjs_files(press: Press, pictures: Mapping[str, Picture], posts: Iterable[Post]) -> Iterator[LateFile]:
    """One file for each item, from its entry among `posts`; what has left the feeds has one of its own."""
    catalog, site_url = press.catalog, press.site_url
    known = {post.identity: post for post in posts if post.entry}
    for entry in catalog.entries:
        post = known.get(identity_of(entry.item)) or next(item_posts(catalog, entry, pictures))
        yield LateFile(ninjs_address(entry.item), partial(_usable, press, post), partial(press.ninjs_key, post))
    for loaded in catalog.withdrawn:
        notice = withdrawal_post(catalog, loaded)
        if notice:
            yield LateFile(ninjs_address(loaded.item), partial(canceled, notice, loaded.item, site_url))


def _usable(press: Press, post: Post) -> bytes:
    assert post.entry is not None  # noqa: S101 - made from an entry just above
    return usable(press.catalog, post, post.entry.item, press.article(post), press.site_url)
