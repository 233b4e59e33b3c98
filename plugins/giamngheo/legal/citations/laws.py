"""Laws by name: "Luật Bảo hiểm y tế năm 2008", "Bộ luật Lao động", "Luật sửa đổi, bổ sung một số điều của Luật …".

A name ends without a sign; names in use are therefore listed, and a name that is not is believed only where a
number, a year, a day or the end of the clause follows it.
"""

import re

from msgspec import Struct

from giamngheo.ground.vietnamese import fold
from giamngheo.legal.citations.cleaning import Cleaned

_SPACE = r"[ \n]{1,3}"
_KNOWN = """
An ninh mạng|An toàn thông tin mạng|An toàn thực phẩm|An toàn, vệ sinh lao động|BHXH|BHYT
Ban hành văn bản quy phạm pháp luật|Báo chí|Bình đẳng giới|Bảo hiểm xã hội|Bảo hiểm y tế|Bảo vệ dữ liệu cá nhân
Bảo vệ môi trường|Bảo vệ quyền lợi người tiêu dùng|Chăn nuôi|Cán bộ, công chức|Công nghệ thông tin|Công đoàn
Căn cước|Căn cước công dân|Cư trú|Di sản văn hóa|Doanh nghiệp|Du lịch|Dân quân tự vệ|Dân số|Dân sự|Dược
Giao dịch điện tử|Giao thông đường bộ|Giá|Giáo dục|Giáo dục nghề nghiệp|Giáo dục đại học|Hình sự
Hòa giải ở cơ sở|Hôn nhân và gia đình|Hộ tịch|Hợp tác xã|Khiếu nại|Khoa học và công nghệ|Khám bệnh, chữa bệnh
Kinh doanh bất động sản|Lao động|Lâm nghiệp|Lưu trữ|Mặt trận Tổ quốc Việt Nam|Nghĩa vụ quân sự
Ngân sách nhà nước|Người cao tuổi|Người khuyết tật
Người lao động Việt Nam đi làm việc ở nước ngoài theo hợp đồng|Nhà giáo|Nhà ở|Nuôi con nuôi|Phòng bệnh
Phòng cháy, chữa cháy và cứu nạn, cứu hộ|Phòng, chống bạo lực gia đình|Phòng, chống ma túy
Phòng, chống mua bán người|Phòng, chống tham nhũng|Phòng, chống thiên tai|Phổ biến, giáo dục pháp luật|Quy hoạch
Quản lý thuế|Quản lý, sử dụng tài sản công|Quảng cáo|Quốc tịch Việt Nam|Sở hữu trí tuệ
Sử dụng năng lượng tiết kiệm và hiệu quả|Thanh niên|Thanh tra|Thi đua, khen thưởng|Thuế giá trị gia tăng
Thuế sử dụng đất nông nghiệp|Thuế thu nhập cá nhân|Thú y|Thư viện|Thống kê|Thủ đô|Thủy lợi|Thủy sản
Thực hiện dân chủ ở cơ sở|Tiếp công dân|Tiếp cận thông tin|Trẻ em|Trồng trọt|Trợ giúp pháp lý|Tài nguyên nước
Tín ngưỡng, tôn giáo|Tố cáo|Tố tụng dân sự|Tố tụng hình sự|Tổ chức Chính phủ|Tổ chức Quốc hội
Tổ chức chính quyền địa phương|Viên chức|Viễn thông|Việc làm|Xuất bản|Xây dựng|Xử lý vi phạm hành chính|Điện lực
Đất đai|Đấu thầu|Đầu tư|Đầu tư công|Ưu đãi người có công với cách mạng
"""
_NAMES = sorted(
    {fold(name) for line in _KNOWN.split("\n") for name in line.split("|") if name}, key=lambda n: (-len(n), n)
)
_KIND = rf"(?<!\w)(?:bo{_SPACE}luat|luat|phap{_SPACE}lenh)"
KIND = re.compile(rf"{_KIND}(?={_SPACE}[a-z])|(?<!\w)hien{_SPACE}phap(?={_SPACE}nam)")
_NAME = re.compile(rf"{_SPACE}(?:{'|'.join(name.replace(' ', _SPACE) for name in _NAMES)})(?!\w)")
_AMENDING = re.compile(
    rf"{_SPACE}sua{_SPACE}doi,?{_SPACE}bo{_SPACE}sung{_SPACE}(?:mot{_SPACE}so{_SPACE}dieu{_SPACE})?cua{_SPACE}(?:cac{_SPACE})?(?={_KIND})"
)
_WORD = re.compile(r"[ \n]{1,3}([^\W\d_]+)")
_YEAR = re.compile(rf"{_SPACE}(?:nam{_SPACE})?(?P<year>(?:19|20)[0-9]{{2}})(?![\w/]|-[0-9])")
_SO = re.compile(rf"{_SPACE}so{_SPACE}$")
_END = re.compile(
    rf"{_SPACE}(?:(?:nam{_SPACE})?(?:19|20)[0-9]{{2}}(?!\w)|(?:so|ngay){_SPACE}[0-9]|quy{_SPACE}dinh|(?:da{_SPACE})?duoc|co{_SPACE}hieu{_SPACE}luc)|"
    r"[ \n]{0,2}(?:[.;:)”\"\x00]|,(?![ \n]*chong|[ \n]*chua)|$)"
)
_ONE_MORE = re.compile(rf"(?:,|{_SPACE}va){_SPACE}luat(?={_SPACE})")
_NOT_NAMES = frozenset({"phap", "su", "gia", "nay", "so", "nam", "le", "tuc"})
"""Second syllables of other words: pháp luật, luật sư, luật gia, luật lệ, luật tục."""
_LONGEST_NAME = 16
_WINDOW = 200


class LawName(Struct, frozen=True):
    """A law by name: its place, the end of the name, the end with the year, and the year or None."""

    start: int
    name_end: int
    end: int
    type: str
    year: int | None


def read_law(cleaned: Cleaned, match: re.Match[str]) -> LawName | None:
    """Read the name that begins at a match of `KIND`, or return None where none is told."""
    kind = " ".join(match[0].split())
    if not cleaned.shown[match.start()].isupper():
        return None
    slug = {"luat": "luat", "bo luat": "bo-luat", "phap lenh": "phap-lenh", "hien phap": "hien-phap"}[kind]
    end = match.end() if slug == "hien-phap" else _end_of_name(cleaned, match.end())
    if end is None:
        return None
    year = _YEAR.match(cleaned.plain, end)
    if year:
        return LawName(match.start(), end, year.end(), slug, int(year["year"]))
    return LawName(match.start(), end, end, slug, None)


def find_law_before(cleaned: Cleaned, position: int) -> "tuple[int, int, str] | None":
    """Return start, end of the name and type of the law named just before "số" and its number, or None."""
    begin = max(0, position - _WINDOW)
    so = _SO.search(cleaned.plain, begin, position)
    if not so:
        return None
    for match in KIND.finditer(cleaned.plain, begin, position):
        law = read_law(cleaned, match)
        if law and law.name_end == so.start():
            return law.start, law.name_end, law.type
    return None


def _end_of_name(cleaned: Cleaned, position: int) -> int | None:
    amending = _AMENDING.match(cleaned.plain, position)
    if not amending:
        return _end_of_plain_name(cleaned, position)
    kind = KIND.match(cleaned.plain, amending.end())
    end = _end_of_plain_name(cleaned, kind.end()) if kind else None
    while end is not None and (more := _ONE_MORE.match(cleaned.plain, end)):
        following = _end_of_plain_name(cleaned, more.end())
        if following is None:
            break
        end = following
    return end


def _end_of_plain_name(cleaned: Cleaned, position: int) -> int | None:
    if known := _NAME.match(cleaned.plain, position):
        return known.end()
    first = _WORD.match(cleaned.plain, position)
    if not first or not cleaned.shown[first.start(1)].isupper() or first[1] in _NOT_NAMES:
        return None
    return _end_of_unknown(cleaned.plain, position)


def _end_of_unknown(plain: str, position: int) -> int | None:
    for _ in range(_LONGEST_NAME):
        word = _WORD.match(plain, position)
        if not word or word[1] == "luat":
            return None
        position = word.end()
        if _END.match(plain, position):
            return position
    return None
