"""Texts as they come from files of all origins: other line ends, other Unicode forms, nonsense."""

import unicodedata

import pytest
from outline_views import anchors, assert_nothing_is_lost, blocks, kinds

from giamngheo.legal import Block, parse_outline

PLAN = (
    "KẾ HOẠCH\n\nTruyền thông về giảm nghèo\n\nCăn cứ Luật Đất đai;\n\nI. MỤC ĐÍCH\n\n1. Yêu cầu\n\n"
    "a) Đúng đối tượng,\nđúng lúc;\n\n- Nâng cao nhận thức.\n\nNơi nhận:\n\n- Như trên.\n\nCHỦ TỊCH\n"
)


def read(text: str) -> list[tuple[object, ...]]:
    """All of each block but its offsets, which depend on the form."""

    def values(block: Block) -> tuple[object, ...]:
        return block.kind, block.marker, block.text, block.depth, block.anchor, block.is_heading

    return [values(block) for block in blocks(text)]


@pytest.mark.parametrize(
    "form",
    [
        PLAN.replace("\n", "\r\n"),
        PLAN.replace("\n", "\r"),
        unicodedata.normalize("NFD", PLAN),
        unicodedata.normalize("NFD", PLAN).replace("\n", "\r\n"),
        "\ufeff" + PLAN,
        PLAN.rstrip("\n"),
        "\n\n\t\n" + PLAN + "\n\u00a0\n",
        PLAN.replace("\n", "  \t\n"),
        "\n".join("\t " + line if line else "" for line in PLAN.split("\n")),
        PLAN.replace(" ", "  "),
        PLAN.replace("\n\n", "\n\u200b \u2060\n"),
        PLAN.replace("a", "a\u200b"),
    ],
    ids=[
        "crlf",
        "cr",
        "nfd",
        "nfd-crlf",
        "bom",
        "no-last-line-end",
        "blank-ends",
        "trailing-space",
        "indented",
        "double-spaces",
        "zero-width-blank-lines",
        "zero-width-letters",
    ],
)
def test_form_of_the_file_does_not_change_what_is_read(form: str) -> None:
    assert read(form) == read(PLAN)
    assert_nothing_is_lost(form)


def test_offsets_point_into_the_original_form() -> None:
    text = "\ufeff" + unicodedata.normalize("NFD", "\r\n  Điều 1.\tPhạm vi  \r\n")
    outline = parse_outline(text)
    (block,) = outline.blocks
    assert outline.source_of(block) == unicodedata.normalize("NFD", "Điều 1.\tPhạm vi")
    assert (block.marker, block.text) == ("Điều 1.", "Phạm vi")


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "\r\n\r\n", "\t\t", "\ufeff", "\u00a0\u200b\u3000", "\x0c\x1c"], ids=ascii
)
def test_text_without_a_visible_character_has_no_blocks(text: str) -> None:
    outline = parse_outline(text)
    assert (outline.blocks, outline.headings, outline.source_text()) == ((), (), text)


NONSENSE = {
    "only markers": "I.\n1.\n1.1.\na)\n-\n+\nĐiều 1.\nChương I\nPHỤ LỤC\n##\nNơi nhận:",
    "markers run together": "I.1.a)-+Điều 1.Chương I PHỤ LỤC I Nơi nhận:",
    "huge number": "1" * 5000 + ". Một\n" + "Điều " + "9" * 5000 + ". Hai\n" + "1." * 3000 + " Ba",
    "huge roman": "XXXVIII. Một\n" + "X" * 5000 + ". Hai\nIIII. Ba\nLL. Bốn",
    "zero": "0. Không\n\nĐiều 0. Không\n\n0.0. Không\n\nChương 0",
    "brackets": "(((((\n)))))\n(1\n1)\n(a\n((a))",
    "other digits": "٣. Một\n\n３. Hai\n\n².  Ba\n\nĐiều ٣. Bốn",
    "other letters": "Ⅰ. Một\n\nІ. Hai\n\nα) Ba\n\nDž. Bốn\n\nTıểu mục 1. Năm",
    "marks alone": "\u0301\n\u0323\u0302 a\n- \u0301\n1.\u0301 b\nP\u0336HỤ LỤC I\n\nNơ\u0336i nhận: ai",
    "halves of pairs": "\ud800\n\ndc \udc00\n\n- \ud83d",
    "control characters": "\x00\n\n- \x07chuông\n\n1.\x1fMột\n\nI.\x0bA\x0cB\x1cC\x85D\u2028E\u2029F",
    "right to left": "\u202eĐiều 1. Một\u202c\n\nشعار",
    "joined emoji": "- 👨\u200d👩\u200d👧 gia đình",
    "markup": "<script>alert(1)</script>\n\n- &amp; <b>\n\n| a | b |\n|---|---|",
    "upside down": "PHỤ LỤC I\n\nNgười Ký\n\nCHỦ TỊCH\n\nNơi nhận:\n\nĐiều 9. Chín\n\nChương V\n\nKẾ HOẠCH\n\nSố: 1/KH",
    "many headers": "KẾ HOẠCH\n\n" * 50,
    "many signatures": "I. A\n\n" + "CHỦ TỊCH\n\nKẾ HOẠCH\n\n" * 50,
    "one long line": "hộ nghèo " * 5000,
    "one long word": "a" * 50_000,
    "many short lines": "a\n" * 2000,
    "many equal dashes": "- \n-\n- a\n" * 700,
    "capitals of one line": "Ủ" * 20_000,
}


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE.keys())
def test_nonsense_is_read_without_loss(text: str) -> None:
    assert_nothing_is_lost(text)


def test_indented_code_and_tabs_are_not_deeper() -> None:
    assert [block.depth for block in blocks("\t\t\tI. MỘT\n\n        1. Một")] == [0, 1]


def test_header_only_is_no_error() -> None:
    assert kinds("KẾ HOẠCH") == ["doc_type"]


def test_outline_of_the_same_text_is_the_same() -> None:
    assert parse_outline(PLAN) == parse_outline(PLAN)


@pytest.mark.parametrize("text", NONSENSE.values(), ids=NONSENSE.keys())
def test_anchor_holds_only_small_letters_digits_and_hyphens(text: str) -> None:
    assert not set("".join(anchors(text))) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
