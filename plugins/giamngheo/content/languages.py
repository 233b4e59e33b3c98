"""Languages of materials: codes of BCP 47 (ISO 639), and what the languages are called in Vietnamese.

Those of the ethnic groups of Viet Nam in which loudspeakers speak and leaflets are printed; groups that have several
languages (Thái, Chăm, Ra Glai …) have a code for each.
"""

from __future__ import annotations

from typing import Literal

Language = Literal[
    "vi", "tyz", "nut", "hmn", "mtq", "ium", "blt", "twh", "tyr", "pcc", "mlc", "zh", "hni", "lhu", "kjg", "km",
    "cjm", "cja", "rad", "jra", "bdq", "sed", "kpm", "cmo", "hre", "bru", "ktv", "kuf", "pac", "rog", "sti", "jeh",
    "cua", "cje", "crw", "hro", "en",
]  # fmt: skip

LANGUAGE_NAMES: dict[Language, str] = {
    "vi": "tiếng Việt",
    "tyz": "tiếng Tày",
    "nut": "tiếng Nùng",
    "hmn": "tiếng Mông",
    "mtq": "tiếng Mường",
    "ium": "tiếng Dao",
    "blt": "tiếng Thái Đen",
    "twh": "tiếng Thái Trắng",
    "tyr": "tiếng Thái Đỏ",
    "pcc": "tiếng Giáy",
    "mlc": "tiếng Cao Lan",
    "zh": "tiếng Hoa",
    "hni": "tiếng Hà Nhì",
    "lhu": "tiếng La Hủ",
    "kjg": "tiếng Khơ Mú",
    "km": "tiếng Khmer",
    "cjm": "tiếng Chăm (miền Trung)",
    "cja": "tiếng Chăm (Nam Bộ)",
    "rad": "tiếng Ê Đê",
    "jra": "tiếng Gia Rai",
    "bdq": "tiếng Ba Na",
    "sed": "tiếng Xơ Đăng",
    "kpm": "tiếng Cơ Ho",
    "cmo": "tiếng Mnông",
    "hre": "tiếng Hrê",
    "bru": "tiếng Bru - Vân Kiều",
    "ktv": "tiếng Cơ Tu (Việt Nam)",
    "kuf": "tiếng Cơ Tu (Lào)",
    "pac": "tiếng Pa Cô",
    "rog": "tiếng Ra Glai",
    "sti": "tiếng Xtiêng",
    "jeh": "tiếng Giẻ",
    "cua": "tiếng Co",
    "cje": "tiếng Chu Ru",
    "crw": "tiếng Chơ Ro",
    "hro": "tiếng Hrôi",
    "en": "tiếng Anh",
}
"""Name of each language, in the order in which they are offered."""
