"""Words that tell what a capitalised name after them is: a person, a place, an organisation.

Data only; used by names, addresses and children.
"""

import re

# Before a name these make it a person, whatever its first syllable.
HONORIFICS = frozenset("ông bà anh chị em cháu cụ bác cô chú thím dì cậu mợ thầy bé già".split())
TITLES = frozenset({"nghệ nhân", "đồng chí", "già làng", "bác sĩ", "cô giáo", "thầy giáo", "kỹ sư", "em bé"})
# A pair such as "chị em" speaks of a group ("chị em Hội Phụ nữ"), so its second word names nobody.
COLLECTIVES = frozenset(
    {
        "anh em",
        "chị em",
        "con em",
        "các em",
        "các cháu",
        "con cháu",
        "bà con",
        "cô bác",
        "trẻ em",
        "những em",
        "đàn em",
    }
)

# After these a single syllable is a name: "hộ Páo", "tên là Xoa".
NAME_CUES = frozenset(
    {
        *(
            "chủ hộ",
            "chủ hộ là",
            "hộ",
            "gia đình",
            "vợ chồng",
            "vợ là",
            "chồng là",
            "vợ",
            "chồng",
            "con trai",
        ),
        *("con gái", "người tên", "tên là", "chủ tài khoản", "cháu tên", "em tên", "tên thật là", "vợ tên"),
    }
)
# What carries a name without being a person: "sản phẩm tên là Mật ong rừng".
NAMED_THINGS = re.compile(
    r"sản phẩm|nhãn hiệu|thương hiệu|chương trình|mô hình|hợp tác xã|htx|ứng dụng|giống|dự án|giải|cuộc thi|chỉ dẫn"
)

# Before a name these make it a place, a street, a school or a firm.
PLACE_WORDS = frozenset(
    {
        *(
            "xã",
            "huyện",
            "thôn",
            "bản",
            "tỉnh",
            "phường",
            "thị trấn",
            "thị xã",
            "thành phố",
            "quận",
            "xóm",
            "ấp",
        ),
        *(
            "làng",
            "buôn",
            "khu",
            "khu phố",
            "tổ",
            "vùng",
            "miền",
            "châu",
            "phố",
            "đường",
            "ngõ",
            "đại lộ",
            "quốc lộ",
        ),
        *(
            "cầu",
            "chợ",
            "chùa",
            "đền",
            "đình",
            "miếu",
            "sông",
            "suối",
            "núi",
            "đèo",
            "dốc",
            "hồ",
            "đập",
            "thác",
            "đảo",
        ),
        *(
            "vịnh",
            "biển",
            "cửa khẩu",
            "ga",
            "bến",
            "cảng",
            "cao nguyên",
            "thung lũng",
            "cánh đồng",
            "hang",
            "động",
        ),
        *(
            "dãy",
            "rừng",
            "vườn quốc gia",
            "khu di tích",
            "quảng trường",
            "tượng đài",
            "lăng",
            "tp",
            "tx",
            "tt",
            "h",
            "x",
        ),
        *(
            "trường",
            "tiểu học",
            "thcs",
            "thpt",
            "trung học",
            "mầm non",
            "mẫu giáo",
            "ptdtbt",
            "phổ thông",
            "đại học",
        ),
        *(
            "bệnh viện",
            "nhà máy",
            "công ty",
            "tnhh",
            "cổ phần",
            "doanh nghiệp",
            "tập đoàn",
            "nhà hàng",
            "khách sạn",
        ),
        *(
            "hợp tác xã",
            "htx",
            "tổ hợp tác",
            "trang trại",
            "nhãn hiệu",
            "thương hiệu",
            "mang tên",
            "giải thưởng",
        ),
        *(
            "giải",
            "quỹ",
            "học bổng",
            "dân tộc",
            "người",
            "tiếng",
            "đồng bào",
            "ủy ban",
            "báo",
            "tạp chí",
            "nước",
        ),
        *(
            "nhãn",
            "giống",
            "địa bàn",
            "cụm",
            "điểm trường",
            "trạm",
            "đồi",
            "phum",
            "sóc",
            "trung tâm",
            "đất",
            "plei",
        ),
    }
)
# These places take the names of people living or dead, and their heads are named right after them.
HEADS = re.compile(
    r"(?:trưởng|phó|già|giám đốc|chủ tịch|bí thư|chủ nhiệm|hiệu trưởng|tổ trưởng|cán bộ|công chức|hội viên|thành viên)"
    r"(?: [^\W\d_]+){0,5}[ \n:]*$"
)

# The beginning of an organisation's or office's name, as it follows "anh chị", "hộ" or stands alone.
ORGANISATION = re.compile(
    r"hội (?:nông|phụ|liên|cựu|chữ|đồng|khuyến|viên|người|nhà|thi|nghị|chợ)|đoàn (?:thanh|thể|viên|công|đại)"
    r"|trường (?:tiểu|th|mầm|mẫu|phổ|trung|đại|cao|pt|dân)|mặt trận|ban (?:chỉ|quản|dân|công|chấp|thường|bí|giám|đại)"
    r"|tổ (?:chuyển|hợp|tiết|dân|chức|quốc|công|trưởng|tự|liên|vay)|công (?:ty|an|đoàn|chức|ước|văn|thương)"
    r"|liên (?:minh|hiệp|đoàn|hợp)|trung (?:tâm|ương|quốc|học)|quốc (?:hội|gia|lộ)|nhà (?:nước|văn|máy|báo)|ngân hàng"
    r"|đảng|ủy ban|uỷ ban|sở |bộ (?:lao|nông|y|giáo|tài|tư|công|xây|văn|khoa|nội|ngoại|quốc|thông|đội|chính)"
    r"|phòng (?:lao|nông|y|giáo|tài|văn|kinh|giao|công)|chi (?:bộ|hội|nhánh|đoàn|cục|tiết)|nhân dân|nông dân|thanh niên"
    r"|phụ nữ|đài (?:phát|truyền)|quỹ |chính (?:phủ|sách)|thủ tướng|chủ tịch|phó |bí thư|giám đốc|đội |kinh (?:doanh|tế)"
    r"|văn (?:phòng|hóa|hoá)|viện |cục |tòa|hợp tác|câu lạc|clb|lao động|chương trình|nghị |luật |trạm y|trẻ em|mẹ việt"
)

# What only a person does or has, right after a name.
PERSON_AFTER = re.compile(
    r"[ ,(“\"-]{0,3}(?:cho biết|cho hay|chia sẻ|kể|tâm sự|bộc bạch|nói|thổ lộ|nhớ lại|sinh (?:năm|ngày|19|20)|ngụ|trú"
    r"|\d{2} ?tuổi|\d{1,2} tuổi|là chủ hộ|là hộ|ký tên|thường trú|cccd|cmnd|cười|bùi ngùi|phấn khởi|góa|mất sớm)"
)
