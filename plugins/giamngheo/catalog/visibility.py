"""Which items the public may see at the moment of the build, and which leave only a notice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import Enum

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.content.loader import LoadedItem
from giamngheo.content.results.series import Series
from giamngheo.content.schema import Item


def is_public(item: Item, now: datetime) -> bool:
    """True when nothing keeps the item from readers: no draft, embargo, future day, withdrawal, lost consent."""
    return has_come(item, now) and not (item.withdrawn or lacks_consent(item, now))


def is_withdrawn(item: Item | Series, now: datetime) -> bool:
    """True when the item was public once and its address now says that it was taken back."""
    return bool(item.withdrawn and item.withdrawn.date <= now.date() and has_come(item, now))


def has_come(item: Item | Series, now: datetime) -> bool:
    """True when the item is finished and its day and hour are there, whatever happened to it since."""
    is_early = item.date > now.date() or (item.publish_at is not None and item.publish_at > now)
    return not (item.draft or is_early)


def lacks_consent(item: Item, now: datetime) -> bool:
    """True when somebody who is named or shown agrees only on a later day, or has taken that back by this one."""
    consents = [c for person in item.people for c in (person.consent, person.ethnicity_consent)]
    consents.append(item.image.people_consent if item.image else None)
    today = now.date()
    return any(c and (c.date > today or (c.withdrawn is not None and c.withdrawn <= today)) for c in consents)


class Hidden(Enum):
    """Why an item is not shown; the value is what its editor reads."""

    DRAFT = "bản nháp (draft: true)"
    AHEAD = "chờ đến ngày giờ đăng"
    CONSENT = "có người chưa đồng ý, hoặc đã rút đồng ý"
    WITHDRAWN = "đã gỡ"


def why_hidden(item: Item, now: datetime) -> Hidden | None:
    """Return what keeps an item from readers, None where nothing does."""
    if item.draft:
        return Hidden.DRAFT
    if not has_come(item, now):
        return Hidden.AHEAD
    if lacks_consent(item, now):
        return Hidden.CONSENT
    return Hidden.WITHDRAWN if item.withdrawn else None


def apply_revisions(items: Iterable[LoadedItem], now: datetime) -> list[LoadedItem]:
    """Let each revision whose moment has come take over identity and address of the item it revises.

    Of several the latest moment wins; a revision may itself be revised. Revisions still ahead, and items
    revised, are left out. A revision that was withdrawn, or lost a consent, does not bring the old text back.
    """
    loaded = list(items)
    by_id = {i.item.id: i for i in loaded}
    due = [i for i in loaded if i.item.revises and has_come(i.item, now)]
    due.sort(key=lambda i: i.item.publish_at or now)
    latest = {_first_of(i, by_id): i for i in due}
    return [_taken_over(one, latest.get(one.item.id)) for one in loaded if not one.item.revises]


def day_of_publication(item: Item) -> date:
    """Day from which an item may be seen."""
    return max(item.date, item.publish_at.date()) if item.publish_at else item.date


class Publication(Struct, frozen=True):
    """When an identity was first seen, and on which days a new text took it over."""

    first: date
    taken_over: tuple[date, ...]


def publications(items: Iterable[LoadedItem], now: datetime) -> dict[str, Publication]:
    """Publications by identity: an item published in March that a revision replaces in October is of March."""
    loaded = list(items)
    by_id = {i.item.id: i for i in loaded}
    days: dict[str, list[date]] = {}
    for one in loaded:
        if has_come(one.item, now):
            days.setdefault(_first_of(one, by_id), []).append(day_of_publication(one.item))
    return {name: Publication(min(found), tuple(sorted(found)[1:])) for name, found in days.items()}


def _first_of(revision: LoadedItem, by_id: Mapping[str, LoadedItem]) -> str:
    """Identity at the beginning of a chain of revisions; the loop ends after as many steps as there are items."""
    name = revision.item.id
    for _ in by_id:
        one = by_id.get(name)
        if one is None or not one.item.revises:
            break
        name = one.item.revises
    return name


def _taken_over(old: LoadedItem, new: LoadedItem | None) -> LoadedItem:
    """The new text under the identity, the address and the old addresses of the old one."""
    if new is None or type(new.item) is not type(old.item):
        return old
    aliases = tuple(dict.fromkeys((*old.item.aliases, *new.item.aliases)))
    return replace(new, item=new.item.model_copy(update={"id": old.item.id, "aliases": aliases}), slug=old.slug)
