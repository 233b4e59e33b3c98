"""The parts of an administrative text, one after the other, and the bytes of the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as DocxDocument
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from giamngheo.ground.characters import drop_illegal
from giamngheo.rendering.official_docx.document import (
    OfficialAnnex,
    OfficialBody,
    OfficialDocument,
    OfficialTable,
    Properties,
)
from giamngheo.rendering.official_docx.styles import (
    LEFT_COLUMN,
    PADDING,
    RIGHT_COLUMN,
    TEXT_WIDTH,
    begin_annex,
    draw_rule,
    new_docx,
    set_style,
    width_of,
)
from giamngheo.rendering.official_docx.tables import write_table

_SHORT_RULE = 0.4
"""Part of the words above it that a line is long: a third to a half."""
_ROOM_TO_SIGN = Pt(54)
_KINH_GUI, _BELOW_COLON = 25, 46
"""Millimetres from the left: the words "Kính gửi:", and the place below their colon."""
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_docx(document: OfficialDocument, properties: Properties) -> bytes:
    """Return the file; characters that XML forbids are dropped."""
    docx = new_docx()
    _write(docx, document)
    for attachment in document.attachments:
        _add_line(docx, "", "CachDong").paragraph_format.page_break_before = True
        _write(docx, attachment)
    for annex in document.annexes:
        _write_annex(docx, annex)
    _write_note(docx, properties.note)
    core = docx.core_properties
    core.title, core.author, core.last_modified_by = properties.title, properties.author, properties.author
    core.created, core.modified, core.language = properties.created, properties.modified, "vi-VN"
    core.comments, core.revision = properties.note, 1
    return _same_bytes(docx)


def _write(docx: DocxDocument, document: OfficialDocument) -> None:
    write_letterhead(docx, document)
    write_title(docx, document)
    write_addressed_to(docx, document)
    for ground in document.grounds:
        _add_line(docx, ground, "CanCu")
    _write_body(docx, document.body)
    write_closing(docx, document)


def _write_body(docx: DocxDocument, body: OfficialBody) -> None:
    for part in body:
        if isinstance(part, OfficialTable):
            write_table(docx, part)
            _add_line(docx, "", "CachDong")
        else:
            _add_line(docx, part.text, part.look.value)


def _write_annex(docx: DocxDocument, annex: OfficialAnnex) -> None:
    begin_annex(docx)
    _add_line(docx, annex.label, "PhanChuong")
    _add_line(docx, annex.title, "TenPhuLuc")
    _add_line(docx, annex.goes_with, "DanPhuLuc")
    draw_rule(docx.add_paragraph(), _SHORT_RULE * TEXT_WIDTH / 2, TEXT_WIDTH)
    _add_line(docx, "", "CachDong")
    _write_body(docx, annex.body)


def write_letterhead(docx: DocxDocument, document: OfficialDocument) -> None:
    """Issuer and number at the left; Quốc hiệu, Tiêu ngữ, place and date at the right (ô 1, 2, 3, 4)."""
    names = (*document.superior, *document.issuer, *document.national_title)
    if not (names or document.number or document.place_and_date):
        return
    (left, right), (below_left, below_right) = _two_columns(docx, 2)
    _add_lines(left, document.superior, "CoQuanChuQuan")
    _add_lines(left, document.issuer, "CoQuanBanHanh")
    if document.issuer:
        width = min(width_of(document.issuer[-1], 12), LEFT_COLUMN - PADDING)
        draw_rule(left.add_paragraph(), _SHORT_RULE * width, LEFT_COLUMN - PADDING)
    for line in document.national_title:
        _add_lines(right, (line,), "QuocHieu" if line.isupper() else "TieuNgu")
    if document.national_title:
        draw_rule(right.add_paragraph(), width_of(document.national_title[-1], 13), RIGHT_COLUMN - PADDING)
    _add_lines(below_left, filter(None, [document.number]), "SoKyHieu")
    _add_lines(below_right, filter(None, [document.place_and_date]), "NoiVaNgay")
    _drop_first_lines(left, right, below_left, below_right)


def write_title(docx: DocxDocument, document: OfficialDocument) -> None:
    """Type and subject in the middle, with a line below (ô 5a)."""
    if document.doc_type:
        _add_line(docx, document.doc_type, "TenLoai")
    _add_lines(docx, document.subject, "TrichYeu")
    if last := (*filter(None, [document.doc_type]), *document.subject)[-1:]:
        draw_rule(docx.add_paragraph(), _SHORT_RULE * min(width_of(last[0], 14), TEXT_WIDTH), TEXT_WIDTH)
        _add_line(docx, "", "CachDong")


def write_addressed_to(docx: DocxDocument, document: OfficialDocument) -> None:
    """Those to whom it is sent: one on the line of "Kính gửi:", more each on a line below the colon (ô 9a)."""
    if len(document.addressed_to) == 1:
        _add_line(docx, f"Kính gửi: {document.addressed_to[0]}", "KinhGui")
    elif document.addressed_to:
        first = _add_line(docx, "Kính gửi:", "TenKinhGui")
        first.paragraph_format.left_indent = Mm(_KINH_GUI)
        for name in document.addressed_to:
            end = "." if name is document.addressed_to[-1] else ";"
            _add_line(docx, f"- {name}{end}", "TenKinhGui").paragraph_format.left_indent = Mm(_BELOW_COLON)
        _add_line(docx, "", "CachDong")


def write_closing(docx: DocxDocument, document: OfficialDocument) -> None:
    """Recipients at the left, who signs with which authority at the right (ô 9b, 7a, 7b)."""
    if not (document.recipients or document.authority or document.signed):
        return
    _add_line(docx, "", "CachDong")
    ((left, right),) = _two_columns(docx, 1)
    _add_lines(left, document.recipients[:1], "NoiNhan")
    _add_lines(left, document.recipients[1:], "TenNoiNhan")
    _add_lines(right, document.authority, "QuyenHan")
    signed = _add_lines(right, document.signed, "NguoiKy")
    if signed:
        signed[-1].paragraph_format.space_before = _ROOM_TO_SIGN
    _drop_first_lines(left, right)


def _two_columns(docx: DocxDocument, rows: int) -> list[tuple[_Cell, _Cell]]:
    table = docx.add_table(rows, 2)
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    for column, width in zip(table.columns, (LEFT_COLUMN, RIGHT_COLUMN), strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    return [(row.cells[0], row.cells[1]) for row in table.rows]


def _add_lines(place: DocxDocument | _Cell, lines: Iterable[str], style: str) -> list[Paragraph]:
    return [_add_line(place, line, style) for line in lines]


def _add_line(place: DocxDocument | _Cell, line: str, style: str) -> Paragraph:
    paragraph = place.add_paragraph(drop_illegal(line))
    set_style(paragraph, style)
    return paragraph


def _drop_first_lines(*cells: _Cell) -> None:
    """A new cell has an empty paragraph, which must stay only where there is no other."""
    for cell in cells:
        paragraphs: Sequence[Paragraph] = cell.paragraphs
        if len(paragraphs) > 1:
            cell._tc.remove(paragraphs[0]._p)  # noqa: SLF001 - python-docx cannot remove a paragraph


def _write_note(docx: DocxDocument, note: str) -> None:
    if not note:
        return
    section = docx.sections[0]
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        set_style(paragraph, "ChanTrang")
        paragraph.add_run(drop_illegal(note))


def _same_bytes(docx: DocxDocument) -> bytes:
    """Pack again with one time for all parts: a zip otherwise tells when it was made."""
    first, second = BytesIO(), BytesIO()
    docx.save(first)
    with ZipFile(first) as made, ZipFile(second, "w") as packed:
        for name in made.namelist():
            packed.writestr(ZipInfo(name, _EPOCH), made.read(name), ZIP_DEFLATED)
    return second.getvalue()
