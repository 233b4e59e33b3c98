"""Citations: spans in the original text, whatever its form; hostile texts; what is no citation."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giamngheo.legal import Citation, CitationKind, Pinpoint, find_citations

SENTENCE = "Căn cứ điểm đ khoản 2 Điều 5 Nghị định số 20/2021/NĐ-CP ngày 15/3/2021 của Chính phủ; Kế hoạch này;"
_PIECES = [
    *("Quyết định", "số", "90/QĐ-TTg", "/", "-", "QĐ", "ngày 1/1/2022", "của", "Bộ", "và", ",", ";", "\n", "\n\n", " "),
    *(
        "khoản 1",
        "Điều 5",
        "điểm a",
        "này",
        "Luật",
        "Đất đai",
        "năm 2013",
        "sửa đổi, bổ sung một số điều của",
        "\u0301",
    ),
    *("\u200b", "\r\n", "Số:", "52/KH-UBND", "61-NQ/TU", "(", ")", "\x00", "\ud800", "24/2021/QH15", "0", "QUYẾT ĐỊNH"),
]


def names(text: str) -> list[str]:
    return [text[citation.start : citation.end] for citation in find_citations(text)]


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_spans_hold_in_every_unicode_form(form: str) -> None:
    text = unicodedata.normalize(form, SENTENCE)
    decree, self_reference = find_citations(text)
    spans = [text[decree.start : decree.end], text[decree.full_start : decree.full_end]]
    assert unicodedata.normalize("NFC", spans[0]) == "Nghị định số 20/2021/NĐ-CP"
    assert unicodedata.normalize("NFC", spans[1]) == SENTENCE[7 : SENTENCE.index(";")]
    assert decree.number == "20/2021/NĐ-CP"
    assert decree.pinpoints == (Pinpoint("5", "2", "đ"),)
    assert self_reference.kind is CitationKind.SELF


def test_invisible_characters_and_windows_line_ends_lie_within_the_span() -> None:
    text = "Theo Quyết\u200b định\r\nsố 90/QĐ-\u00adTTg ngày 18/01/2022"
    (citation,) = find_citations(text)
    assert text[citation.start : citation.end] == "Quyết\u200b định\r\nsố 90/QĐ-\u00adTTg"
    assert citation.number == "90/QĐ-TTg"
    assert str(citation.date) == "2022-01-18"


def test_a_citation_does_not_go_on_beyond_a_blank_line() -> None:
    assert names("Căn cứ Quyết định\n\nsố 90/QĐ-TTg") == ["số 90/QĐ-TTg"]


@pytest.mark.parametrize("header", ["Số: 52/KH-UBND", "Số:\n52/KH-UBND", "Số 52/KH-UBND\n", "|\nSố hiệu 269/KH-UBND"])
def test_the_number_of_the_text_itself_is_no_citation(header: str) -> None:
    assert names(header) == []


def test_a_day_that_is_not_in_the_calendar_is_left_out() -> None:
    (citation,) = find_citations("Quyết định số 90/QĐ-TTg ngày 31/02/2022")
    assert citation.date is None


@pytest.mark.parametrize(
    "piece",
    ["Luật sửa đổi, bổ sung một số điều của ", "1/QĐ-TTg và ", "điểm a khoản 1 ", "QĐ-", "1/", "\u0301", "của Bộ "],
)
def test_no_repetition_is_too_long(piece: str) -> None:
    text = "Quyết định số 1/" + piece * 3000
    for citation in find_citations(text):
        assert citation.start < citation.end <= len(text)


@given(st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=40).map(" ".join) | st.text())
def test_any_text_gives_spans_in_order_without_overlap(text: str) -> None:
    citations = find_citations(text)
    ends = [0, *(citation.end for citation in citations)]
    for citation, end in zip(citations, ends, strict=False):
        assert end <= citation.start < citation.end <= len(text)
        assert 0 <= citation.full_start <= citation.start
        assert citation.end <= citation.full_end <= len(text)
        assert has_a_name(citation)


def has_a_name(citation: Citation) -> bool:
    return bool(citation.number or citation.name or citation.kind is CitationKind.SELF)
