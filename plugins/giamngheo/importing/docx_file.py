"""Reads .docx: paragraphs with their automatic numbers, tables, fonts of before Unicode, tracked changes."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from giamngheo.importing.docx_numbers import Numbers
from giamngheo.importing.encodings import font_conversion
from giamngheo.importing.pieces import join_pieces, table_text
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError

if TYPE_CHECKING:
    from docx.document import Document

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
_MOST_BYTES, _MOST_PARTS = 60_000_000, 5_000
_BROKEN = ("tệp Word bị hỏng, không mở được", "mở bằng Word, lưu lại dạng .docx rồi nhập lại")
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_LEFT_OUT = {"w:txbxContent": "hộp chữ", "w:drawing": "hình", "w:footnoteReference": "chú thích chân trang"}
_DELETED = {qn("w:del"), qn("w:moveFrom")}


def read_docx(path: Path) -> ReadText:
    """Return the text; raises RefusedError for a file that is encrypted, broken or a zip bomb."""
    _check_package(path)
    try:
        document = docx.Document(str(path))
        pieces = list(_Reader(document).pieces())
    except Exception as error:
        raise RefusedError(*_BROKEN) from error
    return ReadText(join_pieces(pieces), list(_notes(document)))


def _check_package(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_OLD_OFFICE)) == _OLD_OFFICE:
            raise RefusedError(
                "tệp Word có mật khẩu hoặc là dạng .doc cũ", "mở bằng Word, bỏ mật khẩu, lưu lại dạng .docx"
            )
    try:
        parts = zipfile.ZipFile(path).infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise RefusedError(*_BROKEN) from error
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parts) > _MOST_BYTES:
        raise RefusedError("tệp Word bung ra quá lớn", "mở bằng Word, bỏ ảnh, lưu lại rồi nhập lại")


def _notes(document: Document) -> Iterator[str]:
    body = document.element.body
    changes = len(body.findall(f".//{qn('w:ins')}")) + len(body.findall(f".//{qn('w:del')}"))
    if changes:
        yield f"Tệp còn {changes} chỗ theo dõi sửa (Track Changes); đã lấy chữ sau khi sửa."
    for tag, what in _LEFT_OUT.items():
        if count := len(body.findall(f".//{qn(tag)}")):
            yield f"Tệp có {count} {what}, không được nhập; xem lại bản gốc."


class _Reader:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._numbers = Numbers(document)

    def pieces(self) -> Iterator[str]:
        """Yield paragraphs and tables in the order of the document."""
        for block in self._document.iter_inner_content():
            yield self._paragraph(block) if isinstance(block, Paragraph) else self._table(block)

    def _table(self, table: Table) -> str:
        rows = []
        for row in table.rows:
            seen: set[int] = set()
            cells = []
            for cell in row.cells:
                if id(cell._tc) not in seen:  # noqa: SLF001 - merged cells are told apart only by their element
                    seen.add(id(cell._tc))  # noqa: SLF001
                    cells.append("\n\n".join(filter(None, map(self._paragraph, cell.paragraphs))))
            rows.append(cells)
        return table_text(rows)

    def _paragraph(self, paragraph: Paragraph) -> str:
        text = "".join(self._runs(paragraph)).strip()
        number = self._numbers.next_for(paragraph)
        return f"{number} {text}" if number and text else text

    def _runs(self, paragraph: Paragraph) -> Iterator[str]:
        for run in paragraph._p.iter(qn("w:r")):  # noqa: SLF001 - `runs` leaves out links and insertions
            if any(above.tag in _DELETED or above.tag == qn("w:txbxContent") for above in run.iterancestors()):
                continue
            text = "".join(part.text or "" if part.tag == qn("w:t") else _SIGNS.get(part.tag, "") for part in run)
            convert = font_conversion(self._font(run, paragraph))
            yield convert(text) if convert else text

    def _font(self, run: object, paragraph: Paragraph) -> str:
        fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")  # type: ignore[attr-defined]
        if fonts is not None and (name := fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))):
            return str(name)
        style = paragraph.style
        while style is not None:
            if style.font.name:
                return str(style.font.name)
            style = style.base_style
        return str(self._document.styles["Normal"].font.name or "") if "Normal" in self._document.styles else ""
