"""Texts of the portal that are known to be right: what damaged texts are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from giamngheo.content.loader import Content
from giamngheo.content.register_schema import Agency, Document, Place
from giamngheo.legal.language import KnownTexts

_LINK_TARGET = re.compile(r"\]\([^)]*\)")


def learn_known_texts(content: Content, but: str = "") -> KnownTexts:
    """Learn from all items that are no drafts, and from names in registers; `but` is an id to leave out."""
    return KnownTexts.learn(_texts(content, but))


def _texts(content: Content, but: str) -> Iterator[str]:
    for loaded in content.items:
        if not loaded.item.draft and loaded.item.id != but:
            yield f"{loaded.item.title}\n\n{loaded.item.summary}\n\n{_LINK_TARGET.sub(']', loaded.body)}"
    for register in content.registers.values():
        for record in register.values():
            if isinstance(record, Place):
                yield record.full_name
            elif isinstance(record, Agency):
                yield "\n\n".join((record.name, *record.abbreviations))
            elif isinstance(record, Document):
                yield record.title
