import unicodedata

import pytest

from giamngheo.ground.vietnamese import normalize


def test_separate_marks_are_joined_to_their_letters() -> None:
    assert normalize(unicodedata.normalize("NFD", "Hộ nghèo, đất đai")) == "Hộ nghèo, đất đai"


@pytest.mark.parametrize(("typed", "expected"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\r\nb", "a\n\nb")])
def test_line_ends_become_lf(typed: str, expected: str) -> None:
    assert normalize(typed) == expected


@pytest.mark.parametrize("sign", list("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), ids=ascii)
def test_zero_width_characters_go(sign: str) -> None:
    assert normalize(f"{sign}hộ{sign} nghèo{sign}") == "hộ nghèo"


def test_zero_width_character_between_letter_and_mark_does_not_keep_them_apart() -> None:
    assert normalize("o\u0302\u200b\u0323") == "ộ"


def test_zero_width_character_inside_a_line_end_does_not_double_it() -> None:
    assert normalize("a\r\u200b\nb") == "a\nb"


def test_non_breaking_space_stays() -> None:
    assert normalize("21\u00a0tháng\u00a011") == "21\u00a0tháng\u00a011"


def test_compatibility_characters_stay() -> None:
    assert normalize("m² ½ ﬁ Ａ") == "m² ½ ﬁ Ａ"


def test_empty_text_stays_empty() -> None:
    assert normalize("") == ""
