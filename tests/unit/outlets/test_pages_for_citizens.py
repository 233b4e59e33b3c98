"""What pages give beyond their text: figures drawn, data for search engines, the way to report, words explained."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from factories import NOW, SITE_URL, Project, a_figure, a_plan, a_policy, a_story, an_image
from factories import page as page_at
from giamngheo.content.settings import Settings
from giamngheo.outlets.pages import OFFLINE, report_of, structured_data
from giamngheo.outlets.pages.structured import script_json
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import Page

HOSTILE = ["</script><script>alert(1)</script>", "<!--<script>", "a & b", '"\\u003c"', "\u2028", "]]>"]


def page(portal: Portal, address: str) -> Page:
    """The one page at an address, with its view made."""
    return page_at(portal, address).shown()


def story_view(project: Project, **keys: object) -> Any:  # noqa: ANN401 - views differ by kind
    return page(project.add(a_story("ong", **keys)).portal(), "/guong-dien-hinh/ong/").view


def data_of(found: Page, settings: Settings | None = None) -> dict[str, dict[str, Any]]:
    text = structured_data(found, SITE_URL, settings or Settings())
    return {node["@type"]: node for node in json.loads(text)["@graph"]}


# --- links between pages ----------------------------------------------------------------------------------------


def test_a_link_to_a_policy_says_that_it_is_over_from_the_day_on_that_it_is(project: Project) -> None:
    project.add(a_policy("dien", valid_to="2026-11-25"), a_story("ong", "Xem [tiền điện](../policies/dien.md).\n"))
    for days, told in ((0, "</a>."), (30, "</a> (đã hết hiệu lực).")):
        view = page(project.portal(NOW + timedelta(days=days)), "/guong-dien-hinh/ong/").view
        assert f"tiền điện{told}" in view.item.html  # type: ignore[attr-defined]


# --- figures ----------------------------------------------------------------------------------------------------


def grown(**later: object) -> list[dict[str, object]]:
    common: dict[str, object] = {"label": "Thành viên", "unit": "hộ"}
    return [a_figure(value="20", on="2024-11", **common), a_figure(**{"value": "5", "on": "2021", **common, **later})]


@pytest.mark.parametrize(
    ("rule", "unit", "shown"),
    [
        ({"household": ["ho-ngheo"]}, "đồng/người/tháng", "1,5 triệu đồng/người/tháng"),
        ({"household": ["ho-ngheo"]}, "%", "1.500.000%"),
        ({"household": ["ho-ngheo"]}, "km", None),
        ({"everyone": "true"}, "đồng/người/tháng", None),
    ],
)
def test_a_measure_is_not_shown_as_what_one_gets(
    project: Project, rule: dict[str, object], unit: str, shown: str | None
) -> None:
    policy = a_policy("a", eligibility=rule, amounts=[a_figure(value="1500000", unit=unit)])
    figure = page(project.add(policy).portal(), "/chinh-sach/a/").view.main_figure  # type: ignore[attr-defined]
    assert (figure and figure.text) == shown


def test_the_same_thing_counted_twice_is_drawn_oldest_first(project: Project) -> None:
    view = story_view(project, results=grown())
    assert [(bar.label, bar.text, bar.share) for bar in view.bars[0].bars] == [
        ("năm 2021", "5 hộ", "25.0%"),
        ("tháng 11/2024", "20 hộ", "100.0%"),
    ]
    assert [bar.source.label for bar in view.bars[0].bars] == ["75/2023/NĐ-CP"] * 2
    assert view.results == ()


def test_members_then_and_now_are_compared_with_results(project: Project) -> None:
    now, then = grown()
    view = story_view(project, results=[then], members=now)
    assert len(view.bars[0].bars) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"unit": "người"},
        {"label": "Hộ nghèo"},
        {"on": "2024-11"},
        {"value_to": "9"},
        {"value": None, "formula": "50 %"},
    ],
    ids=["another unit", "another thing", "the same day", "a span", "words"],
)
def test_what_cannot_be_compared_stands_as_a_number(project: Project, other: dict[str, object]) -> None:
    view = story_view(project, results=grown(**other))
    assert view.bars == ()
    assert len(view.results) == 2


def test_a_story_without_a_photograph_has_a_cover_that_says_it_is_drawn(project: Project) -> None:
    image = story_view(project).item.image
    assert "không phải ảnh chụp" in image.credit
    assert image.address in {f.address for f in project.portal().files}


def test_a_topic_is_called_as_people_say_and_then_as_papers_do(project: Project) -> None:
    project.add(a_policy("bao-hiem", topics=["y-te"]))
    topic = next(t for t in project.catalog().topics if t.id == "y-te")
    found = page(project.portal(), "/chu-de/y-te/")
    assert (found.title, found.view.name.lower()) == (topic.need, topic.name.lower())  # type: ignore[attr-defined]


def test_drawn_covers_side_by_side_on_the_front_page_look_different(project: Project) -> None:
    project.add(*(a_story(name, title=f"Bài {name}") for name in ("mot", "hai", "ba")))
    drawn = [image.address for _, image in page(project.portal(), "/").view.stories]
    assert len(set(drawn)) == len(drawn) == 3


def test_a_photograph_comes_first_and_in_the_widths_of_screens(project: Project) -> None:
    project.write("content/images/a.jpg", an_image(2000, 1000))
    view = story_view(project, image={"file": "images/a.jpg", "alt": "Ong", "credit": "Ảnh: tòa soạn"})
    image = view.item.image
    assert (image.credit, image.width, image.height) == ("Ảnh: tòa soạn", 1200, 600)
    assert image.smaller == (("/assets/480/images/a.jpg", 480), ("/assets/800/images/a.jpg", 800))
    assert {a for a, _ in image.smaller} <= {f.address for f in project.portal().files}


def test_images_of_a_text_have_sizes_and_wait_until_they_are_needed(project: Project) -> None:
    project.write("content/images/a.jpg", an_image(1000, 500)).parent.joinpath("nho.png").write_bytes(
        an_image(100, 50, "PNG")
    )
    text = "![Ong](../images/a.jpg)\n\n![Nhỏ](../images/nho.png)\n"
    portal = project.add(a_story("ong", body=text)).portal()
    large, small = re.findall(r"<img [^>]*>", page(portal, "/guong-dien-hinh/ong/").view.item.html)  # type: ignore[attr-defined]
    assert 'width="1000" height="500"' in large
    assert "480w" in large
    assert "800w" in large
    assert "1000w" in large
    assert 'width="100" height="50"' in small
    assert "srcset" not in small
    assert large.count('loading="lazy"') == small.count('loading="lazy"') == 1


# --- home -------------------------------------------------------------------------------------------------------


def test_the_season_of_a_policy_is_told_with_its_source(project: Project) -> None:
    season = {"from": "09-01", "to": "12-14", "what": "Nộp giấy đề nghị", "source": "75-2023-nd-cp"}
    portal = project.add(a_policy("a", season=season)).portal()
    told = page(portal, "/chinh-sach/a/").view.season  # type: ignore[attr-defined]
    assert (told.when, told.what) == ("Hằng năm, từ 1/9 đến hết 14/12", "Nộp giấy đề nghị")
    assert told.source.address == "/van-ban/75-2023-nd-cp/"
    assert [due.when for due in page(portal, "/").view.due] == ["Đến hết ngày 14/12/2026"]  # type: ignore[attr-defined]


def test_newest_documents_come_first_and_none_of_tomorrow(project: Project) -> None:
    record = project.registers["documents"][0]
    for number, issued in (("1", "2026-11-20"), ("2", "2026-11-22"), ("3", None)):
        more = {"issued": issued} if issued else {}
        kept = {k: v for k, v in record.items() if k != "issued"}
        project.registers["documents"].append({**kept, "id": f"{number}-2026-nd-cp", "number": number, **more})
    project.write_registers()
    documents = page(project.add(a_policy("a")).portal(), "/").view.documents  # type: ignore[attr-defined]
    assert [d.number for d in documents] == ["1", "75/2023/NĐ-CP"]


def test_an_empty_home_shows_nothing_empty(project: Project) -> None:
    project.registers = {**project.registers, "documents": []}
    project.write_registers()
    view = page(project.portal(), "/").view
    assert (view.tiles, view.due, view.stories, view.documents, view.counts, view.standards) == ((),) * 6  # type: ignore[attr-defined]


# --- data for search engines ------------------------------------------------------------------------------------


def test_each_kind_of_page_is_named_as_what_it_is(project: Project) -> None:
    portal = project.add(a_policy("a"), a_story("b"), a_plan("c", number="1/KH-UBND")).portal()
    kinds = {
        "/chinh-sach/a/": {"BreadcrumbList", "GovernmentService", "FAQPage"},
        "/guong-dien-hinh/b/": {"BreadcrumbList", "NewsArticle"},
        "/ke-hoach/c/": {"BreadcrumbList", "Legislation"},
        "/van-ban/75-2023-nd-cp/": {"BreadcrumbList", "Legislation"},
        "/chinh-sach/": {"BreadcrumbList"},
    }
    assert {address: set(data_of(page(portal, address))) for address in kinds} == kinds


def test_crumbs_lead_from_the_front_page_to_the_page_itself(project: Project) -> None:
    found = page(project.add(a_policy("a")).portal(), "/chinh-sach/a/")
    items = data_of(found)["BreadcrumbList"]["itemListElement"]
    assert [i["item"] for i in items] == [SITE_URL, f"{SITE_URL}chinh-sach/", f"{SITE_URL}chinh-sach/a/"]
    assert [i["position"] for i in items] == [1, 2, 3]


def test_answers_are_those_of_the_page(project: Project) -> None:
    found = page(project.add(a_policy("a", steps=[{"do": "Hỏi xã"}, {"do": "Nộp giấy"}])).portal(), "/chinh-sach/a/")
    answers = [q["acceptedAnswer"]["text"] for q in data_of(found)["FAQPage"]["mainEntity"]]
    assert answers == ["Được cấp thẻ không mất tiền.", "Hộ nghèo", "1. Hỏi xã 2. Nộp giấy"]


def test_a_summary_in_our_words_is_no_legislation(project: Project) -> None:
    portal = project.add(a_plan("c", body="## Mục\n\nTóm tắt.\n", text_quality="news-summary")).portal()
    assert "Legislation" not in data_of(page(portal, "/ke-hoach/c/"))


def test_a_publisher_is_named_only_where_one_is_set(project: Project) -> None:
    found = page(project.add(a_story("b")).portal(), "/guong-dien-hinh/b/")
    assert "publisher" not in data_of(found)["NewsArticle"]
    named = data_of(found, Settings(publisher="Sở Mẫu"))["NewsArticle"]["publisher"]
    assert named == {"@type": "Organization", "name": "Sở Mẫu"}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_ends_the_element_that_holds_the_data(text: str) -> None:
    written = script_json({"name": text})
    assert not re.search(r"[<>&]", written)
    assert json.loads(written) == {"name": text}


def test_pages_that_are_not_found_by_search_tell_nothing(project: Project) -> None:
    assert structured_data(page(project.portal(), OFFLINE), SITE_URL, Settings()) == ""


# --- report, glossary -------------------------------------------------------------------------------------------


def test_a_report_names_page_and_reference_in_a_prepared_mail(project: Project) -> None:
    settings = Settings.model_validate({"contact": {"email": "phan-anh@co-quan.example"}})
    found = page(project.add(a_policy("a", title='Thẻ "BHYT" & hơn 50 %?')).portal(), "/chinh-sach/a/")
    report = report_of(found, SITE_URL, settings)
    parts = urlsplit(report.mail)
    asked = parse_qs(parts.query, strict_parsing=True)
    assert report.reference == "a"
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "phan-anh@co-quan.example")
    assert asked["subject"] == ["Báo lỗi hoặc đề nghị gỡ tin: a"]
    assert (
        'Trang: Thẻ "BHYT" & hơn 50 %?\r\nĐịa chỉ: https://giamngheo.example/chinh-sach/a/\r\nMã: a' in asked["body"][0]
    )


def test_no_mailbox_is_invented(project: Project) -> None:
    found = page(project.add(a_policy("a")).portal(), "/chinh-sach/")
    assert report_of(found, SITE_URL, Settings()).mail == ""
    assert report_of(found, SITE_URL, Settings()).reference == "/chinh-sach/"


def test_words_are_explained_in_the_order_of_the_alphabet(project: Project) -> None:
    project.registers["terms"] = [
        {"id": "niem-yet", "name": "Niêm yết", "meaning": "Dán công khai."},
        {"id": "can-cu", "name": "Căn cứ", "meaning": "Văn bản dựa vào.", "document": "75-2023-nd-cp"},
    ]
    project.registers["abbreviations"] = [{"id": "ubnd", "short": "UBND", "long": "Ủy ban nhân dân"}]
    project.write_registers()
    view = page(project.portal(NOW), "/tu-dien/").view
    assert [(e.anchor, e.name) for e in view.terms] == [("can-cu", "Căn cứ"), ("niem-yet", "Niêm yết")]  # type: ignore[attr-defined]
    assert view.terms[0].source.address == "/van-ban/75-2023-nd-cp/"  # type: ignore[attr-defined]
    assert [e.meaning for e in view.abbreviations] == ["Ủy ban nhân dân"]  # type: ignore[attr-defined]


def test_without_words_to_explain_there_is_no_glossary(project: Project) -> None:
    assert "/tu-dien/" not in {p.address for p in project.portal().pages}
