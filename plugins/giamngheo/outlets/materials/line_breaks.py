"""Where a slogan may be broken: never within a word of two syllables, a name, or a number and what it counts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations, pairwise

MOST_LINES = 3

NO_BREAK = "\u00a0"
"""A space at which no line is broken."""


def _words(text: str) -> frozenset[str]:
    return frozenset(" ".join(word.split()) for word in text.split(","))


_COMPOUNDS = _words("""
    hộ nghèo, cận nghèo, người nghèo, giảm nghèo, thoát nghèo, xóa nghèo, đói nghèo, tái nghèo, nghèo đói, chuẩn nghèo,
    bền vững, chung tay, chung sức, đồng lòng, đoàn kết, thi đua, phong trào, cả nước, đất nước, nhân dân, người dân,
    bà con, cộng đồng, xã hội, dân tộc, đồng bào, thiểu số, Việt Nam, Bác Hồ, Nhà nước, Chính phủ, chính quyền,
    mặt trận, tổ quốc, ấm no, hạnh phúc, văn minh, giàu đẹp, giàu mạnh, công bằng, dân chủ, tiến bộ, phát triển,
    kinh tế, sản xuất, chăn nuôi, trồng trọt, làm ăn, việc làm, nghề nghiệp, học nghề, dạy nghề, học tập, thu nhập,
    sinh kế, vay vốn, tín dụng, chính sách, ưu đãi, hỗ trợ, giúp đỡ, tương thân, tương ái, nhân ái, sẻ chia, chia sẻ,
    đùm bọc, yêu thương, trách nhiệm, tự lực, tự cường, tự nguyện, vươn lên, phấn đấu, quyết tâm, nỗ lực, khát vọng,
    ý chí, tinh thần, nội lực, truyền thống, văn hóa, giáo dục, y tế, bảo hiểm, sức khỏe, chăm sóc, phòng chống,
    phía sau, phía trước, bỏ lại, lại sau, không để, để ai, không ai, nông thôn, thành thị, đô thị, miền núi,
    vùng cao, vùng sâu, vùng xa, biên giới, hải đảo, khó khăn, đặc biệt, quốc gia, mục tiêu, chương trình, giai đoạn,
    thực hiện, triển khai, hưởng ứng, tham gia, đẩy mạnh, nâng cao, xây dựng, cuộc sống, đời sống, chất lượng,
    tuyên truyền, thông tin, truyền thông, nhận thức, gia đình, trẻ em, phụ nữ, thanh niên, nông dân, cựu chiến,
    chiến binh, cán bộ, đảng viên, toàn dân, toàn xã, tháng cao, cao điểm, quỹ vì, nhà ở, nhà tạm, dột nát, đại đoàn,
    nước sạch, vệ sinh, môi trường, ánh sáng, tương lai, hôm nay, ngày mai, mỗi người, mọi người, của dân,
    học phí, học sinh, sinh viên, học nghề, trợ cấp, trợ giúp, pháp lý, ngân hàng, tiền điện, nước ngoài, hằng tháng,
    hợp đồng, điện thoại, viễn thông, hưu trí, rà soát, công nhận, miễn phí, lương hưu, người già, bán trú, tạo việc
""")
_COMPOUNDS_FOLDED = frozenset(word.lower() for word in _COMPOUNDS)

_NUMBER = re.compile(r"[\d.,/:-]*\d[\d.,/:-]*%?")
_BEFORE_NUMBERS = _words("ngày, tháng, năm, số, lần, thứ, quý, điều, khoản, đến, từ, hơn, gần, khoá, khóa")
_BEFORE_NAMES = _words("xã, phường, thị trấn, huyện, quận, tỉnh, thành phố, thôn, bản, tổ, khu, đồng chí, ông, bà")
_DASHES = frozenset("-–—")
_CLOSING = tuple(",.;:!?…”’\"'»)")


def typeset(text: str, *, capitals: bool) -> str:
    """The same words in the signs of good printing, composed (NFC): dash, quotes, ellipsis; in capitals if wanted."""
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    text = re.sub(r"(?<= )-(?= )", "–", text).replace("...", "…")
    text = re.sub(r'"([^"]*)"', r"“\1”", text)
    return unicodedata.normalize("NFC", text.upper()) if capitals else text


def keep_words_whole(text: str) -> str:
    """The same text with spaces that do not break between syllables that belong together."""
    words = text.split(" ")
    pairs = pairwise(words)
    joints = [NO_BREAK if _belong_together(a, b) or b in _DASHES else " " for a, b in pairs]
    return "".join(part for pair in zip(words, [*joints, ""], strict=True) for part in pair)


def ways_to_break(text: str) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield every way to set `text` on up to three lines, each with how well it reads, 1 being best.

    `text` is as written, not in capitals: names are known by theirs.
    """
    words = text.split(" ")
    yield (text,), 1.0
    values = [_value(words, at) for at in range(1, len(words))]
    for count in range(1, min(MOST_LINES, len(words))):
        for cuts in combinations(range(1, len(words)), count):
            edges = (0, *cuts, len(words))
            lines = tuple(" ".join(words[a:b]) for a, b in pairwise(edges))
            quality = 0.97**count
            for cut in cuts:
                quality *= values[cut - 1]
            yield lines, quality * _orphans(edges, len(words))


def _value(words: list[str], at: int) -> float:
    """How well a break before word `at` reads: after a sign best, within a word worst."""
    before, after = words[at - 1], words[at]
    if after in _DASHES:
        return 0.3
    if before in _DASHES or before.endswith(_CLOSING):
        return 1.1
    return 0.4 if _belong_together(before, after) else 1.0


def _belong_together(before: str, after: str) -> bool:
    pair = f"{before} {after.rstrip(''.join(_CLOSING))}"
    if pair.lower() in _COMPOUNDS_FOLDED or _NUMBER.fullmatch(before):
        return True
    if _NUMBER.fullmatch(after.rstrip(".,!")):
        return before.lower() in _BEFORE_NUMBERS
    is_name = after[:1].isupper() and not after.isupper()
    return is_name and (before.lower() in _BEFORE_NAMES or (before[:1].isupper() and not before.isupper()))


def _orphans(edges: tuple[int, ...], total: int) -> float:
    """A syllable alone on a line reads badly, unless there are hardly more."""
    lengths = [b - a for a, b in pairwise(edges)]
    return 0.5 if min(lengths) == 1 and total > MOST_LINES else 1.0
