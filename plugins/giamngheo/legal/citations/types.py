"""Words for types of documents, and how they are recognised before a number, before "này" or after a list."""

import re

from giamngheo.ground.vietnamese import fold
from giamngheo.legal.citations.cleaning import Cleaned
from giamngheo.legal.citations.values import TYPE_NAMES

SPACE = r"[ \n]{1,3}"
_MORE_NAMES = {
    "thông báo kết luận": "thong-bao",
    "chương trình hành động": "chuong-trinh",
    "chương trình phối hợp": "chuong-trinh",
    "hướng dẫn liên ngành": "huong-dan",
    "kế hoạch hành động": "ke-hoach",
    "kế hoạch liên ngành": "ke-hoach",
    "nghị quyết liên tịch": "nghi-quyet",
    "thông tri": "thong-bao",
    "văn bản": "cong-van",
}
_SHORT = {
    "NĐ": "nghi-dinh",
    "QĐ": "quyet-dinh",
    "NQ": "nghi-quyet",
    "CT": "chi-thi",
    "TT": "thong-tu",
    "TTLT": "thong-tu-lien-tich",
    "KH": "ke-hoach",
    "KL": "ket-luan",
    "CV": "cong-van",
    "TB": "thong-bao",
    "BC": "bao-cao",
    "HD": "huong-dan",
    "TTr": "to-trinh",
    "CTr": "chuong-trinh",
    "VBHN": "van-ban-hop-nhat",
}
_SLUGS = {fold(name): slug for slug, name in TYPE_NAMES.items()} | {fold(n): s for n, s in _MORE_NAMES.items()}
_SHORT_SLUGS = {fold(short): slug for short, slug in _SHORT.items()}
_SHORT_SPELT = {spelling for short in _SHORT for spelling in (short, short.replace("Đ", "D"), short.upper())}


def _alternatives(names: list[str]) -> str:
    return "|".join(name.replace(" ", SPACE) for name in sorted(names, key=lambda name: (-len(name), name)))


ANY_TYPE = _alternatives([*_SLUGS])
_SENTENCE_BEGINS = re.compile(r"(?:^|[.;:!?…\x00\n])[ \n]*$")
_SO = re.compile(r"(?<!\w)so(?:[ \n]{1,3}hieu)?:?[ \n]{0,3}$")
_WORD = re.compile(r"\w+")
_MOST_WORDS = max(name.count(" ") for name in _SLUGS) + 1
_WINDOW = 30
_LONGEST_SPACE = 3
_HEADING = re.compile(r"(?:^|[\n\x00|])[ >*#|]{0,8}(so)( ?(?:ky )?hieu ?:?| ?:)?[ \n]{0,3}$")

# A chapter or decision "of this programme" is told in capitals; "kế hoạch này" in small letters may be any plan.
_OWN_TYPES = frozenset(_SLUGS.values()) - {"chuong-trinh", "de-an", "bao-cao", "to-trinh", "thong-bao", "cong-dien"}
_OWN = _alternatives([name for name, slug in _SLUGS.items() if slug in _OWN_TYPES])
SELF = re.compile(rf"(?<!\w)(?P<type>{_OWN}|dieu){SPACE}(?P<this>nay)(?!\w)")
BARE = re.compile(
    rf"(?<!\w)(?P<type>{_alternatives([*(n for n, s in _SLUGS.items() if s not in {'van-ban', 'luat', 'bo-luat'})])})"
    rf"{SPACE}(?P<so>so{SPACE})?(?P<serial>[0-9]{{1,5}})(?![\w/%]|[ ]?[-/][ ]?[0-9a-z]|[.,][0-9])"
)
"""A type and a number without symbol: "Nghị quyết 19 của Trung ương"."""


def type_of(words: str) -> str:
    """Slug for plain words of a type ("quyet dinh", "qd")."""
    name = " ".join(words.split())
    return _SLUGS.get(name) or _SHORT_SLUGS.get(name, "")


def find_so_before(plain: str, position: int) -> int | None:
    """Return the start of "số" just before a number, or None."""
    match = _SO.search(plain, max(0, position - 16), position)
    return match.start() if match else None


def find_type_before(cleaned: Cleaned, position: int) -> tuple[int, str] | None:
    """Return start and slug of the type whose words end just before `position`, or None.

    Short forms ("QĐ") must be in capitals.
    """
    row: list[re.Match[str]] = []
    for word in _WORD.finditer(cleaned.plain, max(0, position - _WINDOW), position):
        if row and not _is_space(cleaned.plain[row[-1].end() : word.start()]):
            row.clear()
        row.append(word)
    if not row or not _is_space(cleaned.plain[row[-1].end() : position].rstrip("(")):
        return None
    for count in range(min(_MOST_WORDS, len(row)), 0, -1):
        start, end = row[-count].start(), row[-1].end()
        if slug := _SLUGS.get(" ".join(word[0] for word in row[-count:])):
            return start, slug
        if count == 1 and cleaned.shown[start:end] in _SHORT_SPELT:
            return start, _SHORT_SLUGS[row[-1][0]]
    return None


def _is_space(between: str) -> bool:
    return len(between) <= _LONGEST_SPACE and not between.strip(" \n")


def is_own_number(cleaned: Cleaned, position: int) -> bool:
    """Whether a number is that of the text itself, in its header or among the facts of a page: "Số: 52/KH-UBND"."""
    heading = _heading(cleaned, position)
    return heading is not None and heading[2] is not None


def heads_a_text(cleaned: Cleaned, position: int) -> bool:
    """Whether "Số", without a colon, begins the line of a number: a header whose colon was lost."""
    return _heading(cleaned, position) is not None


def _heading(cleaned: Cleaned, position: int) -> re.Match[str] | None:
    begin = max(0, position - 24)
    match = _HEADING.search(cleaned.plain[begin:position]) if "so" in cleaned.plain[begin:position] else None
    if match is None or not cleaned.shown[begin + match.start(1)].isupper():
        return None
    is_at_line = begin == 0 or match[0][0] in "\n\x00|"
    return match if is_at_line else None


def is_self(cleaned: Cleaned, match: re.Match[str]) -> bool:
    """Whether a match of `SELF` means the text itself: in capitals, "này" rather than "nay" where tones stand.

    "Quy định này" at the head of a sentence may be any rule.
    """
    words = cleaned.shown[match.start("type") : match.end("type")]
    this = cleaned.shown[match.start("this") : match.end("this")]
    has_tones = fold(words) != words.lower()
    if match["type"].split()[0] == "quy" and _SENTENCE_BEGINS.search(
        cleaned.plain, max(0, match.start() - 4), match.start()
    ):
        return False
    if match["type"] == "dieu":
        return this.lower() == ("này" if has_tones else "nay")
    return words[0].isupper() and (this.lower() == "này" or not has_tones)
