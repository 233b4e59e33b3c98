"""What pages of one kind are made with, and what the page of a kind with nothing of its own shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from msgspec import Struct, field

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.catalog.related_plans import PlanPair
from giamngheo.content.schema import Figure, Item
from giamngheo.ground.cache import digest
from giamngheo.outlets.pages.schema_org import Node, authored
from giamngheo.outlets.pages.views import ImageView, ItemView
from giamngheo.rendering import Rendered
from giamngheo.rendering.cited import Reference
from giamngheo.rendering.figures import FigureView, figure_view

ItemT = TypeVar("ItemT", bound=Item)


class Bodies(Struct, frozen=True, dict=True):
    """Renderings, images, citations and the work of plans, by the file of the item; links are resolved.

    `pairs` are plans that are compared, `plans_digest` is of the texts of all plans, what the page of one says of
    others was read there; `sizes` are bytes of files to load, by their address.
    """

    rendered: Mapping[str, Rendered]
    images: Mapping[str, ImageView]
    references: Mapping[str, tuple[Reference, ...]]
    works: Mapping[str, PlanWork]
    pairs: Sequence[PlanPair]
    plans_digest: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def shared_digest(self) -> str:
        """Of what any page may show besides the catalog and its own text."""
        return digest(repr(self.images), repr(self.sizes))


class PageContext(Struct, frozen=True):
    """What the view of an item is made from besides the item; `common` is what every item page shows."""

    catalog: Catalog
    entry: Entry
    bodies: Bodies
    common: ItemView

    def figures(self, figures: Sequence[Figure]) -> tuple[FigureView, ...]:
        """Figures of the item as they are shown."""
        return tuple(figure_view(self.catalog, self.entry.item, figure) for figure in figures)


class PlainView(Struct, frozen=True):
    """An item of a kind without a view of its own: what every item has, and its body."""

    item: ItemView

    @property
    def structured(self) -> Node:
        """schema.org description of the page."""
        item = self.item
        node: Node = {"@type": "Article", "headline": item.title}
        return {**node, **authored(item.published_iso, item.checked_iso, item.author)}


def _plain_view(context: PageContext, _item: Item) -> PlainView:
    return PlainView(context.common)


class KindPage(Struct, Generic[ItemT], frozen=True):
    """How items of one kind are shown: the template, what makes the view that it lays out, the picture.

    `has_drawn_cover`: a drawing with the sign of its topic stands where an item has no photograph. `shows_plans`: the
    page tells what was read in the texts of other plans, and is laid out anew when one of them changes.
    """

    template: str = "item.html"
    view: Callable[[PageContext, ItemT], object] = _plain_view
    has_drawn_cover: bool = False
    shows_plans: bool = False
