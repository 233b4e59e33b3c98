"""Numbers and symbols: "650/QĐ-LĐTBXH", "07/2021/NĐ-CP", "24/2021/QH15", "05-CT/TW".

Forms after Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.3 (state) and the guidance of the Party's Central
Office on the form of documents (Party: the dash stands before the type, the stroke before the issuer).
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from giamngheo.legal.citations.cleaning import Cleaned

_GAP = r"[ \n]{0,3}"
NUMBER = re.compile(
    rf"(?<![\w/.,-])(?P<serial>[0-9]{{1,5}}(?:[a-z]{{1,2}}(?=/))?)(?:{_GAP}/{_GAP}(?P<year>(?:19|20)[0-9]{{2}}))?"
    rf"{_GAP}(?P<joint>[/-]){_GAP}(?P<symbol>[a-z]{{1,14}}[0-9]{{0,2}}(?![0-9])"
    rf"(?:{_GAP}[-/&]{_GAP}[a-z]{{1,14}}[0-9]{{0,2}}(?![0-9])){{0,4}})"
)
_PART = re.compile(rf"({_GAP})([-/&]?)({_GAP})([a-z]+[0-9]*)")
_LAWMAKERS = re.compile(r"(?:qh|ubtvqh)[0-9]{0,2}")
_TYPES = {
    "nd": "nghi-dinh",
    "qd": "quyet-dinh",
    "qdi": "quy-dinh",
    "qyd": "quy-dinh",
    "nq": "nghi-quyet",
    "nqlt": "nghi-quyet",
    "ct": "chi-thi",
    "tt": "thong-tu",
    "ttlt": "thong-tu-lien-tich",
    "kh": "ke-hoach",
    "kl": "ket-luan",
    "ctr": "chuong-trinh",
    "ctrhd": "chuong-trinh",
    "cthd": "chuong-trinh",
    "ctrph": "chuong-trinh",
    "hd": "huong-dan",
    "hdln": "huong-dan",
    "tb": "thong-bao",
    "tbkl": "thong-bao",
    "bc": "bao-cao",
    "ttr": "to-trinh",
    "da": "de-an",
    "vbhn": "van-ban-hop-nhat",
    "cd": "cong-dien",
    "qc": "quy-che",
    "cv": "cong-van",
}
_SPELT = {
    "nd": "NĐ",
    "qd": "QĐ",
    "qdi": "QĐi",
    "qyd": "QyĐ",
    "cd": "CĐ",
    "da": "ĐA",
    "ttg": "TTg",
    "ttr": "TTr",
    "ctr": "CTr",
    "ctrhd": "CTrHĐ",
    "hdnd": "HĐND",
    "ldtbxh": "LĐTBXH",
    "bldtbxh": "BLĐTBXH",
    "sldtbxh": "SLĐTBXH",
    "bgddt": "BGDĐT",
    "gddt": "GDĐT",
    "bcd": "BCĐ",
}
"""Spelling of symbols that lose a bar or their small letters in bare or capital text."""

_ISSUERS = frozenset("ttg cp ubnd hdnd tw tu hu du vpcp qh".split()) | _SPELT.keys()  # noqa: SIM905 - a row of words is read more easily
_SHORTEST = 2


class Symbol(Struct, frozen=True):
    """A number as found: where it ends, how an office writes it, and which type its symbol names ("" if none)."""

    end: int
    number: str
    type: str
    is_clear: bool
    """Whether the number alone, without a word before it, can only be that of a document."""
    is_law: bool
    """Whether the National Assembly or its Standing Committee gave it."""


class _Part(Struct, frozen=True):
    """One part of a symbol ("QĐ", "LĐTBXH"): the sign before it, its plain letters, its spelling and its end."""

    joint: str
    plain: str
    spelt: str
    end: int


def read_symbol(cleaned: Cleaned, match: re.Match[str]) -> Symbol | None:
    """Read a match of `NUMBER`, leaving out what only follows it ("90/QĐ-TTg - phê duyệt"); None if it is none."""
    parts = list(_parts(cleaned, match))
    if not parts or (len(parts) == 1 and len(parts[0].plain) < _SHORTEST):
        return None
    first, is_compound, year = parts[0].plain, len(parts) > 1, match["year"]
    letters = "".join(part.joint + part.spelt for part in parts)
    number = f"{match['serial']}{f'/{year}' if year else ''}{match['joint']}{letters}"
    is_law = bool(year) and _LAWMAKERS.fullmatch(first) is not None
    is_clear = is_law or (first in _TYPES and (is_compound or bool(year)))
    return Symbol(parts[-1].end, number, _TYPES.get(first, ""), is_clear, is_law)


def _parts(cleaned: Cleaned, match: re.Match[str]) -> Iterator[_Part]:
    start, is_first = match.start("symbol"), True
    for token in _PART.finditer(match["symbol"]):
        before, joint, after, plain = token.groups()
        shown = cleaned.shown[start + token.start(4) : start + token.end(4)]
        is_apart = bool(before) and bool(after) and plain not in _ISSUERS
        if not _is_symbolic(shown, plain) or (is_apart and not is_first):
            return
        spelt = _SPELT.get(plain) or (shown.upper() if shown.islower() else shown)
        yield _Part(joint, plain, spelt, start + token.end(4))
        is_first = False


def _is_symbolic(shown: str, plain: str) -> bool:
    """Capitals ("TTg", "BLĐTBXH"), or small letters that are known to be a symbol."""
    if shown.islower():
        return plain in _TYPES or plain in _ISSUERS
    return shown[0].isupper() and (sum(map(str.isupper, shown)) >= _SHORTEST or len(shown) == 1)
