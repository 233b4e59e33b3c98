"""What a question says: the answer, whether it can still be relied on, who gave it, on what ground."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Question
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.answer_words import answered_words, answerer, warning_words
from giamngheo.rendering.kinds.passages import basis_list, listing, paragraph
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words
from giamngheo.rendering.sharing import one_line


def _before(catalog: Catalog, question: Question) -> Iterator[str]:
    if catalog.state_of(question):
        yield paragraph("Lưu ý", warning_words(catalog, question))


def _after(catalog: Catalog, question: Question) -> Iterator[str]:
    yield paragraph("Người trả lời", answered_words(catalog, question))
    yield basis_list(catalog, question.legal_basis)
    policies = (catalog.by_id[name] for name in question.policies if name in catalog.by_id)
    yield listing("Chính sách liên quan", (escape(e.item.title) for e in policies))


def _aloud(catalog: Catalog, question: Question) -> Iterator[Telling]:
    if warning := warning_words(catalog, question):
        yield Telling(MUST, warning)
    yield Telling(MUST, f"Trả lời: {question.summary}")
    day = format_day(question.answered_on)
    yield Telling(2, f"Người trả lời: {answerer(catalog, question)}. Trả lời ngày {day}.")
    documents = [catalog.documents[name] for name in question.legal_basis if name in catalog.documents]
    yield Telling(3, f"Căn cứ: {'; '.join(d.number for d in documents)}.")


def _in_group(catalog: Catalog, question: Question) -> Iterator[Telling]:
    yield Telling(3, one_line(f"Người trả lời: {answered_words(catalog, question)}."))


WORDS: Words[Question] = Words(
    article=ArticleWords(lead="Trả lời", before=_before, after=_after),
    aloud=_aloud,
    group=GroupWords(own=_in_group),
)
