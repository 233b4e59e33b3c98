"""Telephone numbers of Vietnam: mobiles, fixed lines, the old eleven-digit mobiles.

Short public lines (111, 1800 …, 1900 …) are never a person's and have another shape.
"""

import re

from giamngheo.content.privacy.digits import Number, NumberRun
from giamngheo.content.privacy.prose import Prose

# Mobile 03/05/07/08/09 with ten digits, until 2018 also 012/016/018/019 with eleven; fixed 02, ten or eleven.
_NATIONAL = re.compile(r"0(?:[35789]\d{8}|1[2689]\d{8}|2\d{8,9})")
_COUNTRY = re.compile(r"(?:00)?840?(?=[235789]\d{8,9}$)")
_LENGTHS = range(10, 15)  # from 0912345678 to 0084 0 912345678


def national_digits(written: str) -> str:
    """Write digits as dialled at home: "+84 912 345 678" is 0912345678."""
    digits = "".join(letter for letter in written if letter.isdecimal())
    return _COUNTRY.sub("0", digits)


def phone_at(prose: Prose, run: NumberRun, first: int) -> Number | None:
    """Read the longest telephone number that begins with a group of the run, if there is one."""
    start = run.pieces[first][0]
    if prose.numbers[start] not in "08":
        return None
    found = None
    for number in run.numbers_from(first, prose.numbers):
        if len(number.digits) in _LENGTHS and _NATIONAL.fullmatch(national_digits(number.digits)):
            found = number
    return found
