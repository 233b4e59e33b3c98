"""Family names of Vietnam's peoples, sorted by how far each one alone proves a person.

Data only. Spellings are folded by `name_key` before they are compared, so one spelling of a tone is enough.
"""

from giamngheo.content.privacy.folding import name_key


def _keys(words: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in words.split())


# With one more capitalised syllable these are a person, unless a place word or a register objects.
STRONG = _keys("""
    Nguyễn Trần Phạm Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Ngô Đinh Phùng Trịnh Trương Lê Tạ Doãn Đàm
    Nghiêm Khổng Lưu Giàng Sùng Thào Vừ Hảng Hạng Lầu Cháng Tráng Sồng Xồng Lò Lường Quàng Cầm Tẩn
    Chảo Phàn Chẩu Vàng Lừu Hờ Lềnh Tòng Lèo Lừ Bạc Phàng Sình Khang Mùa Cứ Và Thền Sần Lồ Pờ Vù
    Thàng Mã Cư Tếnh Ksor Rmah Kpă Siu Niê Mlô Êban Ayun Kbuôr Hmok Byă Knul Ênuôl Adrơng Zơrâm
    Alăng Bhling Thạch Danh Riah Ploong
""")

# These also begin names of places: a third syllable or what only a person does must follow.
WEAK = _keys("""
    Hoàng Hồ Dương Lý Hà Mai Cao Đoàn Đào Lâm Lương Thái Tô Tống Vương Chu Châu Quách Triệu Bàn Ma
    Nông Cà Hứa Hầu Thân Giáp Kiều Lã Lại Mạc Tăng Tôn Bế Điểu Điêu Lù Lùng Thò Chang
""")

# These are common words as well: only a middle name or what only a person does makes them a family name.
RARE = _keys("""
    Đường Từ Ninh Lục Vi Vy La Lữ Ông Nhâm Phí Quản Quang Tiêu Trà Trang Ứng Viên Lộc Âu Bạch Biện
    Chử Cù Diệp Đồng Giang Hàn Hàng Hạ Hùng Khúc Khuất Lỗ Mầu Nhan Ngọc Sầm Tào Thi Thiều Ty Vang
    Vòng Đèo Ly Tải Liềng Phù Hù Chá Kim Sơn Kha Mạ Cil Bá Đàng Quảng Phó Ngân Xa Ban Cẩm Chớ Dờ
    Giả Kháng Phá Tiên Thồ Vần Văn Hồng
""")

ALL = STRONG | WEAK | RARE

# The second syllable of a full name; before one of the first set any syllable is a family name.
MIDDLE_OF_ANY = _keys("Thị Văn")
MIDDLE_OF_HIGHLAND = _keys("A Mí Seo Láo Mùi Bá Mè Chờ Nhè Go")
