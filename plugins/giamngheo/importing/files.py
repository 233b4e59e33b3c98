"""Opens the file to import: by its suffix, after looking whether it is what the suffix says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from giamngheo.content.disk import MAX_BYTES, reason_of
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.vietnamese import normalize
from giamngheo.importing.docx_file import read_docx
from giamngheo.importing.encodings import decode
from giamngheo.importing.html_file import read_html
from giamngheo.importing.pdf_file import read_pdf
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError

MOST_BYTES = 10_000_000
_MOST_TEXT = MAX_BYTES - 20_000  # what is left for the front matter
_BEGINNINGS = {b"%PDF-": ".pdf", b"PK\x03\x04": ".docx"}
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_KINDS = "docx, pdf, html hoặc txt"


def read_file(path: Path) -> ReadText:
    """Return the text of `path` in Unicode; raises RefusedError for whatever cannot be imported."""
    try:
        beginning = _look(path)
        read = _reader(path, beginning)(path)
    except OSError as error:
        raise RefusedError(f"không đọc được tệp ({reason_of(error)})", "kiểm tra đường dẫn và quyền đọc") from error
    text = "\n".join(line.rstrip() for line in drop_illegal(normalize(read.text)).splitlines()).strip() + "\n"
    if not text.strip():
        raise RefusedError("tệp không có chữ nào", "kiểm tra lại tệp gốc")
    if len(text.encode("utf-8")) > _MOST_TEXT:
        raise RefusedError("chữ trong tệp quá dài (hơn 980 KB)", "tách thành nhiều tệp, hoặc đưa vào tệp đính kèm")
    return ReadText(text, read.notes)


def _look(path: Path) -> bytes:
    if not path.exists():
        raise RefusedError("không thấy tệp", "kiểm tra lại đường dẫn")
    if not path.is_file():
        raise RefusedError("đây không phải là một tệp", f"ghi đường dẫn tới một tệp {_KINDS}")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise RefusedError(f"tệp nặng {size // 1000} KB, quá mức {MOST_BYTES // 1000} KB", "bỏ ảnh hoặc tách tệp")
    if size == 0:
        raise RefusedError("tệp rỗng", "kiểm tra lại tệp gốc")
    with path.open("rb") as file:
        return file.read(16)


def _reader(path: Path, beginning: bytes) -> Callable[[Path], ReadText]:
    readers: dict[str, Callable[[Path], ReadText]] = {
        ".docx": read_docx,
        ".pdf": read_pdf,
        ".html": read_html,
        ".htm": read_html,
        ".txt": _read_txt,
    }
    suffix = path.suffix.lower()
    if suffix not in readers:
        raise RefusedError(f"không nhập được loại tệp “{path.suffix or path.name}”", f"lưu lại thành {_KINDS}")
    meant = next((kind for sign, kind in _BEGINNINGS.items() if beginning.startswith(sign)), None)
    is_other = meant is not None and meant != suffix
    if beginning.startswith(_PICTURES) or is_other:
        found = "ảnh" if meant is None else f"tệp {meant}"
        raise RefusedError(f"đuôi tệp là {suffix} nhưng bên trong là {found}", "đổi đuôi tệp cho đúng rồi nhập lại")
    return readers[suffix]


def _read_txt(path: Path) -> ReadText:
    content = path.read_bytes()
    read = decode(content)
    if read.text.count("\0") > len(read.text) // 100:
        raise RefusedError("tệp không phải là văn bản", f"lưu lại thành {_KINDS}")
    return read
