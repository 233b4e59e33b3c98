"""Automatic numbers of .docx lists: Word keeps them apart from the text, but they are part of an official text."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from docx.oxml.ns import qn
from msgspec import Struct

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_GAP = re.compile("%([1-9])")
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"))
_SMALL_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_LETTERS = 26


class _Level(Struct, frozen=True):
    form: str
    text: str
    start: int


class Numbers:
    """Counts through the lists of one document."""

    def __init__(self, document: Document) -> None:
        self._levels = _read_levels(document)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def next_for(self, paragraph: Paragraph) -> str:
        """Return the number that Word shows before this paragraph ("1.", "a)", "-"), or ""."""
        found = _numbering_of(paragraph)
        levels = self._levels.get(found[0], {}) if found else {}
        if not found or found[1] not in levels:
            return ""
        number, level = found
        counts = self._counts[number]
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [other for other in counts if other > level]:
            del counts[deeper]
        if levels[level].form == "bullet":
            return "-"
        return _GAP.sub(lambda gap: _write(levels, counts, int(gap[1]) - 1), levels[level].text)


def _write(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    if level not in levels:
        return ""
    return _in_form(counts.get(level, levels[level].start), levels[level].form)


def _numbering_of(paragraph: Paragraph) -> tuple[str, int] | None:
    own = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:numPr')}")  # noqa: SLF001 - python-docx has no reader for lists
    style = paragraph.style
    while own is None and style is not None:
        own = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        style = style.base_style
    if own is None:
        return None
    number, level = (_value(own.find(qn(tag))) for tag in ("w:numId", "w:ilvl"))
    return (number, int(level or 0)) if number and number != "0" else None


def _read_levels(document: Document) -> dict[str, dict[int, _Level]]:
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    abstract = {
        str(part.get(qn("w:abstractNumId"))): {
            int(level.get(qn("w:ilvl"))): _Level(
                _value(level.find(qn("w:numFmt"))) or "decimal",
                _value(level.find(qn("w:lvlText"))),
                int(_value(level.find(qn("w:start"))) or 1),
            )
            for level in part.findall(qn("w:lvl"))
        }
        for part in root.findall(qn("w:abstractNum"))
    }
    return {
        str(part.get(qn("w:numId"))): abstract.get(_value(part.find(qn("w:abstractNumId"))), {})
        for part in root.findall(qn("w:num"))
    }


def _value(element: Any) -> str:  # noqa: ANN401 - python-docx types its elements as Any
    return "" if element is None else str(element.get(qn("w:val")) or "")


def _in_form(number: int, form: str) -> str:
    if form.endswith("Roman"):
        roman = _roman(number)
        return roman if form == "upperRoman" else roman.lower()
    if form.endswith("Letter"):
        letter = chr(ord("a") + (number - 1) % _LETTERS) * (1 + (number - 1) // _LETTERS)
        return letter.upper() if form == "upperLetter" else letter
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    written = ""
    for amount, letters in (*_ROMAN, *_SMALL_ROMAN):
        written += letters * (number // amount)
        number %= amount
    return written
