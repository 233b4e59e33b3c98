"""Which numbered blocks are titles of what follows, and what the contents list says."""

import pytest
from outline_views import in_body

from giamngheo.legal import parse_outline


def titles(text: str) -> list[str]:
    return [heading.title for heading in parse_outline(text).headings]


@pytest.mark.parametrize(
    "line",
    [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Mục đích",
        "1.1. Đối tượng và phạm vi",
        "Điều 1. Phạm vi điều chỉnh",
        "3. Kinh phí.",
        "4. Gồm các việc:",
        "1. " + "VIỆC " * 50 + "LÀM",
        "1. " + "a" * 130,
        "PHỤ LỤC I",
        "## Ai được hưởng?",
    ],
)
def test_short_numbered_line_is_a_heading(line: str) -> None:
    assert in_body(line).is_heading


@pytest.mark.parametrize(
    "line",
    [
        "1. Ngân sách nhà nước bố trí nguồn kinh phí theo quy định.",
        "2. Các cơ quan chủ động bố trí kinh phí hằng năm;",
        "3. Huy động các nguồn lực hợp pháp khác…",
        "4. " + "a" * 131,
        "5. " + "a" * 60 + ":",
        "6. " + "VIỆC " * 60 + "LÀM",
        "Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành Quyết định này./.",
        "Chương I",
        "a) Tên điểm",
        "- Tên gạch",
        "Đoạn văn",
    ],
)
def test_sentence_long_line_and_list_item_are_no_headings(line: str) -> None:
    assert not in_body(line).is_heading


def test_contents_list_names_marker_and_title_at_their_depth() -> None:
    outline = parse_outline("I. MỤC ĐÍCH\n\n1. Yêu cầu\n\n- Nâng cao.\n\nII. TỔ CHỨC")
    assert [(h.depth, h.title, h.anchor) for h in outline.headings] == [
        (0, "I. MỤC ĐÍCH", "phan-i"),
        (1, "1. Yêu cầu", "phan-i-muc-1"),
        (0, "II. TỔ CHỨC", "phan-ii"),
    ]


def test_title_below_a_chapter_is_its_title() -> None:
    assert titles("Chương I\n\nQUY ĐỊNH CHUNG\n\nChương II\nQUYỀN VÀ\nNGHĨA VỤ") == [
        "Chương I QUY ĐỊNH CHUNG",
        "Chương II QUYỀN VÀ NGHĨA VỤ",
    ]


def test_ordinary_text_below_a_chapter_is_not_its_title() -> None:
    outline = parse_outline("Chương I\n\nChương này quy định về hộ nghèo.")
    assert [block.kind.value for block in outline.blocks] == ["part", "paragraph"]


def test_article_without_a_title_is_listed_by_its_number() -> None:
    text = "Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Ban Chỉ đạo.\n\nĐiều 2:\n\nĐiều 3. Hiệu lực"
    assert titles(text) == ["Điều 1", "Điều 2", "Điều 3. Hiệu lực"]


def test_markdown_signs_are_not_part_of_the_title() -> None:
    assert titles("## Ai được hưởng\n\n### Bao nhiêu") == ["Ai được hưởng", "Bao nhiêu"]


def test_text_without_headings_has_an_empty_contents_list() -> None:
    assert titles("Một đoạn.\n\n- Một gạch.") == []
