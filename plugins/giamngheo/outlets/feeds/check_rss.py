"""Rules of RSS 2.0, of the RSS Advisory Board's best practices profile, and of the modules that we use.

Sources: rssboard.org/rss-specification, rssboard.org/rss-profile, web.resource.org/rss/1.0/modules, RFC 5005.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree

from giamngheo.outlets.feeds.extension import NAMESPACES
from giamngheo.outlets.feeds.rules import Place, Rule, breaches, html_faults, is_web_address, parse_xml, unused_prefixes

_ENCODED = f"{{{NAMESPACES['content']}}}encoded"
_LINK = f"{{{NAMESPACES['atom']}}}link"
_CHANNEL_WORDS = (
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category generator docs "
    "cloud ttl image rating textInput skipHours skipDays item"
)
_ITEM_WORDS = "title link description author category comments enclosure guid pubDate source"
_CHANNEL_ELEMENTS, _ITEM_ELEMENTS = frozenset(_CHANNEL_WORDS.split()), frozenset(_ITEM_WORDS.split())
_MANY = frozenset({"category", "item"})
_MAIL = re.compile(r"[^\s@]+@[^\s@]+ \(.+\)")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*")


def check(content: bytes, place: Place) -> Iterator[str]:
    """Yield every breach in an RSS document."""
    root = parse_xml(content)
    if isinstance(root, str):
        yield f"{root} [xml]"
        return
    channels = root.findall("channel")
    if root.tag != "rss" or root.get("version") != "2.0" or len(channels) != 1:
        yield "không phải RSS 2.0 có một channel [rss-root]"
        return
    yield from breaches((_PREFIXES,), root, place)
    yield from breaches(CHANNEL_RULES, channels[0], place)
    for number, item in enumerate(channels[0].iterfind("item"), 1):
        yield from breaches(ITEM_RULES, item, place, f"bài {number}: ")


def _text(parent: etree._Element, tag: str) -> str:
    return (parent.findtext(tag) or "").strip()


def _missing(parent: etree._Element, tags: tuple[str, ...]) -> Iterator[str]:
    return (f"thiếu {tag}" for tag in tags if not _text(parent, tag))


def _plain_tags(parent: etree._Element) -> list[str]:
    return [child.tag for child in parent if isinstance(child.tag, str) and not child.tag.startswith("{")]


def _channel_complete(channel: etree._Element, _: Place) -> Iterator[str]:
    return _missing(channel, ("title", "link", "description", "language", "lastBuildDate"))


def _channel_known(channel: etree._Element, _: Place) -> Iterator[str]:
    return (f"có phần tử lạ {tag}" for tag in _plain_tags(channel) if tag not in _CHANNEL_ELEMENTS)


def _once(parent: etree._Element, _: Place) -> Iterator[str]:
    counted = Counter(_plain_tags(parent))
    return (f"có {count} phần tử {tag}" for tag, count in counted.items() if count > 1 and tag not in _MANY)


def _channel_link(channel: etree._Element, place: Place) -> Iterator[str]:
    if not _text(channel, "link").startswith(place.site_url):
        yield "link của bản tin không thuộc cổng"


def _self_link(channel: etree._Element, place: Place) -> Iterator[str]:
    if [link.get("href") for link in channel.findall(_LINK) if link.get("rel") == "self"] != [place.whole]:
        yield "atom:link rel=self không trỏ về chính bản tin"


def _language(channel: etree._Element, _: Place) -> Iterator[str]:
    if not _LANGUAGE.fullmatch(_text(channel, "language")):
        yield "language không phải mã ngôn ngữ"


def _dates(parent: etree._Element, _: Place) -> Iterator[str]:
    for tag in ("pubDate", "lastBuildDate"):
        text = _text(parent, tag)
        if text and not (re.search(r" \d{4} ", text) and _is_rfc822(text)):
            yield f"{tag} không đúng dạng ngày của RFC 822, năm bốn chữ số"


def _is_rfc822(text: str) -> bool:
    try:
        return parsedate_to_datetime(text).tzinfo is not None
    except (ValueError, OverflowError):
        return False


def _editor(channel: etree._Element, _: Place) -> Iterator[str]:
    for tag in ("managingEditor", "webMaster"):
        text = _text(channel, tag)
        if text and not _MAIL.fullmatch(text):
            yield f"{tag} không có dạng hộp thư (tên)"


def _unique(channel: etree._Element, _: Place) -> Iterator[str]:
    counted = Counter(_text(item, "guid") for item in channel.iterfind("item"))
    return (f"có {count} bài cùng guid {guid}" for guid, count in counted.items() if count > 1)


def _not_newer(channel: etree._Element, _: Place) -> Iterator[str]:
    last = _text(channel, "lastBuildDate")
    dates = [text for item in channel.iterfind("item") if _is_rfc822(text := _text(item, "pubDate"))]
    if _is_rfc822(last) and any(parsedate_to_datetime(text) > parsedate_to_datetime(last) for text in dates):
        yield "có bài đăng sau lastBuildDate"


def _syndication(channel: etree._Element, _: Place) -> Iterator[str]:
    prefix = f"{{{NAMESPACES['sy']}}}"
    for child in channel:
        if isinstance(child.tag, str) and child.tag.startswith(prefix):
            name, text = child.tag.removeprefix(prefix), (child.text or "").strip()
            is_good = {
                "updatePeriod": text in {"hourly", "daily", "weekly", "monthly", "yearly"},
                "updateFrequency": text.isascii() and text.isdigit() and int(text) > 0,
            }
            if not is_good.get(name, False):
                yield f"sy:{name} không hợp lệ: {text}"


def archive_faults(parent: etree._Element, links: list[etree._Element], place: Place) -> Iterator[str]:
    """An archive says so and leads to the current document; none leads to itself (RFC 5005, section 4)."""
    is_marked = parent.find(f"{{{NAMESPACES['fh']}}}archive") is not None
    if is_marked != place.is_archive:
        yield "fh:archive phải có trong kho lưu, và chỉ ở đó"
    targets = {str(link.get("rel")): str(link.get("href")) for link in links}
    if place.is_archive and not is_web_address(targets.get("current", "")):
        yield "kho lưu thiếu liên kết current"
    if targets.get("prev-archive") == place.whole:
        yield "prev-archive trỏ về chính nó"


def _archive(channel: etree._Element, place: Place) -> Iterator[str]:
    return archive_faults(channel, channel.findall(_LINK), place)


def _item_complete(item: etree._Element, _: Place) -> Iterator[str]:
    return _missing(item, ("title", "link", "description", "guid", "pubDate"))


def _item_known(item: etree._Element, _: Place) -> Iterator[str]:
    return (f"có phần tử lạ {tag}" for tag in _plain_tags(item) if tag not in _ITEM_ELEMENTS)


def _guid(item: etree._Element, place: Place) -> Iterator[str]:
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        yield "guid phải có isPermaLink=false"
    for tag in ("link", "guid"):
        if not _text(item, tag).startswith(place.site_url):
            yield f"{tag} không phải địa chỉ đầy đủ của cổng"


def _enclosure(item: etree._Element, _: Place) -> Iterator[str]:
    for enclosure in item.iterfind("enclosure"):
        length = enclosure.get("length", "")
        if not is_web_address(enclosure.get("url", "")):
            yield "enclosure thiếu địa chỉ đầy đủ"
        if not (length.isascii() and length.isdigit()):
            yield "enclosure thiếu độ dài bằng số"
        if "/" not in enclosure.get("type", ""):
            yield "enclosure thiếu kiểu"


def _author(item: etree._Element, _: Place) -> Iterator[str]:
    text = _text(item, "author")
    if text and not _MAIL.fullmatch(text):
        yield "author phải là hộp thư (tên); tên không thì ghi dc:creator"


def _text_first(item: etree._Element, _: Place) -> Iterator[str]:
    tags = [child.tag for child in item if isinstance(child.tag, str)]
    media = [index for index, tag in enumerate(tags) if tag.startswith(f"{{{NAMESPACES['media']}}}")]
    if tags.count(_ENCODED) > 1:
        yield "có hơn một content:encoded"
    if _ENCODED in tags and media and tags.index(_ENCODED) > media[0]:
        yield "content:encoded đứng sau media"


def _media(item: etree._Element, _: Place) -> Iterator[str]:
    for group in item.iterfind(f"{{{NAMESPACES['media']}}}group"):
        if len(group) < 2:  # noqa: PLR2004 - "group" means several
            yield "media:group chỉ có một phần tử"
    for content in item.iterfind(f"{{{NAMESPACES['media']}}}content"):
        if not is_web_address(content.get("url", "")):
            yield "media:content thiếu địa chỉ đầy đủ"


def _one_date(item: etree._Element, _: Place) -> Iterator[str]:
    if item.find(f"{{{NAMESPACES['dc']}}}date") is not None:
        yield "dc:date đứng cạnh pubDate"


def _markup(item: etree._Element, _: Place) -> Iterator[str]:
    yield from html_faults(item.findtext(_ENCODED) or "")
    yield from html_faults(item.findtext("description") or "")


_PROFILE = "RSS Best Practices Profile"
_PREFIXES = Rule("xml-namespaces", "Namespaces in XML 1.0; house rule", unused_prefixes)
CHANNEL_RULES = (
    Rule(
        "rss-channel-complete",
        "RSS 2.0, required channel elements; language and lastBuildDate: house",
        _channel_complete,
    ),
    Rule("rss-channel-known", "RSS 2.0, Extending RSS: only elements of a namespace may be added", _channel_known),
    Rule("rss-channel-once", f"{_PROFILE}, channel: must not contain more than one", _once),
    Rule("rss-channel-link", "RSS 2.0, link: the website of the channel", _channel_link),
    Rule("rss-self", f"{_PROFILE}, atom:link: rel self identifies the feed itself", _self_link),
    Rule("rss-language", "RSS 2.0, language: W3C codes", _language),
    Rule("rss-channel-dates", f"{_PROFILE}, RFC 822 dates with four-digit years", _dates),
    Rule("rss-editor", f"{_PROFILE}, managingEditor: user@example.com (Name)", _editor),
    Rule("rss-guid-unique", "RSS 2.0, guid: uniquely identifies the item", _unique),
    Rule("rss-not-newer", "RSS 2.0, lastBuildDate: the last time the content changed", _not_newer),
    Rule("rss-syndication", "RSS 1.0 module Syndication", _syndication),
    Rule("archive", "RFC 5005, section 4", _archive),
)
ITEM_RULES = (
    Rule("rss-item-complete", "RSS 2.0, item: title or description; the others: house", _item_complete),
    Rule("rss-item-known", "RSS 2.0, Extending RSS", _item_known),
    Rule("rss-item-once", f"{_PROFILE}, item: must not contain more than one; enclosure: only one", _once),
    Rule("rss-guid", f"{_PROFILE}, guid: isPermaLink=false unless it is the address of the item", _guid),
    Rule("rss-item-dates", f"{_PROFILE}, RFC 822 dates with four-digit years", _dates),
    Rule("rss-enclosure", "RSS 2.0, enclosure: url, length, type; http", _enclosure),
    Rule("rss-author", "RSS 2.0, author: e-mail address", _author),
    Rule("rss-text-first", "readers take the first text for the story; RSS 1.0 module Content", _text_first),
    Rule("rss-media", "Media RSS 1.5.1, media:group and media:content", _media),
    Rule("rss-one-date", "W3C feed validator, DuplicateItemSemantics", _one_date),
    Rule("rss-markup", f"{_PROFILE}, relative addresses; W3C feed validator, SecurityRisk", _markup),
)
