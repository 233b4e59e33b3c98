"""The page of a plan: what it is, who has to do what by when, its files, the plans beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.related_plans import PlanPair
from giamngheo.content.schema import Plan
from giamngheo.ground.vietnamese import format_day
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.lines import item_card, period_text
from giamngheo.outlets.pages.schema_org import Node, authored, legislation
from giamngheo.outlets.pages.tasks import plan_tasks
from giamngheo.outlets.pages.views import Card, ItemView, TasksView
from giamngheo.rendering.exported import export_links
from giamngheo.rendering.figures import Link
from giamngheo.rendering.plan_links import comparison_address

_QUALITY = {
    "original": "Toàn văn văn bản, đăng nguyên văn.",
    "ocr-corrected": "Toàn văn, phục hồi dấu tiếng Việt từ bản quét; nếu cần trích dẫn, hãy đối chiếu bản có chữ ký.",
    "excerpt": "Trích: bản chúng tôi có thiếu phần cuối; chữ bị mất khi quét đã được phục hồi.",
    "news-summary": "Bài tóm tắt của Ban biên tập, không phải nguyên văn kế hoạch.",
}


class PlanView(Struct, frozen=True):
    """An official plan."""

    item: ItemView
    is_official: bool
    quality: str
    facts: tuple[tuple[str, Link], ...]
    document: Link | None
    tasks: TasksView | None
    related: tuple[Link, ...]
    downloads: tuple[Link, ...]
    activities: tuple[Card, ...]

    @property
    def structured(self) -> Node:
        """schema.org description of the page; a summary in our own words is no legislation."""
        if not self.is_official:
            return {"@type": "Article", **authored(self.item.published_iso, self.item.checked_iso, self.item.author)}
        return {"@type": "Legislation", **legislation({label: link.label for label, link in self.facts})}


def plan_view(context: PageContext, plan: Plan) -> PlanView:
    """The page of one plan."""
    catalog, entry, bodies = context.catalog, context.entry, context.bodies
    document = catalog.document_of(plan)
    return PlanView(
        item=context.common,
        is_official=plan.is_official_text,
        quality=_QUALITY[plan.text_quality],
        facts=tuple((label, link) for label, link in _facts(catalog, plan) if link.label),
        document=Link(document.number, f"/van-ban/{document.id}/") if document else None,
        tasks=plan_tasks(bodies.works.get(entry.loaded.path)),
        related=tuple(_related(plan, bodies.pairs)),
        downloads=export_links(entry),
        activities=tuple(item_card(catalog, e) for e in catalog.activities_of(plan.id)),
    )


def _related(plan: Plan, pairs: Sequence[PlanPair]) -> Iterator[Link]:
    for pair in pairs:
        if pair.work.plan is plan:
            yield Link(f"Đối chiếu với {pair.other.plan.title}", comparison_address(pair))
        elif pair.other.plan is plan:
            yield Link(f"Đối chiếu với {pair.work.plan.title}", comparison_address(pair))


def _facts(catalog: Catalog, plan: Plan) -> list[tuple[str, Link]]:
    agency = catalog.agencies.get(plan.issuer)
    successors = [catalog.agencies[a].name for a in (agency.successors if agency else ())]
    return [
        ("Loại văn bản", Link(TYPE_NAMES[plan.doc_type])),
        ("Số, ký hiệu", Link(plan.number or "")),
        ("Cơ quan ban hành", Link(agency.name if agency else plan.issuer)),
        ("Cơ quan kế tục", Link(", ".join(successors))),
        ("Ngày ban hành", Link(format_day(plan.issued) if plan.issued else "")),
        ("Người ký", Link(", ".join(filter(None, (plan.signer, plan.signer_role))))),
        ("Giai đoạn", Link(period_text(plan.period))),
    ]


PAGE: KindPage[Plan] = KindPage("plans.html", plan_view, shows_plans=True)
