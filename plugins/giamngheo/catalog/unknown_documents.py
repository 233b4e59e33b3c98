"""Documents that texts cite and the register lacks: ready-made entries for an editor to complete and paste."""

from __future__ import annotations

import re
from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from giamngheo import legal
from giamngheo.catalog.citations import CitationResolver, is_local
from giamngheo.content.schema import Item
from giamngheo.ground.json_text import compact
from giamngheo.ground.vietnamese import slugify
from giamngheo.legal import TYPE_NAMES, Citation, CitationKind, number_key

_TO_FILL = "ĐIỀN"
_HAS_YEAR = re.compile("/(?:19|20)[0-9]{2}/")


class CitingText(Struct, frozen=True):
    """A text to look through: its file, the line of its first character, and the item that it is, if it is one."""

    file: str
    first_line: int
    text: str
    item: Item | None = None


class Unresolved(Struct, frozen=True):
    """Citations of one document that lead to no record; `similar` are records with that number that do not fit."""

    citation: Citation
    words: str
    item: Item | None
    places: tuple[str, ...]
    similar: tuple[str, ...]


def find_unresolved(resolver: CitationResolver, texts: Iterable[CitingText]) -> list[Unresolved]:
    """Return what no record answers for, each document once, in the order of the texts.

    Laws named without year or number are left out: nothing says which of several laws of that name is meant.
    """
    found: dict[tuple[str, ...], Unresolved] = {}
    for text in texts:
        for citation in legal.find_citations(text.text):
            is_vague = citation.kind is CitationKind.SELF or not (citation.number or citation.date)
            if is_vague or resolver.find(citation, text.item):
                continue
            place = f"{text.file}:{text.first_line + text.text.count(chr(10), 0, citation.start)}"
            key = _key(citation)
            one = found.get(key) or _unresolved(resolver, text, citation)
            found[key] = replace(one, places=(*one.places, place))
    return list(found.values())


def _unresolved(resolver: CitationResolver, text: CitingText, citation: Citation) -> Unresolved:
    words = " ".join(text.text[citation.start : citation.end].split())
    similar = tuple(document.id for document in resolver.with_same_number(citation))
    return Unresolved(citation, words, text.item, (), similar)


def register_entry(resolver: CitationResolver, unresolved: Unresolved) -> str:
    """Return the YAML of a record; what the text does not tell stands as "ĐIỀN …" for the editor."""
    citation = unresolved.citation
    issuer = _issuer(resolver, unresolved)
    lines = {
        "id": _identity(citation, issuer),
        "number": _quoted(_number(citation)),
        "type": citation.type if citation.type in TYPE_NAMES else f"{_TO_FILL} # loại văn bản",
        "issuer": issuer
        or f"{_TO_FILL} # mã trong registers/agencies.yml; trong bài: {citation.issuer or 'không ghi'}",
        "issued": str(citation.date or ""),
        "status": "chua-xac-minh",
        "title": _quoted(citation.name or f"{_TO_FILL} trích yếu"),
        "source": _quoted(f"Dẫn trong {', '.join(unresolved.places)}"),
    }
    told = [f"{key}: {value}" for key, value in lines.items() if value]
    return "- " + "\n  ".join(told) + "\n"


def _issuer(resolver: CitationResolver, unresolved: Unresolved) -> str:
    """Id of the issuer: named in the text, or the only one of the register that uses this symbol (a law has none)."""
    citation = unresolved.citation
    if agency := resolver.issuer_of(citation, unresolved.item):
        return agency.id
    if citation.issuer or is_local(citation.number):
        return ""
    documents = resolver.catalog.documents.values()
    if symbol := _symbol(citation.number):
        same = {d.issuer for d in documents if _symbol(d.number) == symbol}
    else:
        same = {d.issuer for d in documents if d.type == citation.type}
    return same.pop() if len(same) == 1 else ""


def _key(citation: Citation) -> tuple[str, ...]:
    """What makes two citations one document: the number with its year, else also day and issuer."""
    name = number_key(citation.number) or citation.name
    if _HAS_YEAR.search(citation.number) and not is_local(citation.number):
        return (name,)
    return name, str(citation.date or ""), citation.issuer


def _symbol(number: str) -> str:
    """Letters of a number without its serial and year: "nd/cp"."""
    return "/".join(part for part in number_key(number).split("/") if not part.isdigit())


def _identity(citation: Citation, issuer: str) -> str:
    """Id as the register writes it: number, place of a local body, year where the number has none."""
    year = str(citation.date.year) if citation.date else ""
    parts = [slugify(citation.number or citation.name)]
    if is_local(citation.number):
        parts.append("-".join(issuer.split("-")[2:]) or _TO_FILL)
    if year and year not in parts[0].split("-"):
        parts.append(year)
    return "-".join(parts)


def _number(citation: Citation) -> str:
    return citation.number if not citation.number.isdigit() else f"{_TO_FILL} ký hiệu của số {citation.number}"


def _quoted(text: str) -> str:
    return compact(text or f"{_TO_FILL} số hiệu").decode()
