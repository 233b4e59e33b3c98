import unicodedata

import pytest

from giamngheo.ground.vietnamese import collation_key


def in_order(*texts: str) -> list[str]:
    """Sort from the reversed list, so that a sort that does nothing fails."""
    backwards = texts[::-1]
    return sorted(backwards, key=collation_key)


@pytest.mark.parametrize(
    "expected",
    [
        list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"),
        ["ba", "bà", "bả", "bã", "bá", "bạ"],
        ["â", "ầ", "ẩ", "ẫ", "ấ", "ậ"],
        ["a", "ạ", "ă", "ặ", "â", "ậ", "b"],
        ["Dân tộc", "Du lịch", "Đào tạo", "Đất đai", "Em bé"],
        ["cá", "ca dao", "cá nhân", "cao"],
        ["Lai Châu", "Lạng Sơn", "Lào Cai"],
        ["Xã 2", "Xã 10", "Xã 100"],
        ["Chương 9", "Chương 10", "Chương A"],
        ["hoa", "Hoa", "hòa", "Hòa"],
        ["Muller", "muong", "mường"],
    ],
    ids=lambda expected: "-".join(expected[:2]),
)
def test_lists_stand_in_the_order_of_the_vietnamese_alphabet(expected: list[str]) -> None:
    assert in_order(*expected) == expected


def test_letters_count_before_tones() -> None:
    assert in_order("bá", "bac") == ["bá", "bac"]
    assert in_order("bạ a", "ba b") == ["bạ a", "ba b"]


def test_tones_count_before_capitals() -> None:
    assert in_order("Ba", "bà") == ["Ba", "bà"]


def test_first_difference_of_tone_decides() -> None:
    assert in_order("ba bạ", "bà ba") == ["ba bạ", "bà ba"]


def test_shorter_text_stands_before_its_continuation() -> None:
    assert in_order("hộ", "hộ nghèo") == ["hộ", "hộ nghèo"]


def test_punctuation_around_a_text_does_not_count() -> None:
    assert in_order("“An”", "ba", "(Bản)") == ["“An”", "ba", "(Bản)"]
    assert collation_key("«Hộ nghèo».").places == collation_key("Hộ nghèo").places


def test_space_and_hyphen_both_separate_words() -> None:
    assert collation_key("kinh tế - xã hội").places == collation_key("kinh tế xã hội").places
    assert in_order("ca nô", "canh") == ["ca nô", "canh"]


def test_numbers_are_compared_by_value_however_long() -> None:
    assert in_order("7", "0010", "11") == ["7", "0010", "11"]
    assert in_order("9" * 5000, "1" + "0" * 5000) == ["9" * 5000, "1" + "0" * 5000]


def test_leading_zeros_only_break_a_tie() -> None:
    assert collation_key("007").places == collation_key("7").places
    assert collation_key("007") != collation_key("7")


def test_foreign_letter_stands_beside_its_base_after_every_tone() -> None:
    assert in_order("mụ", "mü", "mư") == ["mụ", "mü", "mư"]


def test_other_scripts_stand_after_z() -> None:
    assert in_order("z", "Я", "漢") == ["z", "Я", "漢"]


def test_unicode_forms_of_a_text_have_one_key() -> None:
    text = "Đặng Thị Ngọc Ước"
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(text)


def test_texts_without_letters_come_first() -> None:
    assert in_order("", "a") == ["", "a"]
    assert collation_key("…").places == ()
