"""What an administrative text consists of, as far as its layout is concerned. Texts are plain, one line each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class ParagraphLook(Enum):
    """How a paragraph of the body looks; the value names its style in the file."""

    TEXT = "NoiDung"
    HEADING = "DeMuc"
    CHAPTER = "PhanChuong"  # "Chương I" and its title, centred


@dataclass(frozen=True, slots=True)
class OfficialParagraph:
    """One paragraph of the body."""

    text: str
    look: ParagraphLook = ParagraphLook.TEXT


@dataclass(frozen=True, slots=True)
class OfficialDocument:
    """Components after Nghị định 30/2020/NĐ-CP, Điều 8; what is empty is not shown.

    `national_title` is Quốc hiệu and Tiêu ngữ, a line each; `authority` the lines in capitals above the signature,
    `signed` those below them, the last one the name. `attachments` begin on a page of their own.
    """

    superior: tuple[str, ...] = ()
    issuer: tuple[str, ...] = ()
    national_title: tuple[str, ...] = ()
    number: str = ""
    place_and_date: str = ""
    doc_type: str = ""
    subject: tuple[str, ...] = ()
    grounds: tuple[str, ...] = ()
    body: tuple[OfficialParagraph, ...] = ()
    recipients: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    signed: tuple[str, ...] = ()
    attachments: tuple[OfficialDocument, ...] = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """What is said about the file; `note` is the line at the foot of each page."""

    title: str
    author: str
    created: datetime
    modified: datetime
    note: str = ""
