"""What officials post: within the limits, whole sentences, state first, the full address; nothing that is hidden."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from factories import NOW, SITE_URL, ItemFile, Project, a_plan, a_policy, a_story, an_image, late_files, page
from giamngheo.ground.cache import Cache
from giamngheo.outlets.packs import PackTexts, PackView, pack_texts
from giamngheo.outlets.packs.pictures import MAX_BYTES, cut_photograph
from giamngheo.outlets.packs.texts import DEMONSTRATION
from giamngheo.portal import Portal
from giamngheo.rendering.kinds.policy import CONDITIONS, SOME_PLACES

LONG_RULE = {"all": [{"household": ["ho-ngheo"]}, {"other": "đang ở nơi có điều kiện rất khó khăn " * 12}]}


def texts(project: Project, item: ItemFile) -> PackTexts:
    catalog = project.add(item).catalog()
    return pack_texts(catalog, catalog.entries[0].item, SITE_URL)


def addresses(portal: Portal) -> list[str]:
    everything = (*(page.address for page in portal.pages), *late_files(portal))
    found = (address for address in everything if address.startswith("/chia-se/"))
    return sorted(re.sub(r"\.[0-9a-f]{10}\.", ".", address) for address in found)


def test_an_item_has_a_page_a_file_and_a_picture_and_its_own_page_leads_there(project: Project) -> None:
    portal = project.add(a_policy("a")).portal()
    assert addresses(portal) == ["/chia-se/a.png", "/chia-se/a.txt", "/chia-se/a/", "/chia-se/bia.png"]
    assert page(portal, "/chinh-sach/a/").view.item.pack == "/chia-se/a/"
    pack = page(portal, "/chia-se/a/")
    assert isinstance(pack.view, PackView)
    assert not pack.is_indexed
    assert late_files(portal).keys() >= {pack.view.file, pack.view.picture.address}


def test_hidden_items_have_no_pack_and_no_picture(project: Project) -> None:
    project.add(
        a_policy("nhap", draft=True),
        a_policy("sau", publish_at="2027-01-01 06:00"),
        a_policy("go", withdrawn={"date": "2026-11-02", "reason": "Sai"}),
    )
    assert addresses(project.portal()) == ["/chia-se/bia.png"]


def test_what_has_expired_from_the_feeds_keeps_its_picture_and_is_not_spread(project: Project) -> None:
    portal = project.add(a_policy("cu", expires="2026-11-20")).portal()
    assert addresses(portal) == ["/chia-se/bia.png", "/chia-se/cu.png"]
    assert page(portal, "/chinh-sach/cu/").view.item.pack == ""


def test_the_post_names_title_benefit_conditions_state_day_of_check_and_address(project: Project) -> None:
    group = texts(project, a_policy("a", contact="Ủy ban nhân dân xã")).group
    assert group.splitlines() == [
        "Thẻ bảo hiểm y tế",
        "Được cấp thẻ không mất tiền.",
        "Ai được: hộ nghèo.",
        "Hỏi ở đâu: Ủy ban nhân dân xã.",
        "Còn hiệu lực. Kiểm tra lần cuối: 01/11/2026.",
        "Xem đủ điều kiện, cách làm: https://giamngheo.example/id/a/",
    ]


def test_what_is_over_says_so_first_in_every_text(project: Project) -> None:
    found = texts(project, a_policy("het", valid_to="2025-12-31", summary="Hộ nghèo được cấp thẻ. " * 12))
    assert found.title == "Đã hết hiệu lực: Thẻ bảo hiểm y tế"
    assert found.group.startswith("Đã hết hiệu lực: ")
    assert found.description.startswith("Đã hết hiệu lực (áp dụng đến hết ngày 31/12/2025). Hộ nghèo")
    assert found.description.endswith("… Kiểm tra lần cuối: 01/11/2026.")


def test_what_has_not_begun_says_so_first_with_its_day(project: Project) -> None:
    found = texts(project, a_policy("sau", valid_from="2027-01-01"))
    assert found.title.startswith("Chưa hiệu lực: ")
    assert found.description.startswith("Chưa hiệu lực (áp dụng từ ngày 01/01/2027).")


def test_a_plan_whose_years_are_over_says_so_first(project: Project) -> None:
    found = texts(project, a_plan("xong", period={"from": "2021", "to": "2025"}))
    assert found.title == "Đã hết giai đoạn thực hiện: Kế hoạch truyền thông"
    assert "Ủy ban nhân dân tỉnh Bắc Giang" in found.group


def test_a_title_too_long_for_its_state_gives_way_to_a_short_name_and_is_never_cut(project: Project) -> None:
    title = ("Hỗ trợ hộ nghèo " * 10)[:149] + "ệ"
    found = texts(project, a_policy("het", title=title, valid_to="2025-12-31"))
    assert found.title == "Đã hết hiệu lực: Chính sách về y tế"
    assert "Hỗ trợ" not in found.group.splitlines()[0]


def test_conditions_are_told_all_or_it_is_told_that_there_are_some(project: Project) -> None:
    found = texts(project, a_policy("a", eligibility=LONG_RULE))
    assert CONDITIONS in found.group.splitlines()
    assert "rất khó khăn" not in found.group


def test_a_policy_of_some_places_is_never_told_as_one_of_all(project: Project) -> None:
    assert "Địa bàn: huyện Lục Nam, tỉnh Bắc Giang, nay là xã Lục Nam, tỉnh Bắc Ninh." in (
        texts(project, a_policy("a", places=["huyen-cu"])).group
    )


def test_where_names_of_places_find_no_room_it_is_told_that_there_are_some(project: Project) -> None:
    found = texts(project, a_policy("a", places=["huyen-cu"], summary="Hộ nghèo được cấp thẻ. " * 13))
    assert SOME_PLACES in found.description
    assert "Bắc Giang" not in found.description


def test_a_long_benefit_ends_with_a_sentence_and_keeps_what_narrows_it(project: Project) -> None:
    benefit = f"Được vay vốn. {'Tiền vay để làm nhà ở cho cả gia đình. ' * 9}Lãi thấp. Trừ người đã vay."
    group = texts(project, a_policy("a", benefit=benefit)).group
    line = next(line for line in group.splitlines() if line.startswith("Được vay vốn."))
    assert line.endswith("gia đình. …")
    assert "Lãi thấp" not in line


def test_a_demonstration_says_so_in_the_post(project: Project) -> None:
    project.write("content/portal.yml", "is_demonstration: true\n")
    assert DEMONSTRATION in texts(project, a_policy("a")).group.splitlines()


def test_the_file_holds_the_three_texts_as_they_stand_on_the_page(project: Project) -> None:
    portal = project.add(a_story("b")).portal()
    shown = page(portal, "/chia-se/b/").view
    assert isinstance(shown, PackView)
    content = late_files(portal)["/chia-se/b.txt"].decode()
    assert all(text in content for text in (shown.texts.title, shown.texts.description, shown.texts.group))


def test_texts_are_composed_and_hold_neither_controls_nor_marks_of_direction(project: Project) -> None:
    hostile = "Ho\u0323\u0302 \u202enghèo\u202c &<b>\u200bđậm</b> 😀"
    found = texts(project, a_policy("a", title=hostile, summary=hostile, benefit=hostile, contact=hostile))
    for text in (found.title, found.description, found.group):
        assert text == unicodedata.normalize("NFC", text)
        assert not re.search("[\u200b-\u200f\u202a-\u202e\x00-\x09]", text)
    assert found.title == "Hộ nghèo &<b>đậm</b> 😀", "what an editor typed is text, not markup: nothing is taken out"


def test_a_photograph_is_cut_to_the_shape_of_a_preview_and_credited(project: Project) -> None:
    project.write("content/images/ong.jpg", an_image(1600, 1200))
    image = {"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ảnh: Ban biên tập"}
    portal = project.add(a_story("ong", image=image)).portal()
    shown = page(portal, "/chia-se/ong/").view
    assert isinstance(shown, PackView)
    content = late_files(portal)[shown.picture.address]
    picture = Image.open(BytesIO(content))
    assert (picture.format, picture.size) == ("JPEG", (1200, 630))
    assert (shown.picture.alt, shown.credit, shown.is_drawn) == ("Tổ ong", "Ảnh: Ban biên tập", False)


def test_a_photograph_replaced_under_its_name_is_shown_anew_by_chats(project: Project) -> None:
    """Chats keep a picture for as long as its address stands; one may be replaced because somebody asked for it."""
    image = {"file": "images/ong.jpg", "alt": "Tổ ong", "credit": "Ảnh: Ban biên tập"}
    project.add(a_story("ong", image=image))
    shown = []
    for width in (1600, 1500, 1600):
        project.write("content/images/ong.jpg", an_image(width, 1200))
        portal = project.portal()
        story = page(portal, "/guong-dien-hinh/ong/").preview
        assert story is not None
        assert story.address in late_files(portal)
        shown.append(story.address)
    assert shown[0] == shown[2] != shown[1]


@pytest.mark.parametrize("size", [(10, 10), (3000, 20), (1200, 630)])
def test_a_cut_photograph_is_at_most_300_kilobytes(size: tuple[int, int]) -> None:
    out = BytesIO()
    Image.effect_noise(size, 90).convert("RGBA").save(out, "PNG")
    content = cut_photograph(out.getvalue(), Cache(None))
    assert len(content) <= MAX_BYTES
    assert Image.open(BytesIO(content)).size == (1200, 630)


def test_pictures_are_kept_between_builds_and_a_damaged_one_is_drawn_anew(project: Project, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    project.add(a_policy("a"))
    first = late_files(project.portal(cache=cache))
    pictures = list(cache.rglob("*.bin"))
    assert pictures
    for file in pictures:
        file.write_bytes(file.read_bytes()[:-1])
    assert late_files(project.portal(cache=cache)) == first


def test_no_item_may_lie_where_packs_are(project: Project) -> None:
    problems = project.add(a_policy("a", aliases=["/chia-se/a/"])).check(NOW)
    assert "dia-chi-trung" in {problem.code for problem in problems}
