"""Names of bodies in official texts, as written: where a list of them begins, how it is cut, where the verb follows.

Reads folded text, so that lost diacritics do not matter; capitals are read where they are left. It knows kinds of
bodies ("Sở …", "UBND …", "các cơ quan …") and never a particular one. What a name stands for is the register's matter.
"""

import re

from msgspec import Struct

from giamngheo.legal.folded import FoldedText

# Bodies known by these words alone.
_BODIES = re.compile(
    r"(?:uy ban (?:nhan dan|mat tran|mttq|dan toc|kiem tra)|ubnd|ub mttq|ubmttq|hdnd|hoi dong nhan dan|mttq|"
    r"mat tran to quoc|bhxh|nhcsxh|bao hiem xa hoi|ngan hang|kho bac|cong an|van phong|trung tam|thanh tra|kiem lam|"
    r"buu dien|vien thong|bo chi huy|ban chi huy|ban chi dao|ban quan ly|ban to chuc|ban tuyen giao|ban dan van|"
    r"ban thuong vu|ban cong tac|lien doan lao dong|doan thanh nien|doan tncs|tinh doan|thanh doan|huyen doan|xa doan|"
    r"hoi (?:lien hiep|lhpn|nong dan|cuu chien binh|ccb|phu nu|nha bao|khuyen hoc|nguoi cao tuoi|chu thap do|"
    r"dong y|luat gia)|cong chuc|can bo|truong (?:cac )?(?:thon|ban|xom|khu|phong|to|ap|bon)|bi thu|chu tich|"
    r"giam doc|thu truong|chi cuc|tong cuc|toa an|vien kiem sat|tram y te|tinh uy|huyen uy|thanh uy|dang uy|cap uy|"
    r"chi bo|dien luc|dai (?:phat thanh|truyen thanh|truyen hinh|ptth)|to (?:chuyen doi so|truyen thong|cong tac))\b"
)
# Bodies known by these words only before a capital ("Sở Tài chính"; "sở hữu" is none), or before "và" ("Báo và Đài").
_SHORT = re.compile(r"(?:so|phong|ban|bo|cuc|vu|bao|dai|hoi|doan|truong|vien|quy|to) (?=[a-z])")
_NO_BODY = re.compile(
    r"(?:phong (?:chong|ngua|hoc)|bao (?:cao|chi|ve|dam)|ban (?:hanh|be)|hoi (?:nghi|thao|thi|dap|vien)|"
    r"doan (?:ket|vien)|bo (?:tri|sung|may)|so (?:huu|ket)|truong hop|vien chuc|quy (?:trinh|dinh)|dai (?:dien|hoi)|"
    r"moi truong)\b"
)
# Bodies without a name of their own.
_MANY = re.compile(
    r"(?:cac|nhung|moi|tung|toan the) (?:co quan|don vi|so|ban|nganh|bo|phong|to chuc|doan the|dia phuong|huyen|thi xa|"
    r"xa|phuong|thon|xom|cap uy|cap|hoi|truong|ngan hang|thanh vien|co so|chi bo|dang uy|doanh nghiep|hop tac xa|"
    r"chu dau tu|chu du an)\b|(?:co quan|don vi|doan the|dia phuong)\b"
)
# What may follow a comma or "và" inside one name or one group of bodies.
_PEERS = re.compile(
    r"(?:cac|don vi|co quan|ban|nganh|so|phong|doan the|hoi|to chuc|dia phuong|huyen|quan|thi xa|thi tran|thanh pho|"
    r"xa|phuong|thon|xom|to|khu|ap|bon|bao chi|truong|doanh nghiep|bi thu|chi bo|hop tac xa|chinh quyen)\b"
)
# Where a name ends: the words with which the duty itself begins. Capitals in the same words are names ("Ban Chỉ đạo").
_VERBS = re.compile(
    r"(?:chu tri|phoi hop|co trach nhiem|chiu trach nhiem|can cu|tham muu|chu dong|phan anh|trien khai|to chuc|"
    r"xay dung|huong dan|chi dao|thuc hien|tiep tuc|tang cuong|day manh|bo tri|cung cap|tong hop|bao cao|theo doi|"
    r"don doc|kiem tra|ra soat|quan tam|thuong xuyen|long ghep|dam bao|bao dam|can doi|tham dinh|phan bo|tuyen truyen|"
    r"van dong|giam sat|gui|la co quan|la don vi|dinh ky|hang (?:nam|thang|quy)|kip thoi|nang cao|pho bien|"
    r"dang tai|phat huy|huy dong|nghien cuu|de xuat|phan cong|bam sat|chuan bi|su dung|phat song|nhan rong|uu tien|"
    r"giup|hoan thanh|tiep nhan|cap nhat|cong khai|ban hanh|quyet dinh|xem xet|khan truong|nghiem tuc|khuyen khich|"
    r"tham gia|duy tri|lua chon|quan triet|phai|se|da|dang(?= (?:trien|to|thuc))|ho tro|xac dinh|co ke hoach)\b"
)
_DUTY_VERBS = re.compile(
    r"(?:chu tri|phoi hop|co trach nhiem|chiu trach nhiem|can cu|tham muu|chu dong|phan anh|la co quan|la don vi)\b"
)
_PART_OF_A_NAME = re.compile(r"(?:thuc hien|quan ly) (?:du an|tieu du an|chuong trinh)\b")
_NOT_A_VERB_AFTER = ("ban ", "cac ", "nhung ", "moi ", "cong tac ", "nganh ", "uy ban ")
_CLAUSES = re.compile(
    r"\b(?:de|nham|trong viec|trong qua trinh|trong cong tac|neu|khi|theo|tren co so|ve|tai|thong qua|duoc) "
)
_STOPS = '.:;?!(“"…'
_LONGEST_NAME = 16
"""Words. The longest in the plans has 13: "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương"."""
_LONGEST_LIST = 600
_SHARED_OFFICE = re.compile(r"van phong (?:hdnd|hoi dong nhan dan|doan (?:dbqh|dai bieu quoc hoi))")
_JOINTS = re.compile(r" ?[;,] ?(?:(?:va|cung) )?| (?:va|cung voi|cung) ")


class Named(Struct, frozen=True):
    """A list of bodies in a folded text: the spans of the names, where the list ends, and what ends it."""

    names: tuple[tuple[int, int], ...]
    end: int
    verb: str
    """The verb behind the list, or "" where a stop or the end of the text follows."""

    @property
    def states_a_duty(self) -> bool:
        """Whether the verb by itself says that something is assigned: "chủ trì", "có trách nhiệm"."""
        return _DUTY_VERBS.match(self.verb) is not None


def read_names(text: FoldedText, start: int, stop: int) -> Named | None:
    """Return the list of bodies that begins exactly at `start` and ends before `stop`, or None."""
    if not _begins_name(text, start):
        return None
    stop = min(stop, start + _LONGEST_LIST)
    end, verb = _find_end(text, start, stop)
    names = tuple(_trim(text, a, b) for a, b in _split(text, start, end))
    if any(not 0 < text.plain.count(" ", a, b) + 1 <= _LONGEST_NAME for a, b in names):
        return None
    return Named(names, end, verb)


def _begins_name(text: FoldedText, at: int) -> bool:
    plain = text.plain
    if _BODIES.match(plain, at):
        return True
    if _NO_BODY.match(plain, at):
        return False
    if match := _SHORT.match(plain, at):
        following = match.end()
        if text.is_capital(following) or plain.startswith("va ", following):
            return text.is_capital(at) or plain[at : following - 1] in {"so", "phong"}
    return _MANY.match(plain, at) is not None


def _find_end(text: FoldedText, start: int, stop: int) -> tuple[int, str]:
    """Go word by word to the first stop, verb, clause, or comma behind which no name goes on."""
    plain, position = text.plain, start
    while position < stop:
        character = plain[position]
        if character in _STOPS and not (character == ";" and _goes_on(text, position + 1)):
            return position, ""
        if character == "," and not _goes_on(text, position + 1):
            return position, ""
        is_word = position > start and plain[position - 1] == " "
        if is_word and (verb := _verb_at(text, position, start)):
            return position, verb
        if is_word and _CLAUSES.match(plain, position) and not text.is_capital(position):
            return position, ""
        position += 1
    return stop, ""


def _goes_on(text: FoldedText, at: int) -> bool:
    """Whether the list or the name goes on behind a comma: a body, a peer, or a part of a name with a capital."""
    plain = text.plain
    at += plain.startswith(" ", at)
    at += 3 * plain.startswith("va ", at)
    if _begins_name(text, at):
        return True
    is_verb = _VERBS.match(plain, at) and not text.is_capital(at)
    return not is_verb and (text.is_capital(at) or _PEERS.match(plain, at) is not None)


def _verb_at(text: FoldedText, at: int, start: int) -> str:
    match = _VERBS.match(text.plain, at)
    if not match or text.is_capital(at) or _PART_OF_A_NAME.match(text.plain, at):
        return ""
    before = text.plain[max(start, at - 12) : at]
    if match[0] in {"to chuc", "chi dao", "kiem tra"} and before.endswith(_NOT_A_VERB_AFTER):
        return ""
    if match[0] == "to chuc" and before.endswith(", "):
        return ""
    return text.plain[at : at + 24]


def _split(text: FoldedText, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at joints behind which another body begins; a group ("các sở, ban, ngành") is one addressee."""
    pieces, begin = [], start
    for joint in _JOINTS.finditer(text.plain, start, end):
        if joint.start() > begin and joint.end() < end and _is_another(text, begin, joint):
            pieces.append((begin, joint.start()))
            begin = joint.end()
    return [*pieces, (begin, end)]


def _is_another(text: FoldedText, begin: int, joint: re.Match[str]) -> bool:
    """Whether another body begins behind the joint: "Sở Tài chính, các xã" are two, "các sở, các ngành" is one."""
    at = joint.end()
    if not _begins_name(text, at):
        return False
    if ";" in joint[0]:
        return True
    if _SHARED_OFFICE.fullmatch(text.plain, begin, joint.start()):
        return False
    if not _is_group(text, at):
        return True
    return not _is_group(text, begin) or ("va" in joint[0] and text.plain.startswith(("cac ", "nhung "), at))


def _is_group(text: FoldedText, at: int) -> bool:
    """Whether the name beginning at `at` is a group without a name of its own: "các sở", "cơ quan"."""
    return _BODIES.match(text.plain, at) is None and _MANY.match(text.plain, at) is not None


def _trim(text: FoldedText, start: int, end: int) -> tuple[int, int]:
    while end > start and text.plain[end - 1] in " ,;-–":
        end -= 1
    return start, end
