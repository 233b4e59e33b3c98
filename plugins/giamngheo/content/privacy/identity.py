"""Numbers of papers: citizen identity (CCCD, CMND), passport, social and health insurance.

A CCCD has 12 digits (TT 59/2021/TT-BCA). Its first three once named a province; since the mergers of 2025 the
old table proves nothing, so prefixes are not checked.
"""

import re
from collections.abc import Iterator, Sequence

from giamngheo.content.privacy.digits import Number, NumberRun, has_unit, is_part_of_thousands
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
_PASSPORT_WORD = "hộ chiếu"
_CONTEXT = 60
_CCCD, _CMND, _INSURED = 12, 9, 10


def find_insurance_cards(prose: Prose, stretches: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Numbers of health insurance cards: two letters right before a stretch of digits."""
    for start, _ in stretches:
        for begin in (start - 3, start - 2):
            if begin >= 0 and (match := _INSURANCE_CARD.match(prose.numbers, begin)):
                yield Mention("so-giay-to", *match.span())


def find_passports(prose: Prose) -> Iterator[Mention]:
    """Numbers of passports, where the text says so."""
    if _PASSPORT_WORD not in prose.lower:
        return
    for match in _PASSPORT.finditer(prose.numbers):
        if _PASSPORT_WORD in prose.before(match.start(), _CONTEXT):
            yield Mention("so-giay-to", *match.span())


def identity_number_at(prose: Prose, run: NumberRun, first: int) -> Number | None:
    """Read the identity number that begins with a group of the run, if there is one."""
    for number in run.numbers_from(first, prose.numbers):
        if _is_identity(prose, number):
            return number
    return None


def _is_identity(prose: Prose, number: Number) -> bool:
    """Take 9, 10 or 12 digits; where a paper is named, groups of three are its number and no amount."""
    length = len(number.digits)
    if length not in (_CCCD, _CMND, _INSURED) or has_unit(prose, number):
        return False
    if length == _CCCD and _is_certain(number):
        return True
    if is_part_of_thousands(prose, number):
        return False
    named = _INSURANCE if length == _INSURED else _PAPER
    return bool(named.search(prose.before(number.start, _CONTEXT)))


def _is_certain(number: Number) -> bool:
    return number.groups == 1 or number.digits.startswith("0")
