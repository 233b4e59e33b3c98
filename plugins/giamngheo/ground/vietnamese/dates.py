"""Days and moments as Vietnamese readers and official texts write them. No time zone is converted here."""

from datetime import date, datetime

# Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4: days below 10 and months 1 and 2 take a leading zero.
_FIRST_DAY_WITHOUT_ZERO = 10
_FIRST_MONTH_WITHOUT_ZERO = 3


def format_day(day: date) -> str:
    """Return "21/11/2026", always with two digits for day and month. Never raises."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_long_day(day: date) -> str:
    """Return "ngày 21 tháng 11 năm 2026" as in the heading of an official text. Never raises.

    Zeros after Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4: "ngày 05 tháng 02", but "tháng 3".
    """
    days = f"{day.day:02d}" if day.day < _FIRST_DAY_WITHOUT_ZERO else str(day.day)
    months = f"{day.month:02d}" if day.month < _FIRST_MONTH_WITHOUT_ZERO else str(day.month)
    return f"ngày {days} tháng {months} năm {day.year}"


def format_moment(moment: datetime) -> str:
    """Return "08:30, ngày 21/11/2026" with the clock of `moment` itself. Never raises."""
    return f"{moment.hour:02d}:{moment.minute:02d}, ngày {format_day(moment)}"
