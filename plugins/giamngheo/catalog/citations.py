"""Which document of the register a citation means: linked only where exactly one candidate is left.

A candidate has the same number (or name), and nothing that the text says of type, day or issuer contradicts it.
Numbers of provinces, districts and communes repeat everywhere and every year, so for them the text must also say
something that fits: the full day, or whose document it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property

from msgspec import Struct

from giamngheo.catalog.catalog import Catalog
from giamngheo.content.register_schema import Agency, Document
from giamngheo.content.schema import Item, Plan
from giamngheo.ground.vietnamese import PartialDate, fold
from giamngheo.legal import Citation, CitationKind, number_key

_LOCAL = frozenset({"ubnd", "hdnd", "tu", "hu", "du", "bch", "dh", "bcd"})
"""Parts of symbols that many bodies share; TU: tỉnh ủy, HU: huyện ủy, ĐU: đảng ủy."""

_SAME_TYPES = ({"luat", "bo-luat"}, {"thong-tu", "thong-tu-lien-tich"}, {"cong-van", "thong-bao"})
_LONG_FORMS = (
    (re.compile(r"\bubnd\b"), "uy ban nhan dan"),
    (re.compile(r"\bhdnd\b"), "hoi dong nhan dan"),
    (re.compile(r"\btp\b"), "thanh pho"),
    (re.compile(r"^(?:bo truong|chu tich|giam doc) (?=\w)"), ""),
    (re.compile(r" khoa [ivxl]+$"), ""),
)
_UNIT_AT_END = re.compile(
    r"(?:^| )(?:tinh|thanh pho|huyen|quan|thi xa|thi tran|xa|phuong|tinh uy|huyen uy|thanh uy|dang uy)$"
)


class CitationResolver(Struct, frozen=True, dict=True):
    """Answers for the citations of one catalog."""

    catalog: Catalog

    def find(self, citation: Citation, citing: Item | None = None) -> Document | None:
        """Return the document meant, or None; `citing` tells whose "UBND tỉnh" is meant."""
        candidates = [d for d in self._candidates(citation) if self._agrees(d, citation, citing)]
        return candidates[0] if len(candidates) == 1 else None

    def with_same_number(self, citation: Citation) -> list[Document]:
        """Records with the number of the citation, whatever else the text says."""
        return self._by_number.get(number_key(citation.number), []) if citation.number else []

    def issuer_of(self, citation: Citation, citing: Item | None = None) -> Agency | None:
        """Return the agency of the register that the words for the issuer name, if it is one only."""
        words = _spell_out(citation.issuer)
        found = [a for a in self.catalog.agencies.values() if words and self._is_named(a, words, citing)]
        return found[0] if len(found) == 1 else None

    def _candidates(self, citation: Citation) -> list[Document]:
        if citation.kind is CitationKind.NAMED:
            return self._laws.get(fold(citation.name), []) if citation.date else []
        if citation.kind is CitationKind.SELF:
            return []
        if citation.number.isdigit():  # without symbol the full day must stand for it
            is_dated = citation.date is not None and citation.date.day is not None
            return self._by_serial.get(citation.number.lstrip("0"), []) if is_dated else []
        return self._by_number.get(number_key(citation.number), [])

    def _agrees(self, document: Document, citation: Citation, citing: Item | None) -> bool:
        if not (_is_same_type(document.type, citation.type) and _is_same_day(document.issued, citation.date)):
            return False
        agency = self.catalog.agencies.get(document.issuer)
        words = _spell_out(citation.issuer)
        if words and not (agency and self._is_named(agency, words, citing)):
            return False
        has_day = citation.date is not None and citation.date.day is not None and document.issued == citation.date
        return not is_local(document.number) or has_day or bool(words)

    def _is_named(self, agency: Agency, words: str, citing: Item | None) -> bool:
        """Whether `words` may name the agency: "UBND tỉnh" only where the citing plan lies in that province."""
        names = [_spell_out(name) for name in (agency.name, *agency.abbreviations)]
        if words in names:
            return True
        if _UNIT_AT_END.search(words):
            return any(n.startswith(f"{words} ") for n in names) and agency.place in self._home_of(citing)
        return any(words.startswith(f"{name} ") for name in names)

    def _home_of(self, citing: Item | None) -> frozenset[str]:
        """The place of the agency whose text cites, and those above it."""
        issuer = self.catalog.agencies.get(citing.issuer) if isinstance(citing, Plan) else None
        return frozenset(place.id for place in self.catalog.above(issuer.place or "")) if issuer else frozenset()

    @cached_property
    def _by_number(self) -> dict[str, list[Document]]:
        return self._grouped(number_key)

    @cached_property
    def _by_serial(self) -> dict[str, list[Document]]:
        return self._grouped(lambda number: number_key(number).partition("/")[0])

    @cached_property
    def _laws(self) -> dict[str, list[Document]]:
        groups: dict[str, list[Document]] = {}
        for document in self.catalog.documents.values():
            if document.type == "luat":
                groups.setdefault(fold(document.title), []).append(document)
        return groups

    def _grouped(self, key: Callable[[str], str]) -> dict[str, list[Document]]:
        groups: dict[str, list[Document]] = {}
        for document in self.catalog.documents.values():
            groups.setdefault(key(document.number), []).append(document)
        return groups


def is_local(number: str) -> bool:
    """Whether bodies of many places use this symbol, so that the number alone names nothing."""
    return not _LOCAL.isdisjoint(number_key(number).split("/"))


def _is_same_type(known: str, cited: str) -> bool:
    return cited in {"", known} or any({known, cited} <= same for same in _SAME_TYPES)


def _is_same_day(known: PartialDate | None, cited: PartialDate | None) -> bool:
    """Whether two days agree in all that both of them say."""
    if known is None or cited is None:
        return True
    pairs = ((known.year, cited.year), (known.month, cited.month), (known.day, cited.day))
    return all(a is None or b is None or a == b for a, b in pairs)


def _spell_out(words: str) -> str:
    """Fold the words for an agency and write its short forms out."""
    text = " ".join(re.sub(r"[^\w]+", " ", fold(words)).split())
    for form, long in _LONG_FORMS:
        text = form.sub(long, text)
    return text
