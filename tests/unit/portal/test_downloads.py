"""Which files may be attached: what a file holds counts, not only its ending."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from docx import Document

from factories import Project, a_policy, codes
from giamngheo.portal import downloads
from giamngheo.portal.downloads import is_download

_RTF = b"{\\rtf1 a}"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.pdf", b"%PDF-1.7\n"),
        ("a.PDF", b"\xef\xbb\xbf\r\n%PDF-1.4\n"),
        ("a.doc", _OLE),
        ("a.doc", _RTF),
        ("a.xls", _OLE),
        ("a.csv", "tên;số\n".encode()),
        ("a.csv", "tên\tsố\n".encode("utf-16")),
        ("a.txt", b""),
        ("a.mp3", b"ID3" + bytes(20)),
    ],
)
def test_a_file_that_is_what_its_ending_says_may_be_attached(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert is_download(path)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.doc", "a.txt", "a.mp3", "a.zip"])
@pytest.mark.parametrize("content", [b"MZ" + bytes(90), b"PK\x03\x04" + bytes(90), b"\0" * 2000])
def test_a_program_under_another_ending_may_not(name: str, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert not is_download(path)


def test_a_document_that_office_programs_write_may_be_attached(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    Document().save(str(path))
    assert is_download(path)


def test_an_archive_that_would_fill_up_a_device_is_refused(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloads, "_MOST_UNPACKED", 1_000_000)  # of a hundred: packing that much takes seconds
    path = project.write("content/attachments/a.docx", b"")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(1_000_001))
    assert path.stat().st_size < 50_000
    project.add(a_policy(attachments=[{"file": "attachments/a.docx", "title": "Văn bản"}]))
    assert codes(project.check()) == ["tep-phat-sai"]
