"""Files of an office, made for the tests: Word documents and PDFs, whole and broken."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
from PIL import Image

PASSWORD = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00><00>]" % (b"11" * 32, b"22" * 32)


def write_pdf(path: Path, pages: Sequence[Sequence[str]], trailer: bytes = b"") -> Path:
    """Write a PDF whose pages hold these lines, in one font that maps its codes to the letters used."""
    letters = sorted({letter for page in pages for line in page for letter in line})
    codes = {letter: code for code, letter in enumerate(letters, 33)}
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _font(), _stream(_to_unicode(codes))]
    kids = []
    for page in pages:
        shown = "\n".join(f"<{''.join(f'{codes[letter]:02x}' for letter in line)}> Tj T*" for line in page)
        objects.append(_stream(f"BT /F 12 Tf 14 TL 50 780 Td\n{shown}\nET".encode()))
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
            b" /Contents %d 0 R >>" % len(objects)
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(b"%d 0 R" % kid for kid in kids))
    path.write_bytes(_assemble(objects, trailer))
    return path


def write_scanned_pdf(path: Path) -> Path:
    """Write a PDF with one page that is only a picture."""
    Image.new("RGB", (60, 80), "white").save(path, "PDF")
    return path


def write_docx(path: Path, document: docx.document.Document) -> Path:
    document.save(str(path))
    return path


def write_bomb(path: Path, size: int) -> Path:
    """Write a small .docx that unpacks to `size` bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b" " * size)
    return path


def _font() -> bytes:
    widths = " ".join(["500"] * 255)
    return (
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 1 /LastChar 255 /ToUnicode 4 0 R"
        b" /Widths [%s] >>" % widths.encode()
    )


def _to_unicode(codes: dict[str, int]) -> bytes:
    lines = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /V def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{lines}\nendbfchar endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def _stream(content: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)


def _assemble(objects: Sequence[bytes], trailer: bytes) -> bytes:
    file, places = io.BytesIO(), []
    file.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(file.tell())
        file.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = file.tell()
    file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for place in places:
        file.write(b"%010d 00000 n \n" % place)
    file.write(b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start))
    return file.getvalue()
