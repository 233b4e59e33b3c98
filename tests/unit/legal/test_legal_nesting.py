"""How deep a block lies: a marker closes every open one of its own rank or a greater one."""

import pytest
from outline_views import blocks, drawn, tree


def lines(*found: str) -> str:
    return "\n\n".join(found)


def test_parts_chapters_titles_and_articles_nest_in_the_order_of_the_decree() -> None:
    text = lines(
        "Phần thứ nhất",
        "Chương I",
        "Mục 1. MỘT",
        "Tiểu mục 1. Một",
        "Điều 1. Tên",
        "1. Một",
        "a) Một",
        "- Một",
        "+ Một",
    )
    assert tree(text) == drawn("""
        part Phần thứ nhất
          part Chương I
            part Mục 1.
              part Tiểu mục 1.
                article Điều 1.
                  clause 1.
                    point a)
                      dash -
                        plus +
    """)


def test_letters_romans_numbers_and_bullets_nest_as_in_plans() -> None:
    text = lines(
        "A. CHUNG", "I. MỘT", "1. Một", "1.1. Một", "1.1.1. Một", "a) Một", "- Một", "+ Một", "- Hai", "B. RIÊNG"
    )
    assert tree(text) == drawn("""
        part A.
          part I.
            section 1.
              subsection 1.1.
                subsection 1.1.1.
                  point a)
                    dash -
                      plus +
                    dash -
        part B.
    """)


def test_marker_closes_all_that_is_deeper() -> None:
    text = lines("Chương I", "Điều 1. Một", "1. Một", "a) Một", "- Một", "Điều 2. Hai", "Chương II", "Điều 3. Ba")
    assert tree(text) == drawn("""
        part Chương I
          article Điều 1.
            clause 1.
              point a)
                dash -
          article Điều 2.
        part Chương II
          article Điều 3.
    """)


def test_levels_that_a_text_leaves_out_take_no_depth() -> None:
    assert [block.depth for block in blocks(lines("I. MỘT", "- Một", "II. HAI", "a) Một", "+ Một"))] == [0, 1, 0, 1, 2]


def test_bracketed_number_lies_inside_a_number_with_a_stop() -> None:
    text = lines("1. Một", "1) Một", "a) Một", "2) Hai", "2. Hai")
    assert tree(text) == drawn("""
        section 1.
          section 1)
            point a)
          section 2)
        section 2.
    """)


def test_bracketed_number_alone_counts_as_the_first_level() -> None:
    assert [block.depth for block in blocks(lines("I. MỘT", "1) Một", "a) Một", "2) Hai"))] == [0, 1, 2, 1]


def test_paragraph_belongs_to_the_numbered_block_around_it_and_closes_its_points() -> None:
    text = lines("1. Một", "a) Một", "- Một", "Đoạn văn.", "b) Hai")
    assert tree(text) == drawn("""
        section 1.
          point a)
            dash -
          paragraph
          point b)
    """)


def test_recipients_hang_under_noi_nhan_at_the_margin() -> None:
    text = lines("I. MỘT", "1. Một", "Nơi nhận:", "- Văn phòng:", "+ Lãnh đạo;", "- Lưu: VT.", "CHỦ TỊCH")
    assert [block.depth for block in blocks(text)] == [0, 1, 0, 1, 2, 1, 0]


def test_annex_begins_at_the_margin() -> None:
    assert [block.depth for block in blocks(lines("Chương I", "Điều 1. Một", "PHỤ LỤC I", "1. Một"))] == [0, 1, 0, 1]


def test_markdown_headings_nest_by_their_signs() -> None:
    assert [block.depth for block in blocks(lines("## Một", "### Hai", "- Ba", "## Bốn"))] == [0, 1, 2, 0]


@pytest.mark.parametrize("marker", ["I.", "1.", "a)", "-", "+", "Điều 1.", "PHỤ LỤC", "Chương I", "1.1.", "##"])
def test_a_thousand_equal_markers_never_go_deeper(marker: str) -> None:
    assert {block.depth for block in blocks(lines(*[f"{marker} MỘT"] * 1000))} == {0}
