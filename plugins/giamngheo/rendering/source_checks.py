"""Finds in the Markdown source what must not be there: raw HTML, unsafe links, images without words.

These checks read the source and not the result, because editors need the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from giamngheo.ground.problems import Location, Problem

_FENCE = re.compile(r" {0,3}(```|~~~)")
_CODE_SPAN = re.compile(r"`[^`]*`")
_TAG = re.compile(r"<(?:/?[a-zA-Z][^\s>/]*|!--)[^>]*>?")
_AUTOLINK = re.compile(r"<(https?://|mailto:)?[^\s<>@]*[@/.][^\s<>]*>")
_INLINE_LINK = re.compile(r"!?\[[^\]]*\]\(\s*<?([^)\s>]*)")
_DEFINED_LINK = re.compile(r" {0,3}\[[^\]]+\]:\s*<?(\S+)")
_SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.\-\s]*):")
_ENTITY = re.compile(r"&(#\d+|#x[0-9a-f]+|colon|tab|newline);", re.IGNORECASE)
_IMAGE_WITHOUT_WORDS = re.compile(r"!\[\s*\]\(([^)\s]*)")
_SAFE = frozenset({"http", "https", "mailto", "tel"})


def check_markdown(body: str, path: str, first_line: int) -> Iterator[Problem]:
    """Yield problems of a Markdown body whose first line stands at `first_line` of `path`."""
    is_code = False
    for number, line in enumerate(body.split("\n"), first_line):
        if _FENCE.match(line):
            is_code = not is_code
        elif not is_code and not line.startswith("    <"):
            yield from _check_line(_CODE_SPAN.sub("", line), Location(path, number))


def _check_line(line: str, location: Location) -> Iterator[Problem]:
    for tag in _TAG.finditer(_AUTOLINK.sub("", line)):
        yield Problem("html-tho", location, {"tag": tag.group()})
        break  # one line per cause: a line of HTML has many tags and one remedy
    for match in (*_INLINE_LINK.finditer(line), *_DEFINED_LINK.finditer(line), *_AUTOLINK.finditer(line)):
        target = match.group(1) or match.group()
        if is_unsafe(target):
            yield Problem("lien-ket-nguy-hiem", location, {"target": target})
    for match in _IMAGE_WITHOUT_WORDS.finditer(line):
        yield Problem("anh-thieu-mo-ta", location, {"file": match[1]})


def is_unsafe(target: str) -> bool:
    """True for a scheme outside http, https, mailto, tel, however it is disguised, and for `//host`."""
    if _ENTITY.search(target) or target.startswith(("//", "\\")):
        return True
    match = _SCHEME.match(target)
    return bool(match and re.sub(r"\s", "", match[1]).lower() not in _SAFE)
