"""schema.org data of a page, for search engines: what a page says, once more for machines, nothing besides.

A view that has `structured` brings its description (the keys of a `Node`, "@type" among them, besides address, name
and description of the page); one that has `faq()` brings questions with their answers, {} where none is to be told.
"""

from __future__ import annotations

from giamngheo.content.settings import Settings
from giamngheo.ground.json_text import compact
from giamngheo.outlets.pages.schema_org import Node
from giamngheo.rendering.outputs import Page


def structured_data(page: Page, site_url: str, settings: Settings) -> str:
    """JSON-LD of a page for a script element; "" where there is nothing to tell. No text in it can end the element."""
    root = site_url.rstrip("/")
    nodes = [_crumbs(page, root)] if page.crumbs and page.is_indexed else []
    # Not protocols to ask with `isinstance`: that works a property out only to see that it is there.
    described: Node | None = getattr(page.view, "structured", None)
    if described is not None:
        about = {"url": root + page.address, "name": page.title, "description": page.description, "inLanguage": "vi"}
        publisher = {"@type": "Organization", "name": settings.publisher} if settings.publisher else None
        own: Node = {"publisher": publisher} if publisher and "headline" in described else {}
        nodes.append({**about, **described, **own})
    answers: Node = page.view.faq() if hasattr(page.view, "faq") else {}
    if answers:
        nodes.append(answers)
    return script_json({"@context": "https://schema.org", "@graph": nodes}) if nodes else ""


def script_json(value: object) -> str:
    """JSON that may stand in a script element: whatever an editor typed, "<" cannot begin a tag there."""
    text = compact(value).decode()
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
