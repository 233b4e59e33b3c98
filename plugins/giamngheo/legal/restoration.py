"""Restoration: proposals for lines that a scanner damaged, from texts known to be right. Decides nothing.

The most likely row of syllables is sought (Viterbi, with a beam): each one costs what misreading it takes
(`misreading`) and how unexpected it is after the two before it (`language`). Where a known text says the same,
three in a row are enough to follow it. Numbers are never touched, punctuation and spaces never move.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from math import log

from msgspec import Struct, field
from msgspec.structs import replace

from giamngheo.ground.vietnamese import normalize
from giamngheo.legal.damage import LineDamage, damaged_share, is_abbreviation, is_numeral, measure_line
from giamngheo.legal.language import KnownTexts
from giamngheo.legal.misreading import Misreadings
from giamngheo.legal.phonotactics import is_possible

# Signs that scanners put for a letter count as letters between small ones: "gi&m", "tuy@n".
_TOKEN = re.compile(r"[^\W_]+(?:(?:[¢€@]|(?<=[a-zà-ỹ])&)[^\W_]*)*")
_PAGE_NUMBER = re.compile(r"\s*[0-9]{1,3}\s*")
_CANDIDATES = 20
_BEAM = 8
_UNKNOWN, _IMPOSSIBLE = 4.0, 12.0
_TRUST = 1.0
_RARE = 0.35  # how much rareness alone counts before the neighbours are known
_MOSTLY_CLEAN, _LITTLE_DAMAGE = 0.01, 0.05
_ALL_DAMAGED = 0.2  # from this share of impossible syllables on, a possible one is no better
_LONGEST = 12  # letters; nothing longer is a syllable
_LONGEST_ABBREVIATION = 8


class Proposal(Struct, frozen=True):
    """A damaged line, counted from 1, as it stands and as it probably was."""

    damage: LineDamage
    text: str
    proposal: str

    @property
    def line(self) -> int:
        """Number of the line."""
        return self.damage.line


def propose_restorations(text: str, known: KnownTexts) -> tuple[Proposal, ...]:
    """Return a proposal for each line that is damaged or would read otherwise; in proportion to the length.

    Lines are those of `str.splitlines`. A line that is damaged beyond proposing comes with its own text, one that
    is only the number of a page with an empty one.
    Never raises.
    """
    lines = [normalize(line) for line in text.splitlines()]
    damage = [measure_line(number, line, known.singles) for number, line in enumerate(lines, 1)]
    without_names = [_without_names(line) for line in damage]
    if damaged_share(without_names) < _MOSTLY_CLEAN:
        damage = without_names
    share = damaged_share(damage)
    restored = _Restorer(known, share).restore(lines)
    if share > _LITTLE_DAMAGE:
        restored = _without_page_numbers(restored)
    return tuple(
        Proposal(found, line, proposal)
        for found, line, proposal in zip(damage, lines, restored, strict=True)
        if found.impossible or proposal != line
    )


class _Token(Struct, frozen=True):
    """A word of a line: `seen` in small letters."""

    start: int
    end: int
    written: str
    seen: str
    is_fixed: bool
    is_abbreviation: bool


class _Path(Struct):
    """One row of syllables, linked backwards, and what it costs so far."""

    cost: float
    syllable: str
    before: "_Path | None"


class _Restorer(Struct, dict=True):
    known: KnownTexts
    damaged_share: float
    _found: dict[str, tuple[tuple[str, float], ...]] = field(default_factory=dict)

    @cached_property
    def _misreadings(self) -> Misreadings:
        return Misreadings.of(self.known.singles)

    def restore(self, lines: Sequence[str]) -> list[str]:
        """Return the lines as they probably were; paragraphs, parted by blank lines, one after the other."""
        restored = list(lines)
        for first, end in _paragraphs(lines):
            rows = [list(_tokens(line)) for line in lines[first:end]]
            syllables = iter(self._most_likely([token for row in rows for token in row]))
            for number, row in enumerate(rows, first):
                restored[number] = self._rewrite(lines[number], row, syllables)
        return restored

    def _rewrite(self, line: str, row: Sequence[_Token], syllables: Iterator[str]) -> str:
        pieces, position = [], 0
        for token in row:
            pieces += [line[position : token.start], self._in_case(token, next(syllables))]
            position = token.end
        return "".join(pieces) + line[position:]

    def _in_case(self, token: _Token, syllable: str) -> str:
        if syllable == token.seen:
            return token.written
        if token.is_abbreviation or (syllable in self.known.written and not token.written[1:].islower()):
            return self.known.written.get(syllable, syllable)
        if sum(map(str.isupper, token.written)) > 1 and token.written.isupper():
            return syllable.upper()
        return syllable.capitalize() if token.written[0].isupper() else syllable

    def _most_likely(self, tokens: Sequence[_Token]) -> list[str]:
        states = {("", ""): _Path(0.0, "", None)}
        for token in tokens:
            candidates = [(syllable, taken, self.known.chance(syllable)) for syllable, taken in self._candidates(token)]
            states = self._step(states, candidates)
        path: _Path | None = min(states.values(), key=lambda path: path.cost)
        found = []
        while path and path.before:
            found.append(path.syllable)
            path = path.before
        return found[::-1]

    def _step(
        self, states: dict[tuple[str, str], _Path], candidates: Sequence[tuple[str, float, float]]
    ) -> dict[tuple[str, str], _Path]:
        new: dict[tuple[str, str], _Path] = {}
        for before, path in states.items():
            unexpected = self.known.costs_after(before)
            for syllable, taken, chance in candidates:
                cost = path.cost + taken + unexpected(syllable, chance)
                key = (before[1], syllable)
                if key not in new or cost < new[key].cost:
                    new[key] = _Path(cost, syllable, path)
        best = sorted(new.items(), key=lambda state: (state[1].cost, state[0]))
        return dict(best[:_BEAM])

    def _candidates(self, token: _Token) -> tuple[tuple[str, float], ...]:
        seen = token.seen
        same = self._misreadings.with_same_letters(seen)
        if token.is_fixed or len(seen) > _LONGEST or self._is_trusted(token):
            return ((seen, 0.0),)
        if token.is_abbreviation and not any(map(is_possible, same)):
            return ((seen, 1.0), *((s, 0.0) for s in same if s in self.known.written and s != seen))
        if seen not in self._found:
            self._found[seen] = self._search(seen)
        return self._found[seen]

    def _is_trusted(self, token: _Token) -> bool:
        """Whether a syllable stands as it is: in a text with little damage, what can be said and may be a name."""
        if self.damaged_share > _LITTLE_DAMAGE:
            return False
        if self.damaged_share < _MOSTLY_CLEAN:
            return is_possible(token.seen) or not token.written.islower()
        return token.seen in self.known.singles or (is_possible(token.seen) and not token.written.islower())

    def _search(self, seen: str) -> tuple[tuple[str, float], ...]:
        """Return what `seen` may have been, the likeliest first. The less damage, the more what stands is trusted."""
        could_be = is_possible(seen)
        trust = max(0.0, _TRUST * log(_ALL_DAMAGED / (self.damaged_share + 0.001))) if could_be else 0.0
        near = (
            (syllable, cost) for syllable, cost in self._misreadings.find(seen) if syllable not in self.known.written
        )
        found = {syllable: cost + trust for syllable, cost in near}
        found[seen] = 0.0 if seen in self.known.singles else _UNKNOWN if could_be else _IMPOSSIBLE
        alone = {syllable: cost + _RARE * -log(self.known.chance(syllable)) for syllable, cost in found.items()}
        best = sorted(found, key=lambda syllable: (alone[syllable], syllable))[:_CANDIDATES]
        return tuple((syllable, found[syllable]) for syllable in {**dict.fromkeys(best), seen: None})


def _without_page_numbers(lines: Sequence[str]) -> list[str]:
    """Empty the lines that hold nothing but a short number between blank lines, as scanned page numbers do."""
    around = [True, *(not line.strip() for line in lines), True]
    return [
        "" if before and after and _PAGE_NUMBER.fullmatch(line) else line
        for line, before, after in zip(lines, around, around[2:], strict=False)
    ]


def _without_names(damage: LineDamage) -> LineDamage:
    """Return the damage without words that begin with a capital: in a clean text, foreign names ("Zalo")."""
    return replace(damage, impossible=tuple(word for word in damage.impossible if word.islower()))


def _paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    first = 0
    for number, line in enumerate((*lines, "")):
        if not line.strip():
            if number > first:
                yield first, number
            first = number + 1


def _tokens(line: str) -> Iterator[_Token]:
    in_capitals = line.isupper()
    for match in _TOKEN.finditer(line):
        written = match[0]
        is_point = len(written) == 1 and line[match.end() : match.end() + 1] in {")", ".", "/"}
        is_point = is_point or (len(written) == 1 and line[match.start() - 1 : match.start()] == "/")
        is_fixed = written.isdigit() or is_point or is_numeral(written)
        is_short_form = not in_capitals and _looks_abbreviated(written)
        yield _Token(match.start(), match.end(), written, written.lower(), is_fixed, is_short_form)


def _looks_abbreviated(written: str) -> bool:
    return len(written) <= _LONGEST_ABBREVIATION and is_abbreviation(written) and not is_possible(written)
