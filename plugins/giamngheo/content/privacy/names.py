"""Names of persons: after words that call a person, and after family names.

Vietnamese names have no common ending and share syllables with places, so each run of capitals is judged by
the word before it, the registers, its family name and middle name, and what follows. `NameMention.is_allowed`
tells whether that person may be named; those are kept because addresses and children ask for them too.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from giamngheo.content.privacy import surnames, vocabulary, well_known
from giamngheo.content.privacy.capitals import UPPER, CapitalRun, find_capital_runs
from giamngheo.content.privacy.folding import name_key
from giamngheo.content.privacy.known_names import Known
from giamngheo.content.privacy.prose import Prose

_LIST_GAP = re.compile(r"[ \n]*(?:[,;-]|,? ?(?:và|cùng|hoặc|với))[ \n]*")
_LONGEST_GAP = 40
_IN_CAPITALS = re.compile(
    rf"([{UPPER}](?<!\w.)(?<![{UPPER}] .)[{UPPER}]{{1,6}}) (?:THỊ|VĂN)"
    rf"(?: [{UPPER}]{{2,7}}){{1,2}}(?!\w)(?! [{UPPER}]{{2}})"
)
_LONGEST_NAME = 5
_FULL_NAME = 3


Role = Literal["person", "cue", "place", "unlikely", "unknown"]
"""What the word before a run makes of it; a run is "unlikely" after "trưởng thôn", or in a list of places: only a
firm name counts. Plain words, since in Python 3.11 looking up members of an Enum took a tenth of all time.
"""

# Where a phrase stands in two sets the later line counts.
_ROLES: dict[str, Role] = {
    **dict.fromkeys(vocabulary.PLACE_WORDS, "place"),
    **dict.fromkeys(vocabulary.HONORIFICS, "person"),
    **dict.fromkeys(vocabulary.NAME_CUES, "cue"),
    **dict.fromkeys(vocabulary.COLLECTIVES, "place"),
}
_LAST_WORDS = frozenset(phrase.split()[-1] for phrase in _ROLES)
_PROVING = surnames.ALL | surnames.MIDDLE_OF_ANY | {"y"}
"""A run with none of these keys and no apostrophe names nobody by its own evidence."""


class NameMention(NamedTuple):
    """A person's name; `is_allowed` if that person may be named."""

    start: int
    end: int
    is_allowed: bool


class _Reading(NamedTuple):
    """A run with the first syllable that may be a name, and what the words before say."""

    run: CapitalRun
    first: int
    role: Role


def find_names(prose: Prose, known: Known) -> list[NameMention]:
    """All persons named in a text, in order."""
    found = list(_names_in_capitals(prose, known))
    last_place = -1
    for run in find_capital_runs(prose.text):
        role, first = _read(prose, run, known, last_place)
        if role in ("place", "unlikely"):
            last_place = run.end
        if _may_name(prose, run, role):
            found.extend(_names_in(prose, _Reading(run, first, role), known))
    return sorted(found, key=lambda name: name.start)


def _may_name(prose: Prose, run: CapitalRun, role: Role) -> bool:
    """Look cheaply first: nine in ten runs hold no family name and follow no word that calls a person."""
    if role in ("person", "cue"):
        return True
    if role == "place":
        return False
    return not _PROVING.isdisjoint(run.keys) or prose.text.find("'", run.start, run.end) >= 0


def _read(prose: Prose, run: CapitalRun, known: Known, last_place: int) -> tuple[Role, int]:
    """Tell what the words before make of a run, and which of its syllables may begin a name."""
    role = _role_of(prose.words_before(run.start))
    if role == "place" and vocabulary.HEADS.search(prose.before(run.start, 50)):
        role = "unlikely"
    if role != "unknown":
        return role, 0
    if len(run.keys) > 1 and (role := _role_of_first(run, known)) != "unknown":
        return role, 1
    is_near = last_place >= max(0, run.start - _LONGEST_GAP)
    if is_near and _LIST_GAP.fullmatch(prose.text, last_place, run.start):
        return "unlikely", 0
    return "unknown", 0


def _role_of(words: list[str]) -> Role:
    """Let the longest ending of the words before decide: "gia đình" is a family, "đình" a hall."""
    if not words or words[-1] not in _LAST_WORDS:
        return "unknown"
    for length in range(min(3, len(words)), 0, -1):
        if role := _ROLES.get(" ".join(words[-length:])):
            return role
    return "unknown"


def _role_of_first(run: CapitalRun, known: Known) -> Role:
    """Read a deciding word that begins the run itself: "Bà Hoa", "Xã Tuấn Đạo", but not "Bà Rịa"."""
    role = _role_of([run.syllables[0].word.lower()])
    if role == "unknown" or known.places.length_at(run.keys, 0) > 1 or _has_middle_name(run, 0):
        return "unknown"
    return role


def _names_in(prose: Prose, reading: _Reading, known: Known) -> Iterator[NameMention]:
    run = reading.run
    called = _called_length(prose, reading, known)
    if called:
        yield from _mention(run, reading.first, called, known, is_call=True)
    first = reading.first + called
    while first < len(run.keys):
        length = max(known.places.length_at(run.keys, first), known.public.length_at(run.keys, first))
        if length > 1:
            first += length
            continue
        length = _full_name_length(prose, reading, first, known)
        yield from _mention(run, first, length, known, is_call=False)
        first += length or 1


def _called_length(prose: Prose, reading: _Reading, known: Known) -> int:
    """Syllables of the name that a word such as "bà" or "chủ hộ" calls; 0 if it calls nobody."""
    if reading.role not in ("person", "cue"):
        return 0
    if _calls_no_person(prose, reading.run, reading.first, known):
        return 0
    if reading.role == "person":
        return _extent(reading.run, reading.first, known)
    return _cued_length(prose, reading, known)


def _calls_no_person(prose: Prose, run: CapitalRun, first: int, known: Known) -> bool:
    start = run.start_of(first)
    if vocabulary.ORGANISATION.match(prose.lower, start) or known.public.length_at(run.keys, first) > 1:
        return True
    word = run.syllables[first].word.lower()
    call = " ".join([*prose.lower[max(0, start - 5) : start].split()[-1:], word])
    return len(run.keys) == first + 1 and call in well_known.CALLS


def _cued_length(prose: Prose, reading: _Reading, known: Known) -> int:
    """Expect after "hộ" a full name, one syllable, or "A" with one syllable — or a people, a place."""
    run, first = reading.run, reading.first
    if known.public.length_at(run.keys, first) or known.places.length_at(run.keys, first):
        return 0
    start = run.start_of(first)
    if "tên" in prose.before(start, 8) and vocabulary.NAMED_THINGS.search(prose.before(start, 60)):
        return 0
    length = _extent(run, first, known)
    begins_name = run.syllables[first].word == "A" or run.keys[first] in surnames.ALL
    return length if length == 1 or begins_name else 0


def _full_name_length(prose: Prose, reading: _Reading, first: int, known: Known) -> int:
    """Syllables of the full name that begins here by its own evidence; 0 if there is none."""
    run = reading.run
    if _has_middle_name(run, first) or _is_highland_name(run, first):
        return _extent(run, first, known)
    key = run.keys[first]
    length = _extent(run, first, known) if key in surnames.ALL else 0
    if length < 2:  # noqa: PLR2004  a family name alone is a word
        return 0
    if vocabulary.PERSON_AFTER.match(prose.lower, run.end_of(first + length - 1)):
        return length
    if reading.role == "unlikely" or first > 1:
        return 0
    if key in surnames.STRONG:
        return length
    is_full = key in surnames.WEAK and length >= _FULL_NAME and first == 0
    return length if is_full and not vocabulary.ORGANISATION.match(prose.lower, run.start) else 0


def _has_middle_name(run: CapitalRun, first: int) -> bool:
    """Tell by the middle: before "Thị", "Văn" stands any family name, before "A", "Mí" a known one."""
    if len(run.keys) - first < _FULL_NAME:
        return False
    family, middle = run.keys[first], run.keys[first + 1]
    if middle in surnames.MIDDLE_OF_ANY:
        is_place_word = run.syllables[first].word.lower() in vocabulary.PLACE_WORDS
        return family in surnames.ALL or not is_place_word
    return middle in surnames.MIDDLE_OF_HIGHLAND and family in surnames.ALL


def _is_highland_name(run: CapitalRun, first: int) -> bool:
    """Names of the Central Highlands begin with a sign of sex: H'Lan Niê, Y Moan Êban."""
    word = run.syllables[first].word
    if word[:2] in ("H'", "K'") and word not in well_known.PEOPLES:
        return True
    return word == "Y" and len(run.keys) - first >= _FULL_NAME


def _extent(run: CapitalRun, first: int, known: Known) -> int:
    """Measure a name: at most five syllables; the end of a line ends it unless that leaves half a name."""
    length = 1
    for syllable in run.syllables[first + 1 : first + _LONGEST_NAME]:
        is_half = length == 1 or run.keys[first + length - 1] in surnames.MIDDLE_OF_ANY
        if syllable.breaks and not is_half:
            return max(length, known.persons.length_at(run.keys, first))
        length += 1
    return length


def _mention(run: CapitalRun, first: int, length: int, known: Known, *, is_call: bool) -> Iterator[NameMention]:
    """One mention, or none for a placeholder such as "Nguyễn Văn A" or "chị H."."""
    last = first + length - 1
    if not length or len(run.syllables[last].word) == 1:
        return
    keys = run.keys[first : first + length]
    is_allowed = keys in known.persons.names or (is_call and keys in known.calls)
    yield NameMention(run.start_of(first), run.end_of(last), is_allowed)


def _names_in_capitals(prose: Prose, known: Known) -> Iterator[NameMention]:
    """Forms print names in capitals; a heading has more words, and no "THỊ" or "VĂN" after a family name."""
    if " THỊ " not in prose.text and " VĂN " not in prose.text:
        return
    for match in _IN_CAPITALS.finditer(prose.text):
        if name_key(match.group(1)) in surnames.ALL:
            keys = tuple(name_key(word) for word in match.group().split())
            yield NameMention(*match.span(), keys in known.persons.names)
