"""A small graph written as JSON-LD 1.1 and as N-Triples, which every reader of Turtle reads too.

The context stands in the file, so that nobody has to fetch one. Blank nodes are numbered in the order of the graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from msgspec import Struct

from giamngheo.ground.json_text import readable

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_ESCAPED = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Iri(Struct, frozen=True):
    """Something with an address."""

    value: str


class Text(Struct, frozen=True):
    """Words in Vietnamese."""

    value: str


class Typed(Struct, frozen=True):
    """A value with its type, "xsd:date"; without one a plain string."""

    value: str
    type: str = ""


class Node(Struct, frozen=True):
    """Something that is described; `iri` "" is a blank node, which stands where it is used."""

    iri: str
    types: tuple[str, ...]
    facts: tuple[tuple[str, Value], ...]


Value = Iri | Text | Typed | Node


def write_json_ld(graph: Sequence[Node]) -> bytes:
    """The graph as JSON-LD."""
    document = {"@context": PREFIXES, "@graph": [_object(node) for node in graph]}
    return readable(document) + b"\n"


def _object(node: Node) -> dict[str, object]:
    found: dict[str, object] = {"@id": _safe(node.iri)} if node.iri else {}
    found["@type"] = list(node.types)
    for name, value in node.facts:
        values = found.setdefault(name, [])
        assert isinstance(values, list)  # noqa: S101 - names of facts begin with a prefix
        values.append(_json_value(value))
    return found


def _json_value(value: Value) -> object:
    if isinstance(value, Node):
        return _object(value)
    if isinstance(value, Iri):
        return {"@id": _safe(value.value)}
    if isinstance(value, Text):
        return {"@value": value.value, "@language": "vi"}
    return {"@value": value.value, **({"@type": value.type} if value.type else {})}


def write_triples(graph: Sequence[Node]) -> bytes:
    """The graph as N-Triples."""
    return "".join(_Triples().lines(graph)).encode()


class _Triples:
    """Writes lines; counts blank nodes."""

    def __init__(self) -> None:
        self._blank = 0

    def lines(self, graph: Sequence[Node]) -> Iterator[str]:
        for node in graph:
            yield from self._of(node, f"<{_safe(node.iri)}>")

    def _of(self, node: Node, subject: str) -> Iterator[str]:
        for kind in node.types:
            yield f"{subject} {_TYPE} <{_expanded(kind)}> .\n"
        for name, value in node.facts:
            if isinstance(value, Node):
                self._blank += 1
                term = f"<{_safe(value.iri)}>" if value.iri else f"_:b{self._blank}"
                yield f"{subject} <{_expanded(name)}> {term} .\n"
                yield from self._of(value, term)
            else:
                yield f"{subject} <{_expanded(name)}> {_term(value)} .\n"


def _term(value: Iri | Text | Typed) -> str:
    if isinstance(value, Iri):
        return f"<{_safe(value.value)}>"
    text = f'"{"".join(_ESCAPED.get(c, c) for c in value.value)}"'
    if isinstance(value, Text):
        return f"{text}@vi"
    return f"{text}^^<{_expanded(value.type)}>" if value.type else text


def _expanded(name: str) -> str:
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def _safe(iri: str) -> str:
    """The address without what no IRI may hold (RFC 3987)."""
    return _NOT_IN_IRIS.sub(lambda match: quote(match[0]), iri)
