"""schema.org data of a page, for search engines: what a page says, once more for machines, nothing besides."""

from __future__ import annotations

import json
from functools import singledispatch

from giamngheo.content.settings import Settings
from giamngheo.outlets.pages.activities import ActivityView
from giamngheo.outlets.pages.questions import QuestionView
from giamngheo.outlets.pages.views import DocumentView, ItemView, PlanView, PolicyView, StoryView
from giamngheo.rendering.body import plain_text
from giamngheo.rendering.outputs import Described, Page

Node = dict[str, object]
"""One object of JSON-LD."""


def structured_data(page: Page, site_url: str, settings: Settings) -> str:
    """JSON-LD of a page for a script element; "" where there is nothing to tell. No text in it can end the element."""
    root = site_url.rstrip("/")
    nodes = [_crumbs(page, root)] if page.crumbs and page.is_indexed else []
    described = _describe(page.view)
    if described:
        about = {"url": root + page.address, "name": page.title, "description": page.description, "inLanguage": "vi"}
        publisher = {"@type": "Organization", "name": settings.publisher} if settings.publisher else None
        own: Node = {"publisher": publisher} if publisher and "headline" in described else {}
        nodes.append({**about, **described, **own})
    if isinstance(page.view, PolicyView):
        nodes.append(_questions(page.view))
    if isinstance(page.view, QuestionView) and not page.view.warning:
        nodes.append(_question(page.view))
    return script_json({"@context": "https://schema.org", "@graph": nodes}) if nodes else ""


def script_json(value: object) -> str:
    """JSON that may stand in a script element: whatever an editor typed, "<" cannot begin a tag there."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _crumbs(page: Page, root: str) -> Node:
    links = [*((link.label, link.address) for link in page.crumbs), (page.title, page.address)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": label, "item": root + address}
            for number, (label, address) in enumerate(links, 1)
        ],
    }


@singledispatch
def _describe(view: object) -> Node:
    """A view of another outlet may bring its own description; those of this outlet are described below."""
    return view.structured if isinstance(view, Described) else {}


@_describe.register
def _(view: PolicyView) -> Node:
    return {
        "@type": "GovernmentService",
        "serviceType": view.benefit,
        "audience": {"@type": "Audience", "audienceType": "; ".join(str(line) for line in view.who)},
        "areaServed": [{"@type": "AdministrativeArea", "name": line.then.label} for line in view.item.places],
        "dateModified": view.item.checked_iso,
    }


@_describe.register
def _(view: StoryView) -> Node:
    return {"@type": "NewsArticle", "headline": view.item.title, **_dates(view.item)}


@_describe.register
def _(view: PlanView) -> Node:
    kind = "Legislation" if view.is_official else "Article"
    facts = {label: link.label for label, link in view.facts}
    return {"@type": kind, **(_legislation(facts) if view.is_official else _dates(view.item))}


@_describe.register
def _(view: DocumentView) -> Node:
    return {"@type": "Legislation", **_legislation({label: link.label for label, link in view.facts})}


@_describe.register
def _(view: ActivityView) -> Node:
    event = view.event
    data = {
        "startDate": event.starts,
        "endDate": event.ends,
        "eventStatus": f"https://schema.org/{event.status}",
        "previousStartDate": event.moved_from,
        "location": {"@type": "Place", "name": event.venue, "address": event.venue} if event.venue else "",
        "organizer": {"@type": "Organization", "name": event.organiser},
    }
    return {"@type": "Event", **{key: value for key, value in data.items() if value}}


def _legislation(facts: dict[str, str]) -> Node:
    named = {
        "legislationIdentifier": facts.get("Số, ký hiệu"),
        "legislationType": facts.get("Loại") or facts.get("Loại văn bản"),
        "legislationPassedBy": facts.get("Cơ quan ban hành"),
    }
    return {key: value for key, value in named.items() if value}


def _dates(item: ItemView) -> Node:
    """Days and author; an author of an editorial office is an organisation."""
    return {
        "datePublished": item.published_iso,
        "dateModified": max(item.published_iso, item.checked_iso),
        "author": {"@type": "Organization", "name": item.author},
    }


def _question(view: QuestionView) -> Node:
    """A question with its whole answer; one whose basis has ended, even in part, is not told to search engines."""
    answer = f"{view.item.summary} {' '.join(plain_text(view.item.html).split())}".strip()
    asked: Node = {"@type": "Question", "name": view.item.title, "dateCreated": view.answered_iso}
    asked["acceptedAnswer"] = {
        "@type": "Answer",
        "text": answer,
        "author": {"@type": "Organization", "name": view.answered_by},
    }
    return {"@type": "FAQPage", "mainEntity": [asked]}


def _questions(view: PolicyView) -> Node:
    """The three questions that every policy page answers under these headings, and those that citizens ask."""
    steps = " ".join(f"{number}. {step.do}" for number, step in enumerate(view.steps, 1))
    own = (
        ("được gì?", view.benefit),
        ("ai được?", "; ".join(str(line) for line in view.who)),
        ("làm thế nào?", steps),
    )
    asked = [(f"{view.item.title}: {question}", answer) for question, answer in own]
    asked += [(card.title, card.summary) for card in view.questions if card.state is None]
    return {
        "@type": "FAQPage",
        "mainEntity": [
            {
                "@type": "Question",
                "name": question,
                "acceptedAnswer": {"@type": "Answer", "text": answer},
            }
            for question, answer in asked
            if answer
        ],
    }
