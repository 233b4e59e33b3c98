"""Reads the text layer of .pdf, page by page; page numbers and running titles are left out when certain."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pypdfium2

from giamngheo.importing.encodings import convert_fonts
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError

_MOST_PAGES = 500
_PAGE_NUMBER = re.compile(r"\s*[-–]?\s*(?:trang\s+)?([0-9]{1,3})(?:\s*/\s*[0-9]{1,3})?\s*[-–]?\s*", re.IGNORECASE)
_FEWEST_REPEATS, _MOST_OF_THEM = 3, 0.6
_SCANNED = "trang {pages} không có lớp chữ (là ảnh quét)"
_SCANNED_MEND = "nhận dạng chữ (OCR) tệp này trước, lưu lại PDF có chữ hoặc tệp .txt rồi nhập"


def read_pdf(path: Path) -> ReadText:
    """Return the lines of all pages; raises RefusedError for a locked or broken file and for scanned pages."""
    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise RefusedError("tệp PDF có mật khẩu", "mở bằng phần mềm PDF, bỏ mật khẩu rồi nhập lại") from error
        raise RefusedError("tệp PDF bị hỏng, không mở được", "xin lại tệp gốc hoặc in lại ra PDF") from error
    try:
        pages = _read_pages(document)
    except pypdfium2.PdfiumError as error:
        raise RefusedError("tệp PDF bị hỏng ở giữa chừng", "xin lại tệp gốc hoặc in lại ra PDF") from error
    finally:
        document.close()
    return _without_running_lines(pages)


def _read_pages(document: pypdfium2.PdfDocument) -> list[list[str]]:
    if len(document) > _MOST_PAGES:
        raise RefusedError(f"tệp PDF có hơn {_MOST_PAGES} trang", "tách thành nhiều tệp")
    pages, scanned = [], []
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage().get_text_range()
        if not text.strip() and next(page.get_objects(), None) is not None:
            scanned.append(str(number + 1))
        # PDFium marks a hyphen at the end of a line with U+FFFE or U+0002.
        pages.append(text.replace("\ufffe", "-").replace("\x02", "-").replace("\r\n", "\n").strip().split("\n"))
    if scanned:
        raise RefusedError(_SCANNED.format(pages=", ".join(scanned[:10])), _SCANNED_MEND)
    return pages


def _without_running_lines(pages: list[list[str]]) -> ReadText:
    """Drop each page's own number, and a first or last line that most pages share; tell which."""
    notes = []
    for end in (0, -1):
        if numbered := [page for number, page in enumerate(pages, 1) if _is_number(page, end, number)]:
            _drop(numbered, end)
            notes.append(f"Đã bỏ số trang ở {len(numbered)} trang.")
        ends = Counter(page[end].strip() for page in pages if page)
        for line, times in ends.most_common(1):
            if line and times >= max(_FEWEST_REPEATS, _MOST_OF_THEM * len(pages)):
                _drop([page for page in pages if page and page[end].strip() == line], end)
                notes.append(f"Đã bỏ dòng lặp ở {times} trang: “{line}”.")
    for number, page in enumerate(pages, 1):
        notes += [
            f"Trang {number} có dòng chỉ có một chữ “{s}”; xem lại bản gốc." for s in page if _is_stray(s.strip())
        ]
    read = convert_fonts("\n".join(line for page in pages for line in page))
    return ReadText(read.text, [*notes, *read.notes])


def _is_stray(line: str) -> bool:
    """Whether it is one letter alone, as PDFs yield that draw a letter in pieces."""
    return len(line) == 1 and line.isalpha()


def _is_number(page: list[str], end: int, number: int) -> bool:
    match = _PAGE_NUMBER.fullmatch(page[end]) if page else None
    return match is not None and int(match[1]) == number


def _drop(pages: list[list[str]], end: int) -> None:
    for page in pages:
        del page[end]
