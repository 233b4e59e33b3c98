"""Names of texts and the `meta` of Akoma Ntoso: who, when, which language (OASIS Akoma Ntoso Naming Convention 1.0).

A work is `/akn/vn/<act|doc>/<loại>/<cơ quan>/<ngày>/<số>`, with what the register knows; an expression adds the
language, a manifestation the format. Nothing in an IRI depends on the portal but the id of a plan without number.
"""

from __future__ import annotations

from datetime import date

from lxml.builder import ElementMaker
from lxml.etree import _Element

from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Plan
from giamngheo.ground.vietnamese import slugify
from giamngheo.outlets.exports.sources import PlanSource

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
E = ElementMaker(namespace=NAMESPACE, nsmap={None: NAMESPACE})
_LANGUAGE = "vie"
_ACTS = frozenset({"hien-phap", "bo-luat", "luat", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich"})
"""Types that always hold legal rules (Law on promulgation of legal documents); others are administrative."""


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
    identification = E.identification(
        E.FRBRWork(
            *_names(f"{work}/!{component}", work, *issued, "#ref__issuer"),
            E.FRBRcountry(value="vn"),
            E.FRBRsubtype(value=plan.doc_type),
            *([E.FRBRnumber(value=plan.number)] if plan.number else []),
        ),
        E.FRBRExpression(
            *_names(f"{expression}/!{component}", expression, *issued, "#ref__issuer"),
            E.FRBRlanguage(language=_LANGUAGE),
        ),
        E.FRBRManifestation(
            *_names(
                f"{expression}/!{component}.xml", f"{expression}.xml", source.changed, "made-by-portal", "#ref__portal"
            )
        ),
        source="#ref__portal",
    )
    return E.meta(identification, *([_references(source)] if component == "main" else []))


def _names(this: str, uri: str, day: date, event: str, author: str) -> tuple[_Element, ...]:
    return (
        E.FRBRthis(value=this),
        E.FRBRuri(value=uri),
        E.FRBRdate(date=day.isoformat(), name=event),
        E.FRBRauthor(href=author),
    )


def _references(source: PlanSource) -> _Element:
    plan = source.plan
    issuer = {"eId": "ref__issuer", "href": f"/akn/ontology/organization/vn/{plan.issuer}", "showAs": source.issuer}
    portal = {"eId": "ref__portal", "href": source.address, "showAs": source.portal}
    references = [E.TLCOrganization(issuer), E.TLCOrganization(portal)]
    if plan.signer:
        href = f"/akn/ontology/person/vn/{slugify(plan.signer) or 'nd'}"
        references.append(E.TLCPerson({"eId": "ref__signer", "href": href, "showAs": plan.signer}))
    return E.references(*references, source="#ref__portal")
