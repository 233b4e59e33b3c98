"""Lines that a narrow column broke are joined; lines that begin something are not."""

import pytest
from outline_views import IN_A_PLAN, blocks, in_body, kinds, texts

LEAD = f"{IN_A_PLAN}I. NỘI DUNG\n\n"


def body(wrapped: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.text) for block in blocks(LEAD + wrapped)[3:]]


def test_line_goes_on_with_the_one_before_it() -> None:
    assert body("- Nâng cao nhận thức của người dân về chính\nsách giảm nghèo\nbền vững.") == [
        ("dash", "Nâng cao nhận thức của người dân về chính sách giảm nghèo bền vững.")
    ]


def test_span_of_a_wrapped_block_reaches_over_all_its_lines() -> None:
    block = in_body("- Nâng cao\n  nhận thức.  \n")
    text = LEAD + "- Nâng cao\n  nhận thức.  \n"
    assert text[block.start : block.end] == "- Nâng cao\n  nhận thức."


def test_blank_line_ends_a_block() -> None:
    assert body("Một đoạn chưa hết\n\nđoạn khác") == [("paragraph", "Một đoạn chưa hết"), ("paragraph", "đoạn khác")]


def test_line_of_invisible_characters_is_a_blank_line() -> None:
    assert len(body("Một đoạn\n \t\u00a0\u200b\nđoạn khác")) == 2


def test_rule_ends_a_block() -> None:
    assert [kind for kind, _ in body("Một đoạn chưa hết\n-----\nđoạn khác")] == ["paragraph", "separator", "paragraph"]


def test_marker_begins_a_block_without_a_blank_line() -> None:
    assert kinds("I. MỤC ĐÍCH\n1. Mục đích\na) Một\n- Hai\n+ Ba\nb) Bốn\n2. Yêu cầu\nII. TỔ CHỨC") == [
        "part",
        "section",
        "point",
        "dash",
        "plus",
        "point",
        "section",
        "part",
    ]


def test_sentence_ended_on_a_short_line_ends_the_paragraph() -> None:
    full = "Câu này dài gần hết bề ngang của cột chữ, nên các câu sau ngắn hơn hẳn nó.\n"
    assert body(full * 3 + "Hết ý.\nĐoạn mới bắt đầu ở đây.")[-1] == ("paragraph", "Đoạn mới bắt đầu ở đây.")


def test_sentence_ended_on_a_full_line_does_not_end_the_paragraph() -> None:
    full = "Câu này dài gần hết bề ngang của cột chữ, nên chữ sau phải xuống dòng.\n"
    assert len(body(full * 3)) == 1


def test_small_letter_after_a_stop_goes_on() -> None:
    assert body("Các việc gồm: tuyên truyền;\nvận động; hỗ trợ.") == [
        ("paragraph", "Các việc gồm: tuyên truyền; vận động; hỗ trợ.")
    ]


@pytest.mark.parametrize("number", ["30. Trong đó có", "2.7. Tức là", "c) hoặc là"])
def test_number_out_of_order_after_an_unfinished_line_is_no_marker(number: str) -> None:
    assert len(body(f"1. Giảm tỷ lệ hộ nghèo đến năm\n{number} các xã nghèo.")) == 1


@pytest.mark.parametrize("number", ["30. Trong đó có", "2.7. Tức là", "c) hoặc là"])
def test_number_out_of_order_after_a_finished_line_is_a_marker(number: str) -> None:
    assert len(body(f"1. Giảm tỷ lệ hộ nghèo.\n{number} các xã nghèo.")) == 2
    assert len(body(f"1. Giảm tỷ lệ hộ nghèo đến năm\n\n{number} các xã nghèo.")) == 2


def test_next_number_after_an_unfinished_line_is_a_marker() -> None:
    assert [kind for kind, _ in body("1. Mục đích\n2. Yêu cầu\n3. Nội dung")] == ["section"] * 3


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Sở Lao động", "- Thương binh và Xã hội"),
        ("Phòng Lao động", "- TB&XH huyện"),
        ("Phòng Văn hóa", "- Thông tin huyện"),
        ("phát triển kinh tế", "- xã hội của tỉnh"),
        ("phong trào “Vì người nghèo", "- Không để ai bị bỏ lại phía sau”"),
    ],
)
def test_name_broken_before_its_dash_stays_whole(first: str, second: str) -> None:
    assert body(f"- Phối hợp với {first}\n{second}.") == [("dash", f"Phối hợp với {first} {second}.")]


def test_other_dash_after_an_unfinished_line_begins_an_item() -> None:
    assert [kind for kind, _ in body("1. Nội dung\n- Tuyên truyền\n- Vận động")] == ["section", "dash", "dash"]


def test_date_of_the_header_broken_in_two_is_joined() -> None:
    assert texts("Bắc Giang, ngày\n10 tháng 3 năm 2023") == ["Bắc Giang, ngày 10 tháng 3 năm 2023"]


def test_subject_on_two_lines_ends_where_the_grounds_begin() -> None:
    text = "KẾ HOẠCH\nTRUYỀN THÔNG VỀ\nGIẢM NGHÈO\nCăn cứ Luật Đất đai;\nThực hiện Quyết định số 1;"
    assert texts(text)[1:] == ["TRUYỀN THÔNG VỀ GIẢM NGHÈO", "Căn cứ Luật Đất đai;", "Thực hiện Quyết định số 1;"]
    assert kinds(text) == ["doc_type", "subject", "preamble", "preamble"]


def test_title_in_capitals_does_not_swallow_the_text_below_it() -> None:
    assert texts("PHỤ LỤC\nDANH SÁCH\nXÃ NGHÈO\nXã Một thuộc huyện.") == ["DANH SÁCH XÃ NGHÈO", "Xã Một thuộc huyện."]


def test_recipient_on_two_lines_is_one() -> None:
    assert texts("I. MỘT\n\nNơi nhận:\n- Các cơ quan, đơn vị\nthuộc huyện;\n- Lưu: VT.\nCHỦ TỊCH\nNgười Ký")[2:] == [
        "Các cơ quan, đơn vị thuộc huyện;",
        "Lưu: VT.",
        "CHỦ TỊCH",
        "Người Ký",
    ]
