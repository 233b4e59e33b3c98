"""The page of a policy: what one gets, who gets it, how, until when, by which law."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Policy, Step
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.lines import document_line, item_card
from giamngheo.outlets.pages.schema_org import Node, faq_page
from giamngheo.outlets.pages.views import Card, DocumentLine, ItemView
from giamngheo.rendering.eligibility_words import WhoLine, who_lines
from giamngheo.rendering.figures import FigureView, Link, headline, partial_text, source_link
from giamngheo.rendering.printed import LEAFLET_NOTE, has_leaflet, leaflet_address


class StepView(Struct, frozen=True):
    """One thing to do; `details` are label and text ("Ở đâu", "Ủy ban nhân dân xã")."""

    do: str
    details: tuple[tuple[str, str], ...]


class SeasonView(Struct, frozen=True):
    """Days of every year in which one should act, and who says so."""

    when: str
    what: str
    source: Link


class PolicyView(Struct, frozen=True):
    """A policy in the order in which people ask."""

    item: ItemView
    benefit: str
    who: tuple[WhoLine, ...]
    main_figure: FigureView | None
    amounts: tuple[FigureView, ...]
    steps: tuple[StepView, ...]
    contact: str
    valid_from: str
    valid_to: str
    season: SeasonView | None
    successor: Link | None
    predecessors: tuple[Link, ...]
    basis: tuple[DocumentLine, ...]
    stories: tuple[Card, ...]
    questions: tuple[Card, ...]
    materials: tuple[Link, ...] = ()
    leaflet: Link | None = None
    """The leaflet for printing, with kind and size; none where nobody gets the benefit any more."""

    @property
    def structured(self) -> Node:
        """schema.org description of the page."""
        return {
            "@type": "GovernmentService",
            "serviceType": self.benefit,
            "audience": {"@type": "Audience", "audienceType": "; ".join(str(line) for line in self.who)},
            "areaServed": [{"@type": "AdministrativeArea", "name": line.then.label} for line in self.item.places],
            "dateModified": self.item.checked_iso,
        }

    def faq(self) -> Node:
        """The three questions that every policy page answers under these headings, and those that citizens ask."""
        return faq_page(
            {"@type": "Question", "name": name, "acceptedAnswer": {"@type": "Answer", "text": answer}}
            for name, answer in self._answers()
            if answer
        )

    def _answers(self) -> Iterator[tuple[str, str]]:
        title = self.item.title
        yield f"{title}: được gì?", self.benefit
        yield f"{title}: ai được?", "; ".join(str(line) for line in self.who)
        yield f"{title}: làm thế nào?", " ".join(f"{number}. {step.do}" for number, step in enumerate(self.steps, 1))
        yield from ((card.title, card.summary) for card in self.questions if card.state is None)


def policy_view(context: PageContext, policy: Policy) -> PolicyView:
    """The page of one policy."""
    catalog, entry = context.catalog, context.entry
    amounts = context.figures(policy.amounts)
    newer = catalog.by_id.get(policy.replaced_by or "")
    documents = (catalog.documents[d] for d in policy.legal_basis if d in catalog.documents)
    asked = (e for e in catalog.questions_about(policy.id) if not catalog.is_over(e.item))
    return PolicyView(
        item=context.common,
        benefit=policy.benefit,
        who=who_lines(policy.eligibility),
        main_figure=headline(policy, amounts, catalog.state_of(policy)),
        amounts=amounts,
        steps=tuple(_step(step) for step in policy.steps),
        contact=policy.contact or "",
        valid_from=partial_text(policy.valid_from),
        valid_to=format_day(policy.valid_to) if policy.valid_to else "",
        season=_season(catalog, policy),
        successor=Link(newer.item.title, newer.address) if newer else None,
        predecessors=tuple(Link(e.item.title, e.address) for e in catalog.replaced_policies(policy.id)),
        basis=tuple(document_line(catalog, d) for d in documents),
        stories=tuple(item_card(catalog, e) for e in catalog.policies_using(policy.id)[:3]),
        questions=tuple(item_card(catalog, e) for e in asked),
        materials=tuple(Link(e.item.title, e.address) for e in catalog.materials_about(policy.id)),
        leaflet=Link(LEAFLET_NOTE, leaflet_address(entry)) if has_leaflet(catalog, entry) else None,
    )


def _season(catalog: Catalog, policy: Policy) -> SeasonView | None:
    season = policy.season
    if season is None:
        return None
    (month, day), (last_month, last_day) = season.from_, season.to
    when = f"Hằng năm, từ {day}/{month} đến hết {last_day}/{last_month}"
    return SeasonView(when, season.what, source_link(catalog, policy, season.source))


def _step(step: Step) -> StepView:
    details = [
        ("Ở đâu", step.where),
        ("Giấy tờ", "; ".join(step.papers)),
        ("Bao lâu", step.days),
        ("Lệ phí", step.fee),
        ("Ai quyết định", step.decides),
    ]
    return StepView(step.do, tuple((label, text) for label, text in details if text))


PAGE: KindPage[Policy] = KindPage("policies.html", policy_view)
