"""The page of a notice, laid out by the template of any item."""

from __future__ import annotations

from giamngheo.content.kinds.notice import Notice
from msgspec import Struct

from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.schema_org import Node
from giamngheo.outlets.pages.views import ItemView


class NoticeView(Struct, frozen=True):
    """A notice."""

    item: ItemView
    order: str

    @property
    def structured(self) -> Node:
        """schema.org description of the page."""
        return {"@type": "SpecialAnnouncement", "text": self.order}


def notice_view(context: PageContext, notice: Notice) -> NoticeView:
    """The page of one notice."""
    return NoticeView(context.common, notice.order)


PAGE: KindPage[Notice] = KindPage(view=notice_view)
