"""Internal links: written file to file by editors, resolved against the catalog after rendering.

The cached HTML keeps the file names, so that moving one page does not render a thousand others again.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

SITE = "\x1asite:"
"""Stands before an absolute path of the site in resolved HTML; each outlet puts its own root in its place.

It begins with a character that no content can hold, so that "Website: …" in a text is never taken for it.
"""

_LINK = re.compile(r'<a href="([^"]*)"((?:[^>"]|"[^"]*")*)>(.*?)</a>', re.DOTALL)  # a title may hold ">"
_IMAGE = re.compile(r'(<img (?:alt="[^"]*" )?src=")([^"]*)"')
_OUTSIDE = re.compile(r"(https?:|mailto:|tel:)")
NOTHING_OVER: Mapping[str, str] = {}


def find_internal_links(markup: str) -> Iterator[str]:
    """Yield every link target of rendered HTML that does not leave the site, as the editor wrote it.

    A mark on the same page ("#muc") is one of them.
    """
    for match in _LINK.finditer(markup):
        target = html.unescape(match[1])
        if not _OUTSIDE.match(target):
            yield unquote(target)


def find_images(markup: str) -> Iterator[str]:
    """Yield the file of every image of rendered HTML, as the editor wrote it."""
    for match in _IMAGE.finditer(markup):
        yield unquote(html.unescape(match[2]))


def target_file(path: str, target: str) -> tuple[str, str]:
    """Split `target`, written in the file `path`, into the file it names and its fragment."""
    file, _, fragment = target.partition("#")
    if not file and fragment:
        return path, fragment
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), file)), fragment


def image_address(path: str, target: str) -> str:
    """Address on the site of the image `target`, written in the file `path`."""
    file, _ = target_file(path, target)
    return f"/{file.partition('/')[2]}"


def resolve_links(
    markup: str, path: str, address_of: Callable[[str], str | None], over: Mapping[str, str] = NOTHING_OVER
) -> str:
    """Replace file names by addresses of the site; a link to nothing public becomes its plain text.

    `over` are files of what nobody can rely on any more, each with the name of its state, which is told after a link
    to it: the sentence around may have been written while it was in force.
    """

    def resolve(match: re.Match[str]) -> str:
        target = unquote(html.unescape(match[1]))
        if _OUTSIDE.match(target) or target.startswith("#"):
            return match[0]
        file, fragment = target_file(path, target)
        address = address_of(file)
        if address is None:
            return match[3]
        anchor = f"#{fragment}" if fragment else ""
        told = f" ({html.escape(over[file])})" if file in over and file != path else ""
        return f'<a href="{SITE}{html.escape(address + anchor)}"{match[2]}>{match[3]}</a>{told}'

    def place(match: re.Match[str]) -> str:
        return f'{match[1]}{SITE}{html.escape(image_address(path, unquote(html.unescape(match[2]))))}"'

    return _IMAGE.sub(place, _LINK.sub(resolve, markup))
