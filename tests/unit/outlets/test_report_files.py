"""What is written of a report: every number can be traced, the DOCX keeps to Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import csv
import re
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import html

import report_year as year
from factories import NOW, Project, a_policy, a_story
from giamngheo.outlets.reports import AnnualReport, report_files
from giamngheo.outlets.reports.official import lay_out
from giamngheo.rendering.official_docx import (
    OfficialAnnex,
    OfficialDocument,
    OfficialLink,
    OfficialTable,
    Properties,
    TableColumn,
    write_docx,
)
from report_year import report_of

SITE = "https://giamngheo.example/"
OFFICE = (
    "report:\n  offices:\n    - agency: ubnd-xa\n      to: [Sở Một, Sở Hai]\n      copies: [Các ban của xã]\n"
    "      signer: Nguyễn Văn Mẫu\n"
)


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> AnnualReport:
    project = year.year_project(tmp_path_factory.mktemp("nam"))
    project.write("content/portal.yml", OFFICE)
    return report_of(project, "xa-moi", "ubnd-xa")


@pytest.fixture(scope="module")
def files(report: AnnualReport) -> dict[str, bytes]:
    return dict(report_files(report, SITE))


def rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf"), "Excel takes a table without this mark for another encoding"
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))


def numbers_in(cell: str) -> int:
    """How many items a cell of "Bài số" names."""
    found = 0
    for part in filter(None, cell.split(", ")):
        first, _, last = part.partition("–")
        times = re.search(r"\((\d+) lần\)", part)
        found += int(times[1]) if times else (int(last) - int(first) + 1 if last else 1)
    return found


def test_every_number_is_the_number_of_its_lines_of_evidence(report: AnnualReport, files: dict[str, bytes]) -> None:
    evidence = [row["Khóa"] for row in rows(files["bang-chung.csv"])]
    numbers = {row["Khóa"]: int(row["Số"]) for row in rows(files["so-lieu.csv"])}
    assert numbers == {count.key: count.number for count in report.counts}
    assert {key: evidence.count(key) for key in numbers} == numbers


def test_every_line_of_evidence_has_an_address_that_never_changes(files: dict[str, bytes]) -> None:
    addresses = {row["Khóa"]: row["Địa chỉ"] for row in rows(files["bang-chung.csv"])}
    assert addresses["tong"] == "https://giamngheo.example/id/s-goc/"
    assert all(
        re.fullmatch(r"https://giamngheo\.example/(id|ke-hoach)/[a-z0-9-]+/(#[a-z0-9.-]+)?", a)
        for a in addresses.values()
    )


def test_every_number_of_the_docx_is_that_of_the_items_beside_it(files: dict[str, bytes]) -> None:
    tables = Document(BytesIO(files["bao-cao.docx"])).tables
    counted = [t for t in tables if [c.text for c in t.rows[0].cells][-1] == "Bài số"]
    assert len(counted) == 8
    for table in counted:
        for row in table.rows[1:]:
            cells = [cell.text for cell in row.cells]
            assert int(cells[-2].replace(".", "")) == numbers_in(cells[-1]), cells


def test_duties_of_an_agency_stand_word_for_word_in_its_docx(tmp_path: Path) -> None:
    report = report_of(year.year_project(tmp_path), agency="so-tc-moi")
    body = Document(BytesIO(dict(report_files(report, SITE))["bao-cao.docx"])).element.body
    links = {
        "".join(t.text or "" for t in f.iter(qn("w:t"))): f.get(qn("w:instr")) for f in body.iter(qn("w:fldSimple"))
    }
    address = links["Hoàn thành trước ngày 30/6/2026."]
    assert re.fullmatch(r'HYPERLINK "https://giamngheo\.example/ke-hoach/k-xa/#[^"]+"', address or "")


def test_the_page_shows_every_count_with_as_many_items(report: AnnualReport, files: dict[str, bytes]) -> None:
    page = html.fromstring(files["bao-cao.html"])
    shown = {li.get("id"): len(li.findall(".//ol/li")) for li in page.iterfind(".//ul[@class='rows']/li[@id]")}
    assert shown == {c.key: c.number for c in report.counts}
    assert page.find(".//meta[@name='robots']").get("content") == "noindex, nofollow"


def test_nothing_hidden_is_in_any_file(files: dict[str, bytes]) -> None:
    for name in ("bao-cao.html", "bang-chung.csv", "thoi-han.csv"):
        assert b"zq" not in files[name]
    document = Document(BytesIO(files["bao-cao.docx"]))
    assert "zq" not in document.element.body.xml


def test_the_same_report_has_the_same_bytes(report: AnnualReport, files: dict[str, bytes]) -> None:
    assert dict(report_files(report, SITE)) == files


def test_head_and_foot_are_those_of_the_office(report: AnnualReport) -> None:
    document = lay_out(report, SITE)
    assert (document.superior, document.issuer) == ((), ("Ủy ban nhân dân", "xã Lục Nam"))
    assert re.fullmatch(r"Số:\s+/BC-UBND", document.number)
    assert re.fullmatch(r"Lục Nam, ngày\s+tháng\s+năm 2026", document.place_and_date)
    assert document.addressed_to == ("Sở Một", "Sở Hai")
    assert document.recipients == ("Nơi nhận:", "- Như trên;", "- Các ban của xã;", "- Lưu: VT.")
    assert (document.authority, document.signed) == (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), ("Nguyễn Văn Mẫu",))


@pytest.mark.parametrize(
    ("agency", "superior", "issuer", "number", "authority"),
    [
        ("so-tc-moi", ("UBND tỉnh Bắc Ninh",), ("Sở Tài chính",), "/BC-……", ("GIÁM ĐỐC",)),
        ("ubnd-tinh-cu", (), ("Ủy ban nhân dân", "tỉnh Bắc Giang"), "/BC-UBND", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("chinh-phu", (), ("Chính phủ",), "/BC-……", ()),
        ("", (), (), "/BC-……", ()),
    ],
)
def test_what_is_not_known_of_an_agency_is_left_to_be_filled_in(
    tmp_path: Path, agency: str, superior: object, issuer: object, number: str, authority: object
) -> None:
    document = lay_out(report_of(year.year_project(tmp_path), agency=agency), SITE)
    assert (document.superior, document.issuer, document.authority) == (superior, issuer, authority)
    assert document.number.endswith(number)
    assert document.recipients == ("Nơi nhận:", "- Lưu: VT.")


def test_the_page_of_the_docx_is_that_of_the_decree(files: dict[str, bytes]) -> None:
    document = Document(BytesIO(files["bao-cao.docx"]))
    assert len(document.sections) == 3
    for section in document.sections:
        sides = (section.page_width, section.page_height, section.top_margin, section.bottom_margin)
        assert [round((side or 0) / Mm(1)) for side in sides] == [210, 297, 20, 20]
        assert [round((side or 0) / Mm(1)) for side in (section.left_margin, section.right_margin)] == [30, 20]
        assert section.different_first_page_header_footer
        assert 'w:instr="PAGE"' in section.header._element.xml  # noqa: SLF001 - python-docx has no fields
        assert section.header.paragraphs[0].style is not None
        assert section.header.paragraphs[0].style.name == "SoTrang"
    starts = [s._sectPr.find(qn("w:pgNumType")) for s in document.sections]  # noqa: SLF001 - as above
    assert [s is not None and s.get(qn("w:start")) for s in starts] == [False, "1", "1"]


LOOKS = {
    "Ủy ban nhân dân": (12, True, False),
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": (12, True, False),
    "Độc lập - Tự do - Hạnh phúc": (13, True, False),
    "BÁO CÁO": (14, True, False),
    "Kết quả truyền thông về giảm nghèo trên địa bàn xã Lục Nam năm 2026": (14, True, False),
    "Kính gửi:": (14, False, False),
    "I. NỘI DUNG ĐÃ ĐĂNG": (14, True, False),
    "Tháng": (13, True, False),
    "Nơi nhận:": (12, True, True),
    "- Như trên;": (11, False, False),
    "CHỦ TỊCH": (14, True, False),
    "Phụ lục I": (14, True, False),
    "Danh mục bài": (14, True, False),
}
"""Size in points, bold, italic after Phụ lục I, Mục I–III: 12–13 or 13–14 where the decree leaves a choice."""


def test_each_component_looks_as_the_decree_says(files: dict[str, bytes]) -> None:
    document = Document(BytesIO(files["bao-cao.docx"]))
    looks = {}
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        text = "".join(t.text or "" for t in paragraph.iter(qn("w:t")))
        if style is not None:
            font = document.styles[style.get(qn("w:val"))].font  # type: ignore[attr-defined]
            looks[text] = (font.size / Pt(1), bool(font.bold), bool(font.italic))
    assert {text: looks.get(text) for text in LOOKS} == LOOKS
    assert document.styles["Normal"].font.name == "Times New Roman"  # type: ignore[attr-defined]


def test_grounds_end_with_semicolons_and_a_stop(tmp_path: Path) -> None:
    project = year.year_project(tmp_path)
    project.add(year.a_plan("k-hai", date="2026-02-02", number="10/KH-UBND", issued="2026-02-01"))
    grounds = lay_out(report_of(project), SITE).grounds
    assert [line[-1] for line in grounds] == [";", "."]
    assert grounds[0].startswith("Căn cứ Kế hoạch số")
    assert "ngày 20 tháng 12 năm 2025 của Ủy ban nhân dân tỉnh Bắc Giang" in " ".join(grounds)


def test_a_report_without_plans_says_so_and_names_no_ground(tmp_path: Path) -> None:
    document = lay_out(report_of(Project(tmp_path).add(a_policy())), SITE)
    assert document.grounds == ()
    assert "chưa có nguyên văn kế hoạch nào" in str(document.body)


def test_hostile_titles_are_text_everywhere(tmp_path: Path) -> None:
    title = '=cmd|"/c calc"!A1 <b>&amp; ]]> </w:t>'
    project = Project(tmp_path).add(
        a_policy("a", title=title, last_checked="2025-01-01"), a_story("b", title="+84 @x", date="2026-01-01")
    )
    files = dict(report_files(report_of(project), SITE))
    assert {row["Tên bài"] for row in rows(files["bang-chung.csv"])} == {f"'{title}", "'+84 @x"}
    assert title in html.fromstring(files["bao-cao.html"]).text_content()
    cells = [c.text for t in Document(BytesIO(files["bao-cao.docx"])).tables for r in t.rows for c in r.cells]
    links = Document(BytesIO(files["bao-cao.docx"])).element.body.iter(qn("w:fldSimple"))
    assert title in [*cells, *("".join(t.text or "" for t in link.iter(qn("w:t"))) for link in links)]


def test_a_long_list_of_numbers_gives_way_to_its_lines_in_the_table(tmp_path: Path) -> None:
    project = Project(tmp_path)
    for index in range(140):
        topics = ["y-te"] if index % 2 else ["tin-dung"]
        project.add(a_policy(f"p{index:03}", topics=topics, date="2026-01-01"))
    files = dict(report_files(report_of(project), SITE))
    cells = [c.text for t in Document(BytesIO(files["bao-cao.docx"])).tables for r in t.rows for c in r.cells]
    assert "1–140" in cells
    assert "bang-chung.csv, khóa chu-de-y-te" in cells


@pytest.mark.parametrize("address", ["https://a.example/", 'https://a.example/"x', "x" * 2000, ""])
def test_any_table_is_a_docx_that_can_be_opened(address: str) -> None:
    table = OfficialTable(
        (TableColumn("A", 100), TableColumn("B", 60, is_number=True)),
        (("\x00\ud800<&>", OfficialLink("x\ny", address)),),
    )
    annex = OfficialAnnex("Phụ lục", "Bảng", "(Kèm theo)", (table,))
    content = write_docx(OfficialDocument(body=(table,), annexes=(annex,)), Properties("a", "b", NOW, NOW))
    cells = [cell.text for t in Document(BytesIO(content)).tables for row in t.rows for cell in row.cells]
    assert cells[:3] == ["A", "B", "<&>"]


def test_one_to_whom_it_is_sent_stands_on_the_line_of_the_words() -> None:
    content = write_docx(OfficialDocument(addressed_to=("Sở Một",)), Properties("a", "b", NOW, NOW))
    assert "Kính gửi: Sở Một" in [p.text for p in Document(BytesIO(content)).paragraphs]
