"""Feeds read back as newsrooms read them; what feedgen gets wrong and how it is corrected."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import feedparser
import pytest
from lxml import etree

from factories import NOW, SITE_URL, Project, a_plan, a_policy, a_story
from giamngheo.outlets.feeds import FeedFile, check_feed
from giamngheo.outlets.feeds.build import published_at, updated_at

HOSTILE = [
    "Sở LĐ-TB&XH",
    "a < b > c",
    "]]>",
    "]]]]><![CDATA[>",
    "<script>alert(1)</script>",
    "&amp; &#0; &lt;",
    "😀 🐝 𝒳",
    "\u202eđảo\u202c",
    "مرحبا",
    "a\u00a0b",
    "\"'",
    "%s {x} \\",
    "á" * 150,
    "\\0\\x0b",
]


def parse(feed: FeedFile) -> Any:  # noqa: ANN401 - feedparser has no types
    parsed = feedparser.parse(feed.content)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


def home(project: Project, now: datetime = NOW) -> FeedFile:
    return project.portal(now).feeds[0]


def test_there_is_one_feed_for_all_and_one_for_each_section(project: Project) -> None:
    project.add(a_policy("a"), a_story("b"), a_plan("c"))
    assert [f.address for f in project.portal().feeds] == [
        "/rss/home.rss",
        "/rss/chinh-sach.rss",
        "/rss/guong-dien-hinh.rss",
        "/rss/ke-hoach.rss",
    ]


def test_titles_dates_and_full_texts_come_back_as_they_were_written(project: Project) -> None:
    project.add(a_policy("a", body="## Mục\n\nLời bài **đủ**.\n", date="2026-11-05"))
    entry = parse(home(project)).entries[0]
    assert entry.title == "Thẻ bảo hiểm y tế"
    assert entry.summary == "Hộ nghèo được cấp thẻ."
    assert entry.link == f"{SITE_URL}chinh-sach/a/"
    assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == datetime(2026, 11, 4, 17, 0, tzinfo=UTC)
    text = entry.content[0].value
    for part in ("Lời bài <strong>đủ</strong>.", "Được cấp thẻ không mất tiền.", "Hộ nghèo", "75/2023/NĐ-CP"):
        assert part in text


def test_links_and_images_in_the_full_text_are_whole_addresses(project: Project) -> None:
    from factories import an_image  # noqa: PLC0415 - only here

    project.write("content/images/ong.jpg", an_image())
    project.add(a_policy("b"), a_policy("a", body="[b](b.md)\n\n![Ong](../images/ong.jpg)\n"))
    text = next(e for e in parse(home(project)).entries if e.link.endswith("/a/")).content[0].value
    assert f'href="{SITE_URL}chinh-sach/b/"' in text
    assert f'src="{SITE_URL}images/ong.jpg"' in text


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_any_field_keeps_the_feed_well_formed(project: Project, text: str) -> None:
    project.registers["topics"][0]["name"] = text
    project.write_registers()
    project.write(
        "content/portal.yml",
        f"name: '{text.replace(chr(39), chr(39) * 2)}'\ndescription: 'x {text.replace(chr(39), chr(39) * 2)}'\n",
    )
    project.add(
        a_policy(
            "a",
            title=f"T {text}"[:150],
            summary=f"S {text}",
            benefit=text,
            author=text,
            body=f"B {text.replace('<', '')}\n",
        )
    )
    for feed in project.portal().feeds:
        etree.fromstring(feed.content)
        assert list(check_feed(feed.content, feed.address, SITE_URL)) == []
        entry = parse(feed).entries[0]
        assert entry.author.strip() == text.strip()


def test_control_characters_and_surrogates_are_dropped_and_the_editor_is_warned(project: Project) -> None:
    project.write("content/policies/a.md", a_policy("a").text.replace("Thẻ bảo hiểm", "Thẻ\x0b bảo\ufffe \\x1f hiểm"))
    assert {p.code for p in project.check()} == {"ky-tu-dieu-khien"}
    assert parse(home(project)).entries[0].title == "Thẻ bảo hiểm y tế"


def test_a_text_of_one_letter_and_a_summary_of_300_stay_whole(project: Project) -> None:
    project.add(a_policy("a", title="Đ", summary="ệ" * 300, body="ỡ " * 3000 + "\n"))
    entry = parse(home(project)).entries[0]
    assert entry.summary == "ệ" * 300
    assert entry.content[0].value.count("ỡ") == 3000


def test_the_identity_survives_a_new_title_and_a_new_address(project: Project) -> None:
    before = parse(home(project.add(a_policy("a")))).entries[0]
    (project.root / "policies" / "a.md").unlink()
    project.add(a_policy("ten-moi", id="a", title="Tên mới", aliases=["/chinh-sach/a/"]))
    after = parse(home(project)).entries[0]
    assert (before.id, before.title, before.link) != (after.id, after.title, after.link)
    assert before.id == after.id == f"{SITE_URL}id/a/"


def test_bytes_are_the_same_on_another_day_when_nothing_changed(project: Project) -> None:
    project.add(a_policy("a"), a_story("b"))
    assert [f.content for f in project.portal().feeds] == [
        f.content for f in project.portal(NOW + timedelta(days=1)).feeds
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], "2026-11-01"),
        ([("2026-11-10", "minor")], "2026-11-01"),
        ([("2026-11-10", "correction")], "2026-11-10"),
        ([("2026-11-12", "minor"), ("2026-11-10", "revision")], "2026-11-10"),
        ([("2026-12-24", "revision")], "2026-11-01"),
    ],
)
def test_only_a_change_that_matters_and_has_come_moves_updated(changes: list[tuple[str, str]], expected: str) -> None:
    item = a_policy(changes=[{"date": day, "kind": kind, "note": "Sửa"} for day, kind in changes]).item
    assert updated_at(item, NOW.date()).date() == date.fromisoformat(expected)


def test_publication_is_the_later_of_day_and_embargo() -> None:
    assert published_at(a_policy(date="2026-11-05", publish_at="2026-11-05 08:30").item).hour == 8
    assert published_at(a_policy(date="2026-11-06", publish_at="2026-11-05 08:30").item).day == 6


def test_nothing_in_a_feed_lies_in_the_future(project: Project) -> None:
    project.add(a_policy("a", changes=[{"date": "2027-05-01", "kind": "revision", "note": "Sắp sửa"}]))
    parsed = parse(home(project))
    assert datetime(*parsed.feed.updated_parsed[:6], tzinfo=UTC) <= NOW
    assert datetime(*parsed.entries[0].updated_parsed[:6], tzinfo=UTC) <= NOW


def test_a_feed_holds_at_most_as_many_items_as_the_settings_say(project: Project) -> None:
    project.write("content/portal.yml", "feed_size: 2\n")
    project.add(*(a_policy(f"a{n}", date=f"2026-11-0{n}") for n in range(1, 5)))
    assert [e.link[-3:-1] for e in parse(home(project)).entries] == ["a4", "a3"]


def test_a_portal_without_items_still_has_a_valid_feed(project: Project) -> None:
    feeds = project.portal().feeds
    assert [feed.address for feed in feeds] == ["/rss/home.rss"]
    assert parse(feeds[0]).entries == []


# --- what feedgen 1.0.0 gets wrong ------------------------------------------------------------------------


def channel(feed: FeedFile) -> Any:  # noqa: ANN401 - lxml's own element
    return etree.fromstring(feed.content).find("channel")


def test_feedgen_defect_the_channel_link_is_the_page_and_not_the_last_link_added(project: Project) -> None:
    feeds = project.add(a_policy("a")).portal().feeds
    assert [channel(f).findtext("link") for f in feeds] == [SITE_URL, f"{SITE_URL}chinh-sach/"]


def test_feedgen_defect_an_author_without_mail_is_written_as_creator(project: Project) -> None:
    item = channel(home(project.add(a_policy("a", author="Ban biên tập")))).find("item")
    assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "Ban biên tập"
    assert item.find("author") is None


def test_feedgen_defect_dates_never_are_the_clock(project: Project) -> None:
    built = channel(home(project.add(a_policy("a", date="2026-11-05"))))
    assert built.findtext("lastBuildDate") == "Thu, 05 Nov 2026 00:00:00 +0700"
    assert built.findtext("item/{http://www.w3.org/2005/Atom}updated") == "2026-11-05T00:00:00+07:00"


def test_feedgen_defect_description_and_full_text_are_both_kept_in_this_order(project: Project) -> None:
    item = channel(home(project.add(a_policy("a")))).find("item")
    tags = [etree.QName(child).localname for child in item]
    assert tags.count("description") == tags.count("encoded") == 1
    media = [i for i, child in enumerate(item) if "mrss" in (etree.QName(child).namespace or "")]
    assert all(i > tags.index("encoded") for i in media)


def test_feedgen_defect_illegal_characters_do_not_stop_the_build(project: Project) -> None:
    project.add(a_policy("a", title="a\\u000bb", body="&#11;&#xFFFF;c\n"))
    assert parse(home(project))


def test_feedgen_defect_a_guid_is_never_a_permalink(project: Project) -> None:
    guid = channel(home(project.add(a_policy("a")))).find("item/guid")
    assert guid.get("isPermaLink") == "false"


def test_feedgen_defect_the_self_link_keeps_its_kind(project: Project) -> None:
    link = channel(home(project.add(a_policy("a")))).find("{http://www.w3.org/2005/Atom}link")
    assert (link.get("rel"), link.get("type"), link.get("href")) == (
        "self",
        "application/rss+xml",
        f"{SITE_URL}rss/home.rss",
    )


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (b"</rss>", b"", "không phải XML"),
        (b"<rss ", b"<rdf ", "không phải XML"),
        (b'isPermaLink="false"', b'isPermaLink="true"', "isPermaLink"),
        (b"<language>vi</language>", b"", "thiếu language"),
        (b"Sun, 01 Nov 2026 00:00:00 +0700</pubDate>", b"h\xc3\xb4m nay</pubDate>", "pubDate"),
        (b'rel="self"', b'rel="alternate"', "rel=self"),
        (b"<title>Th", b"<title/><x>Th", "không phải XML"),
        (b"<link>https", b"<link>ftp", "link"),
        (b"&lt;p&gt;", b'&lt;a href="site:/x"&gt;', "chưa có địa chỉ"),
    ],
)
def test_a_faulty_feed_is_found_before_it_goes_out(project: Project, old: bytes, new: bytes, reason: str) -> None:
    feed = home(project.add(a_policy("a")))
    faulty = feed.content.replace(old, new, 1)
    assert faulty != feed.content
    told = " ".join(check_feed(faulty, feed.address, SITE_URL))
    assert reason in told
