from datetime import date

import pytest

from giamngheo.ground.vietnamese import PartialDate, format_partial, parse_partial_date


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2025", PartialDate(2025)),
        ("2025-12", PartialDate(2025, 12)),
        ("2025-12-01", PartialDate(2025, 12, 1)),
        ("12/2025", PartialDate(2025, 12)),
        ("1/2025", PartialDate(2025, 1)),
        ("1/12/2025", PartialDate(2025, 12, 1)),
        ("01/12/2025", PartialDate(2025, 12, 1)),
        ("29/2/2024", PartialDate(2024, 2, 29)),
        ("  2025-12 \n", PartialDate(2025, 12)),
    ],
)
def test_iso_and_vietnamese_forms_are_read(typed: str, expected: PartialDate) -> None:
    assert parse_partial_date(typed) == expected


@pytest.mark.parametrize(
    "typed",
    ["", "25", "2025-1", "2025-1-2", "12-2025", "2025/12", "tháng 12/2025", "1.12.2025", "2025-12-01T08:00", "٢٠٢٥"],
)
def test_any_other_form_is_an_error(typed: str) -> None:
    with pytest.raises(ValueError, match="not a day"):
        parse_partial_date(typed)


@pytest.mark.parametrize("typed", ["29/2/2025", "2025-02-30", "31/4/2025", "2025-13", "0/2025", "2025-00", "0000"])
def test_day_that_is_not_in_the_calendar_is_an_error(typed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_partial_date(typed)


def test_day_needs_a_month() -> None:
    with pytest.raises(ValueError, match="needs a month"):
        PartialDate(2025, day=1)


@pytest.mark.parametrize(
    ("typed", "written"),
    [("2025", "năm 2025"), ("2025-02", "tháng 02/2025"), ("2025-12", "tháng 12/2025"), ("1/2/2025", "01/02/2025")],
)
def test_partial_date_is_written_as_exactly_as_it_is_known(typed: str, written: str) -> None:
    assert format_partial(typed) == format_partial(parse_partial_date(typed)) == written


def test_text_that_is_no_date_is_not_formatted() -> None:
    with pytest.raises(ValueError, match="not a day"):
        format_partial("sắp tới")


@pytest.mark.parametrize("typed", ["2025", "2025-02", "2025-02-03"])
def test_iso_form_is_read_back(typed: str) -> None:
    assert str(parse_partial_date(typed)) == typed


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2025-04-30", date(2025, 4, 30), date(2025, 4, 30)),
        ("9999", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_first_and_last_day_span_what_is_known(typed: str, first: date, last: date) -> None:
    when = parse_partial_date(typed)
    assert (when.first_day, when.last_day) == (first, last)


def test_year_sorts_before_its_months_and_a_month_before_its_days() -> None:
    ordered = [parse_partial_date(typed) for typed in ("2024-12-31", "2025", "2025-01", "2025-01-01", "2025-02")]
    backwards = ordered[::-1]
    assert sorted(backwards) == ordered
    assert ordered[1] < ordered[2] <= ordered[3]
    assert ordered[4] > ordered[3]


def test_partial_dates_are_compared_only_with_each_other() -> None:
    with pytest.raises(TypeError):
        assert PartialDate(2025) < date(2025, 1, 1)
    assert PartialDate(2025, 1, 1) != date(2025, 1, 1)


def test_equal_dates_are_one_key_of_a_dictionary() -> None:
    assert {PartialDate(2025, 12): "a"}[parse_partial_date("12/2025")] == "a"
