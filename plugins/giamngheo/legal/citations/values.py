"""What is known of a citation, and by what two of them are one. No reader is loaded for it."""

import re
from enum import StrEnum

from msgspec import Struct

from giamngheo.ground.vietnamese import PartialDate, fold

TYPE_NAMES = {
    "hien-phap": "Hiến pháp",
    "bo-luat": "Bộ luật",
    "luat": "Luật",
    "phap-lenh": "Pháp lệnh",
    "nghi-quyet": "Nghị quyết",
    "nghi-dinh": "Nghị định",
    "quyet-dinh": "Quyết định",
    "thong-tu": "Thông tư",
    "thong-tu-lien-tich": "Thông tư liên tịch",
    "chi-thi": "Chỉ thị",
    "ket-luan": "Kết luận",
    "quy-dinh": "Quy định",
    "quy-che": "Quy chế",
    "chuong-trinh": "Chương trình",
    "ke-hoach": "Kế hoạch",
    "de-an": "Đề án",
    "huong-dan": "Hướng dẫn",
    "thong-bao": "Thông báo",
    "bao-cao": "Báo cáo",
    "to-trinh": "Tờ trình",
    "cong-van": "Công văn",
    "cong-dien": "Công điện",
    "van-ban-hop-nhat": "Văn bản hợp nhất",
}
"""Types of documents, by the slug in `Citation.type`, after Nghị định 30/2020/NĐ-CP, Điều 7, and the Law on
promulgation of legal documents; Party documents after the guidance of the Party's Central Office."""


class CitationKind(StrEnum):
    """How a document is named."""

    NUMBERED = "numbered"  # "Quyết định số 90/QĐ-TTg", also without symbol: "Nghị quyết 19 của …"
    NAMED = "named"  # "Luật Bảo hiểm y tế năm 2008"
    SELF = "self"  # "Nghị định này"; "Điều này" has the type "dieu"


class Pinpoint(Struct, frozen=True):
    """A place in the cited document: điều, khoản, điểm; "" where the text does not say. "5-9" is a range."""

    article: str = ""
    clause: str = ""
    point: str = ""

    def __str__(self) -> str:
        """Return "5.3.a", with "-" for what is missing before the last part."""
        parts = [self.article or "-", self.clause or "-", self.point or "-"]
        return ".".join(parts).rstrip("-.")


class Citation(Struct, frozen=True):
    """A document named in a text. All offsets are those of the original text.

    `start` and `end` hold the name itself ("Quyết định số 650/QĐ-LĐTBXH"), `full_start` and `full_end` also the places
    before and the day and issuer after it. `number` is as an office writes it, without the spaces and lost bars of
    the text ("650/QĐ-LĐTBXH"); `type` is a slug of `TYPE_NAMES` or ""; `issuer` are the words of the text.
    """

    kind: CitationKind
    start: int
    end: int
    full_start: int
    full_end: int
    type: str = ""
    number: str = ""
    name: str = ""
    issuer: str = ""
    date: PartialDate | None = None
    pinpoints: tuple[Pinpoint, ...] = ()


_KEY_PART = re.compile("[a-z]+|[0-9]+")


def number_key(number: str) -> str:
    """Return what two spellings of one number share: no diacritics, no zeros in front, only letters and digits.

    >>> number_key("07/2021/NĐ-CP") == number_key("7/2021/ND-CP")
    True
    """
    return "/".join(_KEY_PART.findall(fold(number).lstrip("0 ")))
