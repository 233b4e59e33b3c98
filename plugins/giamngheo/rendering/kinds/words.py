"""What items of one kind say beyond the keys that all kinds have: in full, aloud, and in a group of chats.

Every part has a default, which says what any item says; a kind names only what it says otherwise.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct, field

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Item

ItemT = TypeVar("ItemT", bound=Item)

MUST = 0
"""Rank of what is told in any case."""
READ_ON = "Xem thêm"
"""Before an address, where nothing more can be promised."""


class Telling(Struct, frozen=True):
    """One thing to tell where room or time is short, as written. Of higher ranks only what there is room for.

    `instead` is told when it finds no room: a reader must know that a condition was left out. `is_whole`: all of it or
    nothing; on the air everything is. `about` is the text of the part that it tells more of, and without which it says
    nothing.
    """

    rank: int
    text: str
    instead: str = ""
    is_whole: bool = True
    about: str = ""


def _no_html(_catalog: Catalog, _item: Item) -> Iterator[str]:
    return iter(())


def _no_telling(_catalog: Catalog, _item: Item) -> Iterator[Telling]:
    return iter(())


def _no_days(_catalog: Catalog, _item: Item) -> str:
    return ""


def _no_time(_item: Item) -> str:
    return ""


def _summary(item: Item) -> str:
    return item.summary


def _summary_aloud(_catalog: Catalog, item: Item) -> Iterator[Telling]:
    yield Telling(MUST, item.summary)


class ArticleWords(Struct, Generic[ItemT], frozen=True):
    """Of the full text: what the summary is called, and passages of HTML `before` and `after` the body."""

    lead: str = "Tóm tắt"
    before: Callable[[Catalog, ItemT], Iterable[str]] = _no_html
    after: Callable[[Catalog, ItemT], Iterable[str]] = _no_html


class GroupWords(Struct, Generic[ItemT], frozen=True):
    """Of a post in a group, whose lines are: `opening`, `gist`, places, `own`, state with its days, and the address."""

    opening: Callable[[Catalog, ItemT], Iterable[Telling]] = _no_telling
    gist: Callable[[ItemT], str] = _summary
    own: Callable[[Catalog, ItemT], Iterable[Telling]] = _no_telling
    some_places: str = ""
    """Said where the names of the places find no room."""
    days_of_state: Callable[[Catalog, ItemT], str] = _no_days
    """From which or to which day the state holds, in brackets behind a space; "" where nothing is known."""
    read_on: str = READ_ON
    """Before the address, unless the item is over."""


class Words(Struct, Generic[ItemT], frozen=True):
    """All that one kind says in its own way.

    `aloud` is told on the air after title and places; `when` is day, hour and place of what takes place, in one line.
    """

    article: ArticleWords[ItemT] = field(default_factory=ArticleWords)
    aloud: Callable[[Catalog, ItemT], Iterable[Telling]] = _summary_aloud
    group: GroupWords[ItemT] = field(default_factory=GroupWords)
    when: Callable[[ItemT], str] = _no_time
