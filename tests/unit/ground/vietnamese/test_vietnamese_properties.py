"""What holds for every text, not only for those an example was thought of."""

import doctest
import re
import unicodedata
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giamngheo.ground import vietnamese
from giamngheo.ground.vietnamese import (
    PartialDate,
    collation_key,
    count_syllables,
    fold,
    format_money,
    format_number,
    normalize,
    parse_partial_date,
    slugify,
)
from giamngheo.ground.vietnamese import slugs as slugs_module

# The same examples in every run and no limit of time: a slow machine must not fail a rule.
always = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)

PIECES = (
    *"aăâdđeêioôơuưyDĐ0189 .,-/_\n\r\t",
    *"\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323\u0327\u0336",  # tones, shapes, foreign marks
    *"\u00a0\u200b\u200d\u2060\ufeff\u2028\x00\x1f\x85",
    *"ðɖßẞİıſΣςﬁÅ½²٣漢각ᄀ\u1161\ud800\U0001f600",
    "hộ nghèo",
    "\r\n",
)
hostile = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = hostile | st.text(max_size=30)


@always
@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@always
@given(texts)
def test_folding_does_not_depend_on_the_unicode_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text)) == fold(text)


@always
@given(texts)
def test_folded_text_has_no_marks_and_no_vietnamese_letters(text: str) -> None:
    folded = fold(text)
    assert not any(unicodedata.combining(character) for character in folded)
    assert not set("đăâêôơư") & set(folded)


@always
@given(texts, texts)
def test_folding_the_whole_is_folding_the_parts(left: str, right: str) -> None:
    assert fold(left + right) == fold(left) + fold(right)


def test_every_character_below_u3000_folds_for_good() -> None:
    folded = {chr(code): fold(chr(code)) for code in range(0x3000)}
    assert [character for character, bare in folded.items() if fold(bare) != bare] == []


@always
@given(texts)
def test_normalizing_twice_is_normalizing_once(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@always
@given(texts)
def test_normalized_text_is_composed_and_has_lf_only(text: str) -> None:
    clean = normalize(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert not set("\r\u200b\u200d\u2060\ufeff") & set(clean)


@always
@given(texts)
def test_slug_holds_only_small_letters_digits_and_single_hyphens(text: str) -> None:
    assert re.fullmatch(r"(?:[a-z0-9]+(?:-[a-z0-9]+)*)?", slugify(text))
    assert slugify(slugify(text)) == slugify(text)


@always
@given(texts)
def test_equal_looking_texts_have_equal_slugs_keys_and_counts(text: str) -> None:
    other = unicodedata.normalize("NFD", normalize(text))
    assert slugify(other) == slugify(text)
    assert collation_key(other) == collation_key(text)
    assert count_syllables(other) == count_syllables(text)


@always
@given(st.lists(texts, max_size=6))
def test_any_texts_can_be_sorted_and_the_order_does_not_depend_on_the_input(names: list[str]) -> None:
    backwards = names[::-1]
    once = [collation_key(name) for name in sorted(names, key=collation_key)]
    again = [collation_key(name) for name in sorted(backwards, key=collation_key)]
    assert once == again


@always
@given(st.integers(), st.integers(min_value=0, max_value=12))
def test_written_number_reads_back_exactly(digits: int, decimals: int) -> None:
    number = Decimal(digits).scaleb(-decimals)
    assert Decimal(format_number(number).replace(".", "").replace(",", ".")) == number


@always
@given(st.integers(min_value=-(10**15), max_value=10**15) | st.integers(-(10**6), 10**6).map(lambda n: n * 10_000))
def test_written_money_reads_back_exactly(dong: int) -> None:
    amount, _, unit = format_money(dong).partition(" ")
    factor = {"đồng": 1, "triệu đồng": 10**6, "tỷ đồng": 10**9}[unit]
    assert Decimal(amount.replace(".", "").replace(",", ".")) * factor == dong


@always
@given(st.dates(), st.sampled_from(["day", "month", "year"]))
def test_partial_date_reads_back_from_its_iso_form(day: date, known: str) -> None:
    when = PartialDate(day.year, None if known == "year" else day.month, day.day if known == "day" else None)
    assert parse_partial_date(str(when)) == when
    assert when.first_day <= day <= when.last_day


@always
@given(st.text(alphabet="0123456789/- \n٣", max_size=12))
def test_text_is_a_partial_date_or_a_value_error(text: str) -> None:
    try:
        when = parse_partial_date(text)
    except ValueError:
        return
    assert parse_partial_date(str(when)) == when


def test_examples_in_the_docstrings_are_true() -> None:
    for module in (vietnamese, slugs_module):
        result = doctest.testmod(module)
        assert result.attempted > 0
        assert result.failed == 0
