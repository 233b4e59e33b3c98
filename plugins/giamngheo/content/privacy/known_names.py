"""Names that may stand in a text: proper names of registers, history and places, persons allowed.

Looks names up by their folded syllables; whether a name is a person's is for names to decide.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from giamngheo.content.privacy import well_known
from giamngheo.content.privacy.capitals import Syllable, find_capital_runs
from giamngheo.content.privacy.findings import Allowed
from giamngheo.content.privacy.folding import name_key
from giamngheo.content.privacy.phones import national_digits
from giamngheo.content.privacy.prose import read_prose

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names as tuples of folded syllables."""

    names: frozenset[Keys]
    longest: int

    def length_at(self, syllables: Sequence[Syllable], first: int) -> int:
        """How many syllables from `first` on are one known name, the longest that fits; 0 if none."""
        for length in range(min(self.longest, len(syllables) - first), 0, -1):
            if tuple(s.key for s in syllables[first : first + length]) in self.names:
                return length
        return 0


@dataclass(frozen=True, slots=True)
class Known:
    """What the gate lets pass, ready to be looked up."""

    places: NameIndex  # registers and well-known places
    public: NameIndex  # history, peoples: no person even after "bác", "cụ", "hộ"
    persons: NameIndex
    calls: frozenset[Keys]  # last one or two syllables of allowed persons: "bà Ninh"
    hotlines: frozenset[str]


@lru_cache(maxsize=4)
def read_known(allowed: Allowed) -> Known:
    """Index what is allowed; kept, since a build asks about every page with the same registers."""
    persons = _split(allowed.names)
    calls = {keys[-length:] for keys in persons for length in (1, 2) if len(keys) > length}
    places = {keys for name in allowed.proper_names for keys in _capitalised_parts(name)}
    return Known(
        places=_index(places | _split(well_known.PLACES)),
        public=_index(_split(well_known.HISTORIC | well_known.PEOPLES)),
        persons=_index(persons),
        calls=frozenset(calls) | persons,
        hotlines=frozenset(national_digits(phone) for phone in allowed.phones),
    )


def _capitalised_parts(name: str) -> Iterable[Keys]:
    """Take "Tuấn Đạo" for "xã Tuấn Đạo"; of a long name only parts of two syllables prove anything."""
    runs = [tuple(s.key for s in run.syllables) for run in find_capital_runs(read_prose(name))]
    whole = tuple(name_key(word) for word in name.split())
    return [keys for keys in runs if len(keys) > 1 or keys == whole]


def _split(names: Iterable[str]) -> frozenset[Keys]:
    texts = (read_prose(name).text for name in names)
    return frozenset(keys for text in texts if (keys := tuple(name_key(word) for word in text.split())))


def _index(names: Iterable[Keys]) -> NameIndex:
    kept = frozenset(names)
    return NameIndex(kept, max(map(len, kept), default=0))
