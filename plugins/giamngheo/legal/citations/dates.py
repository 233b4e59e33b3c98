"""Days after a citation: "ngày 21/7/2022", "ngày 18 tháng 01 năm 2022", "tháng 9/2021", "năm 2008"."""

import re

from giamngheo.ground.vietnamese import PartialDate

_GAP = r"[ \n]{0,3}"
_SPACE = r"[ \n]{1,3}"
_DAY, _MONTH = r"(?P<day>[0-9]{1,2})", r"(?P<month>[0-9]{1,2})"
_LEAD = rf"{_GAP},?{_GAP}\(?(?:(?:ban{_SPACE}hanh|ky(?:{_SPACE}ban{_SPACE}hanh)?){_SPACE})?"
_YEAR = r"(?P<year>[0-9]{4})"
_TORN_YEAR = r"(?P<year>[0-9]{4}|[0-9]{2}[ ][0-9]{2})"
_FORMS = tuple(
    re.compile(_LEAD + form + r"(?![0-9]|/[0-9])")
    for form in (
        rf"(?:ngay{_SPACE}|(?<=\()){_DAY}{_GAP}([/.-]){_GAP}{_MONTH}{_GAP}\2{_GAP}{_TORN_YEAR}",
        rf"ngay{_SPACE}{_DAY}{_SPACE}thang{_SPACE}{_MONTH}{_SPACE}nam{_SPACE}{_YEAR}",
        rf"thang{_SPACE}{_MONTH}(?:{_GAP}/{_GAP}|{_SPACE}nam{_SPACE}){_YEAR}",
        rf"nam{_SPACE}{_YEAR}(?!{_GAP}-)",
    )
)


def read_date(plain: str, position: int) -> tuple[int, PartialDate] | None:
    """Return end and value of the day given at `position`, or None; a day not in the calendar is none."""
    for form in _FORMS:
        if match := form.match(plain, position):
            numbers = {name: int(digits.replace(" ", "")) for name, digits in match.groupdict().items()}
            try:
                return match.end(), PartialDate(**numbers)
            except ValueError:
                return None
    return None
