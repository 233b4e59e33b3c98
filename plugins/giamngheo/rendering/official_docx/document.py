"""What an administrative text consists of, as far as its layout is concerned. Texts are plain, one line each."""

from __future__ import annotations

from datetime import datetime
from enum import Enum

from msgspec import Struct


class ParagraphLook(Enum):
    """How a paragraph of the body looks; the value names its style in the file."""

    TEXT = "NoiDung"
    HEADING = "DeMuc"
    CHAPTER = "PhanChuong"  # "Chương I" and its title, centred


class OfficialParagraph(Struct, frozen=True):
    """One paragraph of the body."""

    text: str
    look: ParagraphLook = ParagraphLook.TEXT


class OfficialLink(Struct, frozen=True):
    """Words in a cell of a table that lead to an address."""

    text: str
    address: str


class TableColumn(Struct, frozen=True):
    """One column: its heading, its width in millimetres (160 for all together), whether it holds numbers."""

    title: str
    width: float
    is_number: bool = False


class OfficialTable(Struct, frozen=True):
    """A table of the body; every row has one cell for each column. Its heading is repeated on every page."""

    columns: tuple[TableColumn, ...]
    rows: tuple[tuple[str | OfficialLink, ...], ...]


OfficialBody = tuple[OfficialParagraph | OfficialTable, ...]


class OfficialAnnex(Struct, frozen=True):
    """An annex (Phụ lục I, Mục III.1): label, name in capitals, which text it goes with; numbers its own pages."""

    label: str
    title: str
    goes_with: str
    body: OfficialBody


class OfficialDocument(Struct, frozen=True):
    """Components after Nghị định 30/2020/NĐ-CP, Điều 8; what is empty is not shown.

    `national_title` is Quốc hiệu and Tiêu ngữ, a line each; `addressed_to` those behind "Kính gửi:"; `authority` the
    lines in capitals above the signature, `signed` those below them, the last one the name. `attachments` are texts of
    their own, each on a new page.
    """

    superior: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    national_title: tuple[str, ...] = ()
    number: str = ""
    place_and_date: str = ""
    doc_type: str = ""
    subject: tuple[str, ...] = ()
    addressed_to: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    body: OfficialBody = ()
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    attachments: tuple[OfficialDocument, ...] = ()
    annexes: tuple[OfficialAnnex, ...] = ()


class Properties(Struct, frozen=True):
    """What is said about the file; `note` is the line at the foot of each page."""

    title: str
    author: str
    created: datetime
    modified: datetime
    note: str = ""
