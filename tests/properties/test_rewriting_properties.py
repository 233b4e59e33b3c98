"""Searching a plainer form of a text: the way back leads into the text as it was written, whatever was written."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from giamngheo.content.privacy import folding
from giamngheo.ground.rewriting import rewrite
from giamngheo.legal.citations.cleaning import clean
from giamngheo.legal.folded import fold_with_offsets

HOSTILE = "aĐđ ế\u0301\u0300\u0323\u200b\u00ad\ufeff\n\r\t\x00*_  9.,\u2014Ⅻİßﬁ\u1100\ud800"
TEXTS = st.text(st.one_of(st.sampled_from(HOSTILE), st.characters()), max_size=60)
CUTS = st.lists(st.tuples(st.integers(0, 60), st.sampled_from(["", "x", "xyz"])), max_size=8)


@given(TEXTS, CUTS)
def test_what_was_not_replaced_leads_back_to_itself(text: str, cuts: list[tuple[int, str]]) -> None:
    edges = sorted({min(place, len(text)) for place, _ in cuts})
    pieces = [(a, b, cuts[i][1]) for i, (a, b) in enumerate(zip(edges[::2], edges[1::2], strict=False))]
    rewritten = rewrite(text, pieces)
    expected: list[tuple[str, int, int]] = []
    done = 0
    for begin, end, instead in [*pieces, (len(text), len(text), "")]:
        expected += ((text[i], i, i + 1) for i in range(done, begin))
        expected += ((letter, begin, end) for letter in instead)
        done = end
    assert rewritten.text == "".join(letter for letter, _, _ in expected)
    assert [rewritten.span(i, i + 1) for i in range(len(rewritten.text))] == [(a, b) for _, a, b in expected]
    assert rewritten.origin(len(rewritten.text)) == len(text)


@given(TEXTS)
@example("x \u200b y")
@example("e\u0302\u0301")
def test_a_span_of_a_folded_text_folds_to_the_same_letters(text: str) -> None:
    folded = fold_with_offsets(text)
    for start in range(len(folded.plain)):
        for end in range(start + 1, min(start + 6, len(folded.plain)) + 1):
            a, b = folded.span(start, end)
            assert 0 <= a < b <= len(text)
            assert fold_with_offsets(text[a:b]).plain == folded.plain[start:end]


@given(TEXTS)
@example("a\u0301\r\n\u200bb")
def test_offsets_of_a_cleaned_text_rise_and_stay_inside(text: str) -> None:
    cleaned = clean(text)
    offsets = [cleaned.original(i) for i in range(len(cleaned.shown) + 1)]
    assert len(cleaned.plain) == len(cleaned.shown)
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(text) for offset in offsets)


@given(TEXTS)
@example("**Nguye\u0302\u0303n** _Vă\u200bn_ A")
def test_places_of_a_text_without_signs_rise_and_stay_inside(text: str) -> None:
    folded = folding.fold(text)
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert spans == sorted(spans)
    assert all(0 <= a < b <= len(text) for a, b in spans)


@given(st.sampled_from(["Nguyễn", "Đặng", "UBND", "ủy ban"]), TEXTS, TEXTS)
def test_a_word_is_found_where_it_stands(word: str, before: str, after: str) -> None:
    text = f"{before}\n{word}\n{after}"
    folded = fold_with_offsets(text)
    plain = fold_with_offsets(word).plain
    found = {folded.span(match.start(), match.end()) for match in re.finditer(re.escape(plain), folded.plain)}
    start = len(before) + 1
    assert (start, start + len(word)) in found
