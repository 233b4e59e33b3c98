"""Checks a finished site folder before it is published: every link of every page leads to a file."""

from __future__ import annotations

import html
import posixpath
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

_TARGETS = (b'href="', b'src="')
_SHOWN = 20


def check_site(
    find: Callable[[str], Path], files: Collection[str], checked: Collection[str] = frozenset()
) -> list[str]:
    """Return, in Vietnamese, at most 20 reasons why the site must not go out.

    `files` are those of the site, `find` tells where each lies; pages in `checked` are known to be good.
    """
    good: dict[int, set[bytes]] = {}
    reasons: list[str] = []
    for name in sorted(files):
        # 404.html is served at any depth: its links begin at the root
        if name.endswith(".html") and name != "404.html" and name not in checked:
            found = _targets(find(name).read_bytes())
            reasons += _faults(name, found, files, good.setdefault(name.count("/"), set()))
    return reasons[:_SHOWN]


def _targets(page: bytes) -> set[bytes]:
    """Where a page leads, and what it loads; cut apart, in a third of the time that a pattern takes."""
    return {part.partition(b'"')[0] for name in _TARGETS for part in page.split(name)[1:]}


def _faults(name: str, found: set[bytes], files: Collection[str], good: set[bytes]) -> Iterator[str]:
    """Yield links of the page `name` that lead nowhere.

    Links from the root are the same on thousands of pages of one depth: those found good once are in `good`.
    """
    root = "../" * name.count("/")
    for value in sorted(found - good):
        target = value.decode()
        file = _file_of(posixpath.dirname(name), target)
        if file is not None and file not in files:
            what = f"liên kết “{html.unescape(target)}” không dẫn tới tệp nào"
            yield f"{name}: lỗi: {what}. Cách sửa: sửa hoặc bỏ liên kết này. [bo-cong-khai-loi]"
        elif root and target.startswith(root) and not target.startswith(f"{root}../"):
            good.add(value)


def _file_of(directory: str, target: str) -> str | None:
    """File that a relative link names; None for links that leave the site or stay on the page."""
    parts = urlsplit(html.unescape(target))
    if not target:
        return posixpath.join(directory, "index.html")
    if parts.scheme or parts.netloc or not parts.path:
        return None
    path = posixpath.normpath(posixpath.join(directory, unquote(parts.path)))
    return posixpath.normpath(posixpath.join(path, "index.html")) if parts.path.endswith("/") or path == "." else path
