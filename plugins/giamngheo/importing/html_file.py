"""Reads .html: visible paragraphs, list numbers, tables, fonts of before Unicode."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import lxml.etree
import lxml.html
from msgspec import Struct, field

from giamngheo.importing.encodings import decode, font_conversion
from giamngheo.importing.pieces import join_pieces, table_text
from giamngheo.importing.read_text import ReadText
from giamngheo.importing.refusal import RefusedError

_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "nav", "header", "footer", "aside", "form", "button"}
)
_BLOCKS = frozenset(
    {
        *("address", "article", "blockquote", "body", "center", "dd", "div", "dl", "dt", "figure", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "ul", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
_FONT = re.compile(r"font-family\s*:\s*([^;,]+)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def read_html(path: Path) -> ReadText:
    """Return the visible text; raises RefusedError for what is no page."""
    read = decode(path.read_bytes())
    try:
        root = lxml.html.document_fromstring(read.text.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise RefusedError("tệp HTML không có nội dung đọc được", "lưu lại trang từ trình duyệt rồi nhập") from error
    walk = _Walk()
    for event, element in lxml.etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        walk.take(event, element)
    return ReadText(join_pieces(walk.pieces), read.notes)


class _Walk(Struct):
    """State of one walk through the page; no recursion, for pages may be nested without end."""

    pieces: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)  # text of the paragraph being read
    _unseen: int = 0
    _fonts: list[str] = field(default_factory=list)
    _lists: list[int | None] = field(default_factory=list)
    _tables: list[list[list[str]]] = field(default_factory=list)

    def take(self, event: str, element: Any) -> None:  # noqa: ANN401 - lxml's stubs know no event walk
        if event in {"comment", "pi"}:
            self._add(element.tail)
        elif event == "start":
            self._start(element)
        else:
            self._end(element)

    def _start(self, element: Any) -> None:  # noqa: ANN401
        tag = str(element.tag)
        style = element.get("style") or ""
        if self._unseen or tag in _UNSEEN or _HIDDEN.search(style) or element.get("hidden") is not None:
            self._unseen += 1
            return
        found = _FONT.search(style)
        self._fonts.append(found[1] if found else element.get("face") or (self._fonts[-1] if self._fonts else ""))
        if tag in _BLOCKS or tag == "table":
            self._close()
        self._open_part(tag)
        self._add(element.text)

    def _open_part(self, tag: str) -> None:
        if tag == "br":
            self._open.append("\n")
        elif tag in {"ol", "ul"}:
            self._lists.append(0 if tag == "ol" else None)
        elif tag == "li" and self._lists:
            count = self._lists[-1]
            self._lists[-1] = None if count is None else count + 1
            self._open.append("- " if count is None else f"{count + 1}. ")
        elif tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in {"td", "th"} and self._tables and self._tables[-1]:
            self._close()
            self._tables[-1][-1].append("")

    def _end(self, element: Any) -> None:  # noqa: ANN401
        if self._unseen:
            self._unseen -= 1
        else:
            tag = str(element.tag)
            self._fonts.pop()
            if tag in _BLOCKS or tag in {"td", "th", "table"}:
                self._close()
            if tag in {"ol", "ul"} and self._lists:
                self._lists.pop()
            if tag == "table" and self._tables:
                self._put(table_text(self._tables.pop()))
        if not self._unseen:
            self._add(element.tail)

    def _add(self, text: str | None) -> None:
        if text and not self._unseen:
            convert = font_conversion(self._fonts[-1]) if self._fonts else None
            self._open.append(_SPACES.sub(" ", convert(text) if convert else text))

    def _close(self) -> None:
        text = "\n".join(line.strip() for line in "".join(self._open).split("\n")).strip()
        self._open.clear()
        self._put(text)

    def _put(self, text: str) -> None:
        if not text:
            return
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            cells = self._tables[-1][-1]
            cells[-1] = f"{cells[-1]}\n\n{text}" if cells[-1] else text
        else:
            self.pieces.append(text)
