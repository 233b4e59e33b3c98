"""Numbers of documents: "52/KH-UBND" is "số năm mươi hai, kế hoạch của Ủy ban nhân dân".

Types and issuers after Nghị định 30/2020/NĐ-CP, Phụ lục III (short forms of types), and Hướng dẫn 36-HD/VPTW for
documents of the Party.
"""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.letters import spell
from giamngheo.ground.vietnamese.spoken.numbers import digit_words, number_words
from giamngheo.ground.vietnamese.spoken.reading import Region, Voice
from giamngheo.ground.vietnamese.spoken.rule import Rule, text_after

_TYPES = {
    "KH": "kế hoạch", "QĐ": "quyết định", "NQ": "nghị quyết", "CT": "chỉ thị", "TT": "thông tư", "NĐ": "nghị định",
    "TTLT": "thông tư liên tịch", "VBHN": "văn bản hợp nhất", "TB": "thông báo", "BC": "báo cáo", "HD": "hướng dẫn",
    "CTr": "chương trình", "CV": "công văn", "KL": "kết luận", "TTr": "tờ trình", "PA": "phương án", "ĐA": "đề án",
    "QC": "quy chế", "QyĐ": "quy định", "CĐ": "công điện", "L": "luật", "PL": "pháp lệnh", "TL": "thông lệnh",
}  # fmt: skip
_MINISTRIES = {
    "YT": "Y tế", "TC": "Tài chính", "LĐTBXH": "Lao động, Thương binh và Xã hội", "XD": "Xây dựng", "TP": "Tư pháp",
    "TTTT": "Thông tin và Truyền thông", "NNMT": "Nông nghiệp và Môi trường", "GDĐT": "Giáo dục và Đào tạo",
    "NNPTNT": "Nông nghiệp và Phát triển nông thôn", "NV": "Nội vụ", "CA": "Công an", "QP": "Quốc phòng",
    "CT": "Công Thương", "KHĐT": "Kế hoạch và Đầu tư", "TNMT": "Tài nguyên và Môi trường", "NG": "Ngoại giao",
    "VHTTDL": "Văn hóa, Thể thao và Du lịch", "KHCN": "Khoa học và Công nghệ", "GTVT": "Giao thông vận tải",
    "DTTG": "Dân tộc và Tôn giáo",
}  # fmt: skip
_ISSUERS = {
    "UBND": "Ủy ban nhân dân", "HĐND": "Hội đồng nhân dân", "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ",
    "TW": "Trung ương Đảng", "TU": "cấp ủy cấp tỉnh", "HU": "Huyện ủy", "ĐU": "Đảng ủy", "VPCP": "Văn phòng Chính phủ",
    "QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "BCĐ": "Ban Chỉ đạo", "MTTQ": "Mặt trận Tổ quốc",
    "SHTT": "Cục Sở hữu trí tuệ", "NHNN": "Ngân hàng Nhà nước", "NHCS": "Ngân hàng Chính sách xã hội",
    "BHXH": "Bảo hiểm xã hội", "CTN": "Chủ tịch nước", "UBDT": "Ủy ban Dân tộc",
    **{f"B{short}": f"Bộ {name}" for short, name in _MINISTRIES.items()},
    **{f"S{short}": f"Sở {name}" for short, name in _MINISTRIES.items()},
    "LĐTBXH": "Bộ Lao động, Thương binh và Xã hội",
}  # fmt: skip
"""TU is both Tỉnh ủy and Thành ủy: it is read by what they share."""

_NAMES = (
    "Thông tư liên tịch|Văn bản hợp nhất|Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Thông tư|Nghị định|Luật|Bộ luật"
    "|Pháp lệnh|Công văn|Công điện|Hướng dẫn|Báo cáo|Thông báo|Chương trình|Kết luận|Tờ trình|Đề án|Quy chế|Quy định"
    "|Văn bản"
)
NAMES = f"{_NAMES}|{_NAMES.lower()}"
"""What a document may be called, with a capital or without."""
_PART = r"[A-ZĐ][A-Za-zĐđ&]{0,14}[0-9]{0,2}"
_CODE = rf"(?P<code>(?=[A-Za-zĐ]{{0,14}}[-/]?[A-ZĐ]{{2}}){_PART}(?:[-/]{_PART}){{0,3}})(?!\w)"
_NUMBERED = (
    rf"(?<![\w/])(?:(?P<name>{NAMES})\s+)?(?:(?P<so>[Ss]ố)\s?:?\s+)?"
    rf"(?P<number>[0-9]{{1,5}})(?:/(?P<year>[12][0-9]{{3}}))?\s?[-/]{_CODE}"
)
_YEAR_ONLY = rf"(?<!\w)(?P<name>{NAMES})\s+(?:số\s+)?(?P<number>[0-9]{{1,5}})/(?P<year>[12][0-9]{{3}})(?![\w/-])"
_FORM = r"(?<!\w)(?P<name>[Mm]ẫu)\s+(?:số\s+)?(?P<number>[0-9]{1,3})[-/](?P<code>[A-ZĐ]{1,6})(?!\w)"
_ISSUER_FOLLOWS = re.compile(r"(?:,?\s+ngày\s[0-9/ thángnăm]{4,30})?,?\s+của\s")
_WITH_TERM = re.compile(r"(QH|UBTVQH)([0-9]{1,2})")


def _say_numbered(match: re.Match[str], voice: Voice) -> str:
    kind, issuer = _decode(match["code"], voice.region)
    number = f"số {_number(match['number'], match['year'], voice.region)}"
    by = "" if _ISSUER_FOLLOWS.match(text_after(match)) or not issuer else f" của {issuer}"
    if match["name"]:
        return f"{match['name']} {number}{by}"
    lead = match["so"] or "số"
    number = lead + number.removeprefix("số")
    if not kind:
        return f"{number}{by}"
    return f"{number}, {kind}{by}"


def _say_year_only(match: re.Match[str], voice: Voice) -> str:
    return f"{match['name']} số {_number(match['number'], match['year'], voice.region)}"


def _say_form(match: re.Match[str], voice: Voice) -> str:
    lead = "mẫu số" if "số" in match[0].split()[1] else "mẫu"
    return f"{match['name'][0]}{lead[1:]} {_number(match['number'], None, voice.region)}, {spell(match['code'])}"


def _number(number: str, year: str | None, region: Region) -> str:
    """A zero in front is said: "Chỉ thị số không năm"."""
    words = digit_words(number) if number.startswith("0") else number_words(int(number), region)
    return f"{words} năm {number_words(int(year), region)}" if year else words


def _decode(code: str, region: Region) -> tuple[str, str]:
    """Type and issuers in words; codes of departments after a known issuer are left out."""
    parts = re.split("[-/]", code)
    kind = _TYPES.get(parts[0], "") if len(parts) > 1 else ""
    rest = parts[1:] if kind else parts
    issuers = [words for part in rest if (words := _issuer(part, region))]
    if not kind and len(parts) > 1 and issuers:
        kind = "công văn"  # only official letters carry no short form of their type
    if not issuers:
        issuers = [spell(part) for part in rest]
    return kind, " và ".join(issuers)


def _issuer(part: str, region: Region) -> str:
    if term := _WITH_TERM.fullmatch(part):
        return f"{_ISSUERS[term[1]]} khóa {number_words(int(term[2]), region)}"
    return _ISSUERS.get(part, "")


RULES = (Rule(_FORM, _say_form), Rule(_NUMBERED, _say_numbered), Rule(_YEAR_ONLY, _say_year_only))
