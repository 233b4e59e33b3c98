"""Whether an answer can still be relied on: which of the documents and policies it stands on have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.catalog.states import State

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog, Entry
    from giamngheo.content.register_schema import Document
    from giamngheo.content.schema import Question

OUTDATED = State("căn cứ đã hết hiệu lực", "over")
PARTLY_OUTDATED = State("một phần căn cứ đã hết hiệu lực", "soon")


def ended_documents(catalog: Catalog, question: Question) -> list[Document]:
    """Documents of its basis that no longer hold today."""
    documents = (catalog.documents[name] for name in question.legal_basis if name in catalog.documents)
    return [document for document in documents if catalog.state_of_document(document).is_over]


def ended_policies(catalog: Catalog, question: Question) -> list[Entry]:
    """Policies it rests on that nobody can get any more; those that are not public do not count."""
    entries = (catalog.by_id[name] for name in question.policies if name in catalog.by_id)
    return [entry for entry in entries if catalog.is_over(entry.item)]


def state_of_answer(catalog: Catalog, question: Question) -> State | None:
    """None where everything it stands on holds; over where all documents, or all policies, have ended."""
    documents, policies = ended_documents(catalog, question), ended_policies(catalog, question)
    if not (documents or policies):
        return None
    is_over = len(documents) == len(question.legal_basis) or (policies and len(policies) == len(question.policies))
    return OUTDATED if is_over else PARTLY_OUTDATED
