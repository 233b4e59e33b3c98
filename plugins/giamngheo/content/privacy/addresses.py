"""Home addresses: a house number, an alley number, or the hamlet where a person lives.

A commune alone is no home address, nor is an office's address or a hamlet that is merely told of.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from giamngheo.content.privacy.capitals import UPPER
from giamngheo.content.privacy.findings import Mention
from giamngheo.content.privacy.names import NameMention
from giamngheo.content.privacy.prose import Prose, matches_from

_HAMLET = (
    r"(?:(?i:thôn|bản|xóm|ấp|làng|buôn|tổ dân phố|tổ|khu phố|khu|tdp|phum|sóc|plei|đội|cụm))"
    rf"(?: (?i:dân cư|số))? (?:\d|[{UPPER}])"
)
_NUMBERED = r"(?i:(?:số )?nhà(?: số)?|số|ngõ|ngách|hẻm|kiệt|tổ) \d+[a-zA-Z]?(?:/\d+)*"
_LIVES = (
    r"(?i:(?:đăng ký )?(?:thường trú|tạm trú|cư trú|trú quán|trú ngụ|trú|cư ngụ|ngụ)|hộ khẩu"
    r"|địa chỉ nhà|nhà riêng)"
)
# At most one short phrase between ("của người làm đơn là"), so the search stays bounded.
_LINK = r"(?i:[ ,:]{0,2}(?:của [^.,;:\n]{1,40}?)?[ :]{0,2}(?:ở|tại|là)?[ :]{1,2}|[ :]{1,2})"
_RESIDENCE = re.compile(rf"(?<!\w){_LIVES}{_LINK}(?:(?i:hiện |nay )?{_HAMLET}|{_NUMBERED})")
_HOUSE = re.compile(
    r"(?<!\w)(?:số nhà \d+|nhà số \d+[a-z]?(?:/\d+)*,? "
    r"(?:ngõ|ngách|hẻm|kiệt|đường|phố|thôn|tổ|xóm|ấp|khu|bản)"
    r"|(?:ngõ|ngách|hẻm|kiệt) \d+/\d+)"
)
_HOME_IN = re.compile(rf"(?<!\w)(?i:nhà ở|sống ở|sống tại|quê ở) {_HAMLET}")
# With which words these patterns begin.
_RESIDENCE_WORDS = ("đăng ký ", "thường trú", "tạm trú", "cư ", "trú", "ngụ", "hộ khẩu", "địa chỉ nhà", "nhà riêng")
_HOUSE_WORDS = ("số nhà ", "nhà số ", "ngõ ", "ngách ", "hẻm ", "kiệt ")
_HOME_IN_WORDS = ("nhà ở ", "sống ở ", "sống tại ", "quê ở ")
_PERSON_IN = re.compile(
    r"(?:,? \(?(?:sinh năm |sn )?\d{2,4}(?: tuổi)?\)?)?,? \(?"
    rf"(?i:(?:hiện |đang |nay )?(?:sinh sống ở|sinh sống tại|sống ở|sống tại|ở|tại|người) )?{_HAMLET}"
)
_REST = re.compile(
    rf"[\w/]*(?: [{UPPER}][^\W\d_]*)*"
    r"(?:,? (?i:thôn|bản|xóm|ấp|làng|buôn|tổ|khu|đội|ngõ|ngách|hẻm|kiệt|số nhà|nhà số|số"
    rf"|đường|phố|xã|phường|thị trấn|quận|huyện|thị xã|thành phố|tp|tỉnh) "
    rf"(?:\d+[\w/]*|[{UPPER}][^\W\d_]*(?: [{UPPER}][^\W\d_]*)*)){{0,12}}+"  # any number would take quadratic time
)
_MANY = re.compile(r"(?:^|\W)(?:các|những|mọi|mỗi|người dân|nhân dân|đồng bào|bà con|số hộ|toàn bộ|\d+ hộ)\W")
_OFFICE = re.compile(
    r"trụ sở|văn phòng|cơ quan|ubnd|ủy ban|trung tâm|điểm (?:tiếp|bán|giới)|phòng |nơi tiếp nhận"
    r"|chi nhánh|trạm|đặt tại|công ty|hợp tác xã|htx|cửa hàng|nhà văn hóa|bưu điện"
)
_HOUSING_POLICY = re.compile(r"(?:hỗ trợ|xây|sửa|làm|xóa|chính sách|cải thiện|thiếu hụt|về|khảo sát)[^.;]{0,20}$")
_SENTENCE = 400


def find_home_addresses(prose: Prose, names: Sequence[NameMention]) -> Iterator[Mention]:
    """Addresses of homes; `names` are all persons of the text, also those who may be named."""
    named = [name.start for name in names]
    for match in matches_from(_RESIDENCE_WORDS, _RESIDENCE, prose.lower, prose.text):
        if not _is_about_many(prose, match.start(), named):
            yield _whole(prose, match)
    for match in matches_from(_HOUSE_WORDS, _HOUSE, prose.lower, prose.lower):
        if not _is_office(prose, match.start(), named):
            yield _whole(prose, match)
    for match in matches_from(_HOME_IN_WORDS, _HOME_IN, prose.lower, prose.text):
        if not (_is_policy(prose, match) or _is_about_many(prose, match.start(), named)):
            yield _whole(prose, match)
    homes = (_PERSON_IN.match(prose.text, name.end) for name in names)
    yield from (_whole(prose, home) for home in homes if home)


def _whole(prose: Prose, match: re.Match[str]) -> Mention:
    """From the word that gives the home away to the last part of the address."""
    start = match.start() + len(match.group()) - len(match.group().lstrip(" ,("))
    rest = _REST.match(prose.text, match.end())
    return Mention("dia-chi-nha", start, rest.end() if rest else match.end())


def _names_somebody(prose: Prose, place: int, named: Sequence[int]) -> bool:
    before = bisect_left(named, place)
    return before > 0 and named[before - 1] >= prose.sentence_start(place)


def _is_about_many(prose: Prose, place: int, named: Sequence[int]) -> bool:
    """Know "các hộ sinh sống tại thôn …" as telling of a place, unless the sentence names a person too."""
    return bool(_MANY.search(prose.before(place, _SENTENCE))) and not _names_somebody(prose, place, named)


def _is_office(prose: Prose, place: int, named: Sequence[int]) -> bool:
    return bool(_OFFICE.search(prose.before(place, 70))) and not _names_somebody(prose, place, named)


def _is_policy(prose: Prose, match: re.Match[str]) -> bool:
    """Know "hỗ trợ nhà ở thôn Đồng Gián": it is housing, not somebody's house."""
    return bool(_HOUSING_POLICY.search(prose.before(match.start(), 40)))
