"""Folded leaflets of policies: the words of the policy, each in its panel, whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from msgspec.structs import replace

from factories import NOW, SITE_URL, Project, a_figure, a_policy, item_addresses, late_files, unpacked
from giamngheo.content.schema import Policy
from giamngheo.outlets.materials import leaflet_pdf
from giamngheo.outlets.materials.fitting import SIZES
from giamngheo.outlets.materials.leaflet_pdf import write_leaflet
from giamngheo.outlets.materials.leaflets import SOME_PLACES, Leaflet, leaflet_of
from giamngheo.rendering.printed import LEAFLET_KB

POINT = 72 / 25.4
PANELS = (((0, 97), (97, 197), (197, 297)), ((0, 100), (100, 200), (200, 297)))
"""Left and right edges of panels in millimetres, on the outside and inside of the sheet."""

_STEP = "Nộp hồ sơ ở bộ phận một cửa của Ủy ban nhân dân xã, phường nơi gia đình đang ở, nhớ mang theo giấy tờ"
FULL = {
    "steps": [{"do": "Đến xã hỏi", "where": "Bộ phận một cửa", "papers": ["Căn cước", "Đơn"], "fee": "Không"}],
    "amounts": [a_figure(label="Mức mỗi tháng")],
    "contact": "Hỏi cán bộ xã",
    "season": {"from": "09-01", "to": "12-14", "what": "Nộp giấy đề nghị", "source": "75-2023-nd-cp"},
    "valid_to": "2027-06-30",
}
HOSTILE = {
    "long title": {"title": "Chính sách hỗ trợ rất dài " * 5},
    "giant word": {"title": "x" * 150, "benefit": "Ộ" * 3000, "contact": "y" * 900},
    "many steps": {"steps": [{"do": f"{_STEP} {n}", "papers": [f"Giấy tờ số {n}"] * 5} for n in range(40)]},
    "long step": {"steps": [{"do": f"{_STEP}. " * 45}]},
    "many ways": {"eligibility": {"any": [{"other": f"{_STEP} {n}"} for n in range(60)]}},
    "long benefit": {"benefit": f"{_STEP}. " * 45},
    "many amounts": {"amounts": [a_figure(label=f"{_STEP} {n}") for n in range(60)]},
    "emoji and other scripts": {
        "title": "Thẻ 😀 سلام",
        "benefit": "Được ✅ cấp <b>thẻ</b> & tiền\u202e",
        "summary": "한국",
    },
    "many places": {"places": ["huyen-cu", "xa-moi", "tinh-cu", "tinh-moi"]},
    "long contact": {"contact": f"{_STEP}. " * 45},
}


def leaflet(project: Project, **front: object) -> Leaflet:
    catalog = project.add(a_policy(**front)).catalog()
    ((_, policy),) = catalog.of_kind(Policy)
    return leaflet_of(catalog, policy, SITE_URL)


def texts(content: bytes) -> list[str]:
    """Words of each page, with single spaces."""
    with pdfium.PdfDocument(content) as document:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]


def letters(content: bytes) -> Iterator[tuple[int, str, float, float, float, float]]:
    """Every visible letter: number of its page, and its box in millimetres."""
    with pdfium.PdfDocument(content) as document:
        for number, page in enumerate(document):
            words = page.get_textpage()
            for index in range(words.count_chars()):
                letter = words.get_text_range(index, 1)
                if letter.strip():
                    yield number, letter, *(edge / POINT for edge in words.get_charbox(index))


def bare(text: str) -> str:
    """Letters only: where lines end is no concern of the words."""
    return re.sub(r"\s", "", text)


def test_every_word_of_the_policy_stands_on_its_leaflet(project: Project) -> None:
    outside, inside = texts(write_leaflet(leaflet(project, **FULL)))
    for words in (
        "Thẻ bảo hiểm y tế",
        "y tế",
        "Hộ nghèo được cấp thẻ.",
        "Hỏi cán bộ xã",
        "75/2023/NĐ-CP",
        "01/11/2026",
    ):
        assert bare(words) in bare(outside)
    for words in (
        "Từ 1/9".lower(),
        "Chỉ áp dụng đến hết ngày 30/06/2027",
        "giamngheo.example/id/bao-hiem-y-te/",
        "Cả nước",
    ):
        assert bare(words) in bare(outside)
    for words in ("Được cấp thẻ không mất tiền.", "Hộ nghèo", "1. Đến xã hỏi", "Ở đâu: Bộ phận một cửa"):
        assert bare(words) in bare(inside)
    for words in ("Giấy tờ: Căn cước; Đơn", "Lệ phí: Không", "Mức mỗi tháng: 1,5 triệu đồng/tháng"):
        assert bare(words) in bare(inside)


@pytest.mark.parametrize("front", HOSTILE.values(), ids=HOSTILE)
def test_no_letter_leaves_its_panel_and_none_is_a_box(project: Project, front: dict[str, object]) -> None:
    content = write_leaflet(leaflet(project, **{**FULL, **front}))
    assert len(content) < LEAFLET_KB * 1000
    for number, letter, left, bottom, right, top in letters(content):
        assert letter not in "\ufffd😀✅\u202e"
        assert any(a + 6 <= left and right <= b - 6 for a, b in PANELS[number]), (letter, left, right)
        assert bottom >= 9
        assert top <= 210 - 9


@pytest.mark.parametrize(
    "name", ["many steps", "long step", "many ways", "long benefit", "many amounts", "long contact"]
)
def test_what_finds_no_room_is_left_out_whole_and_told(project: Project, name: str) -> None:
    made = leaflet(project, **{**FULL, **HOSTILE[name]})
    shown = bare("".join(texts(write_leaflet(made))))
    left_out = 0
    for section in (*made.first, *made.inside, *made.back):
        for words in section.words:
            start, whole = bare(words.text)[:40], bare(words.text)
            if whole not in shown:
                left_out += 1
                assert bare(section.instead) in shown or bare(section.more) in shown
                assert shown.count(start) <= sum(bare(w.text).startswith(start) for s in made.inside for w in s.words)
    assert left_out


def test_conditions_are_all_told_or_none(project: Project) -> None:
    made = leaflet(project, **HOSTILE["many ways"])
    shown = bare("".join(texts(write_leaflet(made))))
    who = next(section for section in made.inside if section.title == "Ai được")
    assert not [words.text for words in who.words if bare(words.text) in shown]
    assert bare(who.instead) in shown


def test_places_that_find_no_room_are_told_to_be_some(project: Project) -> None:
    some = texts(write_leaflet(leaflet(project, places=["xa-moi"])))[0]
    many = texts(write_leaflet(leaflet(project, places=["huyen-cu", "xa-moi", "tinh-cu", "tinh-moi"])))[0]
    assert "Xã Lục Nam, tỉnh Bắc Ninh" in some
    assert SOME_PLACES not in some
    assert SOME_PLACES in many or "; Tỉnh Bắc Ninh" in many
    made = replace(leaflet(project), place="Xã Lục Nam; " * 40)
    assert SOME_PLACES in texts(write_leaflet(made))[0]


def test_only_the_part_that_is_too_long_is_left_out(project: Project) -> None:
    inside = texts(write_leaflet(leaflet(project, **{**FULL, **HOSTILE["many ways"]})))[1]
    for words in (
        "Được cấp thẻ không mất tiền.",
        "1. Đến xã hỏi",
        "Lệ phí: Không",
        "Mức mỗi tháng: 1,5 triệu đồng/tháng",
    ):
        assert bare(words) in bare(inside)


def test_text_is_never_smaller_than_old_eyes_can_read() -> None:
    assert min(SIZES) >= 9


def test_fonts_are_embedded_and_nothing_is_loaded(project: Project) -> None:
    content = unpacked(write_leaflet(leaflet(project, **FULL)))
    names = re.findall(rb"/BaseFont\s*/(\S+)", content)
    assert names
    assert all(b"+BeVietnamPro" in name for name in names)
    assert content.count(b"/FontFile2") == 2
    assert not re.search(rb"/URI|/JavaScript|/Launch", content)
    with pdfium.PdfDocument(content) as document:
        assert document.get_metadata_value("Title") == "Thẻ bảo hiểm y tế"
        assert len(document) == 2
    assert b"/Lang" in content


def test_the_same_policy_gives_the_same_bytes_on_any_day(project: Project) -> None:
    project.add(a_policy(**{**FULL, "valid_to": None}))
    first, later = (late_files(project.portal(NOW + timedelta(days=days))) for days in (0, 40))
    address = "/chinh-sach/bao-hiem-y-te/to-roi.pdf"
    assert first[address] == later[address]


def test_the_moment_of_the_build_is_not_in_the_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    made = leaflet(project)
    first = write_leaflet(made)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert write_leaflet(made) == first
    assert os.environ["SOURCE_DATE_EPOCH"] == "1700000000"


def test_a_policy_that_is_over_has_none_and_one_to_come_says_from_when(project: Project) -> None:
    project.add(
        a_policy("cu", valid_from="2020-01-01", valid_to="2026-01-01"),
        a_policy("moi", valid_from="2027-01-01"),
        a_policy("nay"),
    )
    files = late_files(project.portal())
    assert {a for a in files if a.endswith("to-roi.pdf")} == {
        "/chinh-sach/moi/to-roi.pdf",
        "/chinh-sach/nay/to-roi.pdf",
    }
    assert "Áp dụng từ ngày 01/01/2027" in texts(files["/chinh-sach/moi/to-roi.pdf"])[0]


def test_leaflets_are_drawn_once(project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project.add(a_policy())
    cache = tmp_path / "cache"
    first = late_files(project.portal(cache=cache))

    def never(_: object) -> bytes:
        raise AssertionError

    monkeypatch.setattr(leaflet_pdf, "write_leaflet", never)
    assert late_files(project.portal(cache=cache)) == first
    project.add(a_policy(benefit="Khác."))
    with pytest.raises(AssertionError):
        late_files(project.portal(cache=cache))


def test_a_hotline_of_the_portal_is_printed(project: Project) -> None:
    project.write("content/portal.yml", 'contact:\n  hotlines:\n    - {number: "1900 0000", label: "Tổng đài"}\n')
    assert "Tổng đài: 1900 0000" in texts(write_leaflet(leaflet(project)))[0]


def test_a_private_address_is_never_shown_for_a_policy_kept_back(project: Project) -> None:
    project.add(a_policy("nhap", draft=True), a_policy("nay"))
    assert item_addresses(project.portal()) == ["/chinh-sach/nay/"]
    assert not [address for address in late_files(project.portal()) if "nhap" in address]
