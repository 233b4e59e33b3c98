"""Formulas: lines of an official text known by their words (header, preamble, ending), not by a marker.

Names and order after Nghị định 30/2020/NĐ-CP, Điều 7 (types), Điều 8 (components) and Phụ lục I; the types of
normative texts after the Law on promulgation of legal documents. All patterns read folded text, so that a
text with lost diacritics is still recognised.
"""

import re

from giamngheo.legal.blocks import BlockKind
from giamngheo.legal.lines import Line

_DOC_TYPES = re.compile(
    r"(?:nghi quyet|quyet dinh|chi thi|quy che|quy dinh|thong cao|thong bao|huong dan|chuong trinh|ke hoach|"
    r"phuong an|de an|du an|bao cao|bien ban|to trinh|hop dong|cong van|cong dien|ban ghi nho|"
    r"ban thoa thuan|giay uy quyen|giay moi|giay gioi thieu|giay nghi phep|phieu gui|phieu chuyen|"
    r"phieu bao|thu cong|hien phap|bo luat|luat|phap lenh|lenh|nghi dinh|thong tu|thong tu lien tich|"
    r"nghi quyet lien tich)$"
)
_NATIONAL_TITLE = re.compile(r".*(?:cong hoa xa hoi|chu nghia viet nam$|doc lap ?[-–.] ?tu do)")
_NUMBER = re.compile(r"(?:[a-z]+ )?so ?:? ?[0-9.…]* ?[/-] ?[0-9]*[a-z/]|(?:luat )?so ?:")
_PLACE_AND_DATE = re.compile(r"[^,0-9]{2,40}, ?ngay\b")
_ISSUER = re.compile(
    r"(?:uy ban|ubnd|hoi dong|hdnd|bo|so|chinh phu|thu tuong|chu tich|quoc hoi|ban|cuc|tong cuc|chi cuc|"
    r"van phong|phong|tinh|thanh pho|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|dang|doan|hoi|vien|toa an|"
    r"truong|trung tam|ngan hang|bao hiem)\b"
)
_GROUNDS = re.compile(
    r"(?:can cu|thi hanh|thuc hien|trien khai|theo|xet)\b.{0,40}?"
    r"\b(?:luat|nghi quyet|nghi dinh|quyet dinh|chi thi|thong tu|ke hoach|chuong trinh|cong van|huong dan|"
    r"to trinh|de nghi|van ban|hien phap|phap lenh)\b|can cu\b|xet de nghi\b"
)
_ANNEX = re.compile(r"phu luc(?: so)?(?: (?:[0-9]{1,3}|[ivxl]{1,6})[a-z]?)?(?= ?[.:]| ?$| )")
_RECIPIENTS = re.compile(r"noi nh[a-z]n ?:?")  # any vowel: scanning reads "nhén"
_AUTHORITY = re.compile(r"(?:(?:t/?m|k/?t|t/?l|t/?uq)(?:[.,] ?| )|q\. ?)(?=[a-z])")
_OFFICES = re.compile(
    r"(?:quyen )?(?:pho )?(?:chu tich|giam doc|bo truong|thu truong|thu tuong|truong ban|truong phong|"
    r"cuc truong|tong giam doc|chanh van phong|chu tich (?:nuoc|quoc hoi|hdnd|ubnd)|hieu truong|tong cuc truong|"
    r"vien truong|bi thu|chu nhiem|chi cuc truong|chanh thanh tra|chanh an)"
)
_ADDRESSEE = re.compile(r"kinh gui\b")
_CLOSING = re.compile(r"tren day la\b")
_LONGEST_HEADER_LINE = 110
_HEADER_FORMS = (
    (BlockKind.NATIONAL_TITLE, _NATIONAL_TITLE),
    (BlockKind.DOC_TYPE, _DOC_TYPES),
    (BlockKind.NUMBER, _NUMBER),
    (BlockKind.PLACE_AND_DATE, _PLACE_AND_DATE),
    (BlockKind.SUBJECT, re.compile("v/v")),
    (BlockKind.ISSUER, _ISSUER),
)


def find_header_kind(line: Line) -> BlockKind | None:
    """Return which line of the header (Điều 8, khoản 2, điểm a-đ) this is by its own words, or None."""
    if len(line.text) > _LONGEST_HEADER_LINE:
        return None
    kind = next((kind for kind, form in _HEADER_FORMS if form.match(line.head)), None)
    return None if kind is BlockKind.ISSUER and not line.is_in_capitals else kind


def starts_a_document(line: Line) -> bool:
    """Whether a text attached to the one just signed begins here, by its type or the national title."""
    kind = find_header_kind(line)
    return line.is_in_capitals and kind in {BlockKind.DOC_TYPE, BlockKind.NATIONAL_TITLE}


def states_grounds(line: Line) -> bool:
    """Whether it begins like the grounds of a text: "Căn cứ Luật …", "Thực hiện Quyết định số …"."""
    return _GROUNDS.match(line.head) is not None


def split_annex(line: Line) -> tuple[str, str] | None:
    """Return marker ("PHỤ LỤC I") and title of an annex heading, or None for a mention of an annex."""
    match = _ANNEX.match(line.head)
    if not match:
        return None
    # Folding keeps the length of NFC Vietnamese text, so the offset of the folded head holds for the line.
    marker, title = line.text[: match.end()], line.text[match.end() :].strip(" .:")
    is_heading = marker.isupper() and (not title or title.isupper())
    return (marker, title) if is_heading or (not title and marker[0].isupper()) else None


def split_recipients(line: Line) -> tuple[str, str] | None:
    """Return "Nơi nhận:" and what follows it on the line, or None."""
    match = _RECIPIENTS.match(line.head)
    if not match or not (":" in match[0] or match.end() == len(line.head)):
        return None
    return line.text[: match.end()], line.text[match.end() :].strip()


def starts_signature(line: Line) -> bool:
    """Whether it gives the authority or the office of the signer, in capitals: "TM. ỦY BAN NHÂN DÂN"."""
    if not line.is_in_capitals or len(line.text) > _LONGEST_HEADER_LINE:
        return False
    return bool(_AUTHORITY.match(line.head) or _OFFICES.fullmatch(line.head))


def names_the_addressee(line: Line) -> bool:
    """Whether it begins "Kính gửi: …", with which the body of a letter or proposal begins."""
    return _ADDRESSEE.match(line.head) is not None


def closes_the_text(line: Line) -> bool:
    """Whether it begins the closing paragraph: "Trên đây là Kế hoạch …"."""
    return _CLOSING.match(line.head) is not None


def is_separator(line: Line) -> bool:
    """Whether it is only a rule or a bar between columns."""
    return not line.text.strip("-–—_=*~| ")
