"""Checks a finished feed before it may replace the last good one.

Rules: RSS 2.0 specification and the RSS Advisory Board's best practices profile (rssboard.org).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime

from lxml import etree

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_UNRESOLVED = re.compile(r'<(?:a|img) [^>]*="site:')
_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def check_feed(content: bytes, address: str, site_url: str) -> Iterator[str]:
    """Yield, in Vietnamese, each reason why the feed must not go out."""
    try:
        root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield f"{address} không phải XML đúng dạng: {error}"
        return
    channel = root.find("channel")
    if root.tag != "rss" or channel is None:
        yield f"{address} không phải RSS 2.0"
        return
    yield from (f"{address}: {reason}" for reason in _channel_faults(channel, address, site_url))
    for number, item in enumerate(channel.iterfind("item"), 1):
        yield from (f"{address}, bài {number}: {reason}" for reason in _item_faults(item, site_url))
    guids = [item.findtext("guid") for item in channel.iterfind("item")]
    if len(guids) != len(set(guids)):
        yield f"{address}: có hai bài cùng guid"


def _channel_faults(channel: etree._Element, address: str, site_url: str) -> Iterator[str]:
    for tag in ("title", "link", "description", "language", "lastBuildDate"):
        if not (channel.findtext(tag) or "").strip():
            yield f"thiếu {tag}"
    links = channel.findall(_ATOM_LINK)
    if [link.get("href") for link in links if link.get("rel") == "self"] != [site_url + address[1:]]:
        yield "atom:link rel=self không trỏ về chính bản tin"
    if not (channel.findtext("link") or "").startswith(site_url):
        yield "link của bản tin không thuộc cổng"


def _item_faults(item: etree._Element, site_url: str) -> Iterator[str]:
    for tag in ("title", "link", "description", "guid", "pubDate", _CONTENT):
        if not (item.findtext(tag) or "").strip():
            yield f"thiếu {tag}"
    guid = item.find("guid")
    if guid is not None and guid.get("isPermaLink") != "false":
        yield "guid phải có isPermaLink=false"
    for tag in ("link", "guid"):
        if not (item.findtext(tag) or "").startswith(site_url):
            yield f"{tag} không phải địa chỉ đầy đủ của cổng"
    if _UNRESOLVED.search(item.findtext(_CONTENT) or ""):
        yield "nội dung còn liên kết chưa có địa chỉ"
    try:
        parsedate_to_datetime(item.findtext("pubDate") or "")
    except (ValueError, OverflowError):
        yield "pubDate không đúng dạng ngày của RFC 822"
