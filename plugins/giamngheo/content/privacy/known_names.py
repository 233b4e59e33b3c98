"""Names that may stand in a text: proper names of registers, history and places, persons allowed.

Looks names up by their folded syllables; whether a name is a person's is for names to decide.
"""

from collections.abc import Iterable
from functools import cache, lru_cache

from msgspec import Struct

from giamngheo.content.privacy import well_known
from giamngheo.content.privacy.capitals import Keys, find_capital_runs
from giamngheo.content.privacy.findings import Allowed
from giamngheo.content.privacy.folding import fold, name_key
from giamngheo.content.privacy.phones import national_digits


class NameIndex(Struct, frozen=True):
    """Names as tuples of folded syllables."""

    names: frozenset[Keys]
    firsts: frozenset[str]
    longest: int

    def length_at(self, keys: Keys, first: int) -> int:
        """How many syllables from `first` on are one known name, the longest that fits; 0 if none."""
        if keys[first] not in self.firsts:
            return 0
        for length in range(min(self.longest, len(keys) - first), 0, -1):
            if keys[first : first + length] in self.names:
                return length
        return 0


class Known(Struct, frozen=True):
    """What the gate lets pass, ready to be looked up."""

    places: NameIndex  # registers and well-known places
    public: NameIndex  # history, peoples: no person even after "bác", "cụ", "hộ"
    persons: NameIndex
    calls: frozenset[Keys]  # last one or two syllables of allowed persons: "bà Ninh"
    hotlines: frozenset[str]


def read_known(allowed: Allowed) -> Known:
    """Index what is allowed; a build asks with the same registers for every page, with other persons for each."""
    persons, calls = _persons(allowed.names)
    return Known(
        places=_places(allowed.proper_names),
        public=_public(),
        persons=persons,
        calls=calls,
        hotlines=_hotlines(allowed.phones),
    )


@lru_cache(maxsize=4)
def _places(proper_names: frozenset[str]) -> NameIndex:
    return _index({keys for name in proper_names for keys in _capitalised_parts(name)} | _split(well_known.PLACES))


@cache
def _public() -> NameIndex:
    return _index(_split(well_known.HISTORIC | well_known.PEOPLES))


@lru_cache(maxsize=64)
def _persons(names: frozenset[str]) -> tuple[NameIndex, frozenset[Keys]]:
    persons = _split(names)
    calls = {keys[-length:] for keys in persons for length in (1, 2) if len(keys) > length}
    return _index(persons), persons | calls


@lru_cache(maxsize=4)
def _hotlines(phones: frozenset[str]) -> frozenset[str]:
    return frozenset(national_digits(phone) for phone in phones)


def _capitalised_parts(name: str) -> Iterable[Keys]:
    """Take "Tuấn Đạo" for "xã Tuấn Đạo"; of a long name only parts of two syllables prove anything."""
    whole = tuple(name_key(word) for word in name.split())
    runs = find_capital_runs(fold(name).text)
    return [run.keys for run in runs if len(run.keys) > 1 or run.keys == whole]


def _split(names: Iterable[str]) -> frozenset[Keys]:
    texts = (fold(name).text for name in names)
    return frozenset(keys for text in texts if (keys := tuple(name_key(word) for word in text.split())))


def _index(names: Iterable[Keys]) -> NameIndex:
    kept = frozenset(names)
    return NameIndex(kept, frozenset(keys[0] for keys in kept), max(map(len, kept), default=0))
