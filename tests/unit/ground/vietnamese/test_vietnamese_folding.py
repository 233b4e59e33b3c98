import unicodedata

import pytest

from giamngheo.ground.vietnamese import fold

LETTERS = {
    "a": "aàảãáạăằẳẵắặâầẩẫấậ",
    "d": "dđ",
    "e": "eèẻẽéẹêềểễếệ",
    "i": "iìỉĩíị",
    "o": "oòỏõóọôồổỗốộơờởỡớợ",
    "u": "uùủũúụưừửữứự",
    "y": "yỳỷỹýỵ",
}


@pytest.mark.parametrize(("bare", "letters"), LETTERS.items())
def test_every_vietnamese_letter_folds_to_its_bare_one(bare: str, letters: str) -> None:
    assert {fold(letter) for letter in letters} == {bare}
    assert {fold(letter.upper()) for letter in letters} == {bare}
    assert {fold(unicodedata.normalize("NFD", letter)) for letter in letters} == {bare}


@pytest.mark.parametrize("letter", ["đ", "Đ", "ð", "Ð", "ɖ", "Ɖ"])
def test_every_lookalike_of_d_with_a_bar_is_d(letter: str) -> None:
    assert fold(letter) == "d"


def test_spaces_punctuation_and_digits_stay() -> None:
    assert fold("Số: 52/KH-UBND\t(10\u00a0ngày)") == "so: 52/kh-ubnd\t(10\u00a0ngay)"


def test_zero_width_characters_stay() -> None:
    assert fold("hộ\u200bnghèo\ufeff") == "ho\u200bngheo\ufeff"


def test_both_places_of_the_tone_fold_alike() -> None:
    assert fold("hoà thuỷ") == fold("hòa thủy") == "hoa thuy"


def test_marks_in_a_wrong_order_fold_alike() -> None:
    assert fold("o\u0323\u0302") == fold("o\u0302\u0323") == fold("ộ") == "o"


def test_foreign_letters_lose_their_marks_too() -> None:
    assert fold("Müller, Muñoz, İzmir, Ǻ") == "muller, munoz, izmir, a"


def test_other_scripts_stay_readable() -> None:
    assert fold("Ж 漢 ش") == "ж 漢 ش"


def test_empty_text_folds_to_itself() -> None:
    assert fold("") == ""


def test_half_a_surrogate_pair_does_not_raise() -> None:
    assert fold("A\ud800Đ") == "a\ud800d"
