"""The words around a date or a rhythm that decide whether it is a deadline at all. Reads folded text."""

import re

_PAST = re.compile(r"\bda (?!chieu|dang|dien|phuong|so|phan|nganh|dam)")
_CLAUSE_ENDS = ".;:?!"
_WINDOW = 160
# Behind these a date says what something is, not until when it must be done: "sinh trước ngày", "áp dụng từ ngày".
_CONDITION_BEFORE = re.compile(
    r"(?:\b(?:sinh|phat sinh|thanh lap|ton tai|nghi huu|(?<!phat )(?<!hop )(?<!lao )dong|vay|cu tru|"
    r"hieu luc(?: thi hanh)?(?: ke)?|ap dung|gia tri|"
    r"so voi|tinh|tinh den|chuan ngheo[^.;]{0,20}|(?<!trinh )(?<!giua )(?<!dinh )(?<!dau )(?<!cuoi )(?<!nhiem )ky)|"
    r"\b(?:duoc|da) (?:ban hanh|phe duyet|cap|cong nhan|ky|giao|vay|tham gia)|"
    r"\b(?:van ban|quyet dinh|nghi quyet|ho so|hop dong|khoan vay|quy dinh) (?:ban hanh|ky|cap|phe duyet)) $"
)
_CONDITION_AFTER = re.compile(
    r",? (?:thi|ma|duoc (?:huong|vay|ho tro|cap|xet|mien|giam)|tiep tuc duoc|van|(?:het|con|co) hieu luc)\b"
)
_REPORT_BEFORE = re.compile(r"\b(?:ket qua|so voi|so lieu|tinh hinh|trong do|bao cao|cung ky) (?:trong )?$")
# Nouns that a rhythm only describes: "kinh phí hằng năm".
_DESCRIBED = re.compile(
    r"\b(?:kinh phi|ngan sach(?: nha nuoc)?|du toan|ke hoach|chi tieu|nguon|von|thu nhap|binh quan|nhiem vu|dinh muc|"
    r"ho ngheo|ho can ngheo|chuong trinh|muc|so|nuoc|giao|tang|giam|hoc phi|tien|luong|tro cap|kiem tra dinh ky) $"
)
_ACTIONS = (
    r"(?:bao cao|tong hop|gui|co|to chuc|xay dung|ra soat|danh gia|so ket|tong ket|kiem tra|hop|phat|dang|mo|duy tri|"
    r"thuc hien|lap|tham muu|cap nhat|cung cap|phoi hop|giao ban|tuyen truyen|truyen thong|cong bo|cong khai|don doc|"
    r"chu tri|tien hanh|ban hanh|bo tri|trien khai|nop|trinh)"
)
_FOLLOWED_BY_ACTION = re.compile(
    rf",? (?:va |cac (?:xa|don vi|co quan|so|nganh|dia phuong)|ubnd|uy ban|so |phong |ban |co quan|don vi|dai |"
    rf"cong chuc|{_ACTIONS}\b|it nhat|toi thieu|mot lan|[0-9]+ lan)"
)
_ACTION_BEFORE = re.compile(rf"\b{_ACTIONS}\b")
_STRONG = re.compile(r"dinh ky (?:hang|moi|tung|0?6|sau)|.*lan$|(?:tin|bai|chuyen muc|buoi|lan|lop|cuoc|phong su) ?/")
_REPORTING = re.compile(r"bao cao|mot nam|0?1 nam")


def is_past(plain: str, start: int, end: int) -> bool:
    """Whether the clause around tells what has been done: "Trong tháng 10/2022, huyện đã tổ chức …"."""
    before = plain[max(0, start - _WINDOW) : start]
    before = before[_after_last_stop(before) :]
    after = plain[end : end + _WINDOW]
    after = after[: _first_stop(after)]
    is_told_before = _PAST.search(before) is not None and "," not in before[before.rfind("da ") :]
    is_told_after = after.startswith((",", " da ")) and _PAST.search(after[:60]) is not None
    return is_told_before or is_told_after


def is_condition(plain: str, start: int, end: int) -> bool:
    """Whether the date describes documents, people or rules instead of setting a deadline."""
    before = plain[max(0, start - _WINDOW) : start]
    after = plain[end : end + 30]
    return bool(_CONDITION_BEFORE.search(before) or _CONDITION_AFTER.match(after))


def is_reported(plain: str, start: int) -> bool:
    """Whether a month or quarter is that of a report: "kết quả quý III/2023"."""
    return _REPORT_BEFORE.search(plain[max(0, start - 20) : start]) is not None


def is_habit(plain: str, start: int, end: int) -> bool:
    """Whether a rhythm without a date says how often something is to be done."""
    words = plain[start:end]
    if _REPORTING.match(words):
        return False
    if _STRONG.match(words):
        return True
    before, after = plain[max(0, start - _WINDOW) : start], plain[end : end + 40]
    if _DESCRIBED.search(before):
        return False
    clause = before[_after_last_stop(before) :]
    if not clause.strip(" -,(") or before.rstrip().endswith(","):
        return _FOLLOWED_BY_ACTION.match(after) is not None
    is_last = after.lstrip(" ")[:1] in {"", ".", ";", ",", ")"} or re.match(
        r" (?:it nhat|toi thieu|mot lan|va dot)", after
    )
    return bool(is_last) and _ACTION_BEFORE.search(clause) is not None


def _after_last_stop(text: str) -> int:
    return max(text.rfind(stop) for stop in _CLAUSE_ENDS) + 1


def _first_stop(text: str) -> int:
    places = [at for at in (text.find(stop) for stop in ".;") if at >= 0]
    return min(places, default=len(text))
