"""The feeds as newsrooms fetch them: valid, complete, with addresses that work."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path

import feedparser
import pytest
from html_site import HOST, Site
from lxml import html

from giamngheo.outlets.feeds.check import check_feed

FEEDS = ["rss/home.rss", "rss/bao-chi.rss", "rss/ke-hoach.rss", "rss/chu-de-y-te.rss", "rss/dia-ban-xa-luc-nam.rss"]
"""One of each kind."""


def test_the_site_has_a_feed_for_everything_for_newspapers_sections_topics_and_places(site: Site) -> None:
    found = {
        n.removeprefix("rss/").removesuffix(".rss") for n in site.names if n.endswith(".rss") and n.count("/") == 1
    }
    sections = {
        name
        for name in ("chinh-sach", "guong-dien-hinh", "ke-hoach", "hoat-dong", "hoi-dap", "tai-lieu")
        if f"{name}/index.html" in site.names
    }
    pages = {
        n.removesuffix("/index.html").replace("/", "-")
        for n in site.names
        if re.match(r"(chu-de|dia-ban)/[^/]+/index\.html", n)
    }
    assert found == {"home", "bao-chi", "phat-thanh", *sections, *pages}


def test_every_feed_in_every_form_obeys_the_rules(site: Site) -> None:
    names = [n for n in sorted(site.names) if n.startswith("rss/") and n.endswith((".rss", ".atom", ".json"))]
    assert len(names) > 100
    assert [f for n in names for f in check_feed((site.folder / n).read_bytes(), f"/{n}", HOST)] == []


@pytest.mark.parametrize("name", FEEDS)
def test_a_strict_reader_understands_the_feed_whole(site: Site, name: str) -> None:
    feed = _read(site.folder / name)
    assert not feed.bozo
    assert feed.version == "rss20"
    assert feed.feed.language == "vi"
    assert len({entry.id for entry in feed.entries}) == len(feed.entries) > 0
    assert all(entry.title and entry.summary and entry.content and entry.published_parsed for entry in feed.entries)


@pytest.mark.parametrize("name", FEEDS)
def test_every_entry_leads_to_its_page_and_its_identity(site: Site, name: str) -> None:
    for entry in _read(site.folder / name).entries:
        assert site.file_at(entry.link), entry.link
        assert site.file_at(entry.id), entry.id


@pytest.mark.parametrize("name", FEEDS)
def test_every_address_in_an_entry_is_complete_and_works(site: Site, name: str) -> None:
    for entry in _read(site.folder / name).entries:
        for target in html.fragment_fromstring(entry.content[0].value, "div").xpath("//@href | //@src"):
            assert str(target).startswith(("http://", "https://", "mailto:", "tel:")), f"{entry.id}: {target}"
            if str(target).startswith(HOST):
                assert site.file_at(target.partition("#")[0]), f"{entry.id}: {target}"


def test_every_feed_is_offered_on_the_page_it_belongs_to(site: Site) -> None:
    offered = {
        str(target)
        for page in site.full_pages
        for target in page.tree.xpath("//link[@type='application/rss+xml']/@href")
    }
    assert {posixpath.basename(target) for target in offered} == {
        posixpath.basename(n) for n in site.names if n.endswith(".rss") and n.count("/") == 1
    }


def _read(path: Path) -> feedparser.FeedParserDict:
    return feedparser.parse(path.read_bytes())
