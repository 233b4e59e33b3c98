import unicodedata

import pytest

from giamngheo.ground.vietnamese import slugify


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Quyết định số 90/QĐ-TTg", "quyet-dinh-so-90-qd-ttg"),
        ("52/KH-UBND", "52-kh-ubnd"),
        ("Sở LĐ-TB&XH", "so-ld-tb-xh"),
        ("  --Hộ   nghèo!--  ", "ho-ngheo"),
        ("Điện, nước & đường", "dien-nuoc-duong"),
        ("năm\u00a02026", "nam-2026"),
        ("tên_tệp", "ten-tep"),
    ],
)
def test_slug_is_the_folded_words_joined_by_hyphens(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_text_without_a_word_has_an_empty_slug() -> None:
    assert [slugify(text) for text in ("", "…", "—", "漢字", "\ufeff")] == [""] * 5


def test_slug_does_not_depend_on_the_unicode_form() -> None:
    assert slugify(unicodedata.normalize("NFD", "Đặc biệt khó khăn")) == "dac-biet-kho-khan"


def test_zero_width_character_does_not_cut_a_word() -> None:
    assert slugify("giảm\u200bnghèo") == "giamngheo"


def test_slug_of_a_slug_is_the_same() -> None:
    assert slugify(slugify("Kế hoạch số 269/KH-UBND")) == "ke-hoach-so-269-kh-ubnd"
