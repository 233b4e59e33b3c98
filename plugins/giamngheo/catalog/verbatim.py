"""Slogans are quoted word for word: checked where the portal itself holds the text that they are quoted from."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.content.loader import Content
from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Material, Plan
from giamngheo.ground.problems import Problem


def check_slogans(content: Content) -> Iterator[Problem]:
    """Yield slogans whose source is a document with its text among the plans, and that are not written there."""
    quoted = [(loaded, loaded.item) for loaded in content.items if isinstance(loaded.item, Material)]
    texts = _official_texts(content) if any(item.slogans for _, item in quoted) else {}
    for loaded, item in quoted:
        for index, slogan in enumerate(item.slogans):
            text = texts.get(slogan.source)
            if text is not None and slogan.text not in text:
                values = {"text": slogan.text, "document": slogan.source}
                yield Problem("khau-hieu-khac-nguon", loaded.locate("slogans", index, "text"), values)


def _official_texts(content: Content) -> dict[str, str]:
    """Official texts on one line each, by the id of their document in the register."""
    plans = {
        (item.number, item.issuer): " ".join(loaded.body.split())
        for loaded in content.items
        if isinstance(item := loaded.item, Plan) and item.is_official_text and item.number
    }
    documents = (d for d in content.registers["documents"].values() if isinstance(d, Document))
    return {d.id: plans[d.number, d.issuer] for d in documents if (d.number, d.issuer) in plans}
