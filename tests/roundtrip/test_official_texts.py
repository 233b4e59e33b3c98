"""Real official texts: what is read, put together again, is the text; no word is lost, moved or reworded."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal import Block, BlockKind, parse_outline
from giamngheo.legal.lines import INVISIBLE

HERE = Path(__file__).resolve().parent
PLANS = HERE.parent.parent / "content/plans"
FILES = {path.stem: path.read_text("utf-8") for path in sorted(PLANS.glob("*.md"))}


def body_of(file: str) -> str:
    return file.split("\n---\n", 1)[1]


SAMPLE = (HERE / "normative_sample.txt").read_text("utf-8")
"""A decree made up for these tests, with chapters, articles, clauses, points and annexes."""
OFFICIAL = {
    **{name: body_of(file) for name, file in FILES.items() if "\ntext_quality: original\n" in file},
    "normative-sample": SAMPLE,
}
"""Texts as issued; the other plans are summaries."""
TEXTS = {**{name: body_of(file) for name, file in FILES.items()}, "normative-sample": SAMPLE}
BAC_GIANG = "truyen-thong-bac-giang-2023"

every_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS.keys())
every_official_text = pytest.mark.parametrize("text", OFFICIAL.values(), ids=OFFICIAL.keys())


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", normalize(text))


def words_of_blocks(blocks: tuple[Block, ...]) -> list[str]:
    return words("\n".join(f"{block.marker} {block.text}" for block in blocks))


def read(text: str) -> list[tuple[object, ...]]:
    """All of each block but its offsets."""
    return [(b.kind, b.marker, b.text, b.depth, b.anchor, b.is_heading) for b in parse_outline(text).blocks]


def assert_nothing_is_lost(text: str) -> None:
    outline = parse_outline(text)
    assert outline.source_text() == text
    edges = [0, *(edge for block in outline.blocks for edge in (block.start, block.end)), len(text)]
    assert edges == sorted(edges)
    between = "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    assert not between.strip(INVISIBLE)
    assert "".join(words_of_blocks(outline.blocks)) == "".join(words(text))
    assert len({block.anchor for block in outline.blocks}) == len(outline.blocks)


def test_the_plans_are_there() -> None:
    assert len(FILES) >= 5
    assert {BAC_GIANG, "normative-sample"} <= OFFICIAL.keys()


@every_text
def test_text_put_together_from_its_blocks_is_the_text(text: str) -> None:
    assert_nothing_is_lost(text)


@every_text
def test_words_of_the_blocks_are_the_words_of_the_text_in_order(text: str) -> None:
    assert words_of_blocks(parse_outline(text).blocks) == words(text)


@every_text
@pytest.mark.parametrize("form", ["crlf", "nfd", "bom", "tabs", "cut"])
def test_text_in_another_form_is_kept_too(text: str, form: str) -> None:
    changed = {
        "crlf": text.replace("\n", "\r\n"),
        "nfd": unicodedata.normalize("NFD", text),
        "bom": "\ufeff" + text,
        "tabs": text.replace("\n", "\n\t").replace(" ", "\t"),
        "cut": text.strip(),
    }[form]
    assert_nothing_is_lost(changed)
    assert read(changed) == read(text)


@every_official_text
def test_each_paragraph_of_an_official_text_is_one_block(text: str) -> None:
    blocks = parse_outline(text).blocks
    named_below = sum(
        block.kind in {BlockKind.PART, BlockKind.ANNEX} and "\n" in text[block.start : block.end] for block in blocks
    )
    assert len(blocks) + named_below == len(re.findall(r"^.*\S.*$", text, re.MULTILINE))


@every_official_text
def test_official_text_has_type_subject_grounds_recipients_and_signature(text: str) -> None:
    kinds = [block.kind for block in parse_outline(text).blocks]
    assert kinds.count(BlockKind.DOC_TYPE) == kinds.count(BlockKind.SUBJECT) == 1
    assert BlockKind.PREAMBLE in kinds
    order = [kinds.index(kind) for kind in (BlockKind.DOC_TYPE, BlockKind.SUBJECT, BlockKind.PREAMBLE, BlockKind.PART)]
    assert order == sorted(order)
    if BlockKind.RECIPIENTS in kinds:  # one plan came to us without its end
        assert kinds.index(BlockKind.RECIPIENTS) < kinds.index(BlockKind.SIGNATURE)


@every_official_text
def test_parts_of_an_official_text_are_counted_without_a_gap(text: str) -> None:
    parts = [
        block.anchor for block in parse_outline(text).blocks if re.fullmatch(r"(?:phan|chuong)-[ivx]+", block.anchor)
    ]
    numerals = ["i", "ii", "iii", "iv", "v", "vi"]
    assert parts
    assert [part.split("-")[1] for part in parts] == numerals[: len(parts)]


@every_official_text
@pytest.mark.parametrize("width", [60, 72, 80, 100])
def test_text_broken_into_lines_is_read_like_the_unbroken_one(text: str, width: int) -> None:
    broken = "\n".join(
        textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) for line in text.split("\n")
    )
    assert_nothing_is_lost(broken)
    assert read(broken) == read(text)


def test_contents_of_a_real_plan_are_its_titles() -> None:
    outline = parse_outline(TEXTS[BAC_GIANG])
    assert [heading.title for heading in outline.headings if heading.depth == 0] == [
        "I. MỤC ĐÍCH, YÊU CẦU",
        "II. ĐỐI TƯỢNG, PHẠM VI VÀ THỜI GIAN THỰC HIỆN",
        "III. NỘI DUNG, HÌNH THỨC, GIẢI PHÁP",
        "IV. KINH PHÍ THỰC HIỆN",
        "V. TỔ CHỨC THỰC HIỆN",
    ]
    assert [heading.title for heading in outline.headings if heading.anchor.startswith("phan-v-")] == [
        "1. Sở Lao động - Thương binh và Xã hội",
        "2. Sở Thông tin và Truyền thông",
        "3. Các Sở, ban, ngành",
        "4. UBND huyện, thành phố",
        "5. Báo Bắc Giang, Đài Phát thanh và Truyền hình tỉnh",
        "6. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    ]


def test_paragraph_inserted_anywhere_in_a_real_plan_leaves_every_other_anchor_alone() -> None:
    text = TEXTS[BAC_GIANG]
    outline = parse_outline(text)
    before = [block.anchor for block in outline.blocks]
    first = before.index("phan-i")
    for place in range(first, before.index("noi-nhan")):
        end = outline.blocks[place].end
        longer = f"{text[:end]}\n\nĐoạn này mới được chèn vào.{text[end:]}"
        after = [block.anchor for block in parse_outline(longer).blocks]
        assert [*after[: place + 1], *after[place + 2 :]] == before


CONTENTS_OF_THE_SAMPLE = """
co-quan quoc-hieu quoc-hieu-2 so-ky-hieu noi-ngay ten-loai trich-yeu can-cu can-cu can-cu can-cu
chuong-i dieu-1 dieu-1-doan dieu-2 dieu-2-khoan-1 dieu-2-khoan-2
chuong-ii chuong-ii-muc-1 dieu-3 dieu-3-khoan-1
dieu-3-khoan-1-diem-a dieu-3-khoan-1-diem-b dieu-3-khoan-1-diem-c dieu-3-khoan-1-diem-d dieu-3-khoan-1-diem-dd
dieu-3-khoan-1-diem-dd-gach dieu-3-khoan-1-diem-dd-gach dieu-3-khoan-1-diem-dd-cong dieu-3-khoan-1-diem-dd-cong
dieu-3-khoan-1-diem-e dieu-3-khoan-2 dieu-3a dieu-3a-khoan-1 dieu-3a-khoan-2
chuong-ii-muc-2 dieu-4 dieu-4-doan chuong-iii dieu-5 dieu-5-doan
noi-nhan noi-nhan noi-nhan noi-nhan ky ky ky
phu-luc-i phu-luc-i-doan phu-luc-i-muc-1 phu-luc-i-muc-2 phu-luc-ii phu-luc-ii-muc-1 phu-luc-ii-muc-2
"""
"""Anchors in the order of the text; the hash at the end of an unmarked block is left out."""


def test_every_block_of_a_normative_text_has_its_address() -> None:
    hashed = r"(can-cu|doan|gach|cong|noi-nhan|ky)-[0-9a-f]{4}$"
    found = [re.sub(hashed, r"\1", block.anchor) for block in parse_outline(SAMPLE).blocks]
    assert found == CONTENTS_OF_THE_SAMPLE.split()


def test_point_of_a_normative_text_is_found_by_its_citation() -> None:
    block = parse_outline(SAMPLE).find_block("dieu-3-khoan-1-diem-dd")
    assert block is not None
    assert (block.kind, block.marker, block.text) == (BlockKind.POINT, "đ)", "Điện sinh hoạt 30 kWh mỗi tháng:")


def test_reference_to_an_article_in_a_sentence_begins_no_article() -> None:
    articles = [block.marker for block in parse_outline(SAMPLE).blocks if block.kind is BlockKind.ARTICLE]
    assert articles == ["Điều 1.", "Điều 2.", "Điều 3.", "Điều 3a.", "Điều 4.", "Điều 5."]


MUTATIONS, AT_ONCE = 10_000, 100
FOREIGN = (
    *("\n", "\n\n", "\r\n", "\r", "\t", "\u00a0", "\u200b", "\ufeff", "\u2028", "\x00", "\u0301", "\u0336", "\ud800"),
    *("I. ", "1.", "a)", "đ)", "- ", "+", "Điều 1. ", "\n\nChương I", "\nPHỤ LỤC\n", "\nNơi nhận:", "-----", "|", "İ"),
    *("\nKẾ HOẠCH\n", "CHỦ TỊCH", "\n2.1. ", "## ", "ı", "ſ", "漢", "각", "٣", "_", "…", "”", ".", "Trên đây là "),
)


def mutated(text: str) -> Iterator[str]:
    """Yield the text with 100 changes at a time: pieces put in, cut out, replaced, doubled, moved.

    The places come from a fixed sequence (multiples of a large prime), so a failure can be run again.
    """
    for first in range(0, MUTATIONS, AT_ONCE):
        changed = text
        for number in range(first, first + AT_ONCE):
            step = number * 2_654_435_761 % 2**32
            place, length = step % len(changed), step // 7 % 12
            piece, rest = changed[place : place + length], changed[place + length :]
            put = (FOREIGN[number % len(FOREIGN)] + piece, "", FOREIGN[step % len(FOREIGN)], piece * 3, piece[::-1])
            changed = changed[:place] + put[number % len(put)] + rest
        yield changed


def test_ten_thousand_mutations_of_a_real_text_lose_nothing() -> None:
    seen = set()
    for text in mutated(TEXTS[BAC_GIANG]):
        assert_nothing_is_lost(text)
        seen.add(text)
    assert len(seen) == MUTATIONS // AT_ONCE


def test_text_cut_off_anywhere_loses_nothing() -> None:
    ends = range(0, len(SAMPLE), 23)
    for start, end in pairwise(ends):
        assert_nothing_is_lost(SAMPLE[:end])
        assert_nothing_is_lost(SAMPLE[start:])
