"""Pages of the finder: the questions, and for readers without scripts one page for every class of household."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from giamngheo.catalog import Catalog
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.eligibility.candidates import Candidate, questions
from giamngheo.outlets.eligibility.engine import Answers, because, verdict, ways
from giamngheo.outlets.eligibility.questions import CLASS_LABELS, UNKNOWN, Option, Question
from giamngheo.outlets.eligibility.selfcheck import SELF_CHECK, has_self_check
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page, Searched

FINDER = "/tra-cuu/"
_SLUGS = {**{name: name for name in CLASS_LABELS}, UNKNOWN: "chua-ro"}
_LABELS = {**CLASS_LABELS, UNKNOWN: "Tôi không rõ"}
_NEED = "need"


@dataclass(frozen=True, slots=True)
class ClassLink:
    """The first answer as a link: to the page of the class, or, with scripts, to the next question."""

    label: str
    address: str
    answer: str


@dataclass(frozen=True, slots=True)
class FinderView:
    """The page of the finder. `rules` and `self_check` are addresses, empty where there is nothing to lead to."""

    classes: tuple[ClassLink, ...]
    questions: tuple[Question, ...]
    rules: str
    day_iso: str
    self_check: str


@dataclass(frozen=True, slots=True)
class PolicyLine:
    """A policy with its reason in words; `ways` are alternatives of which one would decide; `when` if not yet."""

    title: str
    address: str
    benefit: str
    because: str
    ways: tuple[str, ...]
    law: tuple[Link, ...]
    when: str


@dataclass(frozen=True, slots=True)
class NeedGroup:
    """What a class of households can get for one need."""

    anchor: str
    need: str
    sure: tuple[PolicyLine, ...]
    possible: tuple[PolicyLine, ...]


@dataclass(frozen=True, slots=True)
class ClassView:
    """What one class of households can get, by need, without scripts."""

    label: str
    is_known: bool
    groups: tuple[NeedGroup, ...]
    ahead: tuple[PolicyLine, ...]
    others: tuple[Link, ...]
    today: str


def finder_pages(catalog: Catalog, found: Sequence[Candidate], packed: tuple[str, ...]) -> Iterator[Page]:
    """Yield the finder and, where there are policies, one page for every class of household.

    `packed` are the addresses of the rules and of the words, in the order of `pack_candidates`.
    """
    links = tuple(ClassLink(_LABELS[name], f"{FINDER}{slug}/", name) for name, slug in _SLUGS.items())
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
        yield _class_page(catalog, found, link, links)


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


def _class_page(catalog: Catalog, found: Sequence[Candidate], link: ClassLink, links: Sequence[ClassLink]) -> Page:
    title = f"{link.label} được hỗ trợ gì?" if _answers_of(link) else "Chưa rõ loại hộ: có thể được hỗ trợ gì?"
    if link.answer == "ho-khac":
        title = "Không phải hộ nghèo, cận nghèo, mới thoát nghèo: được hỗ trợ gì?"
    return Page(
        address=link.address,
        template="finder_class.html",
        title=title,
        description=f"{title} Chính sách theo từng nhu cầu, kèm điều kiện và căn cứ.",
        view=Later(partial(_class_view, catalog, found, link, links), lambda: catalog.fingerprint),
        crumbs=(Link("Trang chủ", "/"), Link("Tra cứu chính sách", FINDER)),
        section="tra-cuu",
    )


def _answers_of(link: ClassLink) -> Answers:
    return {} if link.answer == UNKNOWN else {"household": link.answer}


def _class_view(catalog: Catalog, found: Sequence[Candidate], link: ClassLink, links: Sequence[ClassLink]) -> ClassView:
    answers = _answers_of(link)
    return ClassView(
        label=link.label,
        is_known=bool(answers),
        groups=tuple(_groups(catalog, found, answers)),
        ahead=tuple(_lines(catalog, found, answers, "ahead", ("yes", "may"))),
        others=tuple(Link(other.label, other.address) for other in links if other != link),
        today=format_day(catalog.today),
    )


def _groups(catalog: Catalog, found: Sequence[Candidate], answers: Answers) -> Iterator[NeedGroup]:
    for topic in catalog.topics:
        own = [c for c in found if topic.id in c.topics]
        sure = tuple(_lines(catalog, own, answers, "current", ("yes",)))
        possible = tuple(_lines(catalog, own, answers, "current", ("may",)))
        if sure or possible:
            yield NeedGroup(topic.id, topic.need, sure, possible)


def _lines(
    catalog: Catalog, found: Sequence[Candidate], answers: Answers, standing: str, verdicts: tuple[str, ...]
) -> Iterator[PolicyLine]:
    for candidate in found:
        answer = verdict(candidate.rule, answers)
        if candidate.days.standing(catalog.today) == standing and answer in verdicts:
            yield PolicyLine(
                title=candidate.title,
                address=candidate.address,
                benefit=candidate.benefit,
                because=", ".join(because(candidate.rule, answers)) if answer == "yes" else "",
                ways=tuple("; ".join(way) for way in ways(candidate.rule, answers)) if answer == "may" else (),
                law=candidate.law,
                when=format_day(candidate.days.first) if standing == "ahead" else "",
            )
