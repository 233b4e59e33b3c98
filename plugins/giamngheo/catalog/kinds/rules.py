"""What the catalog asks of items of one kind; every answer has a default."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from msgspec import Struct

from giamngheo.catalog.states import State
from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Item
from giamngheo.ground.problems import Problem

if TYPE_CHECKING:
    from giamngheo.catalog.catalog import Catalog

ItemT = TypeVar("ItemT", bound=Item)


def _no_state(_catalog: Catalog, _item: Item) -> None:
    return None


def _no_problems(_catalog: Catalog, _item: Item, _loaded: LoadedItem) -> Iterator[Problem]:
    return iter(())


class KindRules(Struct, Generic[ItemT], frozen=True):
    """`state` is the state today, None where the kind has none; `check` yields what must be looked at again."""

    state: Callable[[Catalog, ItemT], State | None] = _no_state
    check: Callable[[Catalog, ItemT, LoadedItem], Iterator[Problem]] = _no_problems
