"""Head and foot of the report of an agency, after Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục II.

What the register and the settings do not tell is left to be filled in by hand: nothing is guessed.
"""

from __future__ import annotations

import re

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Agency
from giamngheo.content.settings import OfficeReport
from giamngheo.outlets.reports.scope import Scope

NATIONAL_TITLE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
_BLANK = "\u2026\u2026"
_ROOM = "\u00a0" * 7
"""Where number, day and month are written by hand."""

_COMMITTEE = re.compile(r"(Ủy ban nhân dân|Hội đồng nhân dân) (.+)")
_SYMBOLS = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND"}
_BELOW_COMMITTEE = re.compile(r"(Sở|Phòng) ")
_TITLES = {"Sở": "GIÁM ĐỐC", "Phòng": "TRƯỞNG PHÒNG"}


class Letterhead(Struct, frozen=True):
    """Everything around the text of a report."""

    superior: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    to: tuple[str, ...]
    recipients: tuple[str, ...]
    authority: tuple[str, ...]
    signed: tuple[str, ...]


def letterhead_of(scope: Scope) -> Letterhead:
    """Head and foot of a report; what the settings say wins over what the register lets derive."""
    agency, office = scope.agency, scope.office
    superior = _superior(scope.catalog, agency, office)
    authority = office.authority if office and office.authority else _authority(agency)
    symbol = (office.symbol if office else None) or _symbol(agency) or _BLANK
    return Letterhead(
        superior=tuple(filter(None, (superior,))),
        issuer=_issuer(scope, superior),
        number=f"Số:{_ROOM}/BC-{symbol}",
        place_and_date=f"{_seat(scope.catalog, agency)}, ngày{_ROOM}tháng{_ROOM}năm {scope.catalog.today.year}",
        to=office.to if office else (),
        recipients=tuple(_recipients(office)),
        authority=authority,
        signed=tuple(filter(None, (office.signer if office else None,))) or (("",) if authority else ()),
    )


def annex_reference(scope: Scope, head: Letterhead) -> str:
    """The line below the name of an annex (Mục III.1.d)."""
    issuer = scope.agency.name if scope.agency else _BLANK
    number = head.number.removeprefix("Số:")
    year = scope.catalog.today.year
    return f"(Kèm theo Báo cáo số{number} ngày{_ROOM}tháng{_ROOM}năm {year} của {issuer})"


def _superior(catalog: Catalog, agency: Agency | None, office: OfficeReport | None) -> str:
    """The body above: of departments the committee of their place; committees themselves name none."""
    if office and office.superior:
        return office.superior
    place = catalog.places.get(agency.place or "") if agency else None
    is_department = bool(agency and _BELOW_COMMITTEE.match(agency.name))
    return f"UBND {place.full_name}" if place and is_department else ""


def _issuer(scope: Scope, superior: str) -> tuple[str, ...]:
    agency = scope.agency
    if agency is None:
        return tuple(filter(None, (scope.catalog.settings.publisher,)))
    if found := _COMMITTEE.fullmatch(agency.name):
        return found[1], found[2]
    place = scope.catalog.places.get(agency.place or "")
    is_told = bool(place and superior.endswith(place.full_name))
    return (agency.name.removesuffix(f" {place.full_name}") if place and is_told else agency.name,)


def _symbol(agency: Agency | None) -> str:
    found = _COMMITTEE.fullmatch(agency.name) if agency else None
    return _SYMBOLS[found[1]] if found else ""


def _seat(catalog: Catalog, agency: Agency | None) -> str:
    """Name of the place where the agency sits, as it stands before the date."""
    place = catalog.places.get(agency.place or "") if agency else None
    return place.name if place and place.level != "quoc-gia" else _BLANK


def _authority(agency: Agency | None) -> tuple[str, ...]:
    if agency is None:
        return ()
    if found := _COMMITTEE.fullmatch(agency.name):
        return f"TM. {found[1].upper()}", "CHỦ TỊCH"
    kind = _BELOW_COMMITTEE.match(agency.name)
    return (_TITLES[kind[1]],) if kind else ()


def _recipients(office: OfficeReport | None) -> list[str]:
    above = ["- Như trên;"] if office and office.to else []
    copies = [f"- {name.rstrip(';.')};" for name in office.copies] if office else []
    return ["Nơi nhận:", *above, *copies, "- Lưu: VT."]
