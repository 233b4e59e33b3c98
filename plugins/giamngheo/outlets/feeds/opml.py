"""All feeds in one OPML 2.0 file (opml.org/spec2.opml), to be imported into any reader at once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from giamngheo.ground.characters import drop_illegal
from giamngheo.outlets.feeds.documents import address_of
from giamngheo.outlets.feeds.subjects import Subject


def opml(subjects: Sequence[Subject], title: str, site_url: str) -> bytes:
    """Every feed as RSS, in the groups of the list of feeds."""
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = drop_illegal(title)
    body = etree.SubElement(root, "body")
    for group, members in groupby(subjects, key=lambda s: s.group):
        outline = etree.SubElement(body, "outline", text=group)
        for subject in members:
            name = drop_illegal(subject.title)
            etree.SubElement(
                outline,
                "outline",
                type="rss",
                text=name,
                title=name,
                description=drop_illegal(subject.about),
                xmlUrl=site_url + address_of(subject, "", "rss")[1:],
                htmlUrl=site_url + subject.page[1:],
                language="vi",
            )
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)
