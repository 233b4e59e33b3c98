"""Numbers of papers: citizen identity (CCCD, CMND), passport, social and health insurance.

A CCCD has 12 digits (TT 59/2021/TT-BCA). Its first three once named a province; since the mergers of 2025 the
old table proves nothing, so prefixes are not checked.
"""

import re
from collections.abc import Iterator

from giamngheo.content.privacy.digits import Number, NumberRun, is_amount
from giamngheo.content.privacy.findings import Mention
from giamngheo.content.privacy.prose import Prose

_PAPER = re.compile(
    r"cmnd|cmtnd|cmt\b|cccd|căn cước|chứng minh (?:nhân dân|thư)|giấy chứng minh|định danh|hộ chiếu|tùy thân"
)
_INSURANCE = re.compile(
    r"(?:mã số|mã|số|số sổ|sổ|thẻ) (?:thẻ )?(?:bhxh|bhyt|bảo hiểm xã hội|bảo hiểm y tế)|(?:mã|số) thẻ"
)
_INSURANCE_CARD = re.compile(r"(?<![\w/])[a-z]{2}[ -]?\d(?:[ .-]?\d){12}(?![ .-]?\d|/)")
_PASSPORT = re.compile(r"(?<!\w)[a-z] ?\d{7,8}(?!\w)")
_CONTEXT = 60
_CCCD, _CMND, _INSURED = 12, 9, 10


def find_identity_cards(prose: Prose) -> Iterator[Mention]:
    """Codes that begin with letters: insurance cards anywhere, passports where the text says so."""
    for match in _INSURANCE_CARD.finditer(prose.numbers):
        yield Mention("so-giay-to", *match.span())
    for match in _PASSPORT.finditer(prose.numbers):
        if "hộ chiếu" in prose.before(match.start(), _CONTEXT):
            yield Mention("so-giay-to", *match.span())


def identity_number_at(prose: Prose, run: NumberRun, first: int) -> Number | None:
    """Read the identity number that begins with a group of the run, if there is one."""
    for number in run.numbers_from(first, prose.numbers):
        if _is_identity(prose, number):
            return number
    return None


def _is_identity(prose: Prose, number: Number) -> bool:
    length = len(number.digits)
    if length not in (_CCCD, _CMND, _INSURED) or is_amount(prose, number):
        return False
    if length == _CCCD and (number.groups == 1 or number.digits.startswith("0")):
        return True
    context = prose.before(number.start, _CONTEXT)
    if length == _INSURED:
        return bool(_INSURANCE.search(context))
    return bool(_PAPER.search(context))
