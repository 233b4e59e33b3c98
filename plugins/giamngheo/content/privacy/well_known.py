"""Names that stand in public texts without being anybody's private name: history, places, peoples.

Data only, and deliberately small: the registers bring the portal's own places and agencies. Here stand those
that begin like a family name, or follow words like "bà" and "bác".
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


# People of history; streets, schools and movements bear their names.
HISTORIC = _names("""
    Hồ Chí Minh, Nguyễn Ái Quốc, Nguyễn Sinh Sắc, Trần Phú, Lê Duẩn, Trường Chinh, Phạm Văn Đồng,
    Võ Nguyên Giáp, Tôn Đức Thắng, Nguyễn Văn Linh, Lê Hồng Phong, Nguyễn Thị Minh Khai, Hà Huy
    Tập, Nguyễn Văn Cừ, Hoàng Văn Thụ, Hoàng Quốc Việt, Hoàng Hoa Thám, Phan Bội Châu, Phan Châu
    Trinh, Phan Chu Trinh, Phan Đình Phùng, Phan Đình Giót, Huỳnh Thúc Kháng, Nguyễn Du, Nguyễn
    Trãi, Nguyễn Huệ, Nguyễn Đình Chiểu, Nguyễn Bỉnh Khiêm, Nguyễn Khuyến, Nguyễn Công Trứ, Nguyễn
    Thái Học, Nguyễn Tất Thành, Nguyễn Văn Trỗi, Nguyễn Viết Xuân, Nguyễn Trung Trực, Nguyễn Hữu
    Thọ, Nguyễn Lương Bằng, Nguyễn Chí Thanh, Nguyễn Phong Sắc, Nguyễn Đức Cảnh, Nguyễn Xiển,
    Nguyễn Tuân, Trần Hưng Đạo, Trần Quốc Tuấn, Trần Quốc Toản, Trần Nhân Tông, Trần Thái Tông,
    Trần Nguyên Hãn, Trần Nhật Duật, Trần Quang Khải, Trần Đăng Ninh, Trần Bình Trọng, Trần Khánh
    Dư, Lê Lợi, Lê Thánh Tông, Lê Lai, Lê Chân, Lê Hoàn, Lê Quý Đôn, Lê Văn Tám, Lê Hữu Trác, Lê
    Thanh Nghị, Lê Văn Lương, Lê Đại Hành, Lý Thái Tổ, Lý Thường Kiệt, Lý Tự Trọng, Lý Nam Đế, Lý
    Công Uẩn, Đinh Tiên Hoàng, Đinh Bộ Lĩnh, Ngô Quyền, Ngô Gia Tự, Ngô Sĩ Liên, Mai Hắc Đế, Mai
    Thúc Loan, Phùng Hưng, Hai Bà Trưng, Trưng Trắc, Trưng Nhị, Bà Triệu, Triệu Thị Trinh, Quang
    Trung, Hùng Vương, An Dương Vương, Võ Thị Sáu, Kim Đồng, Nông Văn Dền, Phan Huy Chú, Phạm Ngũ
    Lão, Phạm Hồng Thái, Phạm Ngọc Thạch, Đặng Thùy Trâm, Đặng Thai Mai, Đào Duy Từ, Đào Duy Anh,
    Chu Văn An, Cao Bá Quát, Cao Thắng, Lương Thế Vinh, Lương Định Của, Lương Văn Tri, Tô Hiến
    Thành, Tô Hiệu, Tô Hoài, Bùi Thị Xuân, Bùi Xuân Phái, Bế Văn Đàn, Cù Chính Lan, La Văn Cầu, Tô
    Vĩnh Diện, Hoàng Diệu, Hoàng Sa, Tống Duy Tân, Đoàn Thị Điểm, Hồ Xuân Hương, Hồ Tùng Mậu,
    Huyền Trân, Xuân Diệu, Tố Hữu, Nam Cao, Ngô Tất Tố, Vừ A Dính, Mạc Đĩnh Chi, Thân Nhân Trung,
    Vũ Tông Phan
""")

# Calls that name no living person, though any other name after these words is one.
CALLS = _names("""
    bác hồ, ông trời, ông công, ông táo, ông địa, ông bụt, ông gióng, bà trưng, bà triệu, bà chúa,
    bà mụ, cô tấm
""")

# Places whose first syllable is also a family name, a middle name or a word for a person.
PLACES = _names("""
    Hà Nội, Hà Giang, Hà Nam, Hà Tĩnh, Hà Tây, Hà Đông, Hà Tiên, Hà Quảng, Hà Trung, Hà Bắc, Hoàng
    Mai, Hoàng Su Phì, Hoàng Liên Sơn, Hoàng Liên, Hoàng Sa, Hoàng Thành, Lý Sơn, Lý Nhân, Mai
    Sơn, Mai Châu, Mai Lâm, Mai Đình, Mai Phố, Cao Bằng, Cao Lộc, Cao Lãnh, Cao Phong, Cao Phạ,
    Lâm Đồng, Lâm Bình, Lâm Thao, Lâm Hà, Lương Sơn, Lương Tài, Thái Bình, Thái Nguyên, Thái Thụy,
    Thái Lan, Châu Thành, Châu Đốc, Châu Phú, Châu Á, Châu Âu, Kim Bôi, Kim Sơn, Kim Động, Kim
    Thành, Kim Bảng, Sơn La, Sơn Tây, Sơn Động, Sơn Dương, Sơn Hòa, Sơn Hà, Sơn Trà, Sơn Tịnh,
    Quảng Ninh, Quảng Nam, Quảng Ngãi, Quảng Bình, Quảng Trị, Quang Bình, Ninh Bình, Ninh Thuận,
    Ninh Giang, Lục Nam, Lục Ngạn, Lục Yên, La Pán Tẩn, Vàng Danh, Thạch Thành, Thạch Thất, Thạch
    Hà, Thạch An, Phan Thiết, Phan Rang, Phan Rí, Phan Xi Păng, Võ Nhai, Vũ Quang, Vũ Thư, Vũ Lễ,
    Vũ Lăng, Vũng Tàu, Đinh Lăng, Đỗ Sơn, Ngô Mây, Phùng Khoang, Phùng Nguyên, Trần Đề, Trần Văn
    Thời, Trần Phán, Mã Lai, Mã Pí Lèng, Mã Đà, Mùa Xuân, Hồ Tây, Hồ Gươm, Hồ Bốn, Dương Kinh,
    Dương Minh Châu, Đào Xá, Từ Sơn, Từ Liêm, Vân Đồn, Văn Yên, Văn Chấn, Văn Bàn, Văn Quan, Văn
    Lâm, Văn Giang, Văn Lãng, Đường Hoa, Đường Lâm, Đồng Văn, Đồng Nai, Đồng Tháp, Đồng Hới, Đồng
    Hỷ, Đồng Phú, Đồng Xuân, Trà Vinh, Trà Bồng, Trà My, Trà Lĩnh, Tô Múa, Giang Thành, Hàn Quốc,
    Hàng Buồm, Ngọc Lặc, Ngọc Hồi, Ngọc Linh, Bạch Thông, Bạch Long Vĩ, Bạch Mã, Chu Prông, Hùng
    Sơn, Lộc Ninh, Lộc Bình, Lạng Sơn, Bà Rịa, Bà Nà, Bà Đen, Bà Chiểu, Bà Điểm, Cô Tô, Ông Đốc,
    Ông Trang, Thị Vải, Thị Nghè, Thị Cầu, A Lưới, A Pa Chải, A Mú Sung, Y Tý, Hai Bà Trưng
""")

# Peoples of Vietnam and the country itself: "hộ Mông", "chị em Việt Nam".
PEOPLES = _names("""
    Việt Nam, Việt, Kinh, Mông, H'Mông, H'mông, Hmông, Dao, Tày, Nùng, Thái, Mường, Khmer, Khơ Me,
    Chăm, Hoa, Sán Dìu, Sán Chay, Sán Chỉ, Cao Lan, Giáy, Hà Nhì, La Chí, La Hủ, La Ha, La Hạ, Lô
    Lô, Pà Thẻn, Phù Lá, Bố Y, Cơ Lao, Ngái, Kháng, Khơ Mú, Xinh Mun, Mảng, Lào, Lự, Cống, Si La,
    Pu Péo, Thổ, Chứt, Ơ Đu, Bru, Bru - Vân Kiều, Vân Kiều, Tà Ôi, Cơ Tu, Giẻ Triêng, Xơ Đăng, Ba
    Na, Gia Rai, Jrai, Ê Đê, Ra Glai, Raglai, Cơ Ho, K'Ho, Mạ, M'Nông, Xtiêng, Chơ Ro, Chu Ru,
    Brâu, Rơ Măm, Co, Hrê, H'Rê, Tu Dí, Thu Lao, Dao Đỏ, Dao Tiền, Mông Hoa, Mông Đỏ, Quần Trắng
""")
