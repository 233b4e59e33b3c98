"""Keys of the front matter that a text states with certainty, and what stays open and why."""

from __future__ import annotations

import re
from collections.abc import Container
from typing import get_args

from msgspec import Struct, field

from giamngheo.content.loader import Content
from giamngheo.content.register_schema import Agency
from giamngheo.content.schema import PlanType
from giamngheo.ground.vietnamese import slugify
from giamngheo.legal.cells import Finding
from giamngheo.legal.letterhead import Letterhead

_PERIOD = re.compile(
    r"(?:giai đoạn|từ năm) ?((?:19|20)[0-9]{2}) ?(?:[-–]|đến(?: hết)?(?: năm)?) ?((?:19|20)[0-9]{2})", re.IGNORECASE
)
_YEAR = re.compile(r"năm ((?:19|20)[0-9]{2})\b", re.IGNORECASE)
_NAMES = {
    "superior": "cơ quan cấp trên",
    "issuer": "cơ quan ban hành",
    "number": "số, ký hiệu",
    "issued": "ngày ban hành",
    "doc_type": "loại văn bản",
    "subject": "trích yếu",
    "signer": "người ký",
    "signer_role": "chức vụ người ký",
}


class Fields(Struct):
    """Certain values by key, ready to be written; for open keys, a sentence each."""

    certain: dict[str, str] = field(default_factory=dict)
    open: dict[str, str] = field(default_factory=dict)


def find_fields(head: Letterhead, damaged: Container[int], content: Content) -> Fields:
    """Return what `head` says, checked against the registers; nothing from a damaged line is certain."""
    found = Fields()
    for key in ("number", "issued", "doc_type", "subject", "issuer", "signer", "signer_role"):
        finding: Finding | None = getattr(head, key)
        if finding is None:
            found.open[key] = f"không thấy {_NAMES[key]}, hoặc đọc được nhiều hơn một"
        elif finding.line in damaged:
            found.open[key] = f"đọc được “{finding.value}” ở dòng {finding.line}, nhưng dòng này bị hỏng"
        else:
            found.certain[key] = finding.value
    _check_type(found)
    _check_issuer(found, head, content)
    _check_period(found)
    return found


def _check_type(found: Fields) -> None:
    name = found.certain.pop("doc_type", None)
    if name is None:
        if found.certain.get("subject", "").lower().startswith("v/v") and "number" in found.certain:
            found.certain["doc_type"] = "cong-van"  # the only type whose name is not written above its subject
        return
    if (kind := slugify(name)) in get_args(PlanType):
        found.certain["doc_type"] = kind
    else:
        found.open["doc_type"] = f"văn bản là “{name}”, chưa có trong danh sách loại văn bản"


def _check_issuer(found: Fields, head: Letterhead, content: Content) -> None:
    name = found.certain.pop("issuer", None)
    if name is None or head.issuer is None:
        return
    agencies = [a for a in content.registers["agencies"].values() if isinstance(a, Agency)]
    same = [a for a in agencies if slugify(name) in map(slugify, (a.name, *a.abbreviations))]
    if len(same) != 1:
        where = f"“{name}” ở dòng {head.issuer.line}"
        found.open["issuer"] = f"đọc được {where}, chưa có trong registers/agencies.yml"
        return
    found.certain["issuer"] = same[0].id
    found.certain["publisher"] = same[0].name
    if same[0].place:
        found.certain["places"] = same[0].place


def _check_period(found: Fields) -> None:
    subject = found.certain.get("subject", "")
    periods = set(_PERIOD.findall(subject)) or {(year, year) for year in _YEAR.findall(subject)}
    if len(periods) == 1:
        begin, end = periods.pop()
        found.certain["period"] = f"{{from: {begin}, to: {end}}}"
    else:
        found.open["period"] = "trích yếu không nói rõ một giai đoạn"
