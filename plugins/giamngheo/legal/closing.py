"""Closing of a text: authority, office and name of the signer, and the list of recipients."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from giamngheo.legal.cells import Finding
from giamngheo.legal.phonotactics import is_possible

_AUTHORITY = re.compile(r"(?:t/?m|k/?t|t/?l|t/?uq|q)\s?[.,/]?\s(?=[a-z])")
_OFFICE = re.compile(
    r"(?:quyen )?(?:pho )?(?:chu tich(?: nuoc| quoc hoi)?|(?:tong )?giam doc|bo truong|thu truong|thu tuong|"
    r"truong (?:ban|phong|doan|thon)|(?:tong )?cuc truong|chi cuc truong|chanh (?:van phong|thanh tra|an)|hieu truong|"
    r"vien truong|bi thu|chu nhiem|tong bi thu|chu tich hdnd|chu tich ubnd|thu truong don vi)"
)
# The right column, when nothing but a space parts it from the left one: "Nơi nhận: KT. CHỦ TỊCH".
_RIGHT_COLUMN = re.compile(
    r"(?<=[:;,.])\s(?=(?:T/?M|K/?T|T/?L|T/?UQ|Q)[.,]\s?[A-ZĐ])|(?<=[:;])\s(?=[A-ZĐÀ-Ỹ]{2,}(?:\s[A-ZĐÀ-Ỹ]{2,})+$)"
)
_RECIPIENTS = re.compile(r"n[oơ]i nh.n\s?:?\s?")
_BULLET = re.compile(r"[-–+•*]\s?(?=\S)")
_TITLES = re.compile(r"^(?:\(?(?:đã ký|đã kí)\)?|(?:PGS|GS|TS|ThS|BS|CN|KS)\.)[\s:.]*", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 2, 5


class Closing(Struct):
    """What was found; a text without a closing has none of it."""

    authority: list[Finding] = field(default_factory=list)
    offices: list[Finding] = field(default_factory=list)
    names: list[Finding] = field(default_factory=list)
    recipients: list[Finding] = field(default_factory=list)


def read_closing(cells: Sequence[Finding]) -> Closing:
    """Sort the cells between the body and the first annex."""
    closing = Closing()
    for cell in cells:
        for piece in _RIGHT_COLUMN.split(cell.value):
            _sort(closing, Finding(piece, cell.line))
    return closing


def _sort(closing: Closing, cell: Finding) -> None:
    rest = cell.value[match.end() :] if (match := _RECIPIENTS.match(cell.value.lower())) else cell.value
    if not rest:
        return
    if bullet := _BULLET.match(rest):
        closing.recipients.append(Finding(rest[bullet.end() :], cell.line))
    elif rest.isupper() and _AUTHORITY.match(cell.folded):
        closing.authority.append(Finding(rest, cell.line))
    elif rest.isupper() and _OFFICE.fullmatch(Finding(rest, 0).folded):
        closing.offices.append(Finding(rest, cell.line))
    elif _is_name(name := _TITLES.sub("", rest)):
        closing.names.append(Finding(name, cell.line))


def _is_name(text: str) -> bool:
    words = text.split()
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(w.istitle() and is_possible(w) for w in words)
