"""Reads the labelled sentences; their form is told at the top of tuned.txt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from giamngheo.legal import Citation, find_citations

_MARK = re.compile("⟦(.*?)⟧")


@dataclass(frozen=True)
class Label:
    """One citation as a reader sees it; `what` is the number, the name of a law, or "này"."""

    words: str
    start: int
    what: str
    type: str = ""
    date: str = ""
    issuer: str = ""
    places: str = ""

    @property
    def identity(self) -> tuple[str, int, str, str]:
        """What precision and recall are counted on: the exact place, the number or name, the type."""
        return self.words, self.start, self.what, self.type


@dataclass(frozen=True)
class Sentence:
    text: str
    labels: tuple[Label, ...]


def read_set(name: str) -> list[Sentence]:
    lines = Path(__file__).with_name(f"{name}.txt").read_text("utf-8").splitlines()
    return list(_sentences(line for line in lines if line and not line.startswith("#")))


def _sentences(lines: Iterator[str]) -> Iterator[Sentence]:
    pending, fields = "", list[list[str]]()
    for line in lines:
        if line.startswith("  = "):
            fields.append([field.strip() for field in line[4:].split("|")])
            continue
        if pending:
            yield _sentence(pending, fields)
        pending, fields = line, []
    yield _sentence(pending, fields)


def _sentence(marked: str, fields: list[list[str]]) -> Sentence:
    marked = marked.replace("⏎", "\n")
    marks = list(re.finditer("⟦(.*?)⟧", marked, re.DOTALL))
    assert len(marks) == len(fields), marked
    # Each mark before takes away two signs, and so does the opening one of the mark itself.
    labels = [
        Label(mark[1], mark.start() - 2 * index, *("" if part == "-" else part for part in parts))
        for index, (mark, parts) in enumerate(zip(marks, fields, strict=True))
    ]
    return Sentence(marked.replace("⟦", "").replace("⟧", ""), tuple(labels))


def found_in(text: str) -> list[Label]:
    return [_as_label(text, citation) for citation in find_citations(text)]


def _as_label(text: str, citation: Citation) -> Label:
    what = citation.number or citation.name or "này"
    places = " ".join(map(str, citation.pinpoints))
    date = str(citation.date or "")
    return Label(
        text[citation.start : citation.end], citation.start, what, citation.type, date, citation.issuer, places
    )
