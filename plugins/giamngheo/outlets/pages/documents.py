"""Pages of single documents: what it is, whether it holds, who names it and where."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, partial

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Document
from giamngheo.ground.cache import digest
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.chain import make_chain
from giamngheo.outlets.pages.citation_graph import CitationGraph
from giamngheo.outlets.pages.kinds import Bodies
from giamngheo.outlets.pages.lines import document_line, item_card
from giamngheo.outlets.pages.lists import Slice, slices
from giamngheo.outlets.pages.views import DocumentView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page

_CRUMBS = (Link("Trang chủ", "/"), Link("Văn bản", "/van-ban/"))


def document_pages(catalog: Catalog, bodies: Bodies) -> Iterator[Page]:
    """One page for each document of the register; more where many policies rest on it."""
    graph = CitationGraph(catalog, bodies)
    key = cache(partial(digest, catalog.fingerprint, bodies.plans_digest))
    for document in catalog.documents.values():
        for part in slices(catalog, f"/van-ban/{document.id}/", catalog.citing(document.id)):
            yield Page(
                address=part.address,
                template="document.html",
                title=part.titled(f"{TYPE_NAMES[document.type]} {document.number}"),
                description=document.title,
                view=Later(partial(_view, graph, document, part), key),
                section="van-ban",
                crumbs=_CRUMBS,
            )


def _view(graph: CitationGraph, document: Document, part: Slice) -> DocumentView:
    catalog, documents = graph.catalog, graph.catalog.documents
    plan = catalog.plan_of(document.id)
    told = [documents[key] for key in graph.cited_by(document.id) if document.id in _told(documents.get(key))]
    return DocumentView(
        state=catalog.state_of_document(document),
        facts=tuple((label, link) for label, link in _facts(catalog, document) if link.label),
        replaced_by=tuple(document_line(catalog, documents[d]) for d in document.replaced_by if d in documents),
        replaces=tuple(document_line(catalog, d) for d in catalog.replaced_documents(document.id)),
        note=document.note or "",
        plan=Link(plan.item.title, plan.address) if plan else None,
        cites=tuple(document_line(catalog, documents[key]) for key in graph.cites(document.id)),
        cited_in=tuple(graph.places_of(document.id)),
        cited_by=tuple(document_line(catalog, d) for d in told),
        chain=make_chain(graph, document.id) if part.number == 1 else None,
        policies=tuple(item_card(catalog, e) for e in part.entries),
        questions=tuple(item_card(catalog, e) for e in catalog.questions_on(document.id) if part.number == 1),
        pager=part.pager,
    )


def _told(document: Document | None) -> tuple[str, ...]:
    """What the register says a document names; a plan without a record has no such line."""
    return document.cites if document else ()


def _facts(catalog: Catalog, document: Document) -> list[tuple[str, Link]]:
    agency = catalog.agencies.get(document.issuer)
    successors = [catalog.agencies[a].name for a in (agency.successors if agency else ()) if a in catalog.agencies]
    return [
        ("Số, ký hiệu", Link(document.number)),
        ("Loại", Link(TYPE_NAMES[document.type], f"/van-ban/theo-loai/{document.type}/")),
        (
            "Cơ quan ban hành",
            Link(agency.name if agency else document.issuer, f"/van-ban/theo-co-quan/{document.issuer}/"),
        ),
        ("Cơ quan kế tục", Link("; ".join(successors))),
        ("Ngày ban hành", Link(format_partial(document.issued) if document.issued else "")),
        ("Có hiệu lực từ", Link(format_day(document.valid_from) if document.valid_from else "")),
        ("Hết hiệu lực sau", Link(format_day(document.valid_to) if document.valid_to else "")),
        ("Giai đoạn thực hiện đến", Link(format_day(document.period_to) if document.period_to else "")),
        ("Người ký", Link(document.signer or "")),
        ("Nguồn", Link(document.source or document.url or "", document.url or "")),
    ]
