"""The page of a story: before, support, results, what was hard, what others can learn."""

from __future__ import annotations

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Figure, Story, Support
from giamngheo.outlets.pages.comparisons import compare
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.lines import period_text
from giamngheo.outlets.pages.schema_org import Node, authored
from giamngheo.outlets.pages.views import ItemView
from giamngheo.rendering.charts import Bars
from giamngheo.rendering.figures import FigureView, Link, figure_view, source_link

_STORY_KINDS = {
    "mo-hinh": "Mô hình",
    "ho-gia-dinh": "Hộ gia đình",
    "tap-the": "Tập thể",
    "sang-kien": "Sáng kiến",
}


class SupportView(Struct, frozen=True):
    """Help that a model received."""

    what: str
    programme: str
    amount: FigureView | None
    policy: Link | None
    source: Link | None


class StoryView(Struct, frozen=True):
    """A story: before, support, results, difficulties, lessons; a figure is either in `bars` or in `results`."""

    item: ItemView
    kind: str
    period: str
    before: str
    support: tuple[SupportView, ...]
    bars: tuple[Bars, ...]
    results: tuple[FigureView, ...]
    unknown: tuple[str, ...]
    difficulties: str
    lessons: str
    people: tuple[tuple[str, str], ...]

    @property
    def structured(self) -> Node:
        """schema.org description of the page."""
        item = self.item
        node: Node = {"@type": "NewsArticle", "headline": item.title}
        return {**node, **authored(item.published_iso, item.checked_iso, item.author)}


def story_view(context: PageContext, story: Story) -> StoryView:
    """The page of one story."""
    counts = {
        "Thành viên": story.members,
        "Thành viên là hộ nghèo": story.members_poor,
        "Hộ đã thoát nghèo": story.left_poverty,
    }
    known = [f for f in counts.values() if isinstance(f, Figure)]
    bars, alone = compare(context.catalog, story, (*story.results, *known))
    return StoryView(
        item=context.common,
        kind=_STORY_KINDS[story.kind],
        period=period_text(story.period),
        before=story.situation_before or "",
        support=tuple(_support(context.catalog, story, s) for s in story.support),
        bars=bars,
        results=context.figures(alone),
        unknown=tuple(label for label, value in counts.items() if value == "chua-co-so"),
        difficulties=story.difficulties,
        lessons=story.lessons,
        people=tuple((p.name, p.position or "") for p in story.people),
    )


def _support(catalog: Catalog, story: Story, support: Support) -> SupportView:
    policy = catalog.by_id.get(support.policy or "")
    return SupportView(
        what=support.what,
        programme=support.programme or "",
        amount=figure_view(catalog, story, support.amount) if support.amount else None,
        policy=Link(policy.item.title, policy.address) if policy else None,
        source=source_link(catalog, story, support.source) if support.source else None,
    )


PAGE: KindPage[Story] = KindPage("stories.html", story_view, has_drawn_cover=True)
