"""Finds in a Markdown body what must not be there: raw HTML, unsafe links, foreign images, images without words.

What counts is what Markdown *made* of the body (a link may be disguised by entities, defined at the end of the
file, nested in an image, broken over two lines); the source only tells the line, which editors need.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from urllib.parse import unquote

from msgspec import Struct

from giamngheo.ground.characters import has_words
from giamngheo.ground.problems import Location, Problem
from giamngheo.rendering.body import plain_text
from giamngheo.rendering.source_lines import lines_of

_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_TAG = re.compile(r"<(?:/?[a-zA-Z][^\s>/]*|!--|[!?][a-zA-Z\[])[^>]*>?")
_AUTOLINK = re.compile(r"<(?:(?:https?|ftps?)://[^<>]*|[^<>@\s]+@[^<>@\s]+)>", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\s\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_WEB = re.compile(r"https?://[^/?#]", re.IGNORECASE)
_DEEPEST = 80  # columns: lists within lists, twenty times; quotes within quotes, forty times
_MOST = (500, 2000, 200, 200)  # open brackets, backticks, definitions and headings in one block
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_START = re.compile(r'<(a|img)((?: [\w-]+="[^"]*")*) ?/?>')
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')
_CODE = re.compile(r"<(pre|code)[ >].*?</\1>", re.DOTALL)


class Made(Struct, frozen=True):
    """What Markdown made of a body, before the sanitiser: link targets, and images with words."""

    markup: str
    links: tuple[str, ...]
    images: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Text outside code."""
        return plain_text(_CODE.sub("", self.markup))


def read_made(markup: str) -> Made:
    """Read the HTML that Markdown made, before anything was taken out of it.

    It comes from one serialiser (values in double quotes, "<" nowhere but in tags), so that patterns read all of it.
    """
    links: list[str] = []
    images: list[tuple[str, str]] = []
    for match in _START.finditer(markup):
        values = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
        if match[1] == "img":
            images.append((values.get("src", ""), values.get("alt", "")))
        elif "href" in values:
            links.append(values["href"])
    return Made(markup, tuple(links), tuple(images))


def find_tangle(body: str) -> int | None:
    """Line, counted from 0, where the body is more tangled than any reader could follow; None if nowhere.

    Markdown takes time in the square of what is counted here: a few kilobytes would hold a build up for minutes.
    """
    start, counts = 0, [0] * len(_MOST)
    for number, line in enumerate(body.split("\n")):
        text = line.lstrip()
        if not text:
            start, counts = number + 1, [0] * len(_MOST)
        if len(line) - len(text.lstrip("> ")) > _DEEPEST:
            return number
        here = (line.count("["), line.count("`"), text.startswith(":"), text.startswith("#"))
        counts = [before + more for before, more in zip(counts, here, strict=True)]
        if any(count > most for count, most in zip(counts, _MOST, strict=True)):
            return start
    return None


def check_markdown(body: str, path: str, first_line: int, markup: str) -> Iterator[Problem]:
    """Yield problems of a body whose first line stands at `first_line` of `path`; `markup` is what it became."""
    made = read_made(markup)
    yield from _check_tags(body, path, first_line, made)
    yield from check_targets(made, body, Location(path, first_line))


def check_targets(made: Made, body: str, start: Location) -> Iterator[Problem]:
    """Yield links and images of a body that no page may have; `start` is the place of its first line."""
    for target in dict.fromkeys([*made.links, *(file for file, _ in made.images)]):
        if is_unsafe(target):
            yield from _told("lien-ket-nguy-hiem", "target", target, body, start)
    for file, words in made.images:
        if _WEB.match(file):
            yield from _told("anh-ngoai", "file", file, body, start)
        if not has_words(words):
            yield from _told("anh-thieu-mo-ta", "file", file, body, start)


def is_elsewhere(target: str) -> bool:
    """True where a target names nothing of the portal itself: a page elsewhere, or what is not safe."""
    return bool(_WEB.match(target)) or is_unsafe(target)


def is_unsafe(target: str) -> bool:
    """True for a scheme outside http, https, mailto, tel, however it is disguised, and for `//host`."""
    plain = _INVISIBLE.sub("", unquote(target))
    if plain.replace("\\", "/").startswith("//"):
        return True
    scheme = _SCHEME.match(plain)
    if scheme is None:
        return False
    name = scheme[1].lower()
    return name not in _SAFE or (name.startswith("http") and not _WEB.match(plain))


def _check_tags(body: str, path: str, first_line: int, made: Made) -> Iterator[Problem]:
    """Yield one problem for each line with HTML: Markdown here knows none, so a tag would stand in the text."""
    if not _TAG.search(body):
        return
    shown = "".join(made.text.split())
    for number, line in enumerate(body.split("\n"), first_line):
        for tag in _TAG.findall(_AUTOLINK.sub("", _CODE_SPAN.sub("", line))):
            if "".join(tag.split()) in shown:
                yield Problem("html-tho", Location(path, number), {"tag": tag})
                break  # one line per cause: a line of HTML has many tags and one remedy


def _told(code: str, key: str, value: str, body: str, start: Location) -> Iterator[Problem]:
    for index in lines_of(body, value):
        yield Problem(code, Location(start.file, start.line + index), {key: value})
