"""Opens editors' texts: the only module of the core that does.

Nothing outside the content folder is read, whatever links lie in it, and no file that is not plain text of a sane size.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from giamngheo.content.frontmatter import SourceFile
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import normalize

MAX_BYTES = 1_000_000
"""Largest text file that is read; the longest official plan of the seeds has 17 KB."""

_REASONS = {
    errno.ENOENT: "tệp không có ở đó, hoặc liên kết dẫn tới tệp không có",
    errno.ELOOP: "liên kết dẫn vòng quanh",
    errno.EACCES: "không có quyền",
    errno.EPERM: "không có quyền",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EIO: "ổ đĩa lỗi",
    errno.ENOSPC: "ổ đĩa hết chỗ",
    errno.EDQUOT: "hết chỗ được dùng trên ổ đĩa",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EISDIR: "đó là thư mục",
    errno.ENOTDIR: "trên đường dẫn có một tệp, không phải thư mục",
    errno.EEXIST: "đã có ở đó",
}
"""What the system says in English, in the words of an editor."""


class Folder(Struct, frozen=True):
    """The content folder: nothing that lies outside it, links followed, is read."""

    root: Path
    _real: dict[str, str] = field(default_factory=dict)
    """Folders with links followed: asked for once, and not for each of thousands of files."""

    def holds(self, path: Path) -> bool:
        """True where `path`, links followed, is below the root."""
        real = os.path.realpath(path) if path.is_symlink() else f"{self._follow(path.parent)}{os.sep}"
        return real.startswith(f"{self._follow(self.root)}{os.sep}")

    def _follow(self, folder: Path) -> str:
        shown = str(folder)
        if shown not in self._real:
            self._real[shown] = os.path.realpath(folder)
        return self._real[shown]


def read_source(folder: Folder, path: Path) -> SourceFile | Problem:
    """Read one text file of `folder`, or say why it cannot be read; see `read_bytes` and `decode`."""
    data = read_bytes(folder, path)
    return decode(data, shown_path(folder.root, path)) if isinstance(data, bytes) else data


def read_bytes(folder: Folder, path: Path) -> bytes | Problem:
    """Read one file of `folder`, or say why it cannot be read."""
    if fault := _fault_of(folder, path):
        return fault
    try:
        return path.read_bytes()
    except OSError as error:
        return unreadable(shown_path(folder.root, path), error)


def decode(data: bytes, shown: str) -> SourceFile | Problem:
    """The text of the file `shown`, as NFC with LF, or that it is no UTF-8."""
    with suppress(UnicodeDecodeError):
        if data.count(0) <= len(data) // 4:  # UTF-16 without its mark: every other byte is zero
            return SourceFile(shown, normalize(data.decode("utf-8-sig")))
    return Problem("khong-phai-utf8", Location(shown))


def shown_path(root: Path, path: Path) -> str:
    """Path of a file below `root` as editors read it: slashes, and nothing that no terminal can print."""
    inner = path.relative_to(root).as_posix().encode("utf-8", "replace").decode()
    return f"{root.name}/{inner if inner.isprintable() else ''.join(c if c.isprintable() else '?' for c in inner)}"


def _fault_of(folder: Folder, path: Path) -> Problem | None:
    """Why the file must not be opened at all: it lies elsewhere, is no plain file, or is too large."""
    root = folder.root
    try:
        if not folder.holds(path):
            shown = shown_path(root, path)
            return Problem("tep-ngoai-thu-muc", Location(shown), {"file": shown, "folder": root.name})
        status = path.stat()
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle, until Python 3.12
        return unreadable(shown_path(root, path), error)
    if not stat.S_ISREG(status.st_mode):
        return Problem("tep-khong-doc-duoc", Location(shown_path(root, path)), {"reason": "không phải là tệp thường"})
    if status.st_size > MAX_BYTES:
        values = {"size": str(status.st_size // 1000), "limit": str(MAX_BYTES // 1000)}
        return Problem("tep-qua-lon", Location(shown_path(root, path)), values)
    return None


def no_real_folder(root: Path, folder: Path) -> Problem | None:
    """That `folder` is a link, or something else than a folder; None also where it is absent."""
    if not os.path.lexists(folder) or (folder.is_dir() and not folder.is_symlink()):
        return None
    return Problem("tep-khong-doc-duoc", Location(shown_path(root, folder)), {"reason": "phải là một thư mục thật"})


def fault_of_folder(root: Path, folder: Path) -> Problem | None:
    """Why nothing in `folder` can be read: it is no real folder, or is not given out; None where it is absent."""
    if (fault := no_real_folder(root, folder)) or not folder.exists():
        return fault
    try:
        os.scandir(folder).close()
    except OSError as error:
        return unreadable(shown_path(root, folder), error)
    return None


def unreadable(shown: str, error: OSError | RuntimeError) -> Problem:
    """The problem of a file or folder that the system does not give out."""
    return Problem("tep-khong-doc-duoc", Location(shown), {"reason": reason_of(error)})


def reason_of(error: OSError | RuntimeError) -> str:
    """What the system refused, in Vietnamese."""
    code = error.errno if isinstance(error, OSError) else errno.ELOOP
    return _REASONS.get(code or 0, "hệ thống tệp báo lỗi")
