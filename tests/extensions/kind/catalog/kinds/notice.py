"""The state of a notice by its day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from giamngheo.content.kinds.notice import Notice

from giamngheo.catalog.kinds.rules import KindRules
from giamngheo.catalog.states import State

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog


def _state(catalog: Catalog, notice: Notice) -> State:
    return State("thông báo đã cũ", "over") if notice.until < catalog.today else State("thông báo mới", "good")


RULES: KindRules[Notice] = KindRules(_state)
