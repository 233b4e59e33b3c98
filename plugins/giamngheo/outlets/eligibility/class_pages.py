"""Pages of the finder for readers without scripts: what one class of households can get, need by need.

A policy stands in full under the first of its needs; where there are more than one page should hold, each need has a
page of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.register_schema import Topic
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.eligibility.candidates import Candidate
from giamngheo.outlets.eligibility.engine import Answers, because, verdict, ways
from giamngheo.outlets.eligibility.questions import CLASS_LABELS, UNKNOWN
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page

FINDER = "/tra-cuu/"
MOST = 40
"""Policies in full on one page: about 12 KB after compression."""

_SLUGS = {**{name: name for name in CLASS_LABELS}, UNKNOWN: "chua-ro"}
_LABELS = {**CLASS_LABELS, UNKNOWN: "Tôi không rõ"}


class ClassLink(Struct, frozen=True):
    """The first answer as a link: to the page of the class, or, with scripts, to the next question."""

    label: str
    address: str
    answer: str

    @property
    def answers(self) -> Answers:
        """What is known of a household of the class."""
        return {} if self.answer == UNKNOWN else {"household": self.answer}

    @property
    def title(self) -> str:
        """What the page of the class is called."""
        if self.answer == "ho-khac":
            return "Không phải hộ nghèo, cận nghèo, mới thoát nghèo: được hỗ trợ gì?"
        return f"{self.label} được hỗ trợ gì?" if self.answers else "Chưa rõ loại hộ: có thể được hỗ trợ gì?"


class PolicyLine(Struct, frozen=True):
    """A policy with its reason in words; `ways` are alternatives of which one would decide; `when` if not yet."""

    title: str
    address: str
    benefit: str
    because: str
    ways: tuple[str, ...]
    law: tuple[Link, ...]
    when: str


class Told(Struct, frozen=True):
    """A policy that a need before this one has told in full: that need, and whether it is sure."""

    policy: Link
    need: Link
    is_sure: bool


class NeedGroup(Struct, frozen=True):
    """What a class of households can get for one need; `told` stands in full in another group."""

    anchor: str
    need: str
    sure: tuple[PolicyLine, ...]
    possible: tuple[PolicyLine, ...]
    told: tuple[Told, ...] = ()


class ClassView(Struct, frozen=True):
    """What one class of households can get: needs of this page in `groups`, those on pages of their own in `needs`."""

    groups: tuple[NeedGroup, ...]
    needs: tuple[Link, ...]
    ahead: tuple[PolicyLine, ...]
    others: tuple[Link, ...]
    today: str


def class_links() -> tuple[ClassLink, ...]:
    """The classes of households, as the finder begins with them; "I do not know" is the last."""
    return tuple(ClassLink(_LABELS[name], f"{FINDER}{slug}/", name) for name, slug in _SLUGS.items())


def class_pages(catalog: Catalog, found: Sequence[Candidate], link: ClassLink) -> Iterator[Page]:
    """Yield the page of a class, and one for every need where that page would be too long."""
    own = _fitting(catalog, found, link.answers, "current")
    topics = [topic for topic in catalog.topics if any(topic.id in c.topics for c in own)]
    is_long = len(own) > MOST
    crumbs = (Link("Trang chủ", "/"), Link("Tra cứu chính sách", FINDER))
    apart = [(topic, f"{link.address}{topic.id}/") for topic in topics] if is_long else []
    needs = tuple(Link(topic.need, address) for topic, address in apart)
    shown = [] if is_long else topics
    ahead = _fitting(catalog, found, link.answers, "ahead")
    view_of = partial(_view, catalog, link, own, ahead)
    yield _page(catalog, link, link.address, link.title, crumbs, partial(view_of, shown, needs))
    for topic, address in apart:
        view = partial(view_of, [topic], tuple(n for n in needs if n.address != address))
        title = f"{link.title} {topic.need}"
        yield _page(catalog, link, address, title, (*crumbs, Link(link.label, link.address)), view)


def _page(
    catalog: Catalog, link: ClassLink, address: str, title: str, crumbs: tuple[Link, ...], view: partial[ClassView]
) -> Page:
    return Page(
        address=address,
        template="finder_class.html",
        title=title,
        description=f"{link.title} Chính sách theo từng nhu cầu, kèm điều kiện và căn cứ.",
        view=Later(view, lambda: catalog.fingerprint),
        crumbs=crumbs,
        section="tra-cuu",
    )


def _view(
    catalog: Catalog,
    link: ClassLink,
    own: Sequence[Candidate],
    ahead: Sequence[Candidate],
    topics: Sequence[Topic],
    needs: tuple[Link, ...],
) -> ClassView:
    return ClassView(
        groups=tuple(_groups(own, link.answers, topics)),
        needs=needs,
        ahead=tuple(_line(c, link.answers, is_ahead=True) for c in ahead),
        others=tuple(Link(other.label, other.address) for other in class_links() if other != link),
        today=format_day(catalog.today),
    )


def _fitting(catalog: Catalog, found: Sequence[Candidate], answers: Answers, standing: str) -> list[Candidate]:
    """What applies or may apply to such households, now ("current") or soon ("ahead")."""
    at = [c for c in found if c.days.standing(catalog.today) == standing]
    return [c for c in at if verdict(c.rule, answers) != "no"]


def _groups(own: Sequence[Candidate], answers: Answers, topics: Sequence[Topic]) -> Iterator[NeedGroup]:
    told: dict[str, Link] = {}
    for topic in topics:
        here = [c for c in own if topic.id in c.topics]
        new = [c for c in here if c.address not in told]
        yield NeedGroup(
            topic.id,
            topic.need,
            sure=tuple(_line(c, answers) for c in new if verdict(c.rule, answers) == "yes"),
            possible=tuple(_line(c, answers) for c in new if verdict(c.rule, answers) == "may"),
            told=tuple(
                Told(Link(c.title, c.address), told[c.address], verdict(c.rule, answers) == "yes")
                for c in here
                if c.address in told
            ),
        )
        told.update((c.address, Link(topic.need, f"#p_{topic.id}")) for c in new)


def _line(candidate: Candidate, answers: Answers, *, is_ahead: bool = False) -> PolicyLine:
    answer = verdict(candidate.rule, answers)
    return PolicyLine(
        title=candidate.title,
        address=candidate.address,
        benefit=candidate.benefit,
        because=", ".join(because(candidate.rule, answers)) if answer == "yes" else "",
        ways=tuple("; ".join(way) for way in ways(candidate.rule, answers)) if answer == "may" else (),
        law=candidate.law,
        when=format_day(candidate.days.first) if is_ahead else "",
    )
