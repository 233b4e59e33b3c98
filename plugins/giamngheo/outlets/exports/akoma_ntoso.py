"""Akoma Ntoso 3.0 (OASIS LegalDocML 1.0, part 2): the outline of a plan as XML, every word in its order.

| block | element |
| --- | --- |
| letterhead | `preface`: `docAuthority`, `docNumber`, `docDate`, `docType`, `docTitle`; Quốc hiệu a `p` |
| căn cứ | `preamble/citations/citation` |
| phần, chương, mục | `part`, `chapter`, `section` (tiểu mục: `subsection`) |
| điều, khoản, điểm | `article`, `clause`, `point` |
| 1. and 1.1. | `section`, `subsection` |
| gạch, cộng | `indent` |
| paragraph | `paragraph` |
| Nơi nhận, signature | `conclusions`, each line of the signature a `signature` |
| phụ lục, attached text | `attachments/attachment/doc` |
| anything else inside a body | `hcontainer` with the kind as its name |

The eId is the anchor of the page. White space between elements is that of the text: `itertext` reads it word for word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree
from lxml.etree import _Element

from giamngheo.ground.vietnamese import fold
from giamngheo.legal import Block, BlockKind, find_citations
from giamngheo.outlets.exports.identification import iri_of_document, make_meta, node
from giamngheo.outlets.exports.segments import (
    WITHOUT_CITATIONS,
    Blocks,
    Segment,
    clean_text,
    split_marker,
    split_segments,
)
from giamngheo.outlets.exports.sources import PlanSource

_INLINE = {
    BlockKind.ISSUER: "docAuthority",
    BlockKind.NUMBER: "docNumber",
    BlockKind.DOC_TYPE: "docType",
    BlockKind.SUBJECT: "docTitle",
    BlockKind.ANNEX: "docTitle",
    BlockKind.SIGNATURE: "signature",
}
_HIERARCHY = {
    BlockKind.PART: "part",
    BlockKind.ARTICLE: "article",
    BlockKind.SECTION: "section",
    BlockKind.SUBSECTION: "subsection",
    BlockKind.CLAUSE: "clause",
    BlockKind.POINT: "point",
    BlockKind.DASH: "indent",
    BlockKind.PLUS: "indent",
    BlockKind.PARAGRAPH: "paragraph",
}
_PARTS = {"chuong": "chapter", "muc": "section", "tieu": "subsection"}


def write_akoma_ntoso(source: PlanSource) -> bytes:
    """Return the XML of a plan, valid against akomantoso30.xsd; the same plan gives the same bytes."""
    first, *others = split_segments(source.outline)
    writer = _Writer(source)
    document = writer.document(first, source.plan.doc_type, "main")
    if others:
        document.append(_spaced(node("attachments", *(writer.attachment(s, n) for n, s in enumerate(others, 1)))))
    root = node("akomaNtoso", document)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True) + b"\n"


class _Writer:
    """Turns segments into elements; holds whose they are."""

    def __init__(self, source: PlanSource) -> None:
        self._source = source

    def document(self, segment: Segment, name: str, component: str) -> _Element:
        document = node("doc", make_meta(self._source, component), name=name)
        if segment.head:
            document.append(_spaced(node("preface", *map(self._line, segment.head))))
        if segment.grounds:
            citations = node(
                "citations", *(_spaced(node("citation", self._p(b), eId=b.anchor)) for b in segment.grounds)
            )
            document.append(_spaced(node("preamble", _spaced(citations))))
        document.append(_spaced(self._body(segment.body)))
        if segment.closing:
            document.append(_spaced(node("conclusions", *map(self._line, segment.closing))))
        return document

    def attachment(self, segment: Segment, number: int) -> _Element:
        return _spaced(node("attachment", self.document(segment, "attachment", f"attachment_{number}")))

    def _line(self, block: Block) -> _Element:
        """One line of a letterhead or closing."""
        text = clean_text(self._source.outline, block)
        line = node("p", eId=block.anchor, class_=block.kind.value)
        issued = self._source.plan.issued
        if name := _INLINE.get(block.kind):
            line.append(node(name, text))
        elif block.kind is BlockKind.PLACE_AND_DATE and issued:
            line.append(node("docDate", text, date=issued.isoformat()))
        else:
            line.text = text
        return _spaced(line)

    def _body(self, blocks: Blocks) -> _Element:
        body = node("mainBody")
        if not blocks:
            body.append(node("p"))  # the schema asks for one
        stack: list[tuple[int, _Element]] = [(-1, body)]
        for index, block in enumerate(blocks):
            while stack[-1][0] >= block.depth:
                stack.pop()
            element = self._division(block, has_parts=_depth_at(blocks, index + 1) > block.depth)
            stack[-1][1].append(_spaced(element))
            stack.append((block.depth, element))
        return body

    def _division(self, block: Block, *, has_parts: bool) -> _Element:
        number, rest = split_marker(clean_text(self._source.outline, block), block)
        element = _division_of(block)
        if number:
            element.append(_spaced(node("num", number), " " if rest else "\n"))
        if block.is_heading:
            element.append(_spaced(self._with_references(node("heading"), rest, block)))
        elif rest or not has_parts:
            paragraph = self._with_references(node("p"), rest, block)
            element.append(_spaced(node("intro", paragraph) if has_parts else node("content", paragraph)))
        return element

    def _p(self, block: Block) -> _Element:
        return self._with_references(node("p"), clean_text(self._source.outline, block), block)

    def _with_references(self, element: _Element, text: str, block: Block) -> _Element:
        """Put `text` into the element, with a `ref` for each citation that means one document of the register."""
        found = [] if block.kind in WITHOUT_CITATIONS else [*self._references_in(text)]
        ends = [*(start for start, _, _ in found[1:]), len(text)]
        element.text = text[: found[0][0]] if found else text
        for (start, end, href), following in zip(found, ends, strict=False):
            element.append(_spaced(node("ref", text[start:end], href=href), text[end:following]))
        return element

    def _references_in(self, text: str) -> Iterator[tuple[int, int, str]]:
        for citation in find_citations(text):
            if document := self._source.resolver.find(citation, self._source.plan):
                yield citation.start, citation.end, iri_of_document(document)


def _division_of(block: Block) -> _Element:
    name = _HIERARCHY.get(block.kind)
    if name is None:
        return node("hcontainer", eId=block.anchor, name=block.kind.value)
    if block.kind is BlockKind.PART:
        name = _PARTS.get(fold(block.marker).partition(" ")[0], name)
    return node(name, eId=block.anchor)


def _depth_at(blocks: Sequence[Block], index: int) -> int:
    return blocks[index].depth if index < len(blocks) else -1


def _spaced(element: _Element, space: str = "\n") -> _Element:
    """Follow the element with white space, as words of different blocks are not one."""
    element.tail = space
    return element
