"""Which agency of the register a name in a plan means: only where exactly one can be meant, else none."""

from __future__ import annotations

import re
from collections.abc import Iterable

from giamngheo.catalog.catalog import Catalog
from giamngheo.content.register_schema import Agency, Place
from giamngheo.ground.vietnamese import slugify


class Addressees:
    """Finds agencies by their names as plans write them: short, without the place, with or without abbreviations."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        shorts = sorted(catalog.abbreviations.items(), key=lambda pair: -len(pair[0]))
        self._long_forms = {slugify(short): slugify(long) for short, long in shorts}
        names = "|".join(re.escape(short) for short in self._long_forms if "-" in short or len(short) > 3)  # noqa: PLR2004
        self._shorts = re.compile(rf"(?<![a-z0-9])(?:{names})(?![a-z0-9])") if names else None
        self._by_name: dict[str, list[Agency]] = {}
        for agency in catalog.agencies.values():
            for name in dict.fromkeys(self._key(name) for name in (agency.name, *agency.abbreviations)):
                self._by_name.setdefault(name, []).append(agency)

    def find(self, name: str, places: Iterable[str]) -> Agency | None:
        """Return the agency that `name` means in a plan of `places`, or None."""
        chain = {p.id: p for place in places for p in self._catalog.above(place)}
        found = {
            agency.id: agency
            for key in self._keys(self._key(name), chain.values())
            for agency in self._by_name.get(key, ())
            if agency.place is None or agency.place in chain or key == self._key(agency.name)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _key(self, name: str) -> str:
        words = slugify(name)
        return self._shorts.sub(lambda match: self._long_forms[match[0]], words) if self._shorts else words

    @staticmethod
    def _keys(name: str, places: Iterable[Place]) -> set[str]:
        """Names to look for: as written, and with each place around it ("Sở Tài chính" + "tỉnh Bắc Giang")."""
        keys = {name}
        for place in places:
            unit, proper = slugify(place.unit), slugify(place.name)
            keys |= {f"{name}-{unit}-{proper}"}
            if name.endswith(f"-{unit}"):
                keys.add(f"{name}-{proper}")
        return keys


def agencies_now(catalog: Catalog, agency: Agency) -> list[Agency]:
    """Return what an agency is today: its successors; none where it still exists or they are unknown."""
    found: dict[str, Agency] = {}
    pending, seen = list(agency.successors), {agency.id}
    while pending:
        successor = catalog.agencies.get(pending.pop(0))
        if successor is None or successor.id in seen:
            continue
        seen.add(successor.id)
        if successor.successors:
            pending.extend(successor.successors)
        else:
            found[successor.id] = successor
    is_still_there = agency.until is not None and agency.until.last_day >= catalog.today
    return [] if is_still_there else list(found.values())


def is_gone(catalog: Catalog, agency: Agency) -> bool:
    """Whether the agency is known to exist no more today."""
    return agency.until is not None and agency.until.last_day < catalog.today
