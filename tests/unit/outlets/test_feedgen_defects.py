"""What feedgen 1.0.0 gets wrong, by the numbers of `outlets/feeds/extension.py`: each defect shown, and corrected.

Where a first assertion is about feedgen alone and fails one day, feedgen was mended: drop our correction then.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import feedgen.feed
import pytest
from feedgen.entry import FeedEntry
from feedgen.feed import FeedGenerator
from lxml import etree

from factories import NOW, SITE_URL, Project, a_policy, an_image, files_of

ATOM = "{http://www.w3.org/2005/Atom}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CHANGED = [{"date": "2026-11-10", "kind": "correction", "note": "Sửa"}]


@pytest.fixture
def ours(project: Project) -> Project:
    project.write("content/images/ong.jpg", an_image())
    project.write("content/portal.yml", "websub_hub: https://tram.example/bao\n")
    image = {"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ban biên tập"}
    return project.add(a_policy("a", date="2026-11-05", author="Ban biên tập", image=image))


def tree(project: Project, name: str, now: datetime = NOW) -> Any:  # noqa: ANN401 - lxml's own element
    content = next(f.content for f in files_of(project.portal(now), "feeds") if f.address == f"/rss/{name}")
    root = etree.fromstring(content)
    return root.find("channel") if name.endswith(".rss") else root


def plain_feed() -> FeedGenerator:
    feed = FeedGenerator()
    feed.id("https://a.example/")
    feed.title("Tên")
    feed.description("Lời")
    feed.link(href="https://a.example/")
    return feed


def plain_entry(feed: FeedGenerator) -> FeedEntry:
    entry = feed.add_entry()
    entry.id("https://a.example/1")
    entry.title("Bài")
    entry.link(href="https://a.example/1")
    return entry


def rss(feed: FeedGenerator) -> Any:  # noqa: ANN401 - lxml's own element
    return etree.fromstring(feed.rss_str()).find("channel")


def atom(feed: FeedGenerator) -> Any:  # noqa: ANN401 - lxml's own element
    return etree.fromstring(feed.atom_str())


def test_1_the_link_of_the_channel_is_the_page_and_not_the_last_link_added(ours: Project) -> None:
    feed = plain_feed()
    feed.link(href="https://tram.example/", rel="hub")
    assert rss(feed).findtext("link") == "https://tram.example/"
    assert tree(ours, "home.rss").findtext("link") == SITE_URL
    assert tree(ours, "chinh-sach.rss").findtext("link") == f"{SITE_URL}chinh-sach/"


def test_2_the_hub_is_named_in_rss(ours: Project) -> None:
    feed = plain_feed()
    feed.link(href="https://tram.example/", rel="hub")
    assert rss(feed).findall(f"{ATOM}link") == []
    hubs = [link.get("href") for link in tree(ours, "home.rss").findall(f"{ATOM}link") if link.get("rel") == "hub"]
    assert hubs == ["https://tram.example/bao"]


def test_3_an_author_without_mail_is_written_as_creator(ours: Project) -> None:
    feed = plain_feed()
    plain_entry(feed).author(name="Ban biên tập")
    assert b"Ban bi" not in feed.rss_str()
    item = tree(ours, "home.rss").find("item")
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Ban biên tập"
    assert item.find("author") is None


def test_4_no_date_is_the_clock(ours: Project) -> None:
    feed = plain_feed()
    plain_entry(feed)
    clock = datetime.fromisoformat(atom(feed).findtext(f"{ATOM}entry/{ATOM}updated"))
    assert datetime.now(UTC) - clock < timedelta(hours=1)
    later = NOW + timedelta(days=3)
    assert tree(ours, "home.rss", later).findtext("lastBuildDate") == "Thu, 05 Nov 2026 00:00:00 +0700"
    assert tree(ours, "home.rss", later).findtext(f"item/{ATOM}updated") == "2026-11-05T00:00:00+07:00"
    assert tree(ours, "home.atom", later).findtext(f"{ATOM}updated") == "2026-11-05T00:00:00+07:00"
    assert tree(ours, "home.atom", later).findtext(f"{ATOM}entry/{ATOM}updated") == "2026-11-05T00:00:00+07:00"


def test_5_the_type_of_a_content_is_one_that_atom_knows(ours: Project) -> None:
    feed = plain_feed()
    plain_entry(feed).content("<p>Lời</p>", type="CDATA")
    assert atom(feed).find(f"{ATOM}entry/{ATOM}content").get("type") == "CDATA"
    assert tree(ours, "home.atom").find(f"{ATOM}entry/{ATOM}content").get("type") == "html"


def test_6_summary_and_content_are_both_kept(ours: Project) -> None:
    feed = plain_feed()
    entry = plain_entry(feed)
    entry.description("Tóm tắt")
    entry.content("<p>Lời</p>", type="html")
    assert atom(feed).find(f"{ATOM}entry/{ATOM}summary") is None
    ours_now = tree(ours, "home.atom").find(f"{ATOM}entry")
    assert ours_now.findtext(f"{ATOM}summary") == "Hộ nghèo được cấp thẻ."
    assert "Lời bài." in ours_now.findtext(f"{ATOM}content")
    item = tree(ours, "home.rss").find("item")
    assert item.findtext("description") == "Hộ nghèo được cấp thẻ."
    assert "Lời bài." in item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")


def test_7_one_picture_stands_in_no_group_and_after_the_text(ours: Project) -> None:
    feed = plain_feed()
    feed.load_extension("media")
    plain_entry(feed).media.content(url="https://a.example/a.jpg", medium="image")
    assert len(rss(feed).findall(f"item/{MEDIA}group/{MEDIA}content")) == 1
    item = tree(ours, "home.rss").find("item")
    assert item.find(f"{MEDIA}group") is None
    tags = [etree.QName(child).localname for child in item]
    assert tags.index("encoded") < item.index(item.find(f"{MEDIA}content"))


def test_8_how_often_the_feed_changes_is_a_number(ours: Project) -> None:
    feed = plain_feed()
    feed.load_extension("syndication")
    feed.syndication.update_period("daily")
    assert b"UpdateFrequency" in feed.rss_str()
    channel = tree(ours, "home.rss")
    prefix = "{http://purl.org/rss/1.0/modules/syndication/}"
    assert [channel.findtext(prefix + name) for name in ("updatePeriod", "updateFrequency")] == ["daily", "1"]


def test_9_an_entry_has_one_enclosure_and_says_its_length(ours: Project) -> None:
    feed = plain_feed()
    entry = plain_entry(feed)
    entry.enclosure("https://a.example/a.jpg", "1", "image/jpeg")
    entry.enclosure("https://a.example/b.jpg", "2", "image/jpeg")
    assert [e.get("url") for e in rss(feed).findall("item/enclosure")] == ["https://a.example/b.jpg"]
    length = next(str(len(f.content)) for f in ours.portal().files if f.address == "/images/ong.jpg")
    enclosures = tree(ours, "home.rss").findall("item/enclosure")
    assert [(e.get("url"), e.get("length")) for e in enclosures] == [(f"{SITE_URL}images/ong.jpg", length)]


def test_10_links_of_entries_keep_rel_type_and_length(ours: Project) -> None:
    feed = plain_feed()
    plain_entry(feed).link(href="https://a.example/a.jpg", rel="enclosure", type="image/jpeg", length="1")
    assert [dict(link.attrib) for link in atom(feed).findall(f"{ATOM}entry/{ATOM}link")][1] == {
        "href": "https://a.example/a.jpg"
    }
    links = tree(ours, "home.atom").findall(f"{ATOM}entry/{ATOM}link")
    assert [(link.get("rel"), link.get("type"), bool(link.get("length"))) for link in links] == [
        ("alternate", "text/html", False),
        ("enclosure", "image/jpeg", True),
    ]


def test_11_a_character_that_xml_forbids_is_dropped_and_stops_no_build(project: Project) -> None:
    feed = plain_feed()
    plain_entry(feed).title("a\x0bb")
    with pytest.raises(ValueError, match="XML"):
        feed.rss_str()
    project.add(a_policy("a", title="a\x0bb", body="&#11;&#xFFFF;c\n"))
    assert tree(project, "home.rss").findtext("item/title") == "ab"


def test_the_locale_of_the_process_stays_as_it_is_for_each_entry(
    ours: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(feedgen.entry, "formatRFC2822", told.append)
    assert tree(ours, "home.rss").findtext("item/pubDate") == "Thu, 05 Nov 2026 00:00:00 +0700"
    assert told == []
