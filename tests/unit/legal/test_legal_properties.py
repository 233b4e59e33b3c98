"""What holds for every text, not only for those an example was thought of."""

import doctest
import re
import unicodedata

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from outline_views import assert_nothing_is_lost

from giamngheo import legal
from giamngheo.ground.vietnamese import normalize
from giamngheo.legal import parse_outline

# The same examples in every run and no limit of time: a slow machine must not fail a rule.
always = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

PIECES = (
    *("I.", "II.", "IV/", "A.", "Đ.", "1.", "2.", "1)", "(1)", "1.1.", "1.2 ", "I.1.", "a)", "b)", "d)", "đ)", "a1)"),
    *("Điều 1.", "Điều 2", "điều 3a:", "Chương I", "Phần thứ nhất", "Tiểu mục 1", "Mục 2.", "PHỤ LỤC", "Phụ lục I"),
    *("- ", "-", "+ ", "* ", "• ", "## ", "-----", "|", "Nơi nhận:", "TM. ", "CHỦ TỊCH", "Trên đây là", "V/v "),
    *("KẾ HOẠCH", "ỦY BAN NHÂN DÂN", "Số: 1/KH-UBND", "Hà Nội, ngày 1 tháng 3", "Căn cứ Luật", "Độc lập - Tự do"),
    *("hộ nghèo", "Hộ Nghèo", "HỘ NGHÈO", "Lao động", "Thương binh", ".", ";", ":", "…", "”", "ı", "İ", "ſ", "K", "ß"),
    *("\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r", "\t", " ", " ", "\u00a0", "\u2028", "\x85", "\x0b", "\x1f"),
    *(
        "\u0301",
        "\u0323",
        "\u0302",
        "\u0336",
        "\u200b",
        "\u2060",
        "\ufeff",
        "\x00",
        "\ud800",
        "각",
        "漢",
        "٣",
        "😀",
        "_",
    ),
)
official = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
texts = official | st.text(max_size=40)


def read(text: str) -> list[tuple[object, ...]]:
    """All of each block but its offsets."""
    return [(b.kind, b.marker, b.text, b.depth, b.anchor, b.is_heading) for b in parse_outline(text).blocks]


@settings(always, max_examples=250)
@given(texts)
def test_any_text_is_read_without_error_and_without_loss(text: str) -> None:
    assert_nothing_is_lost(text)


@always
@given(texts)
def test_anchors_can_stand_in_an_address(text: str) -> None:
    for block in parse_outline(text).blocks:
        assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", block.anchor)


@always
@given(texts)
def test_text_for_reading_is_clean(text: str) -> None:
    for block in parse_outline(text).blocks:
        for words in (block.marker, block.text):
            assert words == normalize(words).strip()
            assert not re.search(r"[ \t]{2}|[\t\n]", words)


@always
@given(texts)
def test_unicode_form_does_not_change_what_is_read(text: str) -> None:
    assert read(unicodedata.normalize("NFD", text)) == read(unicodedata.normalize("NFC", text))


@always
@given(texts.map(lambda text: text.replace("\r", "")))
def test_line_ends_do_not_change_what_is_read(text: str) -> None:
    assert read(text.replace("\n", "\r\n")) == read(text)


@always
@given(texts, st.sampled_from(["\ufeff", "\n", "\n\n", "\u00a0", "\t\u200b"]))
def test_invisible_characters_around_a_text_do_not_change_what_is_read(text: str, around: str) -> None:
    assert read(around + text + around) == read(text)


@always
@given(texts)
def test_contents_list_leads_to_blocks_of_the_text(text: str) -> None:
    outline = parse_outline(text)
    for heading in outline.headings:
        block = outline.find_block(heading.anchor)
        assert block is not None
        assert block.depth == heading.depth


@always
@given(texts)
def test_block_is_at_most_one_level_deeper_than_the_one_before(text: str) -> None:
    depths = [block.depth for block in parse_outline(text).blocks]
    assert all(after <= before + 1 for before, after in zip([-1, *depths], depths, strict=False))


@always
@given(st.lists(st.sampled_from(PIECES).filter(lambda piece: not piece.isspace()), min_size=1, max_size=12), st.data())
def test_marked_blocks_keep_their_anchors_when_a_paragraph_comes_between(lines: list[str], data: st.DataObject) -> None:
    lines = ["I. NỘI DUNG", *(line for line in lines if "\n" not in line), "II. TỔ CHỨC"]
    place = data.draw(st.integers(1, len(lines)))
    longer = [*lines[:place], "Một đoạn được chèn vào sau.", *lines[place:]]
    marked = {"part", "article", "clause", "section", "subsection", "point", "annex"}

    def named(found: list[str]) -> list[str]:
        return [block.anchor for block in parse_outline("\n\n".join(found)).blocks if block.kind.value in marked]

    assert named(longer) == named(lines)


def test_example_in_the_docstring_is_true() -> None:
    result = doctest.testmod(legal)
    assert result.attempted > 0
    assert result.failed == 0
