"""Where in a Markdown body a link or an image stands: editors need the line, rendered HTML has none."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

_NOISE = re.compile(r"[\s\\]+")
_EMPTY = re.compile(r"\]\([ \t]*(<>)?[ \t]*\)|^ {0,3}\[[^\]]+\]:[ \t]*<>")
"""A link to nothing, and the definition of one."""

_BEFORE = "(<[ \t\n:"
_AFTER = ")>] \t\n\"'"


def lines_of(body: str, target: str) -> list[int]:
    """Lines of `body`, counted from 0, on which `target` is written; the first line when none is found."""
    lines = body.split("\n")
    exact = [i for i, line in enumerate(lines) if _names(line, target)]
    if exact:
        return exact
    plain = _plain(target)
    close = [i for i, line in enumerate(lines) if plain and plain in _plain(line)]
    return close[:1] or [_line_across(body, plain)]


def _names(line: str, target: str) -> bool:
    """Whether the line holds `target` as a whole, not as a part of a longer one."""
    if not target:
        return bool(_EMPTY.search(line))
    at = line.find(target)
    while at >= 0:
        end = at + len(target)
        if line[at - 1 : at] in _BEFORE and line[end : end + 1] in _AFTER:
            return True
        at = line.find(target, at + 1)
    return False


def _plain(text: str) -> str:
    return _NOISE.sub("", unquote(html.unescape(text))).lower()


def _line_across(body: str, plain: str) -> int:
    """Line where a target begins that is broken over two lines."""
    at = body.find(plain[:8]) if plain else -1
    return body.count("\n", 0, at) if at >= 0 else 0
