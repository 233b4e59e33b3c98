"""Bank accounts: any number of 8 to 19 digits where the words around it speak of an account.

There is no shape to know an account by, so without such words it is not one.
"""

import re
from collections.abc import Iterator, Sequence

from giamngheo.content.privacy.digits import Number, NumberRun, is_amount, is_date
from giamngheo.content.privacy.findings import Mention
from giamngheo.content.privacy.prose import Prose

_ACCOUNT = re.compile(r"tài khoản|\bstk\b|\btk\b|số thẻ|thẻ atm")
_BANK = re.compile(
    r"ngân hàng|chuyển (?:khoản|tiền)|agribank|vietcombank|vietinbank|bidv|techcombank|mb ?bank|sacombank"
    r"|vpbank|tpbank|acb\b|\bshb\b|lpbank|lienvietpostbank|hdbank|vib\b|\bmomo\b"
)
_CALL = re.compile(r"điện thoại|đt\b|sđt|hotline|gọi|zalo|liên hệ|đường dây|tổng đài")
_WITH_LETTER = re.compile(r"(?<!\w)\d{3}[a-z]\d{8}(?!\w)")  # VietinBank's older numbers: 711A…
_BEFORE, _AFTER = 70, 30
_SHORTEST_BARE = 9
_HOTLINES = ("1800", "1900")


def find_lettered_accounts(prose: Prose, stretches: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Account numbers with a letter inside, right before a stretch of digits."""
    for start, _ in stretches:
        match = _WITH_LETTER.match(prose.numbers, max(0, start - 4))
        if match and _ACCOUNT.search(prose.before(match.start(), _BEFORE)):
            yield Mention("tai-khoan", *match.span())


def account_at(prose: Prose, run: NumberRun, first: int) -> Number | None:
    """Read the account that begins with a group of the run, if the words around speak of one."""
    numbers = list(run.numbers_from(first, prose.numbers))
    if not numbers or is_date(numbers[-1]) or is_amount(prose, numbers[-1]):
        return None
    number = numbers[-1]
    before = prose.before(number.start, _BEFORE)
    if _last(_ACCOUNT, before) > _last(_CALL, before):
        return number
    return number if _is_bank_number(prose, number, before) else None


def _is_bank_number(prose: Prose, number: Number, before: str) -> bool:
    """Take only a long unbroken number near a bank's name: banks publish counts and hotlines too."""
    if len(number.digits) < _SHORTEST_BARE or number.digits.startswith(_HOTLINES):
        return False
    if _CALL.search(before):
        return False
    nearby = before + " | " + prose.after(number.end, _AFTER)
    return bool(_BANK.search(nearby)) and "." not in number.written


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in pattern.finditer(text)), default=-1)
