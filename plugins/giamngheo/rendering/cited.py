"""Citations in rendered texts: marked when a text is rendered, linked when the register is known. No word changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape

from msgspec import Struct

from giamngheo import legal
from giamngheo.catalog.citations import CitationResolver
from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Item
from giamngheo.legal import Citation, CitationKind
from giamngheo.rendering.body import CitedPlace, Rendered
from giamngheo.rendering.links import SITE

_MARK = re.compile(r'<cite n="([0-9]+)">(.*?)</cite>', re.DOTALL)
_TAG = re.compile(r'(<(?:[^<>"]|"[^"]*")+>)')
_CLOSED_BY = {"a": "/a", "code": "/code", "h2": "/h2", "h3": "/h3", "h4": "/h4", "abbr": "/abbr"}
_ANCHOR = re.compile(r'<h[2-6] id="([^"]*)"')
_CLAUSE_END = re.compile(r"[.;:!?…](?= )|\n")
_LONGEST_CLAUSE = 240


class Reference(Struct, frozen=True):
    """A citation of an item, and the document of the register that it means, if exactly one is left."""

    place: CitedPlace
    document: Document | None


def cite_in(text: str, anchor: str, first: int) -> tuple[str, list[CitedPlace]]:
    """Return plain `text` as HTML with its citations marked from index `first` on, and the citations."""
    pieces, places, position = list[str](), list[CitedPlace](), 0
    for citation in legal.find_citations(text):
        if citation.kind is CitationKind.SELF:
            continue
        name = escape(text[citation.start : citation.end], quote=False)
        pieces += [
            escape(text[position : citation.start], quote=False),
            f'<cite n="{first + len(places)}">{name}</cite>',
        ]
        places.append(CitedPlace(anchor, _clause(text, citation), citation))
        position = citation.end
    pieces.append(escape(text[position:], quote=False))
    return "".join(pieces), places


def cite_markup(rendered: Rendered) -> Rendered:
    """Mark the citations of safe HTML that came from Markdown; links and code stay as the editor wrote them."""
    pieces, places, anchor, closing = list[str](), list[CitedPlace](), "", ""
    for piece in _TAG.split(rendered.html):
        if piece.startswith("<"):
            name = piece[1:].split(" ", 1)[0].rstrip(">")
            closing = "" if closing == name else closing or _CLOSED_BY.get(name, "")
            if heading := _ANCHOR.match(piece):
                anchor = heading[1]
        elif piece and not closing:
            piece, found = cite_in(unescape(piece), anchor, len(places))  # noqa: PLW2901 - the same piece, marked
            places += found
        pieces.append(piece)
    return Rendered.of("".join(pieces), rendered.headings, tuple(places))


def find_references(resolver: CitationResolver, item: Item, places: Iterable[CitedPlace]) -> tuple[Reference, ...]:
    """Resolve the citations of one item."""
    return tuple(Reference(place, resolver.find(place.citation, item)) for place in places)


def link_references(markup: str, references: Sequence[Reference]) -> str:
    """Return the HTML with each resolved mark as a link to the page of its document, others as plain text."""

    def link(match: re.Match[str]) -> str:
        document = references[int(match[1])].document
        return f'<a class="cite" href="{SITE}/van-ban/{document.id}/">{match[2]}</a>' if document else match[2]

    return _MARK.sub(link, markup) if references else markup


def _clause(text: str, citation: Citation) -> str:
    """The words around a citation, from the sign before it to the sign after it; shortened with an ellipsis."""
    told = max(citation.full_end, citation.end)
    start, end = max(0, citation.full_start - _LONGEST_CLAUSE), min(len(text), told + _LONGEST_CLAUSE)
    for match in _CLAUSE_END.finditer(text, start, citation.full_start):
        start = match.end()
    if following := _CLAUSE_END.search(text, told, end):
        end = following.start()
    clause = text[start:end].strip()
    if len(clause) <= _LONGEST_CLAUSE:
        return clause
    begin = max(start, min(citation.start - _LONGEST_CLAUSE // 4, end - _LONGEST_CLAUSE))
    cut = text[begin : begin + _LONGEST_CLAUSE]
    cut = cut.rpartition(" ")[0] or cut  # no word is broken at the ends
    return f"… {cut.partition(' ')[2]}…" if begin > start else f"{cut}…"
