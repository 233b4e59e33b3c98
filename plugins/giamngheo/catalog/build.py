"""Builds the catalog of one moment from what was read."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from giamngheo.catalog.catalog import Catalog, Entry, address_of
from giamngheo.catalog.results import PublicSeries
from giamngheo.catalog.visibility import apply_revisions, has_come, is_public, is_withdrawn
from giamngheo.content.loader import Content


def build_catalog(content: Content, now: datetime, held: Collection[str] = ()) -> Catalog:
    """Keep what the public may see at `now`; files in `held` are kept back because of their errors."""
    whole = [loaded for loaded in content.items if loaded.path not in held]
    current = apply_revisions(whole, now)
    public = [loaded for loaded in current if is_public(loaded.item, now)]
    public.sort(key=lambda loaded: (-loaded.item.date.toordinal(), loaded.item.id))
    series = [loaded for loaded in content.series if loaded.path not in held]
    shown = [loaded for loaded in series if has_come(loaded.item, now) and not loaded.item.withdrawn]
    return Catalog(
        now=now,
        settings=content.settings,
        entries=tuple(Entry(loaded, address_of(loaded)) for loaded in public),
        withdrawn=tuple(loaded for loaded in current if is_withdrawn(loaded.item, now)),
        registers=content.registers,
        results=tuple(PublicSeries(s, address_of(s)) for s in sorted(shown, key=lambda s: not s.item.featured)),
        withdrawn_results=tuple(loaded for loaded in series if is_withdrawn(loaded.item, now)),
    )
