"""Rules of reading that the labelled set cannot show: what is told, what never happens."""

from __future__ import annotations

import doctest
import re
from importlib import import_module

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from giamngheo.ground.vietnamese import count_syllables
from giamngheo.ground.vietnamese.spoken import Reading, number_words, read_aloud, speak
from giamngheo.ground.vietnamese.spoken.sentences import LONGEST, sentences

_NOT_SAID = re.compile(r"[^\w\s,.;:!?'-]|[0-9_]|(?<![^\W\d_])-|-(?![^\W\d_])")
_HOSTILE = st.text(
    alphabet=st.sampled_from("0123456789.,/-–%()[] \n½²٣𝟗aáđBĐUNIVXyhgm°ngày từtháng&@:“”…"), max_size=60
)


def test_an_acronym_without_a_full_form_is_spelled_and_told_once() -> None:
    spoken = read_aloud("HIV, VTC, HIV và BHYT", Reading(abbreviations=(("BHYT", "bảo hiểm y tế"),)))
    assert spoken.text == "hát i vê, vê tê xê, hát i vê và bảo hiểm y tế"
    assert spoken.spelled == ("HIV", "VTC")


def test_the_register_comes_before_the_common_short_forms() -> None:
    assert speak("TW", Reading(abbreviations=(("TW", "Trung ương Hội"),))) == "Trung ương Hội"


def test_words_are_left_alone() -> None:
    text = "Người dân ở vùng cao nuôi ong, trồng chè; ai cũng mừng!"
    assert speak(text) == text


def test_a_month_is_not_taken_from_a_count() -> None:
    assert speak("mỗi tháng 4 triệu đồng") == "mỗi tháng bốn triệu đồng"
    assert speak("trong tháng 4, xã") == "trong tháng tư, xã"


def test_a_share_is_not_taken_for_a_day() -> None:
    assert speak("5/7 xã") == "năm trên bảy xã"
    assert speak("đến 5/7") == "đến ngày mùng năm tháng bảy"


def test_a_day_that_is_not_in_the_calendar_is_no_day() -> None:
    assert "ngày" not in speak("32/13/2026")


def test_issuer_is_not_said_twice() -> None:
    assert speak("Quyết định 90/QĐ-TTg của Thủ tướng Chính phủ").count("Thủ tướng") == 1


def test_ambiguous_codes_are_read_by_what_is_certain() -> None:
    assert "tỉnh ủy" not in speak("61-NQ/TU").lower()


@pytest.mark.parametrize("name", ["spoken", "spoken.numbers"])
def test_examples_in_docstrings_hold(name: str) -> None:
    outcome = doctest.testmod(import_module(f"giamngheo.ground.vietnamese.{name}"))
    assert outcome.attempted > 0
    assert outcome.failed == 0


@given(st.integers(0, 10**15))
def test_numbers_are_words_of_their_region(number: int) -> None:
    north, south = number_words(number), number_words(number, "nam")
    assert north.replace("nghìn", "ngàn").replace("linh", "lẻ").replace("mươi tư", "mươi bốn") == south


@given(st.one_of(st.text(max_size=80), _HOSTILE))
@example("\ud800 1\u0663/½²")
@example("1" * 5000)
@example("(" * 3000 + "UBND" * 500)
def test_whatever_is_written_only_letters_and_pauses_are_said(text: str) -> None:
    assert not _NOT_SAID.search(speak(text))


@given(_HOSTILE)
def test_reading_what_was_read_changes_no_sign(text: str) -> None:
    once = speak(text)
    assert not _NOT_SAID.search(speak(once))


def test_a_long_sentence_is_parted_between_clauses_and_keeps_every_figure_whole() -> None:
    text = (
        "Hộ nghèo vay được đến 100 triệu đồng, trả trong nhiều nhất 120 tháng, không phải thế chấp, lãi 6,24 % một năm "
        "từ ngày 1/12/2025 theo Quyết định 2553/QĐ-TTg của Thủ tướng Chính phủ."
    )
    parts = sentences(text, Reading())
    assert all(count_syllables(part) <= LONGEST for part in parts)
    assert any("sáu phẩy hai mươi tư phần trăm một năm" in part for part in parts)
    assert any("nhiều nhất một trăm hai mươi tháng" in part for part in parts)
    assert all(part[0].isupper() and part[-1] in ".!?" for part in parts)


def test_what_a_measure_is_of_is_never_parted_from_it() -> None:
    text = (
        "Học sinh tiểu học, học sinh trung học cơ sở hoặc học sinh trung học phổ thông, ở nơi đặc biệt khó khăn, nhà "
        "xa trường, tiểu học từ 4 km, trung học cơ sở từ 7 km, trung học phổ thông từ 10 km, hoặc đường đi khó."
    )
    said = " ".join(sentences(text, Reading()))
    for level, measure in (("tiểu học", "bốn"), ("cơ sở", "bảy"), ("phổ thông", "mười")):
        assert f"{level} từ {measure} ki lô mét" in said


def test_a_sentence_is_never_parted_between_an_agency_and_its_place() -> None:
    text = "Hội Liên hiệp Phụ nữ huyện Sơn Động, tỉnh Bắc Giang cấp 113.274 con gà giống cho hộ nghèo, hộ cận nghèo."
    assert "huyện Sơn Động, tỉnh Bắc Giang cấp" in " ".join(sentences(text, Reading()))


def test_words_without_any_pause_are_not_torn() -> None:
    assert len(sentences("Chè " * 40, Reading())) == 1


_WORDS = ["hộ", "nghèo,", "và", "được", "(ở", "xã)", "từ", "vay;", "của", "bản.", "Xã", "tỉnh", "Thái"]


@given(st.lists(st.sampled_from(_WORDS), max_size=80))
def test_no_word_is_lost_or_moved_by_parting(words: list[str]) -> None:
    said = " ".join(sentences(" ".join(words), Reading())).lower()
    assert re.findall(r"\w+", said) == re.findall(r"\w+", " ".join(words).lower())
