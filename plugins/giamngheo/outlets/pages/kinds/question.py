"""The page of a question: the short answer first, whether it can still be relied on, who gave it, on what ground."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Question
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.lines import document_line, item_card
from giamngheo.outlets.pages.schema_org import Node, faq_page
from giamngheo.outlets.pages.views import Card, DocumentLine, ItemView
from giamngheo.rendering.answer_words import HEADINGS, Ended, answerer, ended_basis
from giamngheo.rendering.body import plain_text


class QuestionView(Struct, frozen=True):
    """A question with its answer; `warning` begins the words about `ended`, "" where all of the basis holds."""

    item: ItemView
    warning: str
    ended: tuple[Ended, ...]
    is_over: bool
    asked: str
    answered: str
    answered_iso: str
    answered_by: str
    basis: tuple[DocumentLine, ...]
    policies: tuple[Card, ...]
    others: tuple[Card, ...]
    """Other questions about the same policies."""

    def faq(self) -> Node:
        """A question with its whole answer; one whose basis has ended, even in part, is not told to search engines."""
        if self.warning:
            return {}
        text = f"{self.item.summary} {' '.join(plain_text(self.item.html).split())}".strip()
        author = {"@type": "Organization", "name": self.answered_by}
        answer = {"@type": "Answer", "text": text, "author": author}
        question: Node = {"@type": "Question", "name": self.item.title, "dateCreated": self.answered_iso}
        return faq_page([{**question, "acceptedAnswer": answer}])


def question_view(context: PageContext, question: Question) -> QuestionView:
    """The page of one question."""
    catalog = context.catalog
    ended, is_over = ended_basis(catalog, question), catalog.is_over(question)
    documents = (catalog.documents[name] for name in question.legal_basis if name in catalog.documents)
    policies = (catalog.by_id[name] for name in question.policies if name in catalog.by_id)
    return QuestionView(
        item=context.common,
        warning=HEADINGS[is_over] if ended else "",
        ended=ended,
        is_over=is_over,
        asked=format_day(question.asked_on) if question.asked_on else "",
        answered=format_day(question.answered_on),
        answered_iso=question.answered_on.isoformat(),
        answered_by=answerer(catalog, question),
        basis=tuple(document_line(catalog, d) for d in documents),
        policies=tuple(item_card(catalog, e) for e in policies),
        others=tuple(_others(catalog, question)),
    )


def _others(catalog: Catalog, question: Question) -> list[Card]:
    found = {e.item.id: e for name in question.policies for e in catalog.questions_about(name)}
    return [item_card(catalog, e) for e in found.values() if e.item is not question and not catalog.is_over(e.item)][:3]


PAGE: KindPage[Question] = KindPage("questions.html", question_view)
