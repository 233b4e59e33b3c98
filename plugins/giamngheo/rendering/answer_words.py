"""A question in words: who answered and when, and what of its basis has ended; shared by whatever tells of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.answers import ended_documents, ended_policies
from giamngheo.content.schema import Policy, Question
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.figures import Link


class Ended(Struct, frozen=True):
    """Something an answer stands on that has ended, and what has come in its place."""

    what: Link
    state: str
    newer: tuple[Link, ...]


def answered_words(catalog: Catalog, question: Question) -> str:
    """Who answered and when: "Ban biên tập, ngày 22/11/2026"."""
    return f"{answerer(catalog, question)}, ngày {format_day(question.answered_on)}"


def answerer(catalog: Catalog, question: Question) -> str:
    """Who answered, by full name."""
    agency = catalog.agencies.get(question.answered_by or "")
    return "; ".join(filter(None, (agency.name if agency else "", question.answered_by_name)))


def ended_basis(catalog: Catalog, question: Question) -> tuple[Ended, ...]:
    """Documents first, then policies; empty where the answer still stands on firm ground."""
    return (*_documents(catalog, question), *_policies(catalog, question))


def _documents(catalog: Catalog, question: Question) -> Iterator[Ended]:
    for document in ended_documents(catalog, question):
        newer = (catalog.documents[name] for name in document.replaced_by if name in catalog.documents)
        links = tuple(Link(d.number, f"/van-ban/{d.id}/") for d in newer)
        state = catalog.state_of_document(document)
        yield Ended(Link(f"Văn bản {document.number}", f"/van-ban/{document.id}/"), state.label, links)


def _policies(catalog: Catalog, question: Question) -> Iterator[Ended]:
    for entry in ended_policies(catalog, question):
        newer = catalog.by_id.get(entry.item.replaced_by or "") if isinstance(entry.item, Policy) else None
        state = catalog.state_of(entry.item)
        links = (Link(newer.item.title, newer.address),) if newer else ()
        yield Ended(Link(f"Chính sách “{entry.item.title}”", entry.address), state.label if state else "", links)


def warning_words(catalog: Catalog, question: Question) -> str:
    """The same as one text: that the answer may be wrong today, which document ended, what came in its place."""
    ended = ended_basis(catalog, question)
    if not ended:
        return ""
    return " ".join([HEADINGS[catalog.is_over(question)], *map(_sentence, ended)])


HEADINGS = {
    True: "Câu trả lời này viết theo quy định cũ, nay không dùng được nữa.",
    False: "Một phần căn cứ của câu trả lời này đã hết hiệu lực. Hãy hỏi lại Ủy ban nhân dân xã, phường.",
}
"""First sentence of the warning, by whether all of the basis has ended."""


def _sentence(ended: Ended) -> str:
    newer = f" Nay xem: {'; '.join(link.label for link in ended.newer)}." if ended.newer else ""
    return f"{ended.what.label} {ended.state}.{newer}"
