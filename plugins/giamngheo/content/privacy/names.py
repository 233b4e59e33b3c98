"""Names of persons: after words that call a person, and after family names.

Vietnamese names have no common ending and share syllables with places, so each run of capitals is judged by
the word before it, the registers, its family name and middle name, and what follows. `NameMention.is_allowed`
tells whether that person may be named; those are kept because addresses and children ask for them too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from giamngheo.content.privacy import surnames, vocabulary, well_known
from giamngheo.content.privacy.capitals import UPPER, CapitalRun, Syllable, find_capital_runs
from giamngheo.content.privacy.folding import name_key
from giamngheo.content.privacy.known_names import Known
from giamngheo.content.privacy.prose import Prose

_LIST_GAP = re.compile(r"[ \n]*(?:[,;-]|,? ?(?:và|cùng|hoặc|với))[ \n]*")
_IN_CAPITALS = re.compile(
    rf"(?<!\w)(?<![{UPPER}] )([{UPPER}]{{2,7}}) (?:THỊ|VĂN)"
    rf"(?: [{UPPER}]{{2,7}}){{1,2}}(?!\w)(?! [{UPPER}]{{2}})"
)
_LONGEST_NAME = 5
_FULL_NAME = 3


class Role(Enum):
    """What the word before a run makes of it."""

    PERSON = auto()
    CUE = auto()
    PLACE = auto()
    UNLIKELY = auto()  # after "trưởng thôn", or in a list of places: only a firm name counts
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name; `is_allowed` if that person may be named."""

    start: int
    end: int
    is_allowed: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    """A run with the first syllable that may be a name, and what the words before say."""

    run: CapitalRun
    first: int
    role: Role


def find_names(prose: Prose, known: Known) -> list[NameMention]:
    """All persons named in a text, in order."""
    found = list(_names_in_capitals(prose, known))
    last_place = -1
    for run in find_capital_runs(prose):
        reading = _read(prose, run, known, last_place)
        if reading.role in (Role.PLACE, Role.UNLIKELY):
            last_place = run.end
        found.extend(_names_in(prose, reading, known))
    return sorted(found, key=lambda name: name.start)


def _read(prose: Prose, run: CapitalRun, known: Known, last_place: int) -> _Reading:
    role = _role_of(prose.words_before(run.start))
    if role is Role.PLACE and vocabulary.HEADS.search(prose.before(run.start, 50)):
        role = Role.UNLIKELY
    if role is not Role.UNKNOWN:
        return _Reading(run, 0, role)
    if len(run.syllables) > 1 and (role := _role_of_first(run, known)) is not Role.UNKNOWN:
        return _Reading(run, 1, role)
    if last_place >= 0 and _LIST_GAP.fullmatch(prose.text, last_place, run.start):
        return _Reading(run, 0, Role.UNLIKELY)
    return _Reading(run, 0, Role.UNKNOWN)


def _role_of(words: list[str]) -> Role:
    """Let the longest ending of the words before decide: "gia đình" is a family, "đình" a hall."""
    for length in range(min(3, len(words)), 0, -1):
        phrase = " ".join(words[-length:])
        if phrase in vocabulary.COLLECTIVES:
            return Role.PLACE
        if phrase in vocabulary.NAME_CUES:
            return Role.CUE
        if phrase in vocabulary.HONORIFICS:
            return Role.PERSON
        if phrase in vocabulary.PLACE_WORDS:
            return Role.PLACE
    return Role.UNKNOWN


def _role_of_first(run: CapitalRun, known: Known) -> Role:
    """Read a deciding word that begins the run itself: "Bà Hoa", "Xã Tuấn Đạo", but not "Bà Rịa"."""
    if known.places.length_at(run.syllables, 0) > 1 or _has_middle_name(run.syllables, 0):
        return Role.UNKNOWN
    return _role_of([run.syllables[0].word.lower()])


def _names_in(prose: Prose, reading: _Reading, known: Known) -> Iterator[NameMention]:
    if reading.role is Role.PLACE:
        return
    syllables = reading.run.syllables
    called = _called_length(prose, reading, known)
    if called:
        yield from _mention(syllables[reading.first : reading.first + called], known, is_call=True)
    first = reading.first + called
    while first < len(syllables):
        length = max(known.places.length_at(syllables, first), known.public.length_at(syllables, first))
        if length > 1:
            first += length
            continue
        length = _full_name_length(prose, reading, first, known)
        yield from _mention(syllables[first : first + length], known, is_call=False)
        first += length or 1


def _called_length(prose: Prose, reading: _Reading, known: Known) -> int:
    """Syllables of the name that a word such as "bà" or "chủ hộ" calls; 0 if it calls nobody."""
    if reading.role not in (Role.PERSON, Role.CUE):
        return 0
    syllables, first = reading.run.syllables, reading.first
    if _calls_no_person(prose, syllables, first, known):
        return 0
    if reading.role is Role.PERSON:
        return _extent(syllables, first, known)
    return _cued_length(prose, reading, known)


def _calls_no_person(prose: Prose, syllables: tuple[Syllable, ...], first: int, known: Known) -> bool:
    start = syllables[first].start
    if vocabulary.ORGANISATION.match(prose.lower, start) or known.public.length_at(syllables, first) > 1:
        return True
    call = " ".join([*prose.lower[max(0, start - 5) : start].split()[-1:], syllables[first].word.lower()])
    return len(syllables) == first + 1 and call in well_known.CALLS


def _cued_length(prose: Prose, reading: _Reading, known: Known) -> int:
    """Expect after "hộ" a full name, one syllable, or "A" with one syllable — or a people, a place."""
    syllables, first = reading.run.syllables, reading.first
    if known.public.length_at(syllables, first) or known.places.length_at(syllables, first):
        return 0
    if "tên" in prose.before(syllables[first].start, 8) and vocabulary.NAMED_THINGS.search(
        prose.before(syllables[first].start, 60)
    ):
        return 0
    length = _extent(syllables, first, known)
    begins_name = syllables[first].word == "A" or syllables[first].key in surnames.ALL
    return length if length == 1 or begins_name else 0


def _full_name_length(prose: Prose, reading: _Reading, first: int, known: Known) -> int:
    """Syllables of the full name that begins here by its own evidence; 0 if there is none."""
    syllables = reading.run.syllables
    length = _extent(syllables, first, known)
    if _has_middle_name(syllables, first) or _is_highland_name(syllables, first):
        return length
    key = syllables[first].key
    if length < 2 or key not in surnames.ALL:  # noqa: PLR2004  a family name alone is a word
        return 0
    if vocabulary.PERSON_AFTER.match(prose.lower, syllables[first + length - 1].end):
        return length
    if reading.role is Role.UNLIKELY or first > 1:
        return 0
    if key in surnames.STRONG:
        return length
    is_full = key in surnames.WEAK and length >= _FULL_NAME and first == 0
    return length if is_full and not vocabulary.ORGANISATION.match(prose.lower, syllables[0].start) else 0


def _has_middle_name(syllables: tuple[Syllable, ...], first: int) -> bool:
    """Tell by the middle: before "Thị", "Văn" stands any family name, before "A", "Mí" a known one."""
    if len(syllables) - first < _FULL_NAME:
        return False
    family, middle = syllables[first].key, syllables[first + 1].key
    if middle in surnames.MIDDLE_OF_ANY:
        is_place_word = syllables[first].word.lower() in vocabulary.PLACE_WORDS
        return family in surnames.ALL or not is_place_word
    return middle in surnames.MIDDLE_OF_HIGHLAND and family in surnames.ALL


def _is_highland_name(syllables: tuple[Syllable, ...], first: int) -> bool:
    """Names of the Central Highlands begin with a sign of sex: H'Lan Niê, Y Moan Êban."""
    word = syllables[first].word
    if word[:2] in ("H'", "K'") and word not in well_known.PEOPLES:
        return True
    return word == "Y" and len(syllables) - first >= _FULL_NAME


def _extent(syllables: tuple[Syllable, ...], first: int, known: Known) -> int:
    """Measure a name: at most five syllables; the end of a line ends it unless that leaves half a name."""
    length = 1
    for syllable in syllables[first + 1 : first + _LONGEST_NAME]:
        is_half = length == 1 or syllables[first + length - 1].key in surnames.MIDDLE_OF_ANY
        if syllable.breaks and not is_half:
            return max(length, known.persons.length_at(syllables, first))
        length += 1
    return length


def _mention(syllables: tuple[Syllable, ...], known: Known, *, is_call: bool) -> Iterator[NameMention]:
    """One mention, or none for a placeholder such as "Nguyễn Văn A" or "chị H."."""
    if not syllables or len(syllables[-1].word) == 1:
        return
    keys = tuple(syllable.key for syllable in syllables)
    is_allowed = keys in known.persons.names or (is_call and keys in known.calls)
    yield NameMention(syllables[0].start, syllables[-1].end, is_allowed)


def _names_in_capitals(prose: Prose, known: Known) -> Iterator[NameMention]:
    """Forms print names in capitals; a heading has more words, and no "THỊ" or "VĂN" after a family name."""
    for match in _IN_CAPITALS.finditer(prose.text):
        if name_key(match.group(1)) in surnames.ALL:
            keys = tuple(name_key(word) for word in match.group().split())
            yield NameMention(*match.span(), keys in known.persons.names)
