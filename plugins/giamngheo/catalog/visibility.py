"""Which items the public may see at the moment of the build, and which leave only a notice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from giamngheo.content.loader import LoadedItem
from giamngheo.content.schema import Item


def is_public(item: Item, now: datetime) -> bool:
    """True when nothing keeps the item from readers: no draft, embargo, future day, withdrawal, lost consent."""
    is_early = item.date > now.date() or (item.publish_at is not None and item.publish_at > now)
    return not (item.draft or is_early or item.withdrawn or has_lost_consent(item, now))


def is_withdrawn(item: Item, now: datetime) -> bool:
    """True when the item was public once and its address now says that it was taken back."""
    return bool(item.withdrawn and item.withdrawn.date <= now.date() and not item.draft)


def has_lost_consent(item: Item, now: datetime) -> bool:
    """True when somebody who agreed to be named or shown has taken that back; takes effect on that day."""
    consents = [c for person in item.people for c in (person.consent, person.ethnicity_consent)]
    consents.append(item.image.people_consent if item.image else None)
    return any(c and c.withdrawn and c.withdrawn <= now.date() for c in consents)


def apply_revisions(items: Iterable[LoadedItem], now: datetime) -> list[LoadedItem]:
    """Let each revision whose moment has come take over identity and address of the item it revises.

    Of several the latest moment wins. Revisions still ahead, and items revised, are left out.
    """
    loaded = list(items)
    due = [i for i in loaded if i.item.revises and is_public(i.item, now)]
    due.sort(key=lambda i: i.item.publish_at or now)
    latest = {str(i.item.revises): i for i in due}
    kept: list[LoadedItem] = []
    for one in loaded:
        if one.item.revises:
            continue
        new = latest.get(one.item.id)
        if new is None or type(new.item) is not type(one.item):
            kept.append(one)
        else:
            kept.append(replace(new, item=new.item.model_copy(update={"id": one.item.id}), slug=one.slug))
    return kept
