"""Covers for chats: whole titles with whole marks, readable colours, the same bytes every time, light."""

from __future__ import annotations

from io import BytesIO

import pytest
from msgspec.structs import replace
from PIL import Image, ImageFont

from giamngheo.rendering import cover_drawing
from giamngheo.rendering.cover_drawing import LINE_HEIGHT, SIZES, draw_cover
from giamngheo.rendering.covers import HEIGHT, WIDTH, Cover
from giamngheo.rendering.fonts import printable
from giamngheo.rendering.motif_table import MOTIFS, PLAIN
from giamngheo.rendering.motifs import CLOTH, INK, WHITE

COVER = Cover("y-te", "y tế", "Thẻ bảo hiểm y tế cho hộ nghèo", "Tỉnh Bắc Ninh", "Trang về giảm nghèo")
LONG = "Hỗ trợ tiền điện cho hộ nghèo, hộ chính sách xã hội, mỗi tháng bằng tiền của 30 kWh, trả theo từng quý, " * 3
HOSTILE = (
    "",
    "😀\U0001f3fd\u200d👩\u200d👧 cơm",
    "שלום עולם \u202eđảo\u202c ngược",
    "một\x00hai\x1bba\ud800bốn",
    "Ộ" * 150,
    "W" * 300,
    LONG,
    "a\u0301" * 200,
    "中文 ខ្មែរ ไทย",
    "<script>alert(1)</script>",
)


def opened(cover: Cover) -> Image.Image:
    return Image.open(BytesIO(draw_cover(cover)))


def lines_of(title: str) -> tuple[int, list[str]]:
    return cover_drawing._set_title(printable(title))  # noqa: SLF001 - what is set is what one sees


def test_a_cover_is_a_light_png_of_the_size_that_networks_show_whole() -> None:
    content = draw_cover(replace(COVER, title=LONG[:150], state="đã hết hiệu lực"))
    image = Image.open(BytesIO(content))
    assert (image.format, image.mode, image.size) == ("PNG", "P", (1200, 630))
    assert len(content) <= 60_000


def test_the_same_cover_has_the_same_bytes_and_any_other_word_another_key() -> None:
    assert draw_cover(COVER) == draw_cover(replace(COVER))
    changed = {replace(COVER, **{field: "khác"}).key for field in ("topic", "topic_name", "title", "place", "portal")}
    assert len(changed | {COVER.key, replace(COVER, state="khác").key}) == 7


@pytest.mark.parametrize("title", [LONG[:150].strip(), LONG[:150].upper().strip(), "ỘẪỂỖ " * 30, "Nuôi ong"])
def test_a_title_of_150_characters_stands_whole_on_four_lines(title: str) -> None:
    size, lines = lines_of(title)
    assert " ".join(lines) == title.strip()
    assert len(lines) <= 4
    assert size >= SIZES[-1]


def test_no_line_of_a_title_is_wider_than_its_column() -> None:
    for title in (LONG[:150], LONG[:150].upper(), "Ộ" * 150):
        size, lines = lines_of(title)
        font = cover_drawing._font("Bold", size)  # noqa: SLF001 - the font that is drawn with
        assert max(font.getlength(line) for line in lines) <= WIDTH - 120


def test_a_number_stays_on_one_line_with_what_it_counts() -> None:
    for before in range(1, 60):
        _, lines = lines_of("a " * before + "30 kWh một tháng cho mỗi nhà ở xã nghèo và phường")
        assert any("30 kWh" in line for line in lines)


def test_stacked_marks_above_and_below_do_not_touch_the_next_line() -> None:
    for size in SIZES:
        font: ImageFont.FreeTypeFont = cover_drawing._font("Bold", size)  # noqa: SLF001 - as above
        _, top, _, _ = font.getbbox("ẪỂẨỖẦ", anchor="ls")
        _, _, _, bottom = font.getbbox("ỘẶỆỰgỵ", anchor="ls")
        assert bottom - top <= round(size * (LINE_HEIGHT + 0.1)), "the highest mark meets the lowest only in one column"
        assert LINE_HEIGHT >= 1.3


@pytest.mark.parametrize("words", [1, 4, 9, 12, 16, 20, 28, 37])
def test_stacked_marks_are_drawn_whole_within_the_room_of_the_title(words: int) -> None:
    image = opened(replace(COVER, title="ẪỘỂ " * words)).convert("RGB")
    top, bottom = cover_drawing._TITLE  # noqa: SLF001 - the room for a title
    cloth = Image.new("RGB", (WIDTH, 1), CLOTH).tobytes()
    for row in (*range(152, top), *range(bottom + 10, bottom + 18)):
        assert image.crop((0, row, WIDTH, row + 1)).tobytes() == cloth, row


def test_every_writing_is_read_on_its_ground() -> None:
    assert _contrast(INK, CLOTH) >= 4.5
    assert {motif.colour for motif in (PLAIN, *MOTIFS.values()) if _contrast(WHITE, motif.colour) < 4.5} == set()


@pytest.mark.parametrize("title", HOSTILE)
def test_whatever_is_typed_makes_a_cover(title: str) -> None:
    image = opened(replace(COVER, title=title, place=title, portal=title, topic_name=title))
    image.load()
    assert image.size == (WIDTH, HEIGHT)


def test_what_the_font_cannot_draw_is_left_out_and_leaves_no_boxes() -> None:
    assert printable("😀 Hộ nghèo שלום\u202e 中") == "Hộ nghèo"
    assert printable("Ho\u0323\u0302 nghe\u0300o") == "Hộ nghèo"


def test_places_are_named_whole_and_others_are_said_to_be_left_out() -> None:
    assert cover_drawing._place("Huyện A, tỉnh B, nay thuộc tỉnh C") == "Huyện A, tỉnh B, nay thuộc tỉnh C"  # noqa: SLF001 - the line
    old = "xã Nghĩa Phương, huyện Lục Nam, tỉnh Bắc Giang, nay là xã Nghĩa Phương, tỉnh Bắc Ninh"
    assert cover_drawing._place(old) == "xã Nghĩa Phương, huyện Lục Nam, tỉnh Bắc Giang"  # noqa: SLF001 - as above
    many = "; ".join(f"xã Thứ {n}, huyện Lục Nam, tỉnh Bắc Giang" for n in range(9))
    shown = cover_drawing._place(many)  # noqa: SLF001 - what stands on the cover
    assert shown.endswith("tỉnh Bắc Giang và nơi khác")
    assert cover_drawing._place("Cả nước") == "Cả nước"  # noqa: SLF001 - as above


def _contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
