"""Addresses of blocks: readable, unique, and the same when something else in the text changes."""

import re

import pytest
from outline_views import anchors, blocks

from giamngheo.legal import parse_outline

DECREE = [
    "Chương I\nQUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi",
    "Nghị định này quy định về hộ nghèo.",
    "Điều 2. Mức hỗ trợ",
    "1. Hộ nghèo được hưởng:",
    "a) Tiền điện;",
    "d) Thẻ bảo hiểm;",
    "đ) Học phí:",
    "- Mẫu giáo;",
    "- Tiểu học;",
    "e) Nước sạch.",
    "2. Hộ cận nghèo được vay vốn.",
    "Chương II\nTHI HÀNH",
    "Điều 3. Hiệu lực",
    "Nghị định này có hiệu lực từ ngày ký.",
]
FIRST_DASH = DECREE.index("- Mẫu giáo;")


def written(lines: list[str]) -> str:
    return "\n\n".join(lines)


def by_text(lines: list[str]) -> dict[str, str]:
    return {f"{block.marker} {block.text}": block.anchor for block in blocks(written(lines))}


def test_anchor_is_the_path_of_markers() -> None:
    assert by_text(DECREE)["a) Tiền điện;"] == "dieu-2-khoan-1-diem-a"
    assert anchors("I. MỘT\n\n1. Một\n\n1.2. Hai\n\na) Ba") == [
        "phan-i",
        "phan-i-muc-1",
        "phan-i-muc-1-2",
        "phan-i-muc-1-2-diem-a",
    ]


def test_articles_are_counted_through_the_text_whatever_chapter_they_are_in() -> None:
    found = anchors(written(DECREE))
    assert [anchor for anchor in found if re.fullmatch(r".*dieu-\d", anchor)] == ["dieu-1", "dieu-2", "dieu-3"]
    assert "chuong-ii" in found


def test_article_of_an_annex_is_not_that_of_the_text() -> None:
    assert anchors("Điều 1. Một\n\nPHỤ LỤC I\n\nQUY CHẾ\n\nĐiều 1. Một\n\n1. Hai")[1:] == [
        "phu-luc-i",
        "phu-luc-i-dieu-1",
        "phu-luc-i-dieu-1-khoan-1",
    ]


def test_points_d_and_dd_have_different_anchors() -> None:
    found = by_text(DECREE)
    assert found["d) Thẻ bảo hiểm;"] == "dieu-2-khoan-1-diem-d"
    assert found["đ) Học phí:"] == "dieu-2-khoan-1-diem-dd"
    assert found["- Mẫu giáo;"].startswith("dieu-2-khoan-1-diem-dd-gach-")


def test_articles_and_parts_with_d_and_dd_have_different_anchors() -> None:
    assert anchors("Điều 5d. Một\n\nĐiều 5đ. Hai\n\nĐiều 5Đ. Ba") == ["dieu-5d", "dieu-5dd", "dieu-5dd-2"]
    assert anchors("D. MỘT\n\nĐ. HAI") == ["phan-d", "phan-dd"]


def test_numbered_point_keeps_its_number() -> None:
    assert anchors("1. Một\n\na) Một\n\na1) Hai")[1:] == ["muc-1-diem-a", "muc-1-diem-a1"]


def test_lines_of_the_header_have_fixed_anchors() -> None:
    text = "ỦY BAN NHÂN DÂN\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nSố: 1/KH-UBND\n\nHà Nội, ngày 1 tháng 3 năm 2023"
    assert anchors(f"{text}\n\nKẾ HOẠCH\n\nTruyền thông") == [
        "co-quan",
        "quoc-hieu",
        "so-ky-hieu",
        "noi-ngay",
        "ten-loai",
        "trich-yeu",
    ]


def test_markdown_heading_is_named_by_its_words() -> None:
    assert anchors("## Ai được hưởng?\n\n## !!!") == ["phan-ai-duoc-huong", "phan-khong-ten"]


@pytest.mark.parametrize("place", range(1, len(DECREE) + 1))
def test_paragraph_inserted_anywhere_leaves_all_named_anchors_alone(place: int) -> None:
    inserted = "Đoạn này mới được chèn vào."
    before, after = by_text(DECREE), by_text([*DECREE[:place], inserted, *DECREE[place:]])
    named = {text: anchor for text, anchor in before.items() if not re.match(r"- ", text)}
    assert {text: after[text] for text in named} == named
    assert len(after) == len(before) + 1


@pytest.mark.parametrize("place", [*range(1, FIRST_DASH), *range(FIRST_DASH + 2, len(DECREE) + 1)])
def test_paragraph_inserted_outside_a_list_leaves_every_anchor_alone(place: int) -> None:
    before, after = by_text(DECREE), by_text([*DECREE[:place], "Đoạn này mới được chèn vào.", *DECREE[place:]])
    assert before.items() <= after.items()


def test_removed_point_leaves_the_others_alone() -> None:
    without = [line for line in DECREE if not line.startswith("d)")]
    assert by_text(without).items() <= by_text(DECREE).items()


def test_dash_inserted_before_another_leaves_it_alone() -> None:
    longer = [*DECREE[:FIRST_DASH], "- Nhà trẻ;", *DECREE[FIRST_DASH:]]
    assert by_text(DECREE).items() <= by_text(longer).items()


@pytest.mark.parametrize(
    "corrected",
    [
        "- Nâng cao nhận thức",
        "- nâng cao nhận thức.",
        "- Nang cao nhan thuc",
        "– Nâng  cao “nhận thức”;",
        "-Nâng cao nhân thưc",
    ],
)
def test_misspelt_tone_case_and_punctuation_do_not_change_the_anchor(corrected: str) -> None:
    assert anchors(f"I. MỘT\n\n{corrected}") == anchors("I. MỘT\n\n- Nâng cao nhận thức")


def test_other_words_change_the_anchor_of_an_unmarked_block() -> None:
    assert anchors("Đoạn một.") != anchors("Đoạn hai.")


def test_repeated_block_takes_a_number_and_the_first_keeps_the_name() -> None:
    first, second, third = anchors("- Như trên.\n\n- Như trên.\n\n- Như trên.")
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_number_of_a_repeated_block_passes_over_a_name_that_another_owns() -> None:
    found = anchors("1. Một\n\n1.2. Hai\n\n1. Một lần nữa")
    assert found == ["muc-1", "muc-1-2", "muc-1-3"]


def test_block_without_letters_has_an_anchor_too() -> None:
    found = anchors("I. MỘT\n\n…\n\n!!!\n\n漢字")
    assert len(set(found)) == 4
    assert all(re.fullmatch(r"phan-i(?:-doan-[0-9a-f]{4})?", anchor) for anchor in found)


def test_block_is_found_by_its_anchor() -> None:
    outline = parse_outline(written(DECREE))
    assert all(outline.find_block(block.anchor) is block for block in outline.blocks)
    assert outline.find_block("dieu-99") is None
