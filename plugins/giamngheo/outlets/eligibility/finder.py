"""The page of the finder: its questions, and for readers without scripts links to the pages of the classes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.outlets.eligibility.candidates import Candidate, questions
from giamngheo.outlets.eligibility.class_pages import FINDER, ClassLink, class_links, class_pages
from giamngheo.outlets.eligibility.questions import Option, Question
from giamngheo.outlets.eligibility.selfcheck import SELF_CHECK, has_self_check
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched

_NEED = "need"


class FinderView(Struct, frozen=True):
    """The page of the finder. `rules` and `self_check` are addresses, empty where there is nothing to lead to."""

    classes: tuple[ClassLink, ...]
    questions: tuple[Question, ...]
    rules: str
    day_iso: str
    self_check: str


def finder_pages(catalog: Catalog, found: Sequence[Candidate], packed: tuple[str, ...]) -> Iterator[Page]:
    """Yield the finder and, where there are policies, the pages of every class of household.

    `packed` are the addresses of the rules and of the words, in the order of `pack_candidates`.
    """
    links = class_links()
    yield Page(
        address=FINDER,
        template="finder.html",
        title="Tra cứu chính sách",
        description="Trả lời vài câu hỏi để biết gia đình mình được hỗ trợ gì, vì sao và theo luật nào.",
        view=FinderView(
            links if found else (),
            _questions(catalog, found),
            packed[0] if packed else "",
            catalog.today.isoformat(),
            SELF_CHECK if has_self_check(catalog) else "",
        ),
        crumbs=(Link("Trang chủ", "/"),),
        section="tra-cuu",
        scripts=("finder",) if found else (),
        loads=packed,
        searched=Searched("gia đình tôi được hỗ trợ gì, nhà tôi được gì, được hưởng gì") if found else None,
    )
    for link in links if found else ():
        yield from class_pages(catalog, found, link)


def _questions(catalog: Catalog, found: Sequence[Candidate]) -> tuple[Question, ...]:
    """The class of household, which the page begins with; the need; then what the rules ask for."""
    household, *others = questions(catalog, found)
    return (household, *_need(catalog, found), *others)


def _need(catalog: Catalog, found: Sequence[Candidate]) -> Iterator[Question]:
    """Not a fact but a choice of the reader: policies for other needs are left out."""
    used = {topic for candidate in found for topic in candidate.topics}
    options = tuple(Option(topic.id, topic.need) for topic in catalog.topics if topic.id in used)
    if len(options) > 1:
        yield Question(_NEED, "Bạn đang cần gì?", "", "household", options, "Xem tất cả")
