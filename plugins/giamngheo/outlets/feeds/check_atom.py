"""Rules of Atom (RFC 4287), of its archives (RFC 5005) and of deleted entries (RFC 6721)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from giamngheo.outlets.feeds.check_rss import archive_faults
from giamngheo.outlets.feeds.extension import ATOM, NAMESPACES
from giamngheo.outlets.feeds.rules import (
    Place,
    Rule,
    breaches,
    html_faults,
    is_rfc3339,
    is_web_address,
    parse_xml,
    unused_prefixes,
)

_DELETED = f"{{{NAMESPACES['at']}}}deleted-entry"
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
_SINGLE = ("id", "title", "updated", "published", "summary", "content", "rights", "subtitle", "generator")


def check(content: bytes, place: Place) -> Iterator[str]:
    """Yield every breach in an Atom document."""
    root = parse_xml(content)
    if isinstance(root, str):
        yield f"{root} [xml]"
        return
    if root.tag != _atom("feed"):
        yield "không phải Atom [atom-root]"
        return
    yield from breaches(FEED_RULES, root, place)
    for number, entry in enumerate(root.iterfind(_atom("entry")), 1):
        yield from breaches(ENTRY_RULES, entry, place, f"bài {number}: ")


def _atom(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _text(parent: etree._Element, name: str) -> str:
    return (parent.findtext(_atom(name)) or "").strip()


def _complete(parent: etree._Element, _: Place) -> Iterator[str]:
    return (f"thiếu {name}" for name in ("id", "title", "updated") if not _text(parent, name))


def _once(parent: etree._Element, _: Place) -> Iterator[str]:
    return (f"có hơn một {name}" for name in _SINGLE if len(parent.findall(_atom(name))) > 1)


def _identity(parent: etree._Element, _: Place) -> Iterator[str]:
    if not _SCHEME.fullmatch(_text(parent, "id")):
        yield "id không phải địa chỉ đầy đủ"


def _dates(parent: etree._Element, _: Place) -> Iterator[str]:
    for name in ("updated", "published"):
        text = _text(parent, name)
        if text and not is_rfc3339(text):
            yield f"{name} không đúng dạng ngày của RFC 3339"


def _author(feed: etree._Element, _: Place) -> Iterator[str]:
    if feed.find(_atom("author")) is None and any(e.find(_atom("author")) is None for e in feed.iter(_atom("entry"))):
        yield "thiếu author"


def _person(parent: etree._Element, _: Place) -> Iterator[str]:
    for author in parent.iterfind(_atom("author")):
        if not _text(author, "name"):
            yield "author thiếu tên"


def _self_link(feed: etree._Element, place: Place) -> Iterator[str]:
    if [link.get("href") for link in feed.findall(_atom("link")) if link.get("rel") == "self"] != [place.whole]:
        yield "link rel=self không trỏ về chính bản tin"


def _links(parent: etree._Element, _: Place) -> Iterator[str]:
    alternates: Counter[tuple[str | None, str | None]] = Counter()
    for link in parent.iterfind(_atom("link")):
        if not is_web_address(link.get("href", "")):
            yield "link thiếu địa chỉ đầy đủ"
        if not link.get("length", "0").isdigit():
            yield "link có length không phải số"
        if link.get("rel", "alternate") == "alternate":
            alternates[link.get("type"), link.get("hreflang")] += 1
    if any(count > 1 for count in alternates.values()):
        yield "có hai link alternate cùng kiểu, cùng ngôn ngữ"


def _unique(feed: etree._Element, _: Place) -> Iterator[str]:
    counted = Counter(_text(entry, "id") for entry in feed.iterfind(_atom("entry")))
    return (f"có {count} bài cùng id {name}" for name, count in counted.items() if count > 1)


def _tombstones(feed: etree._Element, _: Place) -> Iterator[str]:
    entries = {_text(entry, "id") for entry in feed.iterfind(_atom("entry"))}
    for stone in feed.iterfind(_DELETED):
        if not _SCHEME.fullmatch(stone.get("ref", "")) or not is_rfc3339(stone.get("when", "")):
            yield "deleted-entry thiếu ref hoặc when"
        if stone.get("ref") in entries:
            yield "bài đã gỡ vẫn còn trong bản tin"


def _archive(feed: etree._Element, place: Place) -> Iterator[str]:
    return archive_faults(feed, feed.findall(_atom("link")), place)


def _content(entry: etree._Element, _: Place) -> Iterator[str]:
    content = entry.find(_atom("content"))
    if content is None:
        rels = [link.get("rel", "alternate") for link in entry.iterfind(_atom("link"))]
        if "alternate" not in rels:
            yield "không có content thì phải có link alternate"
        if not _text(entry, "summary"):
            yield "không có content thì phải có summary"
        return
    kind = content.get("type", "text")
    if kind not in {"text", "html", "xhtml"} and "/" not in kind:
        yield f"content có type không hợp lệ: {kind}"
    yield from html_faults(content.text or "")


def _category(entry: etree._Element, _: Place) -> Iterator[str]:
    if any(not category.get("term") for category in entry.iterfind(_atom("category"))):
        yield "category thiếu term"


FEED_RULES = (
    Rule("xml-namespaces", "Namespaces in XML 1.0; house rule", unused_prefixes),
    Rule("atom-complete", "RFC 4287, 4.1.1: id, title, updated", _complete),
    Rule("atom-once", "RFC 4287, 4.1.1: must not contain more than one", _once),
    Rule("atom-id", "RFC 4287, 4.2.6: an IRI, not relative", _identity),
    Rule("atom-dates", "RFC 4287, 3.3: RFC 3339", _dates),
    Rule("atom-author", "RFC 4287, 4.1.1: author of the feed or of every entry", _author),
    Rule("atom-person", "RFC 4287, 3.2.1: name", _person),
    Rule("atom-self", "RFC 4287, 4.1.1: link self", _self_link),
    Rule("atom-links", "RFC 4287, 4.1.1 and 4.2.7", _links),
    Rule("atom-unique", "RFC 4287, 4.1.1: one entry for each id", _unique),
    Rule("atom-tombstones", "RFC 6721, section 3", _tombstones),
    Rule("archive", "RFC 5005, section 4", _archive),
)
ENTRY_RULES = (
    Rule("atom-entry-complete", "RFC 4287, 4.1.2: id, title, updated", _complete),
    Rule("atom-entry-once", "RFC 4287, 4.1.2: must not contain more than one", _once),
    Rule("atom-entry-id", "RFC 4287, 4.2.6", _identity),
    Rule("atom-entry-dates", "RFC 4287, 3.3: RFC 3339", _dates),
    Rule("atom-entry-person", "RFC 4287, 3.2.1: name", _person),
    Rule("atom-entry-links", "RFC 4287, 4.1.2 and 4.2.7", _links),
    Rule("atom-content", "RFC 4287, 4.1.2 and 4.1.3", _content),
    Rule("atom-category", "RFC 4287, 4.2.2: term", _category),
)
