"""Words that are written short: addresses on the web, Roman numerals, ordinals, letters, acronyms."""

from __future__ import annotations

import re

from giamngheo.ground.vietnamese.spoken.letters import CAPITAL, is_marked, is_syllable, letter_name, spell
from giamngheo.ground.vietnamese.spoken.numbers import digit_words, number_words
from giamngheo.ground.vietnamese.spoken.reading import Voice
from giamngheo.ground.vietnamese.spoken.rule import Rule, text_after, text_before

COMMON = {
    "TP": "thành phố", "TP.": "thành phố", "Tp.": "thành phố", "TX.": "thị xã", "TP.HCM": "Thành phố Hồ Chí Minh",
    "TP HCM": "Thành phố Hồ Chí Minh", "TPHCM": "Thành phố Hồ Chí Minh", "UBND": "Ủy ban nhân dân",
    "HĐND": "Hội đồng nhân dân", "NĐ": "nghị định", "QĐ": "quyết định", "NQ": "nghị quyết", "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ", "TW": "Trung ương", "SĐT": "số điện thoại", "ĐT": "Điện thoại", "VD": "Ví dụ",
    "v.v.": "vân vân", "v.v": "vân vân", "ThS.": "thạc sĩ", "TS.": "tiến sĩ", "BS.": "bác sĩ", "PGS.": "phó giáo sư",
    "GS.": "giáo sư",
}  # fmt: skip
"""Short forms of every office; the register of the portal comes before them."""

WEB = (
    r"(?<![\w@.])(?:https?://|www\.)[^\s<>\"“”()]+"
    r"|(?<![\w@.])[a-z0-9][a-z0-9-]{0,60}(?:\.[a-z0-9-]{1,60}){0,4}\.(?:vn|com|org|net|example)(?![\w.]*@)"
    r"(?:/[^\s<>\"“”()]*)?(?!\w)"
)
MAIL = r"(?<![\w@.])[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}"
_HOST = re.compile(r"(?:https?://)?(?:www\.)?([^/?#:]*)", re.IGNORECASE)
_SIGNS_OF_ADDRESSES = {".": " chấm ", "-": " gạch ngang ", "_": " gạch dưới ", "@": " a còng ", "+": " cộng "}
_ADDRESS_PIECE = re.compile(r"[.\-_@+]|[0-9]+|[^.\-_@+0-9]+")

_ROMAN = "(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})"
DIVISIONS = (
    r"[Mm]ục|[Pp]hần|[Cc]hương|[Kk]hóa|(?:[Ll]ần\s+)?[Tt]hứ|[Tt]hế kỷ|[Cc]ấp|[Ll]oại|[Hh]ạng|[Nn]hóm|[Vv]ùng|[Pp]hụ lục"
    r"|[Kk]ỳ|[Tt]ập|[Kk]hu vực|[Bb]ậc|[Đđ]ại hội"
)
"""What is counted in Roman numerals."""
_NUMERAL = rf"(?<!\w)(?P<lead>{DIVISIONS})\s+(?P<roman>{_ROMAN})(?!\w)"
_LONE_NUMERAL = rf"(?<![\w-])(?=[IVX]{{2}})(?P<roman>{_ROMAN})(?![\w-])"
_ORDINAL = r"(?<!\w)(?P<lead>[Tt]hứ)\s+(?P<number>[0-9]{1,3})(?![\w,.]*[0-9])"
_LETTER = (
    r"(?<!\w)(?P<lead>[Đđ]iểm|[Nn]hóm|[Ll]oại|[Hh]ạng|[Vv]itamin|[Kk]hu|[Ll]ớp|[Mm]ẫu)\s+"
    r"(?P<letter>[abcdđghklmnpqstvxABCDĐGHKLMNPQRSTVX])(?![\w/-])"
)
_CONSONANT = r"(?<![\w.])[BCDĐGHKLMNPQRSTV](?![\w.])"
_GLUED = r"(?<=[^\W\d_])-(?=[0-9])"
_ACRONYM = rf"(?<!\w)(?P<word>[{CAPITAL}]{{2,}}[0-9]*|[{CAPITAL}][0-9]+)(?!\w)"
_NUMBER_AND_LETTER = r"(?<![\w.,])(?P<number>[0-9]{1,2})(?P<letter>[A-KM-UX-ZĐ])(?!\w)"
_CAPITALS_AROUND = re.compile(rf"[{CAPITAL}]{{2,}}\W{{0,3}}$"), re.compile(rf"^\W{{0,3}}[{CAPITAL}]{{2,}}(?!\w)")
_VALUES = {"I": 1, "V": 5, "X": 10}


def say_address(match: re.Match[str]) -> str:
    """Of a page only the name of the site: nobody can write down a long address that is read aloud."""
    text = match[0].rstrip(".,;:!?")
    host = None if "@" in text else _HOST.match(text)
    return _address(host[1] if host else text) + match[0][len(text) :]


def _address(text: str) -> str:
    pieces = (_piece(piece) for piece in _ADDRESS_PIECE.findall(text.lower().rstrip(".")))
    return " ".join("".join(pieces).split())


def _piece(piece: str) -> str:
    if piece in _SIGNS_OF_ADDRESSES:
        return _SIGNS_OF_ADDRESSES[piece]
    if piece.isdecimal() and piece.isascii():
        return f" {digit_words(piece)} "
    return "vê en" if piece == "vn" else piece


def _say_numeral(match: re.Match[str], voice: Voice) -> str:
    return f"{match['lead']} {number_words(roman_value(match['roman']), voice.region)}"


def _say_lone_numeral(match: re.Match[str], voice: Voice) -> str:
    return number_words(roman_value(match["roman"]), voice.region)


def roman_value(roman: str) -> int:
    """Value of a Roman numeral up to XXXIX."""
    values = [_VALUES[letter] for letter in roman]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _say_ordinal(match: re.Match[str], voice: Voice) -> str:
    named = {1: "nhất", 4: "tư"}.get(int(match["number"]))
    return f"{match['lead']} {named or number_words(int(match['number']), voice.region)}"


def _say_letter(match: re.Match[str], _voice: Voice) -> str:
    return f"{match['lead']} {letter_name(match['letter'])}"


def _say_consonant(match: re.Match[str], _voice: Voice) -> str:
    return letter_name(match[0])


def _say_glued(_match: re.Match[str], _voice: Voice) -> str:
    return " "


def _say_number_and_letter(match: re.Match[str], voice: Voice) -> str:
    return f"{number_words(int(match['number']), voice.region)} {letter_name(match['letter'])}"


def _say_acronym(match: re.Match[str], voice: Voice) -> str:
    word = match["word"]
    if word.isalpha() and (is_marked(word) or (is_syllable(word) and _is_among_capitals(match))):
        return word.lower()
    voice.spelled[word] = None
    return spell(word)


def _is_among_capitals(match: re.Match[str]) -> bool:
    before, after = _CAPITALS_AROUND
    return bool(before.search(text_before(match)) or after.search(text_after(match)))


NUMBERED = (
    Rule(_NUMERAL, _say_numeral),
    Rule(_LONE_NUMERAL, _say_lone_numeral),
    Rule(_ORDINAL, _say_ordinal),
    Rule(_GLUED, _say_glued),
    Rule(_NUMBER_AND_LETTER, _say_number_and_letter),
)
"""Tried before plain quantities."""
RULES = (
    Rule(_LETTER, _say_letter),
    Rule(_ACRONYM, _say_acronym),
    Rule(_CONSONANT, _say_consonant),
)
