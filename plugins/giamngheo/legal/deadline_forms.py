"""Forms in which official texts write deadlines: one pattern for folded text, tried where a form can begin.

Every repetition is bounded, so that reading stays linear whatever the text.
"""

import re
from collections.abc import Iterator

_D, _M, _Y = "[0-3]?[0-9]", "[01]?[0-9]", "(?:19|20)[0-9]{2}"
_OF_YEAR = rf"(?: ?/ ?| nam ){_Y}"
_DAY = rf"{_D}(?: ?[/.-] ?{_M}(?: ?[/.-] ?{_Y})?| thang {_M}(?:{_OF_YEAR})?)(?![0-9/])"
_MONTH = rf"{_M}(?:{_OF_YEAR})?(?![0-9/])"
_YEARS = "(?:hang|moi|tung) nam"
_EVERY = "(?:hang|moi|tung) (?:nam|thang|quy|tuan)"
_HOUR = "(?: [0-9]{1,2} ?(?:gio|h) ?(?:[0-9]{2})?(?: phut)?)?"
_LIMIT = (
    r"(?:dinh ky )?(?:truoc|cham nhat|muon nhat|khong muon hon|den het|han (?:cuoi|chot)(?: nop[^.;,]{0,30})?|"
    rf"thoi han (?:nop|gui|hoan thanh)[^.;,:]{{0,20}})(?: (?:den|la|vao|trong|truoc|het)){{0,3}}{_HOUR}"
)
_TO = " ?(?:den|-|–) (?:het )?"
_SPAN = (
    rf"tu (?P<range_word>ngay )?(?P<from>{_DAY}|{_D}(?= (?:den|-|–) )){_TO}(?:ngay )?(?P<to>{_DAY})"
    rf"(?P<range_every> {_YEARS})?"
)
_MONTHS = rf"tu thang (?P<from_month>{_MONTH}){_TO}thang (?P<to_month>{_MONTH})"
_BY_DAYS = (
    rf"{_LIMIT} (?P<limit_word>(?:cac )?ngay )?(?P<limit>{_DAY}(?:(?:, ?| va |; ?)(?:truoc )?(?:ngay )?{_DAY}){{0,11}})"
    rf"(?:,? ?\(?(?P<limit_every>{_EVERY}))?"
)
_BY_DAY_OF_MONTH = (
    rf"{_LIMIT} ngay (?P<day>{_D})(?![0-9/])(?: (?P<day_every>(?:hang|moi) thang)|"
    r" (?:cua )?thang (?P<which>dau|cuoi) (?:cua )?(?:moi |hang )?quy(?: (?:sau|tiep theo))?)?(?! thang [0-9])"
)
_NAMED_DAY = rf"(?P<on>vao )?ngay (?P<named>{_DAY}) (?P<named_every>{_YEARS})"
_IN_QUARTER = (
    r"(?P<quarter_word>(?:trong|vao|truoc|het|den het|cham nhat)(?: trong)? )?quy (?P<quarter>[1-4]|iv|i{1,3})"
    rf"(?:(?: ?/ ?| nam ?)(?P<quarter_year>{_Y})| (?P<quarter_every>{_YEARS}))"
)
_IN_MONTH = (
    r"(?P<month_word>(?:trong|vao|truoc|het|cham nhat)(?: trong)? |: ?)"
    rf"thang (?P<month>{_M}{_OF_YEAR})(?![0-9/])"
)
_RHYTHM = (
    rf"(?P<rhythm>dinh ky (?:0?6|sau) thang(?:(?:,| va) (?:hang|ca|mot|0?1) ?nam)?|dinh ky {_EVERY}|{_EVERY}|"
    r"(?:0?6|sau) thang (?:mot|0?1) lan|(?:0?[16]|mot|sau) (?:thang|quy|nam|tuan) ?/ ?lan|"
    r"(?:tin|bai|chuyen muc|buoi|lan|ky|lop|cuoc|phong su|so) ?/ ?(?:thang|quy|nam|tuan)|"
    r"bao cao (?:(?:0?6|sau) thang(?: dau nam)?|quy|thang|nam)(?! ?[0-9/iv])|(?:mot|0?1) nam(?= \())"
)
_FORMS = re.compile(f"{_SPAN}|{_MONTHS}|{_BY_DAYS}|{_BY_DAY_OF_MONTH}|{_NAMED_DAY}|{_IN_QUARTER}|{_IN_MONTH}|{_RHYTHM}")
_WORDS = re.compile(r"[a-z0-9]+|:")
_FIRST_WORDS = frozenset(
    (
        *("tu", "dinh", "truoc", "cham", "muon", "khong", "den", "han", "thoi", "vao", "ngay", "trong", "het"),
        *("quy", "thang", "hang", "moi", "tung", "06", "6", "sau", "01", "1", "mot", "bao", "tin", "bai", "chuyen"),
        *("buoi", "lan", "ky", "lop", "cuoc", "phong", "so", ":"),
    )
)
_ONE_DAY = re.compile(_DAY)
_NUMBERS = re.compile("[0-9]+")


def find_forms(plain: str) -> Iterator[re.Match[str]]:
    """Yield the forms in folded text, from left to right, none inside another."""
    end = 0
    for word in _WORDS.finditer(plain):
        if word[0] in _FIRST_WORDS and word.start() >= end and (match := _FORMS.match(plain, word.start())):
            yield match
            end = match.end()


def find_days(words: str) -> list[list[int]]:
    """Return the numbers of each day in a list of days: [15, 11, 2023], or [15, 11] without a year."""
    return [numbers_in(day[0]) for day in _ONE_DAY.finditer(words)]


def numbers_in(words: str) -> list[int]:
    """Return the numbers of one day or month, in their order."""
    return [int(number) for number in _NUMBERS.findall(words)]
