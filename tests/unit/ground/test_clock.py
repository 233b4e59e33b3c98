"""The moment of a build is told by the caller's environment, else by the machine; always in Vietnamese time."""

from datetime import UTC, datetime, timedelta

import pytest

from giamngheo.ground.clock import VIETNAM, moment_of_build


def moment_at(epoch: str) -> datetime:
    return moment_of_build({"SOURCE_DATE_EPOCH": epoch})


def test_source_date_epoch_decides_the_moment() -> None:
    assert moment_at("1795224900") == datetime(2026, 11, 21, 8, 35, tzinfo=VIETNAM)


def test_moment_is_given_on_the_clock_of_vietnam() -> None:
    moment = moment_at("0")
    assert moment.tzinfo is VIETNAM
    assert (moment.hour, moment.utcoffset()) == (8, timedelta(hours=8))  # Sài Gòn had UTC+8 in 1970


def test_offset_is_seven_hours_in_winter_and_summer() -> None:
    winter, summer = datetime(2026, 1, 15, tzinfo=VIETNAM), datetime(2026, 7, 15, tzinfo=VIETNAM)
    assert winter.utcoffset() == summer.utcoffset() == timedelta(hours=7)


def test_day_begins_at_midnight_of_vietnam_not_of_greenwich() -> None:
    before = int(datetime(2026, 12, 31, 16, 59, tzinfo=UTC).timestamp())
    assert moment_at(str(before)).date().isoformat() == "2026-12-31"
    assert moment_at(str(before + 60)).date().isoformat() == "2027-01-01"


def test_seconds_are_dropped() -> None:
    whole = int(datetime(2026, 11, 21, 1, 15, tzinfo=UTC).timestamp())
    assert moment_at(str(whole + 59)) == moment_at(str(whole))
    assert moment_at(str(whole + 60)) == moment_at(str(whole)) + timedelta(minutes=1)


@pytest.mark.parametrize("environment", [{}, {"SOURCE_DATE_EPOCH": ""}], ids=["unset", "empty"])
def test_without_the_variable_the_clock_of_the_machine_counts(environment: dict[str, str]) -> None:
    earliest = datetime.now(UTC) - timedelta(minutes=1)
    moment = moment_of_build(environment)
    assert earliest < moment <= datetime.now(UTC)
    assert (moment.second, moment.microsecond) == (0, 0)


@pytest.mark.parametrize("epoch", ["hôm nay", "1e9", "1795224900.5", "2026-11-21", "0x10", " "])
def test_anything_but_a_whole_number_is_an_error(epoch: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment_at(epoch)


@pytest.mark.parametrize("epoch", ["9" * 12, "9" * 30, "-" + "9" * 30, "253402300799", "-62135596801"])
def test_number_beyond_the_calendar_is_a_value_error_that_callers_catch(epoch: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moment_at(epoch)


def test_other_variables_do_not_matter() -> None:
    assert moment_of_build({"SOURCE_DATE_EPOCH": "0", "TZ": "America/New_York"}) == moment_at("0")
