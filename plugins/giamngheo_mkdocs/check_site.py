"""Checks a finished site folder before it is published: every link of every page leads to a file."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TARGET = re.compile(r'(?:href|src)="([^"]*)"')
_SHOWN = 20


def check_site(folder: Path) -> list[str]:
    """Return, in Vietnamese, at most 20 reasons why the site must not go out."""
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    reasons = [r for name in sorted(files) if name.endswith(".html") for r in _faults(folder, name, files)]
    return reasons[:_SHOWN]


def _faults(folder: Path, name: str, files: set[str]) -> Iterator[str]:
    if name == "404.html":
        return  # served at any depth, so its addresses begin at the root
    root = "../" * name.count("/")
    for target in sorted(set(_TARGET.findall((folder / name).read_text("utf-8")))):
        if root and target.startswith(root) and not target.startswith(f"{root}../"):
            file = _file_of("", target.removeprefix(root))  # the same few hundred targets on thousands of pages
        else:
            file = _file_of(posixpath.dirname(name), target)
        if file is not None and file not in files:
            what = f"liên kết “{html.unescape(target)}” không dẫn tới tệp nào"
            yield f"{name}: lỗi: {what}. Cách sửa: sửa hoặc bỏ liên kết này. [bo-cong-khai-loi]"


@lru_cache(maxsize=100_000)
def _file_of(directory: str, target: str) -> str | None:
    """File that a relative link names; None for links that leave the site or stay on the page."""
    parts = urlsplit(html.unescape(target))
    if not target:
        return posixpath.join(directory, "index.html")
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(directory, unquote(parts.path)))
    return posixpath.normpath(posixpath.join(path, "index.html")) if parts.path.endswith("/") or path == "." else path
