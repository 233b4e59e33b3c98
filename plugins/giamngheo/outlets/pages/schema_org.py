"""Pieces of schema.org data that several views describe themselves with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Node = dict[str, object]
"""One object of JSON-LD."""


def legislation(facts: Mapping[str, str]) -> Node:
    """What machines read of an official document; `facts` are texts by the label that readers see."""
    named = {
        "legislationIdentifier": facts.get("Số, ký hiệu"),
        "legislationType": facts.get("Loại") or facts.get("Loại văn bản"),
        "legislationPassedBy": facts.get("Cơ quan ban hành"),
    }
    return {key: value for key, value in named.items() if value}


def authored(published: str, checked: str, author: str) -> Node:
    """Days in ISO 8601 and author; an author of an editorial office is an organisation."""
    return {
        "datePublished": published,
        "dateModified": max(published, checked),
        "author": {"@type": "Organization", "name": author},
    }


def faq_page(questions: Iterable[Node]) -> Node:
    """A page of questions with their answers."""
    return {"@type": "FAQPage", "mainEntity": list(questions)}
