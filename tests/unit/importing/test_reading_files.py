"""What is read from docx, pdf, html and txt, in every encoding; and what is refused, in one sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from office_files import PASSWORD, write_bomb, write_docx, write_pdf, write_scanned_pdf

from giamngheo.ground.vietnamese.legacy import from_tcvn3, from_vni
from giamngheo.importing.files import MOST_BYTES, read_file
from giamngheo.importing.refusal import RefusedError

UNICODE = "Kế hoạch giảm nghèo bền vững\nĐiều 1. Hộ nghèo được hỗ trợ vay vốn ưu đãi\n"
TCVN3 = "KÕ ho¹ch gi¶m nghÌo bÒn v÷ng\n§iÒu 1. Hé nghÌo ®\u00adîc hç trî vay vèn \u00adu ®·i\n"
VNI = "Keá hoaïch giaûm ngheøo beàn vöõng\nÑieàu 1. Hoä ngheøo ñöôïc hoã trôï vay voán öu ñaõi\n"
CP1258 = (
    "Kê\u0301 hoa\u0323ch gia\u0309m nghe\u0300o bê\u0300n vư\u0303ng\n"
    "Điê\u0300u 1. Hô\u0323 nghe\u0300o đươ\u0323c hô\u0303 trơ\u0323 vay vô\u0301n ưu đa\u0303i\n"
)


def read_bytes(tmp_path: Path, content: bytes, name: str = "van-ban.txt") -> str:
    path = tmp_path / name
    path.write_bytes(content)
    return read_file(path).text


def refusal(path: Path) -> str:
    with pytest.raises(RefusedError) as refused:
        read_file(path)
    told = f"{refused.value.what}. Cách sửa: {refused.value.mend}."
    assert told.isprintable()
    return told


# Encodings


def test_letters_of_old_fonts_become_unicode() -> None:
    assert from_tcvn3(TCVN3) == UNICODE
    assert from_vni(VNI) == UNICODE
    assert from_vni("ÑOÄC LAÄP - TÖÏ DO - HAÏNH PHUÙC, kyõ, lyù, chæ thò, thò traán") == (
        "ĐỘC LẬP - TỰ DO - HẠNH PHÚC, kỹ, lý, chỉ thị, thị trấn"
    )


@pytest.mark.parametrize(
    "content",
    [
        UNICODE.encode(),
        b"\xef\xbb\xbf" + UNICODE.encode(),
        UNICODE.encode("utf-16"),
        b"\xfe\xff" + UNICODE.encode("utf-16-be"),
        UNICODE.encode("utf-16-le"),
        CP1258.encode("cp1258"),
        TCVN3.encode("latin-1"),
        VNI.encode("cp1252"),
        TCVN3.encode(),
        VNI.encode(),
        UNICODE.replace("\n", "\r\n").encode(),
    ],
    ids=["utf8", "bom", "utf16", "utf16-be", "utf16-no-bom", "1258", "tcvn3", "vni", "tcvn3-utf8", "vni-utf8", "crlf"],
)
def test_every_encoding_gives_the_same_text(tmp_path: Path, content: bytes) -> None:
    assert read_bytes(tmp_path, content) == UNICODE


def test_conversion_from_an_old_font_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(TCVN3.encode("latin-1"))
    assert read_file(path).notes == ["Tệp dùng bảng mã TCVN3 (.VnTime); đã chuyển sang Unicode."]


def test_bytes_that_no_encoding_explains_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes(range(128, 256)) * 4)
    assert "bảng mã" in refusal(path)


# Word


def test_docx_gives_paragraphs_and_the_numbers_that_word_shows(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    for text in ("Mục đích", "Yêu cầu"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Hộ nghèo", style="List Bullet")
    assert read_file(write_docx(tmp_path / "a.docx", document)).text == (
        "KẾ HOẠCH\n\n1. Mục đích\n\n2. Yêu cầu\n\n- Hộ nghèo\n"
    )


def test_docx_header_in_two_columns_is_read_column_by_column(tmp_path: Path) -> None:
    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text = "ỦY BAN NHÂN DÂN\nXÃ KHE LẠNH"
    row.cells[1].text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, [("Tên", "Số hộ"), ("Thôn 1", "12")], strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    text = read_file(write_docx(tmp_path / "a.docx", document)).text
    assert text == (
        "ỦY BAN NHÂN DÂN\nXÃ KHE LẠNH\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\n| Tên | Số hộ |\n\n| Thôn 1 | 12 |\n"
    )


def test_docx_runs_in_old_fonts_are_converted_each_by_its_font(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for font, text in (
        (".VnTimeH", "kÕ ho¹ch"),
        (".VnTime", " gi¶m nghÌo"),
        ("VNI-Times", " beàn vöõng"),
        ("Arial", " số 5"),
    ):
        run = paragraph.add_run(text)
        run.font.name, run.font.size = font, Pt(13)
    assert read_file(write_docx(tmp_path / "a.docx", document)).text == "KẾ HOẠCH giảm nghèo bền vững số 5\n"


def test_docx_with_tracked_changes_gives_the_text_after_them_and_says_so(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Hộ ")
    for tag, text in (("w:del", "giàu"), ("w:ins", "nghèo")):
        change = OxmlElement(tag)
        run = paragraph.add_run(text)._r  # noqa: SLF001 - python-docx cannot make tracked changes
        change.append(run)
        paragraph._p.append(change)  # noqa: SLF001
        for part in run.findall(qn("w:t")) if tag == "w:del" else ():
            part.tag = qn("w:delText")
    read = read_file(write_docx(tmp_path / "a.docx", document))
    assert read.text == "Hộ nghèo\n"
    assert any("Track Changes" in note for note in read.notes)


# PDF


def test_pdf_gives_its_lines_without_page_numbers_and_running_titles(tmp_path: Path) -> None:
    pages = [["Trang của UBND xã", f"Dòng chữ thứ {n} về hộ nghèo", str(n)] for n in range(1, 5)]
    read = read_file(write_pdf(tmp_path / "a.pdf", pages))
    assert read.text == "".join(f"Dòng chữ thứ {n} về hộ nghèo\n" for n in range(1, 5))
    assert read.notes == ["Đã bỏ dòng lặp ở 4 trang: “Trang của UBND xã”.", "Đã bỏ số trang ở 4 trang."]


def test_number_alone_on_a_line_that_is_not_the_page_s_own_stays(tmp_path: Path) -> None:
    assert read_file(write_pdf(tmp_path / "a.pdf", [["Số hộ nghèo", "12"]])).text == "Số hộ nghèo\n12\n"


def test_scanned_pdf_is_refused_with_advice_to_recognise_it_first(tmp_path: Path) -> None:
    told = refusal(write_scanned_pdf(tmp_path / "a.pdf"))
    assert "trang 1 không có lớp chữ" in told
    assert "OCR" in told


# HTML


def test_html_gives_what_a_reader_sees(tmp_path: Path) -> None:
    page = """<html><head><title>x</title><style>p{}</style></head><body><nav>Trang chủ</nav>
      <p>KẾ <b>HOẠCH</b></p><!-- ẩn --><div style="display:none">ẩn</div>
      <ol><li>Mục đích</li><li>Yêu cầu</li></ol><ul><li>Hộ nghèo</li></ul>
      <table><tr><td>ỦY BAN NHÂN DÂN</td><td>CỘNG HÒA XÃ HỘI<br>CHỦ NGHĨA VIỆT NAM</td></tr></table>
      <table><tr><th>Tên</th><th>Số</th></tr><tr><td>Thôn 1</td><td>12</td></tr></table>
      <p><font face=".VnTime">hé nghÌo</font> <span style="font-family: VNI-Times">beàn vöõng</span></p>
      <script>alert(1)</script></body></html>"""
    assert read_bytes(tmp_path, page.encode(), "a.html") == (
        "KẾ HOẠCH\n\n1. Mục đích\n\n2. Yêu cầu\n\n- Hộ nghèo\n\nỦY BAN NHÂN DÂN\n\nCỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM"
        "\n\n| Tên | Số |\n\n| Thôn 1 | 12 |\n\nhộ nghèo bền vững\n"
    )


def test_html_says_its_encoding_itself(tmp_path: Path) -> None:
    page = f'<meta charset="windows-1258"><p>{CP1258}</p>'.encode("cp1258")
    assert read_bytes(tmp_path, page, "a.html") == UNICODE.replace("\n", " ").strip() + "\n"


def test_html_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<div>" * 50_000 + "Hộ nghèo", "utf-8")
    try:
        assert "Hộ nghèo" in read_file(path).text
    except RefusedError as error:
        assert error.what  # noqa: PT017 - both endings are right, a traceback is not


# Refusals


BROKEN: dict[str, Callable[[Path], object]] = {
    "khong-co.txt": lambda path: path,
    "thu-muc.txt": lambda path: path.mkdir(),
    "rong.txt": lambda path: path.write_bytes(b""),
    "trang.txt": lambda path: path.write_bytes(b" \n \n"),
    "nang.txt": lambda path: path.write_bytes(b"a" * (MOST_BYTES + 1)),
    "dai.txt": lambda path: path.write_bytes("hộ nghèo\n".encode() * 100_000),
    "anh.txt": lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50)),
    "khong-chu.txt": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "la.odt": lambda path: path.write_bytes(b"PK\x03\x04"),
    "khong-duoi": lambda path: path.write_bytes(b"abc"),
    "pdf-doi-ten.txt": lambda path: write_pdf(path, [["abc"]]),
    "docx-doi-ten.pdf": lambda path: docx.Document().save(str(path)),
    "hong.docx": lambda path: path.write_bytes(b"PK\x03\x04" + bytes(100)),
    "doc-cu.docx": lambda path: path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)),
    "bom.docx": lambda path: write_bomb(path, 70_000_000),
    "thieu.docx": lambda path: write_bomb(path, 10),
    "trong.docx": lambda path: docx.Document().save(str(path)),
    "hong.pdf": lambda path: path.write_bytes(b"%PDF-1.4\n" + bytes(200)),
    "khoa.pdf": lambda path: write_pdf(path, [["abc"]], PASSWORD),
    "quet.pdf": write_scanned_pdf,
    "trong.html": lambda path: path.write_text("<html></html>", "utf-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_file_that_cannot_be_imported_is_refused_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    BROKEN[name](path)
    assert len(refusal(path)) < 300


@pytest.mark.parametrize(
    ("name", "word"), [("khoa.pdf", "mật khẩu"), ("bom.docx", "quá lớn"), ("doc-cu.docx", ".doc cũ")]
)
def test_refusal_names_the_cause(tmp_path: Path, name: str, word: str) -> None:
    BROKEN[name](tmp_path / name)
    assert word in refusal(tmp_path / name)


@pytest.mark.parametrize("cut", [100, 400, 900, 2000])
def test_file_cut_off_anywhere_is_read_or_refused(tmp_path: Path, cut: int) -> None:
    for name, whole in (("a.pdf", write_pdf(tmp_path / "w.pdf", [["Hộ nghèo"] * 30])), ("a.docx", _docx(tmp_path))):
        path = tmp_path / name
        path.write_bytes(whole.read_bytes()[:-cut])
        try:
            read_file(path)
        except RefusedError as error:
            assert error.mend  # noqa: PT017 - both endings are right, a traceback is not


def _docx(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Hộ nghèo")
    return write_docx(tmp_path / "w.docx", document)
