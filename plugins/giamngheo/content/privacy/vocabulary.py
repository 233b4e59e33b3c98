"""Words that tell what a capitalised name after them is: a person, a place, an organisation.

Data only; names, addresses and children use it.
"""

import re


def _phrases(text: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in text.split(","))


# Before a name these make it a person, whatever its first syllable.
HONORIFICS = _phrases("""
    ông, bà, anh, chị, em, cháu, cụ, bác, cô, chú, thím, dì, cậu, mợ, thầy, bé, già, nghệ nhân,
    đồng chí, già làng, bác sĩ, cô giáo, thầy giáo, kỹ sư, em bé
""")
# A pair such as "chị em" speaks of a group ("chị em Hội Phụ nữ"), so its second word names nobody.
COLLECTIVES = _phrases("""
    anh em, chị em, con em, các em, các cháu, con cháu, bà con, cô bác, trẻ em, những em, đàn em
""")

# After these a single syllable is a name: "hộ Páo", "tên là Xoa".
NAME_CUES = _phrases("""
    chủ hộ, chủ hộ là, hộ, gia đình, vợ chồng, vợ là, chồng là, vợ, chồng, con trai, con gái,
    người tên, tên là, chủ tài khoản, cháu tên, em tên, tên thật là, vợ tên
""")
# What bears a name without being a person: "sản phẩm tên là Mật ong rừng".
NAMED_THINGS = re.compile(
    r"sản phẩm|nhãn hiệu|thương hiệu|chương trình|mô hình|hợp tác xã|htx|ứng dụng|giống|dự án|giải|cuộc thi"
)

# Before a name these make it a place, a street, a school, a firm or a people.
PLACE_WORDS = _phrases("""
    xã, huyện, thôn, bản, tỉnh, phường, thị trấn, thị xã, thành phố, quận, xóm, ấp, làng, buôn,
    khu, khu phố, tổ, vùng, miền, châu, địa bàn, cụm, phum, sóc, plei, tp, tx, tt, h, x, nước,
    đất, phố, đường, ngõ, đại lộ, quốc lộ, cầu, chợ, chùa, đền, đình, miếu, ga, bến, cảng, cửa
    khẩu, quảng trường, tượng đài, lăng, khu di tích, sông, suối, núi, đồi, đèo, dốc, hồ, đập,
    thác, đảo, vịnh, biển, hang, động, dãy, rừng, vườn quốc gia, cao nguyên, thung lũng, cánh
    đồng, trường, điểm trường, tiểu học, thcs, thpt, trung học, mầm non, mẫu giáo, ptdtbt, phổ
    thông, đại học, bệnh viện, trạm, trung tâm, nhà máy, công ty, tnhh, cổ phần, doanh nghiệp, tập
    đoàn, nhà hàng, khách sạn, hợp tác xã, htx, tổ hợp tác, trang trại, ủy ban, báo, tạp chí,
    nhãn, nhãn hiệu, thương hiệu, giống, mang tên, giải, giải thưởng, quỹ, học bổng, dân tộc,
    người, tiếng, đồng bào
""")
# The head of a village or an office is often named right after it: "trưởng bản Vàng A Tủa".
HEADS = re.compile(
    r"(?:trưởng|phó|già|giám đốc|chủ tịch|bí thư|chủ nhiệm|cán bộ|công chức|hội viên|thành viên)"
    r"(?: [^\W\d_]+){0,5}[ \n:]*$"
)

# How the name of an organisation or office begins, after "anh chị", after "hộ" or alone.
ORGANISATION = re.compile(
    r"hội (?:nông|phụ|liên|cựu|chữ|đồng|khuyến|viên|người|nhà|thi|nghị|chợ)"
    r"|đoàn (?:thanh|thể|viên|công|đại)|mặt trận|đảng|ủy ban|uỷ ban|sở |viện |cục |tòa|quỹ |đội "
    r"|trường (?:tiểu|th|mầm|mẫu|phổ|trung|đại|cao|pt|dân)"
    r"|ban (?:chỉ|quản|dân|công|chấp|thường|bí|giám|đại)"
    r"|tổ (?:chuyển|hợp|tiết|dân|chức|quốc|công|trưởng|tự|liên|vay)"
    r"|công (?:ty|an|đoàn|chức|ước|văn|thương)|liên (?:minh|hiệp|đoàn|hợp)|trung (?:tâm|ương|quốc|học)"
    r"|quốc (?:hội|gia|lộ)|nhà (?:nước|văn|máy|báo)|ngân hàng|hợp tác|câu lạc|clb|lao động|chương trình"
    r"|bộ (?:lao|nông|y|giáo|tài|tư|công|xây|văn|khoa|nội|ngoại|quốc|thông|đội|chính)"
    r"|phòng (?:lao|nông|y|giáo|tài|văn|kinh|giao|công)|chi (?:bộ|hội|nhánh|đoàn|cục|tiết)"
    r"|nhân dân|nông dân|thanh niên|phụ nữ|trẻ em|mẹ việt|đài (?:phát|truyền)|chính (?:phủ|sách)"
    r"|thủ tướng|chủ tịch|phó |bí thư|giám đốc|kinh (?:doanh|tế)|văn (?:phòng|hóa|hoá)|nghị |luật |trạm y"
)

# What only a person does or has, right after a name.
PERSON_AFTER = re.compile(
    r"[ ,(“\"-]{0,3}(?:cho biết|cho hay|chia sẻ|kể|tâm sự|bộc bạch|nói|thổ lộ|nhớ lại|cười|bùi ngùi|phấn khởi"
    r"|sinh (?:năm|ngày|19|20)|\d{1,2} ?tuổi|là chủ hộ|là hộ|ký tên|ngụ|trú|thường trú|cccd|cmnd|góa|mất sớm)"
)
