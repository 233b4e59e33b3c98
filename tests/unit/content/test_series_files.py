"""How one file of a series is read: numbers and periods as officials type them, and whatever else a file may hold."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factories import a_series, codes
from giamngheo.content.frontmatter import SourceFile
from giamngheo.content.results.numbers import NumberFaultError, parse_number
from giamngheo.content.results.periods import parse_period
from giamngheo.content.results.reading import read_series
from giamngheo.content.results.series import Measure


@pytest.mark.parametrize(
    ("typed", "measure", "number"),
    [
        ("1.93", "ty-le", "1.93"),
        ("1,93", "ty-le", "1.93"),
        ("1,93%", "ty-le", "1.93"),
        ("49.420", "ty-le", "49.420"),
        ("0.095", "ty-le", "0.095"),
        ("24369", "so-dem", "24369"),
        ("24.369", "so-dem", "24369"),
        ("24,369", "so-dem", "24369"),
        ("24 369", "so-dem", "24369"),
        ("24\u00a0369", "so-dem", "24369"),
        ("1.057.374", "so-dem", "1057374"),
        ("1,057,374", "so-dem", "1057374"),
        ("1.057.374,5", "khac", "1057374.5"),
        ("1.234,5", "khac", "1234.5"),
        ("1,234.5", "khac", "1234.5"),
        ("0.123", "khac", "0.123"),
        ("-888", "tang-giam", "-888"),
        ("−888", "tang-giam", "-888"),
        ("0", "so-dem", "0"),
    ],
)
def test_a_number_is_read_as_it_can_only_be_meant(typed: str, measure: Measure, number: str) -> None:
    assert parse_number(typed, measure, "%" if measure == "ty-le" else "hộ") == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "measure", "code"),
    [
        ("1.234", "khac", "chuoi-so-mo-ho"),
        ("12,345", "khac", "chuoi-so-mo-ho"),
        ("1.93", "so-dem", "chuoi-so-le"),
        ("-1", "ty-le", "chuoi-so-am"),
        ("100.1", "ty-le", "so-ngoai-khoang"),
        *(
            (typed, "so-dem", "chuoi-so-sai")
            for typed in ("", "x", "1e5", "١٢", "1.2.3", "1,23,4", "12 34", "--1", "9" * 40)
        ),
    ],
)
def test_what_may_mean_two_things_or_nothing_is_refused(typed: str, measure: Measure, code: str) -> None:
    with pytest.raises(NumberFaultError) as fault:
        parse_number(typed, measure, "%" if measure == "ty-le" else "hộ")
    assert fault.value.code == code


@pytest.mark.parametrize(
    ("typed", "text", "days"),
    [
        ("2024", "2024", "2024-01-01 2024-12-31"),
        ("2024-Q3", "2024-Q3", "2024-07-01 2024-09-30"),
        ("2024Q4", "2024-Q4", "2024-10-01 2024-12-31"),
        ("quý III/2024", "2024-Q3", "2024-07-01 2024-09-30"),
        ("2024-H1", "2024-H1", "2024-01-01 2024-06-30"),
        ("2024-02", "2024-02", "2024-02-01 2024-02-29"),
        ("2/2024", "2024-02", "2024-02-01 2024-02-29"),
        ("31/12/2024", "2024-12-31", "2024-12-31 2024-12-31"),
    ],
)
def test_a_period_has_a_first_and_a_last_day(typed: str, text: str, days: str) -> None:
    period = parse_period(typed)
    assert (period.text, f"{period.start} {period.end}") == (text, days)
    assert parse_period(period.text) == period


@pytest.mark.parametrize(
    "typed", ["", "2024-13", "2024-H3", "2024-Q5", "2023-02-29", "0024", "24", "cuối năm", "2024-Q0"]
)
def test_a_period_that_is_not_in_the_calendar_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_period(typed)


def test_periods_follow_one_another_only_within_their_kind() -> None:
    year, quarter = parse_period("2023"), parse_period("2024-Q1")
    assert year.precedes(parse_period("2024"))
    assert not year.precedes(parse_period("2025"))
    assert not year.precedes(quarter)


def test_a_table_of_a_vietnamese_spreadsheet_is_read_as_one_of_a_programmer() -> None:
    plain = a_series("ca-nuoc,2023,2.93,,,khoang,so-bo")
    saved = plain.replace("ca-nuoc,2023,2.93,thuc-te", "ca-nuoc;2023;2,93;Thực tế").replace("so-bo", "Sơ bộ")
    head, _, table = saved.rpartition("---\n")
    saved = f"{head}---\n{table.replace(',', ';').replace('2;93', '2,93')};;;;;;;;\n"
    read = [read_series(SourceFile("content/results/x.csv", text)) for text in (plain, saved)]
    assert [codes(problems) for _, problems, _ in read] == [[], []]
    assert read[0][0]
    assert read[1][0]
    assert read[0][0].values == read[1][0].values


def test_the_example_of_the_handbook_is_a_good_series() -> None:
    handbook = (Path(__file__).parents[3] / "content" / "README.md").read_text("utf-8")
    (example,) = re.findall(r"```\n(---\nid: sl-bai-tap\n.*?)```", handbook, re.DOTALL)
    series, problems, _ = read_series(SourceFile("content/results/bai-tap.csv", example))
    assert problems == []
    assert series
    assert [v.kind for v in series.values] == ["thuc-te", "thuc-te", "ke-hoach"]


_CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_CELLS, max_size=11), max_size=4), st.sampled_from([",", ";", "\t"]))
def test_no_table_can_stop_the_reading(rows: list[list[str]], separator: str) -> None:
    text = a_series() + "\n".join(separator.join(row) for row in rows)
    series, problems, _ = read_series(SourceFile("content/results/x.csv", text))
    assert problems or (series and series.values)
