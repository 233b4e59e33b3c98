"""Bars from zero, and QR codes."""

from __future__ import annotations

from decimal import Decimal

import pytest
from lxml import etree

from giamngheo.rendering.charts import Amount, bars_of, share
from giamngheo.rendering.codes import qr_code
from giamngheo.rendering.figures import Link


@pytest.mark.parametrize(
    ("value", "longest", "drawn"),
    [("8", "22", "36.4%"), ("22", "22", "100.0%"), ("0", "22", "0.0%"), ("0", "0", "0.0%"), ("-5", "22", "0.0%")],
)
def test_a_bar_begins_at_zero_and_the_longest_fills_the_line(value: str, longest: str, drawn: str) -> None:
    assert share(Decimal(value), Decimal(longest)) == drawn


def test_every_bar_says_in_words_what_it_shows() -> None:
    amounts = [Amount("2021", Decimal(8), "8 hộ", Link("Báo A")), Amount("2024", Decimal(22), "22 hộ", Link("Báo B"))]
    chart = bars_of("Thành viên", amounts)
    assert [(b.label, b.text, b.share) for b in chart.bars] == [("2021", "8 hộ", "36.4%"), ("2024", "22 hộ", "100.0%")]


def test_a_code_is_an_inline_drawing_the_same_each_time() -> None:
    first = qr_code("https://giamngheo.example/chinh-sach/a/")
    assert qr_code("https://giamngheo.example/chinh-sach/a/") == first
    assert etree.fromstring(first).get("class") == "qr"


def test_another_address_has_another_code() -> None:
    assert qr_code("https://giamngheo.example/a/") != qr_code("https://giamngheo.example/b/")
