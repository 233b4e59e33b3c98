"""Spares inline parsing for texts that hold no inline sign: most of them, and half the cost of rendering.

Python-Markdown tries 16 patterns on every text. A text marked as an `AtomicString` is passed over; the mark
is taken off again before abbreviations, which look for words, are explained.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_SIGN = re.compile(r"[\\`*_\[<&\x02]")
_BREAK = "  \n"
"""What any inline pattern begins with; a pattern added to the renderer must be added here (a test compares).

Two looks, because one for either takes three times as long.
"""


class PlainTextExtension(Extension):
    """Marks plain texts before inline parsing (priority 20) and takes the marks off after it."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - name given by Python-Markdown
        """Register both steps."""
        md.treeprocessors.register(_Mark(md), "mark_plain_texts", 21)
        md.treeprocessors.register(_Unmark(md), "unmark_plain_texts", 19)


class _Mark(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _has_sign(element.text):
                element.text = AtomicString(element.text)
            if element.tail and not _has_sign(element.tail):
                element.tail = AtomicString(element.tail)


class _Unmark(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag != "code" and isinstance(element.text, AtomicString):
                element.text = str(element.text)
            if isinstance(element.tail, AtomicString):
                element.tail = str(element.tail)


def _has_sign(text: str) -> bool:
    return _SIGN.search(text) is not None or _BREAK in text
