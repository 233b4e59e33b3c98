"""Texts typed with the fonts of before Unicode: TCVN3 (.VnTime) and VNI-Windows (VNI-Times).

Such a text holds Latin letters that only those fonts show as Vietnamese. TCVN3 after TCVN 5712:1993, third
table (VN3); VNI after the makers' table: a vowel, then a sign that stands for hat, breve, tone or two of them.
"""

import re
import unicodedata

_TCVN3_LETTERS = "ĂÂÊÔƠƯĐăâêôơưđ"  # from 0xA1
_TCVN3_REST = {
    0xB5: "àảãáạ",
    0xBB: "ằẳẵắ",
    0xC6: "ặầẩẫấậè",
    0xCE: "ẻẽéẹềểễếệìỉ",
    0xDC: "ĩíịò",
    0xE1: "ỏõóọồổỗốộờởỡớợù",
    0xF1: "ủũúụừửữứựỳỷỹýỵ",
}
_TCVN3 = {
    first + step: letter
    for first, letters in ({0xA1: _TCVN3_LETTERS} | _TCVN3_REST).items()
    for step, letter in enumerate(letters)
}

_GRAVE, _ACUTE, _TILDE, _HOOK, _DOT, _HAT, _BREVE = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306"
_TONES = (_ACUTE, _GRAVE, _HOOK, _TILDE, _DOT)
_VNI_SIGNS = {
    **dict(zip("ùøûõï", _TONES, strict=True)),
    **{sign: _HAT + tone for sign, tone in zip("âáàåãä", ("", *_TONES), strict=True)},
    **{sign: _BREVE + tone for sign, tone in zip("êéèúüë", ("", *_TONES), strict=True)},
}
_VNI_SINGLE = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
_VNI = re.compile(r"([a])([ùøûõïâáàåãäêéèúüë])|([eo])([ùøûõïâáàåãä])|([uyôö])([ùøûõï])|([ñíìæóòîôö])", re.IGNORECASE)


def from_tcvn3(text: str) -> str:
    """Return in Unicode a text typed in TCVN3 and read as Latin-1 or Windows-1252. Never raises.

    Capitals with tones are small letters in fonts whose names end in H (".VnTimeH"): the caller raises them.
    """
    return text.translate(_TCVN3)


def from_vni(text: str) -> str:
    """Return in Unicode a text typed in VNI-Windows and read as Windows-1252. Never raises."""
    return unicodedata.normalize("NFC", _VNI.sub(_compose, text))


def _compose(match: re.Match[str]) -> str:
    letter, *sign = (group for group in match.groups() if group)
    base = _VNI_SINGLE.get(letter.lower(), letter.lower())
    composed = unicodedata.normalize("NFC", base + (_VNI_SIGNS[sign[0].lower()] if sign else ""))
    return composed.upper() if letter.isupper() else composed
