"""Names of texts and the `meta` of Akoma Ntoso: who, when, which language (OASIS Akoma Ntoso Naming Convention 1.0).

A work is `/akn/vn/<act|doc>/<loại>/<cơ quan>/<ngày>/<số>`, with what the register knows; an expression adds the
language, a manifestation the format. Nothing in an IRI depends on the portal but the id of a plan without number.
"""

from __future__ import annotations

from datetime import date

from lxml import etree
from lxml.etree import _Element

from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Plan
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.vietnamese import slugify
from giamngheo.outlets.exports.sources import PlanSource

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_LANGUAGE = "vie"
_ACTS = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"})
"""Types that always hold legal rules (Law on promulgation of legal documents); others are administrative."""


def node(name: str, /, *content: _Element | str, **attributes: str) -> _Element:
    """Return an element of Akoma Ntoso; an underscore at the end of an attribute is left out ("class_")."""
    element = etree.Element(f"{{{NAMESPACE}}}{name}", nsmap={None: NAMESPACE})  # type: ignore[dict-item] # the stub forgets the default
    for key, value in attributes.items():
        element.set(key.rstrip("_"), drop_illegal(value))
    for piece in content:
        if isinstance(piece, str):
            element.text = (element.text or "") + drop_illegal(piece)
        else:
            element.append(piece)
    return element


def iri_of_document(document: Document) -> str:
    """IRI of the work that a record of the register means."""
    form = "act" if document.type in _ACTS else "doc"
    return f"/akn/vn/{form}/{document.type}/{document.issuer}/{document.issued or 'nd'}/{slugify(document.number)}"


def iri_of_plan(plan: Plan) -> str:
    """IRI of the work; "nd" stands for a day that is not known, the id of the item for a number."""
    number = slugify(plan.number) if plan.number else plan.id
    return f"/akn/vn/doc/{plan.doc_type}/{plan.issuer}/{plan.issued or 'nd'}/{number}"


def make_meta(source: PlanSource, component: str = "main") -> _Element:
    """Return the `meta` of the text or, by the name of the component, of one of its attachments."""
    plan = source.plan
    work = iri_of_plan(plan)
    expression = f"{work}/{_LANGUAGE}@{plan.issued or ''}"
    issued = (plan.issued or plan.date, "issued" if plan.issued else "published-by-portal")
    identification = node(
        "identification",
        node(
            "FRBRWork",
            *_names(f"{work}/!{component}", work, *issued, "#ref__issuer"),
            node("FRBRcountry", value="vn"),
            node("FRBRsubtype", value=plan.doc_type),
            *([node("FRBRnumber", value=plan.number)] if plan.number else []),
        ),
        node(
            "FRBRExpression",
            *_names(f"{expression}/!{component}", expression, *issued, "#ref__issuer"),
            node("FRBRlanguage", language=_LANGUAGE),
        ),
        node(
            "FRBRManifestation",
            *_names(
                f"{expression}/!{component}.xml", f"{expression}.xml", source.changed, "made-by-portal", "#ref__portal"
            ),
        ),
        source="#ref__portal",
    )
    return node("meta", identification, *([_references(source)] if component == "main" else []))


def _names(this: str, uri: str, day: date, event: str, author: str) -> tuple[_Element, ...]:
    return (
        node("FRBRthis", value=this),
        node("FRBRuri", value=uri),
        node("FRBRdate", date=day.isoformat(), name=event),
        node("FRBRauthor", href=author),
    )


def _references(source: PlanSource) -> _Element:
    plan = source.plan
    issuer = f"/akn/ontology/organization/vn/{plan.issuer}"
    references = [
        node("TLCOrganization", eId="ref__issuer", href=issuer, showAs=source.issuer),
        node("TLCOrganization", eId="ref__portal", href=f"{source.site}/", showAs=source.portal),
    ]
    if plan.signer:
        href = f"/akn/ontology/person/vn/{slugify(plan.signer) or 'nd'}"
        references.append(node("TLCPerson", eId="ref__signer", href=href, showAs=plan.signer))
    return node("references", *references, source="#ref__portal")
