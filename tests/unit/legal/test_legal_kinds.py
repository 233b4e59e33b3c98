"""Which part of an official text a line is, by its marker or its words."""

import pytest
from outline_views import IN_A_PLAN, anchors, blocks, in_body, kinds, only, texts

from giamngheo.legal import BlockKind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("ỦY BAN NHÂN DÂN", "issuer"),
        ("HUYỆN LỤC NAM", "issuer"),
        ("SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "issuer"),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national_title"),
        ("Độc lập - Tự do - Hạnh phúc", "national_title"),
        ("Độc lập – Tự do – Hạnh phúc", "national_title"),
        ("Số: 52/KH-UBND", "number"),
        ("Số: 194 /KH-UBND", "number"),
        ("Số:      /QĐ-TTg", "number"),
        ("Luật số: 31/2024/QH15", "number"),
        ("Hà Nội, ngày 18 tháng 10 năm 2022", "place_and_date"),
        ("Bắc Giang, ngày     tháng 3 năm 2023", "place_and_date"),
        ("KẾ HOẠCH", "doc_type"),
        ("NGHỊ QUYẾT", "doc_type"),
        ("Thông tư liên tịch", "doc_type"),
        ("V/v tăng cường truyền thông", "subject"),
    ],
)
def test_line_of_the_header_is_known_by_its_words(line: str, kind: str) -> None:
    assert only(line).kind == kind
    assert only(line).text == " ".join(line.split())


def test_header_without_diacritics_is_still_known() -> None:
    text = (
        "UY BAN NHAN DAN\n\nDoc lap - Tu do - Hanh phuc\n\nSo: 5/KH-UBND\n\nHa Noi, ngay 1 thang 3 nam 2023\n\nKE HOACH"
    )
    assert kinds(text) == ["issuer", "national_title", "number", "place_and_date", "doc_type"]


def test_name_of_an_agency_in_ordinary_letters_is_not_the_issuer() -> None:
    assert only("Ủy ban nhân dân xã đã họp").kind == "paragraph"


def test_line_in_capitals_after_the_issuer_goes_on_with_it() -> None:
    assert kinds("ỦY BAN NHÂN DÂN\n\nVỤ BẢN") == ["issuer", "issuer"]


def test_text_after_the_type_is_the_subject_and_then_comes_the_preamble() -> None:
    text = IN_A_PLAN + "Căn cứ Luật Đất đai;\n\nTheo đề nghị của Sở Y tế;\n\nỦy ban ban hành kế hoạch như sau:"
    assert kinds(text) == ["doc_type", "subject", "preamble", "preamble", "preamble"]


@pytest.mark.parametrize(
    "grounds",
    ["Căn cứ Luật Đất đai;", "Thực hiện Quyết định số 650/QĐ-LĐTBXH;", "Xét đề nghị của Chánh Văn phòng;"],
)
def test_grounds_right_after_the_type_are_no_subject(grounds: str) -> None:
    assert kinds(f"KẾ HOẠCH\n\n{grounds}") == ["doc_type", "preamble"]


def test_words_of_the_header_mean_nothing_in_the_body() -> None:
    assert in_body("Số: 52/KH-UBND").kind == "paragraph"
    assert in_body("KẾ HOẠCH").kind == "paragraph"


@pytest.mark.parametrize(
    ("line", "kind", "marker", "text"),
    [
        ("Phần thứ nhất", "part", "Phần thứ nhất", ""),
        ("PHẦN II. TỔ CHỨC", "part", "PHẦN II.", "TỔ CHỨC"),
        ("Chương II: QUYỀN", "part", "Chương II:", "QUYỀN"),
        ("Chương 3 QUYỀN VÀ NGHĨA VỤ", "part", "Chương 3", "QUYỀN VÀ NGHĨA VỤ"),
        ("Mục 1. Quy định chung", "part", "Mục 1.", "Quy định chung"),
        ("Tiểu mục 2. Hồ sơ", "part", "Tiểu mục 2.", "Hồ sơ"),
        ("A. TÌNH HÌNH", "part", "A.", "TÌNH HÌNH"),
        ("I. MỤC ĐÍCH", "part", "I.", "MỤC ĐÍCH"),
        ("V.TỔ CHỨC", "part", "V.", "TỔ CHỨC"),
        ("II . ĐỐI TƯỢNG", "part", "II .", "ĐỐI TƯỢNG"),
        ("XIV/ Kinh phí", "part", "XIV/", "Kinh phí"),
        ("IV - Kinh phí", "part", "IV -", "Kinh phí"),
        ("## Ai được hưởng", "part", "##", "Ai được hưởng"),
        ("Điều 5. Hiệu lực", "article", "Điều 5.", "Hiệu lực"),
        ("ĐIỀU 12: Hiệu lực", "article", "ĐIỀU 12:", "Hiệu lực"),
        ("Điều 3a. Mức thêm", "article", "Điều 3a.", "Mức thêm"),
        ("Điều 7", "article", "Điều 7", ""),
        ("1. Mục đích", "section", "1.", "Mục đích"),
        ("1/ Mục đích", "section", "1/", "Mục đích"),
        ("2) Yêu cầu", "section", "2)", "Yêu cầu"),
        ("(3) Nội dung", "section", "(3)", "Nội dung"),
        ("4.Giải pháp", "section", "4.", "Giải pháp"),
        ("I.2. Yêu cầu", "section", "I.2.", "Yêu cầu"),
        ("1.1. Tập trung", "subsection", "1.1.", "Tập trung"),
        ("1.1 Tập trung", "subsection", "1.1", "Tập trung"),
        ("2.10.3. Tập trung", "subsection", "2.10.3.", "Tập trung"),
        ("a) Xác định", "point", "a)", "Xác định"),
        ("đ) Tạo sự", "point", "đ)", "Tạo sự"),
        ("b. Nâng cao", "point", "b.", "Nâng cao"),
        ("(c) Tuyên truyền", "point", "(c)", "Tuyên truyền"),
        ("a1) Bổ sung", "point", "a1)", "Bổ sung"),
        ("- Phạm vi", "dash", "-", "Phạm vi"),
        ("-Phạm vi", "dash", "-", "Phạm vi"),
        ("– Phạm vi", "dash", "–", "Phạm vi"),
        ("• Phạm vi", "dash", "•", "Phạm vi"),
        ("* Phạm vi", "dash", "*", "Phạm vi"),
        ("+ Theo quý", "plus", "+", "Theo quý"),
        ("+Theo quý", "plus", "+", "Theo quý"),
        ("PHỤ LỤC II", "annex", "PHỤ LỤC II", ""),
        ("PHỤ LỤC SỐ 03: DANH MỤC", "annex", "PHỤ LỤC SỐ 03", "DANH MỤC"),
        ("Phụ lục 2", "annex", "Phụ lục 2", ""),
        ("Nơi nhận: Như trên", "recipients", "Nơi nhận:", "Như trên"),
    ],
)
def test_marker_says_which_part_begins(line: str, kind: str, marker: str, text: str) -> None:
    block = in_body(line)
    assert (block.kind.value, block.marker, block.text) == (kind, marker, text)


@pytest.mark.parametrize(
    "line",
    [
        "1/10 số hộ trong xã",
        "1.500 hộ nghèo",
        "1.5 triệu đồng mỗi hộ",
        "1000. Nghìn",
        "-5 độ",
        "h.Lục Nam",
        "A. Nguyễn Văn Mẫu",
        "VIỆC LÀM",
        "Mục tiêu chung",
        "Chương trình mục tiêu quốc gia",
        "Phần lớn số hộ",
        "phần I",
        "Điều 5 của Luật này",
        "điều 5. chữ thường",
        "Phụ lục I kèm theo kế hoạch",
        "phụ lục 3",
        "Nơi nhận hồ sơ là Ủy ban nhân dân xã",
        "##",
        "#không cách",
        "**đậm**",
    ],
)
def test_text_that_only_resembles_a_marker_is_a_paragraph(line: str) -> None:
    block = in_body(line)
    assert (block.kind.value, block.marker, block.text) == ("paragraph", "", line)


@pytest.mark.parametrize("line", ["Tıểu mục 1. Chữ", "Điều 1ſ. Chữ", "Điều 2ı. Chữ", "Điều 3İ. Chữ"])
def test_foreign_letter_equal_to_a_vietnamese_one_but_for_case_makes_no_marker(line: str) -> None:
    assert in_body(line).kind == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Chương I",
        "Phần thứ nhất",
        "Tiểu mục 2. Hồ sơ",
        "Điều 1. Phạm vi",
        "1. Mục đích",
        "a. Xác định",
        "- Phạm vi",
        "+ Theo quý",
        "## Ai được hưởng",
        "PHỤ LỤC I",
        "Nơi nhận:",
    ],
)
@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\t", "  "], ids=["no-break", "narrow", "tab", "double"])
def test_any_space_of_a_word_processor_may_stand_in_a_marker(line: str, space: str) -> None:
    expected, found = in_body(line), in_body(line.replace(" ", space))
    assert (found.kind, found.anchor) == (expected.kind, expected.anchor)
    assert found.marker.split() == expected.marker.split()


def test_number_is_a_clause_inside_an_article_and_a_section_elsewhere() -> None:
    assert kinds("I. NỘI DUNG\n\n1. Một") == ["part", "section"]
    assert kinds("Điều 1. Tên\n\n1. Một") == ["article", "clause"]
    assert kinds("Điều 1. Tên\n\n1. Một\n\nPHỤ LỤC\n\n1. Một") == ["article", "clause", "annex", "section"]


@pytest.mark.parametrize("rule", ["-----", "– – –", "|", "___", "* * *", "====", "~~"])
def test_rule_or_column_bar_is_a_separator_without_text(rule: str) -> None:
    block = in_body(rule)
    assert (block.kind.value, block.text) == ("separator", "")


def test_recipients_follow_noi_nhan_until_the_signature() -> None:
    text = "I. NỘI DUNG\n\nNơi nhận:\n\n- Như trên;\n\n+ LĐVP;\n\nCác xã\n\nKT. CHỦ TỊCH\n\nPHÓ CHỦ TỊCH\n\nNgười Ký"
    assert kinds(text)[1:] == ["recipients"] * 4 + ["signature"] * 3
    assert [block.marker for block in blocks(text)[1:5]] == ["Nơi nhận:", "-", "+", ""]


@pytest.mark.parametrize(
    "line",
    ["TM. ỦY BAN NHÂN DÂN", "T/M. ỦY BAN", "KT.CHỦ TỊCH", "TL. BỘ TRƯỞNG", "Q. GIÁM ĐỐC", "CHỦ TỊCH", "THỦ TƯỚNG"],
)
def test_authority_or_office_in_capitals_begins_the_signature(line: str) -> None:
    assert in_body(line).kind == "signature"


def test_office_in_ordinary_letters_is_no_signature() -> None:
    assert in_body("Chủ tịch Ủy ban nhân dân xã").kind == "paragraph"


def test_closing_formula_returns_to_the_margin() -> None:
    block = blocks("I. NỘI DUNG\n\n1. Một\n\nTrên đây là Kế hoạch truyền thông.")[-1]
    assert (block.kind, block.depth, block.anchor.rpartition("-")[0]) == (BlockKind.PARAGRAPH, 0, "doan")


def test_second_document_after_the_signature_has_a_header_of_its_own() -> None:
    text = "I. MỘT\n\nNơi nhận:\n\nTM. ỦY BAN\n\nNgười Ký\n\nCHƯƠNG TRÌNH\n\nLàm việc\n\nI. HAI"
    assert kinds(text)[-3:] == ["doc_type", "subject", "part"]
    assert anchors(text)[-3:] == ["ten-loai", "trich-yeu", "phan-i-2"]


def test_prose_without_any_marker_is_paragraphs() -> None:
    text = "Một bài báo kể chuyện.\n\nTrong xã có 12 hộ.\n\nHết."
    assert kinds(text) == ["paragraph"] * 3
    assert texts(text) == text.split("\n\n")
