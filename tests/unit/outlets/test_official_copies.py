"""The DOCX copy of an official plan: the layout of Nghị định 30/2020/NĐ-CP, every word and no other."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Mm, Pt
from exported_plans import FULL, KEYS, SourceOf, exported, full_plan, paragraphs, sources_of, styles_of

from factories import Project, a_plan
from giamngheo.outlets.exports.official_copy import write_official_copy
from giamngheo.portal import Portal


@pytest.fixture
def portal(project: Project) -> Portal:
    return project.add(full_plan()).portal()


@pytest.fixture
def source_of(project: Project) -> SourceOf:
    return sources_of(project)


def test_the_page_has_the_margins_of_the_decree(portal: Portal) -> None:
    section = Document(BytesIO(exported(portal, "docx"))).sections[0]
    sizes = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
    assert [round((size or 0) / Mm(1)) for size in sizes] == [210, 297, 20, 20]
    assert [round((size or 0) / Mm(1)) for size in (section.left_margin, section.right_margin)] == [30, 20]


def test_pages_are_numbered_in_the_upper_margin_from_the_second_on(portal: Portal) -> None:
    section = Document(BytesIO(exported(portal, "docx"))).sections[0]
    assert section.different_first_page_header_footer
    assert 'w:instr="PAGE"' in section.header._element.xml  # noqa: SLF001 - python-docx has no fields
    assert "PAGE" not in section.first_page_header._element.xml  # noqa: SLF001 - as above


def test_each_component_looks_as_the_decree_says(portal: Portal) -> None:
    content = exported(portal, "docx")
    styles = Document(BytesIO(content)).styles
    looks = {
        text: (styles[name].font.size, bool(styles[name].font.bold), bool(styles[name].font.italic))  # type: ignore[attr-defined]
        for text, name in styles_of(content).items()
    }
    assert looks["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == (Pt(12), True, False)
    assert looks["Độc lập - Tự do - Hạnh phúc"] == (Pt(13), True, False)
    assert looks["Bắc Giang, ngày 10 tháng 3 năm 2023"] == (Pt(13), False, True)
    assert looks["KẾ HOẠCH"] == (Pt(14), True, False)
    assert looks["I. MỤC ĐÍCH"] == (Pt(14), True, False)
    assert looks["- Ưu tiên xã khó khăn."] == (Pt(14), False, False)
    assert looks["Nơi nhận:"] == (Pt(12), True, True)
    assert looks["- Các sở;"] == (Pt(11), False, False)
    assert looks["Mai Sơn"] == (Pt(14), True, False)
    assert {styles[name].font.name or styles["Normal"].font.name for name in styles_of(content).values()} == {  # type: ignore[attr-defined]
        "Times New Roman"
    }


def test_only_the_issuer_is_bold_not_the_body_above_it(source_of: SourceOf) -> None:
    head = "ỦY BAN NHÂN DÂN\n\nTỈNH BẮC GIANG\n\nSỞ TÀI CHÍNH\n\nSố: 5/KH-STC\n\nKẾ HOẠCH\n\nNăm 2023\n"
    styles = styles_of(write_official_copy(source_of(head)))
    assert styles["TỈNH BẮC GIANG"] == "CoQuanChuQuan"
    assert styles["SỞ TÀI CHÍNH"] == "CoQuanBanHanh"


def test_a_chapter_has_its_number_and_its_title_on_lines_of_their_own(source_of: SourceOf) -> None:
    text = "QUYẾT ĐỊNH\n\nNăm 2023\n\nChương I\n\nQUY ĐỊNH CHUNG\n\nĐiều 1. Phạm vi\n"
    styles = styles_of(write_official_copy(source_of(text)))
    assert [line for line, style in styles.items() if style == "PhanChuong"] == ["Chương I", "QUY ĐỊNH CHUNG"]


def test_the_docx_has_every_word_of_the_text_and_no_other(portal: Portal) -> None:
    found = " ".join(p.text for p in paragraphs(exported(portal, "docx"))).split()
    assert sorted(found) == sorted(FULL.split())


def test_what_an_excerpt_lacks_is_not_invented(project: Project) -> None:
    portal = project.add(a_plan("ke-hoach-52", "I. MỤC ĐÍCH\n\nNội dung.\n", **KEYS, text_quality="excerpt")).portal()
    assert list(styles_of(exported(portal, "docx"))) == ["I. MỤC ĐÍCH", "Nội dung."]


def test_every_page_says_that_it_is_a_copy_and_where_it_comes_from(portal: Portal) -> None:
    section = Document(BytesIO(exported(portal, "docx"))).sections[0]
    for footer in (section.footer, section.first_page_footer):
        (note,) = (p.text for p in footer.paragraphs)
        assert "https://giamngheo.example/ke-hoach/ke-hoach-52/" in note
        assert "không phải bản gốc có chữ ký" in note


def test_the_docx_is_dated_by_the_plan_and_its_last_change_not_by_the_clock(project: Project) -> None:
    changes = [{"date": "2026-11-05", "kind": "minor", "note": "Sửa lỗi gõ"}]
    content = exported(project.add(full_plan(changes=changes)).portal(), "docx")
    core = Document(BytesIO(content)).core_properties
    assert (str(core.created)[:10], str(core.modified)[:10]) == ("2023-03-10", "2026-11-05")
    assert {info.date_time for info in zipfile.ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
