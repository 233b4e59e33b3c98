"""Lists of the last index, made into those of this one: an edit of one page changes a few of a hundred thousand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import msgspec
from msgspec import Struct, field

from giamngheo.ground.json_text import compact
from giamngheo.outlets.search.files import Forms
from giamngheo.outlets.search.kept import LastIndex
from giamngheo.outlets.search.lists import Cuts, change, move
from giamngheo.outlets.search.postings import Term, file_of_pair, files_of_pairs, levels_of, signs_of_pair, text_of
from giamngheo.outlets.search.units import Unit
from giamngheo.outlets.search.words import BARE

_SHORT = 4
"""Characters of a list of one unit, at most, in a portal of less than half a million units."""


class _Change(Struct):
    """Entries that a list loses, as they were numbered, and those that it gains, as they are."""

    lost: set[int] = field(default_factory=set)
    gained: list[int] = field(default_factory=list)


class _Moved(dict[str, str]):
    """Lists as they are after shifts. Short ones, most of all, are often the same: those are remembered."""

    def __init__(self, cuts: Cuts) -> None:
        super().__init__()
        self._cuts = cuts

    def __missing__(self, text: str) -> str:
        moved = move(text, self._cuts)
        if len(text) <= _SHORT:
            self[text] = moved
        return moved


class Changes:
    """What lists lose and gain, by term; `cuts` say how units shift that stayed as they were."""

    def __init__(self, cuts: Cuts) -> None:
        self.cuts = cuts
        self.words: dict[str, _Change] = {}
        self.pairs: dict[str, _Change] = {}

    def replace(self, old: Unit | None, old_number: int, new: Unit | None, new_number: int) -> None:
        """Put a unit in the place of another, which where both are there is its place after all shifts, too."""
        before: Mapping[Term, int] = levels_of(old) if old else {}
        after: Mapping[Term, int] = levels_of(new) if new else {}
        for term, level in before.items():
            if after.get(term) != level:
                self._of(term).lost.add(old_number << 3 | level)
        for term, level in after.items():
            if before.get(term) != level:
                self._of(term).gained.append(new_number << 3 | level)

    def _of(self, term: Term) -> _Change:
        kind = self.pairs if isinstance(term, tuple) else self.words
        return kind.setdefault(text_of(term), _Change())


class PatchedLists:
    """Lists of the last index with their changes.

    Pairs that change are looked at first: they tell how many files there must be.
    """

    def __init__(self, last: LastIndex, changes: Changes) -> None:
        self._last, self._changes = last, changes
        self._moved = _Moved(changes.cuts)
        self.signs = last.signs + sum(len(one.gained) - len(one.lost) for one in changes.pairs.values())
        by_file: dict[int, dict[str, _Change]] = {}
        for text, one in changes.pairs.items():
            by_file.setdefault(file_of_pair(_bare(text), last.files_of_pairs), {})[text] = one
        self._files = {file: self._pairs_of(file, found) for file, found in by_file.items()}

    @property
    def is_same_spread(self) -> bool:
        """True where each pair is still in the same file; else nothing here can be used."""
        return files_of_pairs(self.signs) == self._last.files_of_pairs

    def words(self) -> Iterator[tuple[str, Forms]]:
        """Yield each bare word in order, with its exact forms, each followed by its list as text."""
        table: dict[str, Forms] = {}
        for file in self._last.words():
            table |= msgspec.json.decode(file)
        return iter(self._patched(table, self._changes.words).items())

    def pairs(self, signs: int) -> Iterator[bytes]:
        """Yield the files of pairs; most are those of the last index."""
        for number in range(files_of_pairs(signs)):
            if number in self._files:
                yield self._files.pop(number)
            elif self._changes.cuts:
                yield compact(self._patched(msgspec.json.decode(self._last.pairs(number)), {}))
            else:
                yield self._last.pairs(number)

    def _pairs_of(self, file: int, changes: Mapping[str, _Change]) -> bytes:
        table: dict[str, Forms] = msgspec.json.decode(self._last.pairs(file))
        before = _pairs_in(table, changes)
        after = self._patched(table, changes)
        self.signs += _signs_of(_pairs_in(after, changes)) - _signs_of(before)
        return compact(after)

    def _patched(self, table: dict[str, Forms], changes: Mapping[str, _Change]) -> dict[str, Forms]:
        """One file with its changes; the table is used up."""
        cuts = self._changes.cuts
        for forms in table.values() if cuts else ():
            forms[1::2] = [
                text if form in changes else self._moved[text]
                for form, text in zip(forms[::2], forms[1::2], strict=True)
            ]
        for form, one in changes.items():
            _change_form(table, form, one, cuts)
        return dict(sorted(table.items())) if changes else table


def _change_form(table: dict[str, Forms], form: str, one: _Change, cuts: Cuts) -> None:
    """Change the list of one exact form, which may be its first or its last."""
    key = _bare(form)
    forms = table.pop(key, [])
    lists = dict(zip(forms[::2], forms[1::2], strict=True))
    text = change(lists.pop(form, ""), one.lost, one.gained, cuts)
    if text:
        lists[form] = text
    if lists:
        table[key] = [part for name in sorted(lists, key=_words) for part in (name, lists[name])]


def _pairs_in(table: Mapping[str, Forms], forms: Iterable[str]) -> list[str]:
    """Those of some forms that stand in a table."""
    return [form for form in forms if form in table.get(_bare(form), ())[::2]]


def _signs_of(pairs: Iterable[str]) -> int:
    return sum(signs_of_pair(*_words(pair)) for pair in pairs)


def _words(form: str) -> list[str]:
    return form.split(" ")


def _bare(form: str) -> str:
    return " ".join(BARE[word] for word in _words(form))
