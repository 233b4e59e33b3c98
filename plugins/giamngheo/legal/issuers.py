"""Issuers: which body wrote a text and which one stands above it, from the lines in capitals of its header."""

import re
from collections.abc import Sequence

from giamngheo.legal.cells import Finding, without_national_title

_BODY = re.compile(
    r"(?:uy ban|ubnd|hoi dong|hdnd|bo|so|chinh phu|thu tuong|chu tich|quoc hoi|ban|cuc|tong cuc|chi cuc|van phong|"
    r"phong|dang uy|dang bo|(?:tinh|thanh|huyen|quan|xa|phuong) uy|doan|hoi|lien doan|vien|toa an|truong|trung tam|"
    r"ngan hang|bao hiem|cong an|thanh tra|tram|lien minh|mat tran|kho bac|so giao dich)\b"
)
_PLACE = re.compile(r"(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu)\b(?! uy\b)")
_UNFINISHED = re.compile(r"(?:[-–,]|\b(?:va|cua|cac|van phong))$")
_MOST_WORDS = 20


def read_issuers(header: Sequence[Finding]) -> tuple[Finding | None, Finding | None]:
    """Return the superior body and the issuer; None for what is not there or not certain."""
    bodies: list[Finding] = []
    last_line = 0
    for cell in header:
        name = without_national_title(cell)
        if not name[:1].isalpha() or not name.isupper() or len(name.split()) > _MOST_WORDS:
            continue
        cell = Finding(name, cell.line)  # noqa: PLW2901 - the same cell, without its neighbour
        if bodies and _goes_on(bodies[-1], cell, last_line):
            bodies[-1] = Finding(f"{bodies[-1].value} {name}", bodies[-1].line)
        elif _BODY.match(cell.folded) and all(name != body.value for body in bodies):
            bodies.append(cell)
        else:
            continue
        last_line = cell.line
    if len(bodies) == 1:
        return None, bodies[0]
    return (bodies[0], bodies[1]) if len(bodies) == 2 else (None, None)  # noqa: PLR2004 - one above the other


def _goes_on(body: Finding, cell: Finding, last_line: int) -> bool:
    if _PLACE.match(cell.folded) or _UNFINISHED.search(body.folded):
        return True
    return cell.line - last_line <= 1 and not _BODY.match(cell.folded)
