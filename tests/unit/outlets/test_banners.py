"""Banners of slogans: whole words on balanced lines, every mark inside the cloth, curves instead of a font."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

import pypdfium2 as pdfium
import pytest
from lxml import etree

from factories import unpacked
from giamngheo.outlets.materials.banner_files import write_pdf, write_svg
from giamngheo.outlets.materials.banners import ABOVE, ASIDE, Banner, lay_out
from giamngheo.outlets.materials.line_breaks import keep_words_whole, typeset
from giamngheo.rendering.printed import BANNER

HOSTILE = (
    "Hộ!",
    "x" * 150,
    "ẪỘỂỮ" * 37,
    "Ẫ Ộ Ể Ữ Ặ Ậ " * 12,
    "a " * 75,
    "Ữ Ẫ: “Nghị” … Đ",
    "W" * 20 + " " + "Ộ" * 100,
    "<script>&'\"",
)
SLOGANS = {
    "Vì người nghèo - Không để ai bị bỏ lại phía sau": ("Vì người nghèo –", "Không để ai bị bỏ lại phía sau"),
    "Vì một Việt Nam không còn đói nghèo": ("Vì một Việt Nam", "không còn đói nghèo"),
    "thoát nghèo, xây dựng cuộc sống ấm no": ("thoát nghèo,", "xây dựng cuộc sống ấm no"),
}
KEPT = ("Việt Nam", "hộ nghèo", "ngày 17/10", "năm 2026", "1.500 hộ", "xã Lục", "Lục Nam", "bền vững", "hạnh phúc")


def ink(banner: Banner) -> list[tuple[float, float, float, float, float]]:
    """Left, bottom, right, top of every letter in millimetres, and its base line."""
    return [
        (
            p.x + p.letter.left * banner.scale,
            p.y + p.letter.bottom * banner.scale,
            p.x + p.letter.right * banner.scale,
            p.y + p.letter.top * banner.scale,
            p.y,
        )
        for p in banner.letters
    ]


@pytest.mark.parametrize("slogan", [*HOSTILE, *SLOGANS])
def test_no_ink_lies_in_the_hem_or_under_the_eyelets(slogan: str) -> None:
    for left, bottom, right, top, _ in ink(lay_out(slogan)):
        assert left >= ASIDE - 0.01
        assert right <= BANNER[0] - ASIDE + 0.01
        assert bottom >= ABOVE - 0.01
        assert top <= BANNER[1] - ABOVE + 0.01


@pytest.mark.parametrize("slogan", [*HOSTILE, *SLOGANS])
def test_marks_of_one_line_never_reach_those_of_the_next(slogan: str) -> None:
    boxes = ink(lay_out(slogan))
    lines = sorted({base for *_, base in boxes}, reverse=True)
    for upper, lower in pairwise(lines):
        lowest = min(bottom for _, bottom, _, _, base in boxes if base == upper)
        highest = max(top for *_, top, base in boxes if base == lower)
        assert lowest > highest


@pytest.mark.parametrize(("slogan", "lines"), SLOGANS.items())
def test_a_slogan_breaks_where_a_speaker_pauses(slogan: str, lines: tuple[str, ...]) -> None:
    assert lay_out(slogan, capitals=False).lines == lines


def test_names_numbers_dates_and_words_of_two_syllables_stay_whole() -> None:
    text = "Nhân dân xã Lục Nam, Việt Nam từ ngày 17/10 năm 2026 giúp đỡ 1.500 hộ nghèo thoát nghèo bền vững, hạnh phúc"
    for start in range(0, 60, 7):
        shown = " | ".join(lay_out(text[start:].lstrip(), capitals=False).lines)
        assert not [pair for pair in KEPT if pair.replace(" ", " | ") in shown]
    glued = keep_words_whole(text)
    assert all(pair.replace(" ", "\u00a0") in glued for pair in KEPT)
    assert glued.replace("\u00a0", " ") == text


@pytest.mark.parametrize("slogan", [s for s in HOSTILE if " " in s])
def test_no_word_is_lost_broken_or_moved(slogan: str) -> None:
    banner = lay_out(slogan, capitals=False)
    assert " ".join(banner.lines) == typeset(slogan, capitals=False)
    assert len(banner.lines) <= 3


def test_lines_of_the_editor_are_taken_as_they_are() -> None:
    assert lay_out("Vì người nghèo", lines=("Vì", "người nghèo")).lines == ("VÌ", "NGƯỜI NGHÈO")


def test_capitals_are_vietnamese_and_composed() -> None:
    assert typeset("ưỡng đẫm ỹ ặ", capitals=True) == "ƯỠNG ĐẪM Ỹ Ặ"
    split = unicodedata.normalize("NFD", "Để không hộ nào tái nghèo")
    assert lay_out(split).letters == lay_out("Để không hộ nào tái nghèo").letters


def test_signs_are_those_of_good_printing_and_no_word_changes() -> None:
    assert typeset('Vì "người nghèo" - tất cả...', capitals=False) == "Vì “người nghèo” – tất cả…"


@pytest.mark.parametrize("slogan", [*HOSTILE, *SLOGANS])
def test_the_drawing_is_well_formed_and_asks_for_nothing(slogan: str) -> None:
    root = etree.fromstring(write_svg(lay_out(slogan)))
    assert {etree.QName(node).localname for node in root.iter()} == {"svg", "title", "path"}
    assert not [name for node in root.iter() for name in node.attrib if "href" in name or name.startswith("on")]
    assert root[0].text == slogan
    assert (root.get("width"), root.get("height")) == ("500mm", "70mm")


def test_the_page_for_the_printer_has_its_boxes_and_names_no_font() -> None:
    content = unpacked(write_pdf(lay_out("Vì người nghèo"), "52/KH-UBND", "Giảm nghèo"))
    with pdfium.PdfDocument(content) as document:
        page = document[0]
        left, bottom, right, top = page.get_trimbox()
        assert (round((right - left) / 72 * 25.4), round((top - bottom) / 72 * 25.4)) == (500, 70)
        assert page.get_bleedbox()[0] < left
        assert page.get_mediabox()[0] < page.get_bleedbox()[0]
        assert document.get_metadata_value("Title") == "Vì người nghèo"
    assert not re.search(rb"/BaseFont|/FontFile|/Subtype\s*/Image", content)


def test_letters_stand_on_the_cloth_in_its_ink() -> None:
    with pdfium.PdfDocument(write_pdf(lay_out("HHHH"), "", "")) as document:
        picture = document[0].render(scale=0.5).to_pil().convert("RGB")
    colours = {colour for _, colour in picture.getcolors(100_000) or []}
    assert any(r > 200 and g > 180 and b < 80 for r, g, b in colours)
    assert any(r > 150 and g < 60 and b < 80 for r, g, b in colours)


def test_files_are_the_same_each_time() -> None:
    banner = lay_out("Vì người nghèo")
    assert write_pdf(banner, "a", "b") == write_pdf(lay_out("Vì người nghèo"), "a", "b")
    assert write_svg(banner) == write_svg(lay_out("Vì người nghèo"))
