"""Damage and its restoration: what counts as impossible, what is proposed, and that no text makes them fail."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giamngheo.legal.damage import measure_damage
from giamngheo.legal.language import KnownTexts
from giamngheo.legal.letterhead import read_letterhead
from giamngheo.legal.phonotactics import is_possible
from giamngheo.legal.restoration import propose_restorations

SENTENCE = "Hộ nghèo được vay vốn ưu đãi của Ngân hàng Chính sách xã hội. Ủy ban nhân dân xã xác nhận."
KNOWN = KnownTexts.learn([SENTENCE] * 3)
TEXTS = st.text(
    st.sampled_from("aăâeêioôơuưydđ nghtcpm\u0301\u0323\n\r\t.,:;-/|&@¢1269ABĐỦ“”\x00\u2028\ud800İ"), max_size=120
)


@pytest.mark.parametrize(
    "syllable",
    [
        *("nghiêng", "Thuở", "quýt", "giếng", "gì", "gìn", "quốc", "khuya", "NGHÈO", "ủy", "uỷ", "hoà", "hòa", "yêu"),
        *("uống", "ươm", "khuỷu", "xoong", "yểng", "rượu", "cữu", "e\u0302\u0301ch", "ngoằn"),
    ],
)
def test_syllable_that_can_be_said_is_possible(syllable: str) -> None:
    assert is_possible(syllable)


@pytest.mark.parametrize(
    "syllable", ["giam1", "gidm", "tiéu", "qudc", "thuc", "hop", "Chwong", "ngh", "bn", "", "nghiênggg", "wa"]
)
def test_syllable_that_no_vietnamese_word_has_is_not_possible(syllable: str) -> None:
    assert not is_possible(syllable)


def test_syllable_that_ends_in_a_stop_takes_only_two_tones() -> None:
    assert [is_possible(syllable) for syllable in ("thúc", "thục", "thùc", "thủc", "thũc", "thuc")] == [
        True,
        True,
        *[False] * 4,
    ]


def test_damage_is_counted_by_line_and_numbers_abbreviations_and_points_are_no_damage() -> None:
    lines = measure_damage("a) UBND xã, 12 hộ (XIII)\n\nHo ngheo duoc vay vdn")
    assert [(line.line, line.impossible) for line in lines] == [(1, ()), (2, ()), (3, ("duoc", "vdn"))]
    assert lines[2].share == pytest.approx(2 / 5)


def test_word_that_is_known_is_no_damage() -> None:
    assert measure_damage("Đăng video", {"video"})[0].impossible == ()


def test_damaged_line_is_proposed_with_its_punctuation_capitals_and_numbers() -> None:
    (found,) = propose_restorations("Hd nghéo duoc vay vdn (12), UY BAN nhdn ddn xd.", KNOWN)
    assert (found.line, found.proposal) == (1, "Hộ nghèo được vay vốn (12), ỦY BAN nhân dân xã.")


def test_text_without_damage_is_left_alone() -> None:
    assert propose_restorations(f"{SENTENCE}\n\nBà Lò Thị Ún bán nấm qua Zalo và TTg.", KNOWN) == ()


def test_page_number_left_in_a_damaged_text_is_proposed_to_go() -> None:
    found = propose_restorations("Hd nghéo duoc vay vdn\n\n5\n\nHd nghéo duoc vay vdn", KNOWN)
    assert [(one.line, one.proposal) for one in found][1] == (3, "")


def test_nothing_known_proposes_nothing_new() -> None:
    (found,) = propose_restorations("Hd nghéo duoc", KnownTexts.learn([]))
    assert found.proposal == found.text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_is_measured_and_read_without_error(text: str) -> None:
    found = propose_restorations(text, KNOWN)
    assert [one.line for one in found] == sorted({one.line for one in found})
    assert len(measure_damage(text)) == len(text.splitlines())
    assert read_letterhead(text).number is None or "/" in text or "-" in text


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_proposal_keeps_punctuation_spaces_and_numbers(text: str) -> None:
    for one in propose_restorations(text, KNOWN):
        if one.proposal:
            assert [c for c in one.text if not c.isalpha() and c in " .,:;-/|“”"] == [
                c for c in one.proposal if not c.isalpha() and c in " .,:;-/|“”"
            ]
