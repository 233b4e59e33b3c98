from datetime import UTC, date, datetime

import pytest

from giamngheo.ground.clock import VIETNAM
from giamngheo.ground.vietnamese import format_day, format_long_day, format_moment


@pytest.mark.parametrize(
    ("day", "written"),
    [(date(2026, 11, 21), "21/11/2026"), (date(2027, 1, 2), "02/01/2027"), (date(987, 3, 4), "04/03/0987")],
)
def test_short_day_always_has_two_digits_for_day_and_month(day: date, written: str) -> None:
    assert format_day(day) == written


@pytest.mark.parametrize(
    ("day", "written"),
    [
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 9), "ngày 09 tháng 01 năm 2026"),
        (date(2026, 3, 10), "ngày 10 tháng 3 năm 2026"),
        (date(2026, 9, 1), "ngày 01 tháng 9 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
    ],
)
def test_long_day_takes_zeros_below_ten_and_in_months_one_and_two_only(day: date, written: str) -> None:
    assert format_long_day(day) == written


def test_moment_is_written_with_the_hour_before_the_day() -> None:
    assert format_moment(datetime(2026, 11, 21, 8, 5, tzinfo=VIETNAM)) == "08:05, ngày 21/11/2026"


def test_moment_keeps_the_clock_it_was_given() -> None:
    assert format_moment(datetime(2026, 11, 21, 23, 59, 59, tzinfo=UTC)) == "23:59, ngày 21/11/2026"
