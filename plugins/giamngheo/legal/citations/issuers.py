"""Issuers after a citation: "của Bộ Lao động - Thương binh và Xã hội", "của UBND tỉnh", "của Ban Bí thư".

A name has no sign at its end ("của UBND tỉnh truyền thông về …"), so names that begin alike end by grammar: fixed
bodies, ministries and offices by their field, local bodies by the capitals of their place; others at a word that
tells what the document does.
"""

import re

from giamngheo.legal.citations.cleaning import Cleaned

_SPACE = r"[ \n]{1,3}"
_DASH = r"[ \n]{0,2}[-,]?[ \n]{0,2}"
_OF = re.compile(rf"[ \n]{{0,3}}[,)]?[ \n]{{0,3}}(?:cua|do){_SPACE}")
_TERM = re.compile(rf"{_SPACE}khoa{_SPACE}[ivxl]{{1,7}}(?!\w)")


def _words(*names: str) -> str:
    """Pattern of names; a dash may have lost its spaces or have become a comma."""
    return "|".join(_DASH.join(part.replace(" ", _SPACE) for part in name.split(" - ")) for name in names)


_FIXED = _words(
    "uy ban thuong vu quoc hoi",
    "uy ban thuong vu qh",
    "ubtvqh",
    "ubtv quoc hoi",
    "quoc hoi",
    "pho thu tuong chinh phu",
    "thu tuong chinh phu",
    "thu tuong",
    "van phong chinh phu",
    "chinh phu",
    "chu tich nuoc",
    "ban bi thu trung uong dang",
    "ban bi thu tw dang",
    "ban bi thu trung uong",
    "ban bi thu",
    "bo chinh tri",
    "ban chap hanh trung uong dang",
    "ban chap hanh trung uong",
    "ban tuyen giao trung uong",
    "trung uong dang",
    "trung uong",
    "lien bo",
)
_FIXED_BODY = re.compile(rf"(?:{_FIXED})(?!\w)")
_FIELDS = _words(
    "lao dong - thuong binh va xa hoi",
    "lao dong - tb&xh",
    "ld-tb&xh",
    "ldtb&xh",
    "ldtbxh",
    "thong tin va truyen thong",
    "tt&tt",
    "nong nghiep va moi truong",
    "nong nghiep va phat trien nong thon",
    "nn&ptnt",
    "nn&mt",
    "tai nguyen va moi truong",
    "tai chinh - ke hoach",
    "tai chinh",
    "ke hoach va dau tu",
    "y te",
    "giao duc va dao tao",
    "gd&dt",
    "xay dung",
    "tu phap",
    "noi vu",
    "van hoa, the thao va du lich",
    "van hoa - the thao va du lich",
    "van hoa va thong tin",
    "van hoa - thong tin",
    "cong thuong",
    "khoa hoc va cong nghe",
    "giao thong van tai",
    "quoc phong",
    "cong an",
    "ngoai giao",
    "dan toc va ton giao",
    "dan toc",
)
_OFFICE = re.compile(
    rf"(?:(?:bo{_SPACE}truong|giam{_SPACE}doc|truong{_SPACE}phong){_SPACE})?(?:bo|so|phong|ban|ty|vu){_SPACE}(?:{_FIELDS})(?!\w)"
)
_LOCAL = re.compile(
    rf"(?:chu{_SPACE}tich{_SPACE})?(?:u[yi]{_SPACE}ban{_SPACE}nhan{_SPACE}dan|ubnd|hoi{_SPACE}dong{_SPACE}nhan{_SPACE}dan|hdnd|"
    rf"(?:ban{_SPACE}(?:thuong{_SPACE}vu|chap{_SPACE}hanh){_SPACE})?(?:tinh|huyen|thanh|thi|quan|dang){_SPACE}uy)(?!\w)"
)
_UNIT = re.compile(
    rf"{_SPACE}(?:tinh|thanh{_SPACE}pho|tp\.?|huyen|quan|thi{_SPACE}xa|thi{_SPACE}tran|xa|phuong|dac{_SPACE}khu)(?!\w)"
)
_UNIT_ALONE = re.compile(rf"(?:tinh|thanh{_SPACE}pho|huyen|quan|thi{_SPACE}xa|xa|phuong|bo|so|trung{_SPACE}uong)(?!\w)")
_NEXT_WORD = re.compile(r"[ \n]{1,3}(?:-[ \n]{1,3})?([^\W\d_][\w&]*)")
_FIRST_WORD = re.compile(r"[^\W\d_][\w&-]*")
# Words that tell what a document does, or begin another thought: no name goes on with one of them in small letters.
_END_WORDS = """
    ve phe quy huong sua truyen cho da duoc tai trong thuc trien ngay so nham de tren giao tang co la khi gui yeu neu
    cua bai thay xem ap theo den tu tiep ky gop keo va thi voi khong cung nay vua moi ban se cong
"""
_ENDS = frozenset(_END_WORDS.split())
_LONGEST_PLACE = 5
_LONGEST_NAME = 14


def read_issuer(cleaned: Cleaned, position: int) -> tuple[int, str] | None:
    """Return end and words of the issuer named at `position`, or None."""
    lead = _OF.match(cleaned.plain, position)
    if not lead:
        return None
    start = lead.end()
    end = _end_of_name(cleaned, start)
    return (end, cleaned.words(start, end)) if end > start else None


def _end_of_name(cleaned: Cleaned, start: int) -> int:
    plain = cleaned.plain
    if match := _FIXED_BODY.match(plain, start):
        return _after_term(plain, match.end())
    if match := _LOCAL.match(plain, start) or _OFFICE.match(plain, start):
        return _after_term(plain, _after_place(cleaned, match.end()))
    if match := _UNIT_ALONE.match(plain, start):
        return _after_capitals(cleaned, match.end())
    first = _FIRST_WORD.match(plain, start)
    if not first or not cleaned.shown[start].isupper():
        return start
    return _after_words(cleaned, first.end())


def _after_place(cleaned: Cleaned, position: int) -> int:
    unit = _UNIT.match(cleaned.plain, position)
    return _after_capitals(cleaned, unit.end() if unit else position)


def _after_capitals(cleaned: Cleaned, position: int) -> int:
    for _ in range(_LONGEST_PLACE):
        word = _NEXT_WORD.match(cleaned.plain, position)
        if not word or not cleaned.shown[word.start(1)].isupper() or "-" in word[0][: word.start(1) - word.start()]:
            break
        position = word.end()
    return position


def _after_words(cleaned: Cleaned, position: int) -> int:
    for _ in range(_LONGEST_NAME):
        word = _NEXT_WORD.match(cleaned.plain, position)
        if not word:
            break
        is_small = cleaned.shown[word.start(1)].islower()
        if is_small and word[1] in _ENDS and not (word[1] == "va" and _goes_on_in_capitals(cleaned, word.end())):
            break
        position = word.end()
    return position


def _goes_on_in_capitals(cleaned: Cleaned, position: int) -> bool:
    word = _NEXT_WORD.match(cleaned.plain, position)
    return word is not None and cleaned.shown[word.start(1)].isupper()


def _after_term(plain: str, position: int) -> int:
    term = _TERM.match(plain, position)
    return term.end() if term else position
