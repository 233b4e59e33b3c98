"""What is said on the air: whole parts only, nothing that is over, urgent things first, within the time there is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from factories import NOW, Project, a_figure, a_plan, a_policy, a_story, files_of, page
from giamngheo.catalog import Catalog
from giamngheo.ground.cache import Cache
from giamngheo.outlets.broadcast import build_broadcast, item_scripts
from giamngheo.outlets.broadcast.views import SheetView
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import Page

CONTACT = {"contact": {"office": "Phòng Kinh tế", "hotlines": [{"number": "0204 3999 111", "label": "hỏi đáp"}]}}
STEPS = [{"do": f"Làm việc thứ {n} ở xã, mang theo giấy tờ của cả nhà"} for n in ("nhất", "hai", "ba", "bốn")]


def text(portal: Portal, address: str) -> str:
    return next(f.content for f in files_of(portal, "texts") if f.address == address).decode()


def addresses(portal: Portal) -> list[str]:
    return sorted(f.address for f in files_of(portal, "texts") if f.address.startswith("/phat-thanh/"))


def sentences_of(said: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", said.strip())


def test_each_item_has_three_texts_and_each_place_with_items_a_sheet(project: Project) -> None:
    portal = project.add(a_policy("a", places=["xa-moi"])).portal()
    assert addresses(portal) == [f"/phat-thanh/{name}.txt" for name in ("a-180", "a-30", "a-60", "dia-ban/xa-moi")]
    assert page(portal, "/phat-thanh/").view.sheets[0].address == "/phat-thanh/dia-ban/xa-moi/"


def test_nothing_that_is_over_withdrawn_or_expired_is_read_out(project: Project) -> None:
    project.add(
        a_policy("het", valid_to="2025-12-31"),
        a_policy("go", withdrawn={"date": "2026-11-02", "reason": "Sai"}),
        a_policy("cu", expires="2026-11-20"),
        a_plan("xong", period={"from": "2021", "to": "2025"}),
    )
    portal = project.portal()
    assert addresses(portal) == []
    assert [p.address for p in portal.pages if p.address.startswith("/phat-thanh/")] == []


def test_a_text_of_an_item_that_nobody_approved_says_so_first(project: Project) -> None:
    portal = project.add(a_policy("a"), a_policy("b", approved_by="Phó Chủ tịch xã")).portal()
    assert text(portal, "/phat-thanh/a-30.txt").startswith("Bản này chưa được duyệt để phát.\n")
    assert "chưa được duyệt" not in text(portal, "/phat-thanh/b-30.txt")
    assert "Bản này chưa được duyệt để phát.\nThẻ bảo hiểm" in text(portal, "/phat-thanh/dia-ban/ca-nuoc.txt")


def test_a_figure_keeps_qualifier_unit_day_and_note_or_is_not_said(project: Project) -> None:
    figures = [
        a_figure(label=f"Mức {n}", value="2200000", qualifier="toi-da", valid_from="2026-01-01", note="Chỉ ở xã nghèo.")
        for n in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
    ]
    portal = project.add(a_policy("a", amounts=figures)).portal()
    whole = "tối đa hai phẩy hai triệu đồng một tháng. Áp dụng từ ngày mùng một tháng một năm hai nghìn không trăm hai mươi sáu. Chỉ ở xã nghèo."  # noqa: E501
    counts = []
    for seconds in (30, 60, 180):
        said = text(portal, f"/phat-thanh/a-{seconds}.txt")
        assert said.count("triệu") == said.count(whole) == said.count("Chỉ ở xã nghèo")
        counts.append(said.count(whole))
    assert counts == sorted(counts)
    assert counts[0] < counts[2]


def test_a_figure_that_no_longer_holds_is_not_said(project: Project) -> None:
    portal = project.add(a_policy("a", amounts=[a_figure(label="Mức cũ", valid_to="2025-12-31")])).portal()
    assert "Mức cũ" not in text(portal, "/phat-thanh/a-180.txt")


def test_steps_are_said_all_or_not_at_all(project: Project) -> None:
    portal = project.add(a_policy("a", steps=STEPS)).portal()
    assert "Bước" not in text(portal, "/phat-thanh/a-30.txt")
    assert text(portal, "/phat-thanh/a-180.txt").count("Bước") == len(STEPS)


def test_where_a_step_is_done_is_not_said_without_the_step(project: Project) -> None:
    long = [{"do": f"{step['do']}, rồi chờ xã báo lại cho cả nhà biết", "where": "Xã"} for step in STEPS]
    portal = project.add(a_policy("a", steps=long)).portal()
    for seconds in (30, 60, 180):
        said = text(portal, f"/phat-thanh/a-{seconds}.txt")
        assert "Bước" in said or "Về bước" not in said
    assert "Về bước" in said


def test_a_step_that_is_the_only_one_has_no_number(project: Project) -> None:
    portal = project.add(a_policy("a", steps=[{"do": "Hỏi xã", "where": "Nhà văn hóa"}])).portal()
    assert "Cách làm: Hỏi xã.\nNơi làm: Nhà văn hóa." in text(portal, "/phat-thanh/a-180.txt")


def test_who_is_left_out_is_not_left_without_a_word(project: Project) -> None:
    many = {"any": [{"other": f"Người thuộc trường hợp rất dài số {n} mà nghị định có nêu tên ra"} for n in range(9)]}
    portal = project.add(a_policy("a", eligibility=many)).portal()
    short, long = (text(portal, f"/phat-thanh/a-{n}.txt") for n in (30, 180))
    assert "Được hưởng hay không còn tùy điều kiện" in short
    assert "Trường hợp" not in short
    assert long.count("Trường hợp") == 9


def test_a_policy_of_next_year_says_that_it_does_not_hold_yet(project: Project) -> None:
    portal = project.add(a_policy("a", valid_from="2027-01-01")).portal()
    assert "Chính sách này chưa áp dụng." in text(portal, "/phat-thanh/a-30.txt")


def test_a_policy_that_ends_soon_says_until_when(project: Project) -> None:
    portal = project.add(a_policy("a", valid_to="2026-12-31")).portal()
    said = text(portal, "/phat-thanh/a-30.txt")
    assert "sắp hết hiệu lực" in said
    assert "ngày ba mươi mốt tháng mười hai năm hai nghìn không trăm hai mươi sáu" in said


def test_only_contacts_of_the_settings_are_said(project: Project) -> None:
    project.add(a_policy("a"))
    assert "Điện thoại" not in text(project.portal(), "/phat-thanh/a-60.txt")
    project.write("content/portal.yml", str(CONTACT).replace("'", '"'))
    assert "Liên hệ: Phòng Kinh tế. Điện thoại không hai không bốn, ba chín chín chín, một một một, hỏi đáp." in text(
        project.portal(), "/phat-thanh/a-60.txt"
    )


def test_every_sentence_fits_one_breath_and_holds_only_words(project: Project) -> None:
    project.add(
        a_policy("a", amounts=[a_figure()], steps=STEPS, contact="UBND xã, phường nơi bạn ở"),
        a_story("b", situation_before="Năm 2021 có 12/15 hộ nghèo (80 %).", places=["huyen-cu"]),
        a_plan("c", summary="Kế hoạch 52/KH-UBND của UBND tỉnh giai đoạn 2021-2026, kinh phí 1,5 tỷ đồng."),
    )
    portal = project.portal()
    texts = [f.content.decode() for f in files_of(portal, "texts") if f.address.endswith(".txt")]
    assert len(texts) > 9
    assert not [t for t in texts if re.search(r"[0-9()/%&“”]|\b[A-ZĐ]{2,}\b", t)]
    assert max(len(s.split()) for t in texts for s in sentences_of(t)) <= 25


def test_seconds_follow_the_rate_of_the_settings(project: Project) -> None:
    project.add(a_policy("a", approved_by="Trưởng ban"))
    normal = page(project.portal(), "/phat-thanh/dia-ban/ca-nuoc/").view.lines[0].seconds
    project.write("content/portal.yml", "broadcast: {syllables_per_minute: 100}\n")
    slow = page(project.portal(), "/phat-thanh/dia-ban/ca-nuoc/").view.lines[0].seconds
    assert slow == pytest.approx(2 * normal, abs=2)


def test_the_south_hears_its_own_words(project: Project) -> None:
    project.add(a_policy("a", amounts=[a_figure(value="24000")]))
    project.write("content/portal.yml", "broadcast: {region: nam}\n")
    assert "hai mươi bốn ngàn đồng" in text(project.portal(), "/phat-thanh/a-180.txt")


def test_a_programme_begins_with_what_is_urgent_then_what_is_near(project: Project) -> None:
    project.add(
        a_policy("chung", title="Chung"),
        a_policy("gan", title="Gần", places=["xa-moi"]),
        a_policy("huyen-cu", title="Huyện cũ", places=["huyen-cu"]),
        a_policy("uu-tien", title="Ưu tiên", broadcast_priority="uu-tien"),
        a_policy("khan", title="Khẩn", broadcast_priority="khan-cap"),
        a_policy("noi-khac", title="Nơi khác", places=["tinh-cu"]),
    )
    lines = page(project.portal(), "/phat-thanh/dia-ban/xa-moi/").view.lines
    assert [line.title.label for line in lines] == ["Khẩn", "Ưu tiên", "Gần", "Huyện cũ", "Nơi khác", "Chung"]


def test_a_programme_fits_its_session_and_every_item_has_its_turn(project: Project) -> None:
    for number in range(24):
        project.add(a_policy(f"bai-{number:02}", title=f"Bài {number}"))
    project.write("content/portal.yml", "broadcast: {session_minutes: 2}\n")
    catalog = project.catalog()
    weeks = [_national_week(catalog, NOW + timedelta(days=7 * n)) for n in range(9)]
    assert all(0 < sum(line.seconds for line in week.lines) <= 2 * 60 for week in weeks)
    assert weeks[0].lines != weeks[1].lines
    assert len({line.title.label for week in weeks for line in week.lines}) == 24
    sunday = _national_week(catalog, NOW + timedelta(days=1))
    assert sunday == weeks[0]
    assert sunday.week == "tuần 47 năm 2026, từ ngày 16/11/2026 đến ngày 22/11/2026"


def _national_week(catalog: Catalog, now: datetime) -> SheetView:
    moment = replace(catalog, now=now)
    pages = build_broadcast(moment, item_scripts(moment, Cache(None)), {})
    view = next(p.shown().view for p in pages if p.address == "/phat-thanh/dia-ban/ca-nuoc/" and isinstance(p, Page))
    assert isinstance(view, SheetView)
    return view


def test_a_place_that_is_gone_has_no_programme(project: Project) -> None:
    portal = project.add(a_policy("a", places=["huyen-cu"])).portal()
    assert "/phat-thanh/dia-ban/huyen-cu.txt" not in addresses(portal)
    assert "/phat-thanh/dia-ban/xa-moi.txt" in addresses(portal)
    assert "huyện Lục Nam, tỉnh Bắc Giang, nay là xã Lục Nam, tỉnh Bắc Ninh" in text(portal, "/phat-thanh/a-180.txt")
