"""Rules of JSON Feed 1.1 (jsonfeed.org/version/1.1)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from giamngheo.outlets.feeds.rules import Place, Rule, breaches, html_faults, is_rfc3339, is_web_address

_VERSION = "https://jsonfeed.org/version/1.1"
_FEED_WORDS = (
    "version title home_page_url feed_url description user_comment next_url icon favicon authors language expired "
    "hubs items"
)
_ITEM_WORDS = (
    "id url external_url title content_html content_text summary image banner_image date_published date_modified "
    "authors tags language attachments"
)
_FEED_KEYS, _ITEM_KEYS = frozenset(_FEED_WORDS.split()), frozenset(_ITEM_WORDS.split())
_TEXTS = frozenset(_FEED_KEYS | _ITEM_KEYS) - {"authors", "hubs", "items", "tags", "attachments", "expired"}
_ADDRESSES = (
    "home_page_url",
    "feed_url",
    "next_url",
    "icon",
    "favicon",
    "url",
    "external_url",
    "image",
    "banner_image",
)

Node = dict[str, Any]
"""An object of the document, of which nothing is known yet."""


def check(content: bytes, place: Place) -> Iterator[str]:
    """Yield every breach in a JSON Feed."""
    try:
        feed = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        yield f"không phải JSON đúng dạng: {error} [json]"
        return
    if not isinstance(feed, dict) or feed.get("version") != _VERSION or not isinstance(feed.get("items"), list):
        yield "không phải JSON Feed 1.1 [json-root]"
        return
    yield from breaches(FEED_RULES, feed, place)
    for number, item in enumerate(feed["items"], 1):
        yield from breaches(ITEM_RULES, item if isinstance(item, dict) else {}, place, f"bài {number}: ")


def _title(feed: Node, _: Place) -> Iterator[str]:
    if not str(feed.get("title", "")).strip():
        yield "thiếu title"


def _feed_keys(feed: Node, _: Place) -> Iterator[str]:
    return (f"có khóa lạ {key}" for key in feed if key not in _FEED_KEYS and not key.startswith("_"))


def _item_keys(item: Node, _: Place) -> Iterator[str]:
    return (f"có khóa lạ {key}" for key in item if key not in _ITEM_KEYS and not key.startswith("_"))


def _texts(node: Node, _: Place) -> Iterator[str]:
    return (f"{key} không phải chữ" for key in node if key in _TEXTS and not isinstance(node[key], str))


def _addresses(node: Node, _: Place) -> Iterator[str]:
    return (f"{k} không phải địa chỉ đầy đủ" for k in _ADDRESSES if k in node and not is_web_address(str(node[k])))


def _itself(feed: Node, place: Place) -> Iterator[str]:
    if feed.get("feed_url") != place.whole:
        yield "feed_url không trỏ về chính bản tin"
    if feed.get("next_url") == place.whole:
        yield "next_url trỏ về chính nó"


def _authors(node: Node, _: Place) -> Iterator[str]:
    for author in node.get("authors", []):
        if not isinstance(author, dict) or not any(author.get(key) for key in ("name", "url", "avatar")):
            yield "authors có phần tử trống"


def _hubs(feed: Node, _: Place) -> Iterator[str]:
    for hub in feed.get("hubs", []):
        if not isinstance(hub, dict) or not hub.get("type") or not is_web_address(str(hub.get("url", ""))):
            yield "hubs thiếu type hoặc url"


def _unique(feed: Node, _: Place) -> Iterator[str]:
    counted = Counter(str(item.get("id")) for item in feed["items"] if isinstance(item, dict))
    return (f"có {count} bài cùng id {name}" for name, count in counted.items() if count > 1)


def _identity(item: Node, _: Place) -> Iterator[str]:
    if not isinstance(item.get("id"), str) or not item["id"]:
        yield "id thiếu hoặc không phải chữ"


def _content(item: Node, _: Place) -> Iterator[str]:
    if not (item.get("content_html") or item.get("content_text")):
        yield "thiếu content_html hoặc content_text"
    yield from html_faults(str(item.get("content_html", "")))


def _dates(item: Node, _: Place) -> Iterator[str]:
    for key in ("date_published", "date_modified"):
        if key in item and not is_rfc3339(str(item[key])):
            yield f"{key} không đúng dạng ngày của RFC 3339"


def _tags(item: Node, _: Place) -> Iterator[str]:
    tags = item.get("tags", [])
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        yield "tags không phải danh sách chữ"


def _attachments(item: Node, _: Place) -> Iterator[str]:
    for one in item.get("attachments", []):
        if not is_web_address(str(one.get("url", ""))) or "/" not in str(one.get("mime_type", "")):
            yield "attachments thiếu url hoặc mime_type"
        if not isinstance(one.get("size_in_bytes", 0), int):
            yield "size_in_bytes không phải số"


FEED_RULES = (
    Rule("json-title", "JSON Feed 1.1, top-level: title required", _title),
    Rule("json-keys", "JSON Feed 1.1, extensions: custom keys begin with an underscore", _feed_keys),
    Rule("json-texts", "JSON Feed 1.1: strings", _texts),
    Rule("json-addresses", "JSON Feed 1.1: URLs", _addresses),
    Rule("json-itself", "JSON Feed 1.1, feed_url and next_url: must not be the same", _itself),
    Rule("json-authors", "JSON Feed 1.1, authors: at least one of name, url, avatar", _authors),
    Rule("json-hubs", "JSON Feed 1.1, hubs: type and url", _hubs),
    Rule("json-unique", "JSON Feed 1.1, id: unique for that item over time", _unique),
)
ITEM_RULES = (
    Rule("json-item-id", "JSON Feed 1.1, items: id required, string", _identity),
    Rule("json-item-keys", "JSON Feed 1.1, extensions", _item_keys),
    Rule("json-item-texts", "JSON Feed 1.1: strings", _texts),
    Rule("json-item-addresses", "JSON Feed 1.1: URLs", _addresses),
    Rule("json-content", "JSON Feed 1.1, items: content_html or content_text must be present", _content),
    Rule("json-dates", "JSON Feed 1.1, dates: RFC 3339", _dates),
    Rule("json-item-authors", "JSON Feed 1.1, authors", _authors),
    Rule("json-tags", "JSON Feed 1.1, tags: plain text", _tags),
    Rule("json-attachments", "JSON Feed 1.1, attachments: url and mime_type", _attachments),
)
