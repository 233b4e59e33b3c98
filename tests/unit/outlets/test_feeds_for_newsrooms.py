"""Feeds read back as newsrooms read them: items, forms, subjects."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from lxml import etree
from newsroom_feeds import CORRECTED, WITHDRAWN, channel, feed, feeds, home, names, parse

from factories import NOW, SITE_URL, Project, a_plan, a_policy, a_story, an_image, files_of, page
from giamngheo.catalog.moments import published_at, updated_at
from giamngheo.outlets.feeds import build_feeds
from giamngheo.outlets.feeds.check import check_feed
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import LateFile, Sound, SpokenText

SOUNDS = {"a": Sound("/phat-thanh/a.mp3", 720, "audio/mpeg", 44)}
_TURNED = "\u202e\u202c"
"""Characters that turn the direction of writing: dropped everywhere, and told to the editor."""

HOSTILE = [
    "Sở LĐ-TB&XH",
    "a < b > c",
    "]]>",
    "]]]]><![CDATA[>",
    "<script>alert(1)</script>",
    "&amp; &#0; &lt;",
    "😀 🐝 𝒳",
    f"{_TURNED[0]}đảo{_TURNED[1]}",
    "مرحبا",
    "a\u00a0b",
    "\"'",
    "%s {x} \\",
    "á" * 150,
    "\\0\\x0b",
]


def test_there_is_a_feed_for_all_for_newspapers_and_for_each_section_topic_and_place(project: Project) -> None:
    project.add(a_policy("a"), a_story("b", topics=["tin-dung"], places=["xa-moi"]), a_plan("c"))
    assert names(project) == [
        "home",
        "bao-chi",
        "phat-thanh",
        "chinh-sach",
        "guong-dien-hinh",
        "ke-hoach",
        "chu-de-y-te",
        "chu-de-tin-dung",
        "dia-ban-tinh-moi",
        "dia-ban-ca-nuoc",
        "dia-ban-xa-moi",
    ]


def test_every_feed_comes_in_three_forms_with_the_same_entries(project: Project) -> None:
    project.add(a_policy("a"), a_story("b"))
    rss, atom = parse(feed(project)), parse(feed(project, "home.atom"))
    told = json.loads(feed(project, "home.json").content)
    assert (rss.version, atom.version, told["version"]) == ("rss20", "atom10", "https://jsonfeed.org/version/1.1")
    for one, two, three in zip(rss.entries, atom.entries, told["items"], strict=True):
        assert one.id == two.id == three["id"]
        assert one.title == two.title == three["title"]
        assert one.link == two.link == three["url"]
        assert one.published_parsed == two.published_parsed
        assert one.content[0].value == two.content[0].value == three["content_html"]


def test_an_item_of_a_place_that_is_gone_stands_in_the_feeds_of_what_it_is_today(project: Project) -> None:
    project.add(a_policy("a", places=["huyen-cu"]))
    assert {n for n in names(project) if n.startswith("dia-ban-")} == {
        "dia-ban-huyen-cu",
        "dia-ban-tinh-cu",
        "dia-ban-xa-moi",
        "dia-ban-tinh-moi",
        "dia-ban-ca-nuoc",
    }


def test_an_expired_item_leaves_every_feed_whose_page_still_offers_it(project: Project) -> None:
    project.add(a_policy("a", expires="2026-11-20"))
    for one in feeds(project):
        assert parse(one).entries == []
    assert "chu-de-y-te" in names(project)


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
    for one in feeds(project):
        assert list(check_feed(one.content, one.address, SITE_URL)) == []
        assert parse(one).entries[0].author.strip() == text.strip(f"{_TURNED} ")


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
    assert [f.content for f in files_of(project.portal(), "feeds")] == [
        f.content for f in files_of(project.portal(NOW + timedelta(days=1)), "feeds")
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


def test_a_portal_without_items_still_has_valid_feeds(project: Project) -> None:
    assert names(project) == ["home", "bao-chi"]
    for one in feeds(project):
        assert parse(one).entries == []


def test_an_item_of_1960_is_dated_1960(project: Project) -> None:
    project.add(a_policy("a", date="1960-05-01"))
    for one in feeds(project):
        assert parse(one).entries[0].published_parsed[:3] == (1960, 4, 30), "midnight in Viet Nam"
        assert list(check_feed(one.content, one.address, SITE_URL)) == []


def test_the_newspaper_gets_picture_credit_size_byline_rights_and_contact(project: Project) -> None:
    project.write("content/images/ong.jpg", an_image())
    project.write("content/portal.yml", "contact:\n  office: Phòng X\n  email: x@co-quan.example\nrights: Ghi nguồn.\n")
    project.add(a_policy("a", image={"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ảnh: Ban biên tập"}))
    portal = project.portal()
    served = next(f for f in portal.files if f.address == "/images/ong.jpg")
    parsed = parse(feed(project, "bao-chi.rss"))
    entry = parsed.entries[0]
    assert [(e.href, e.type, e.length) for e in entry.enclosures] == [
        (f"{SITE_URL}images/ong.jpg", "image/jpeg", str(len(served.content)))
    ]
    assert entry.media_credit == [{"role": "photographer", "content": "Ảnh: Ban biên tập"}]
    assert (entry.media_content[0]["width"], entry.media_content[0]["height"]) == ("40", "30")
    assert (entry.author, entry.rights) == ("Ban biên tập", "Ghi nguồn.")
    assert "Phòng X; x@co-quan.example" in entry.content[0].value
    assert parsed.feed.rights == "Ghi nguồn."
    assert channel(feed(project, "bao-chi.rss")).findtext("managingEditor") == "x@co-quan.example (Phòng X)"


def test_a_mailbox_that_is_none_is_not_written_where_rss_wants_one(project: Project) -> None:
    project.write("content/portal.yml", "contact:\n  email: hỏi ở ủy ban\n")
    assert channel(home(project.add(a_policy("a")))).find("managingEditor") is None


def test_the_caption_of_a_picture_is_never_taken_for_the_story(project: Project) -> None:
    project.write("content/images/ong.jpg", an_image())
    project.add(a_policy("a", image={"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ban biên tập"}))
    assert "Lời bài." in parse(home(project)).entries[0].content[0].value


# --- hub, broadcaster, agencies, list ---------------------------------------------------------------------


def test_a_hub_is_named_in_each_form_and_not_in_archives(project: Project) -> None:
    project.write("content/portal.yml", "websub_hub: https://tram.example/bao\nfeed_size: 1\n")
    project.add(*(a_policy(f"a{n}", date=f"2026-11-0{n}") for n in range(1, 5)))
    for name in ("home.rss", "home.atom"):
        hubs = [one.href for one in parse(feed(project, name)).feed.links if one.rel == "hub"]
        assert hubs == ["https://tram.example/bao"]
    assert json.loads(feed(project, "home.json").content)["hubs"] == [
        {"type": "WebSub", "url": "https://tram.example/bao"}
    ]
    for name in ("home/2026-1.rss", "home/2026-1.atom", "home/2026-1.json"):
        assert b"tram.example" not in feed(project, name).content


def spoken_feeds(project: Project) -> dict[str, LateFile]:
    catalog = project.catalog()
    bodies = {entry.loaded.path: Rendered.of("<p>Lời bài.</p>", ()) for entry in catalog.entries}
    said = SpokenText(lambda: ["Kính thưa bà con.\nHộ nghèo được cấp thẻ."], "", 0, 45)
    built = build_feeds(catalog, bodies, SITE_URL, pictures={}, spoken={"a": said}, sounds=SOUNDS)
    files = {file.address: file for file in built.files()}
    assert all(file.checked() for file in files.values())
    return files


def test_the_broadcaster_gets_what_is_read_how_long_it_takes_and_how_urgent_it_is(project: Project) -> None:
    project.add(a_policy("a", broadcast_priority="khan-cap"), a_story("b"))
    files = spoken_feeds(project)
    for form in ("rss", "atom"):
        (entry,) = parse(files[f"/rss/phat-thanh.{form}"]).entries
        assert entry.id == f"{SITE_URL}id/a/"
        assert entry.content[0].value == "<p>Kính thưa bà con.</p><p>Hộ nghèo được cấp thẻ.</p>"
        terms = {tag.scheme: tag.term for tag in entry.tags if tag.scheme}
        assert terms == {f"{SITE_URL}rss/#thoi-luong": "45", f"{SITE_URL}rss/#uu-tien": "khan-cap"}
        assert [(e.href, e.type, e.length) for e in entry.enclosures] == [
            (f"{SITE_URL}phat-thanh/a.mp3", "audio/mpeg", "720")
        ]
    own = json.loads(files["/rss/phat-thanh.json"].content)["items"][0]["_giamngheo"]
    assert (own["seconds"], own["priority"]) == (45, "khan-cap")
    assert "Lời bài." in parse(files["/rss/home.rss"]).entries[-1].content[0].value


def test_without_spoken_texts_there_is_no_feed_for_the_broadcaster(project: Project) -> None:
    catalog = project.add(a_policy("a")).catalog()
    bodies = {entry.loaded.path: Rendered.of("", ()) for entry in catalog.entries}
    built = build_feeds(catalog, bodies, SITE_URL, pictures={}, spoken={}, sounds={})
    assert [file.address for file in built.files() if "phat-thanh" in file.address] == []


def ninjs(project: Project, name: str) -> dict[str, Any]:
    file = next(f for f in files_of(project.portal(), "feeds") if f.address == f"/id/{name}/item.ninjs.json")
    told: dict[str, Any] = json.loads(file.content)
    return told


def test_an_agency_reads_a_usable_item_whole(project: Project) -> None:
    project.add(a_policy("a", changes=CORRECTED, broadcast_priority="uu-tien", expires="2026-12-01"))
    told = ninjs(project, "a")
    assert (told["uri"], told["pubstatus"], told["urgency"]) == (f"{SITE_URL}id/a/", "usable", 3)
    assert (told["firstcreated"], told["versioncreated"]) == ("2026-11-01T00:00:00+07:00", "2026-11-10T00:00:00+07:00")
    assert (told["version"], told["expires"]) == ("2", "2026-12-01T23:59:59+07:00")
    assert "Lời bài." in told["bodies"][0]["value"]
    assert told["ednote"] == "Đính chính ngày 10/11/2026: Mức là 5, không phải 6"


def test_an_agency_reads_canceled_and_nothing_else_of_a_withdrawn_item(project: Project) -> None:
    told = ninjs(project.add(a_policy("a", withdrawn=WITHDRAWN)), "a")
    assert told["pubstatus"] == "canceled"
    assert "Nguồn sai." in told["ednote"]
    assert set(told) == {
        "uri", "standard", "firstcreated", "versioncreated", "type", "language", "pubstatus", "ednote",
    }  # fmt: skip


def test_the_list_of_all_feeds_is_opml_that_names_each_once(project: Project) -> None:
    project.add(a_policy("a"), a_story("b"))
    root = etree.fromstring(feed(project, "tat-ca.opml").content)
    assert (root.tag, root.get("version")) == ("opml", "2.0")
    listed = [outline.get("xmlUrl") for outline in root.iter("outline") if outline.get("xmlUrl")]
    assert listed == [f"{SITE_URL}rss/{name}.rss" for name in names(project)]


def test_every_feed_has_a_page_that_shows_what_it_holds(project: Project) -> None:
    portal = project.add(a_policy("a", changes=CORRECTED)).portal()
    shown = page(portal, "/rss/home/")
    assert [e.link.label for e in shown.view.entries] == [  # type: ignore[attr-defined]
        "[ĐÍNH CHÍNH] Thẻ bảo hiểm y tế",
        "Thẻ bảo hiểm y tế",
    ]
    assert {p.address for p in portal.pages if p.template == "feed.html"} == {f"/rss/{n}/" for n in names(project)}
