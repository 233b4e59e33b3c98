"""What rules of all forms share: where a document stands, dates, addresses, the HTML within."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Generic, TypeVar

from lxml import etree
from msgspec import Struct

from giamngheo.ground.characters import ILLEGAL

NodeT = TypeVar("NodeT")


class Place(Struct, frozen=True):
    """Where a document is served; `site_url` ends with a slash."""

    address: str
    site_url: str

    @property
    def whole(self) -> str:
        """Its whole address."""
        return self.site_url + self.address[1:]

    @property
    def is_archive(self) -> bool:
        """True for documents below the folder of a feed."""
        return self.address.count("/") > 2  # noqa: PLR2004 - "/rss/home/2025-1.rss"


class Rule(Struct, Generic[NodeT], frozen=True):
    """One rule: its name, where it is written, and what finds its breaches (in Vietnamese) in a node."""

    name: str
    source: str
    find: Callable[[NodeT, Place], Iterator[str]]


def breaches(rules: tuple[Rule[NodeT], ...], node: NodeT, place: Place, before: str = "") -> Iterator[str]:
    """Yield each breach with the name of its rule."""
    for rule in rules:
        yield from (f"{before}{reason} [{rule.name}]" for reason in rule.find(node, place))


def parse_xml(content: bytes) -> etree._Element | str:
    """The root, or in Vietnamese why there is none. No entity is resolved, nothing is fetched."""
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        return f"không phải XML đúng dạng: {error}"


def unused_prefixes(root: etree._Element, _: Place) -> Iterator[str]:
    """Name spaces that are declared and not used make programs load modules for nothing."""
    used = {element.prefix for element in root.iter() if isinstance(element.tag, str)}
    for prefix in root.nsmap:
        if prefix not in used:
            yield f"khai không gian tên {prefix} mà không dùng"


_MARKUP = re.compile(r'<(script|style|iframe|object|embed|form)\b|<[a-z]+ [^>]*?\bon[a-z]+="', re.IGNORECASE)
_TARGET = re.compile(r'<[a-z]+ [^>]*?\b(?:href|src)="([^"]*)"')
_WHOLE = re.compile(r"(https?://|mailto:|tel:|#)", re.IGNORECASE)


def html_faults(markup: str) -> Iterator[str]:
    """What the HTML of an entry may not hold: programs, and addresses that mean nothing away from the site."""
    if found := _MARKUP.search(markup):
        yield f"nội dung có {found[0]}"
    for target in _TARGET.findall(markup):
        if not _WHOLE.match(target):
            yield f"nội dung có địa chỉ không đầy đủ: {target}"


def text_faults(markup: str) -> Iterator[str]:
    """What an article may not hold in any form: the above, and characters that XML forbids (XML 1.0, section 2.2)."""
    yield from html_faults(markup)
    if ILLEGAL.search(markup):
        yield "nội dung có ký tự mà XML cấm"


_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def is_rfc3339(text: str) -> bool:
    """True for a date with hour and zone as RFC 3339, section 5.6 wants it, that the calendar has."""
    if not _RFC3339.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def is_web_address(text: str) -> bool:
    """True for a whole http address without blanks."""
    return bool(re.fullmatch(r"https?://[^\s/]+\S*", text))
