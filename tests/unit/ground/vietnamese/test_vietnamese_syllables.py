import unicodedata

import pytest

from giamngheo.ground.vietnamese import count_syllables


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("… – !", 0),
        ("hộ nghèo", 2),
        ("Kinh tế - xã hội", 4),
        ("giảm nghèo,bền vững", 4),
        ("Trạm Tấu (Yên Bái)", 4),
        ("a\nb\tc\u00a0d", 4),
    ],
)
def test_every_written_syllable_counts_once(text: str, count: int) -> None:
    assert count_syllables(text) == count


@pytest.mark.parametrize("word", ["1.500.000", "6,24", "2026", "UBND", "QĐ"])
def test_number_and_abbreviation_count_as_one(word: str) -> None:
    assert count_syllables(word) == 1


def test_full_stop_after_a_number_ends_it() -> None:
    assert count_syllables("năm 2025. 30 hộ") == 4


def test_sign_between_letters_and_digits_separates() -> None:
    assert count_syllables("52/KH-UBND") == 3


def test_separate_marks_do_not_cut_a_syllable() -> None:
    text = "Người nghèo được hưởng"
    assert count_syllables(unicodedata.normalize("NFD", text)) == count_syllables(text) == 4


def test_zero_width_character_does_not_cut_a_syllable() -> None:
    assert count_syllables("ngh\u200bèo") == 1
