"""Series as the public sees them: what each says of a place, where sources disagree, and what may be joined by a line.

Nothing here averages, fills a gap or converts: a point stands for one place, period, kind and standard, and holds every
value that was published for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cached_property
from itertools import combinations, groupby

from msgspec import Struct

from giamngheo.content.results.periods import SeriesPeriod
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import Series
from giamngheo.content.results.values import Value, ValueKind

_NOT_LAST = frozenset({"so-bo", "uoc-tinh"})
_ROUNDED = frozenset({"khoang", "hon", "gan"})


class Point(Struct, frozen=True):
    """Everything published for one place, period, kind and standard, in the order of the file."""

    place: str
    period: SeriesPeriod
    kind: ValueKind
    standard: str
    values: tuple[Value, ...]

    @property
    def current(self) -> tuple[Value, ...]:
        """Values that no later one has taken over: a preliminary one gives way to one that is not."""
        known = [v for v in self.values if v.number is not None]
        last = [v for v in known if v.status not in _NOT_LAST]
        return tuple(last or known)

    @property
    def shown(self) -> tuple[Value, ...]:
        """What a drawing marks: one value where sources agree, each of them where they do not, none where none is."""
        distinct: list[Value] = []
        for value in sorted(self.current, key=lambda v: v.qualifier is not None):  # stable: the exact ones first
            if not any(agree(value, other) for other in distinct):
                distinct.append(value)
        return tuple(distinct)

    @property
    def is_conflict(self) -> bool:
        """True where sources give numbers that cannot both be right."""
        return len(self.shown) > 1

    @property
    def is_preliminary(self) -> bool:
        """True where only a preliminary or estimated number is known."""
        return all(v.status in _NOT_LAST for v in self.current)


class Run(Struct, frozen=True):
    """Points that one line may join: same place, kind and standard, period after period, without a conflict."""

    kind: ValueKind
    standard: str
    points: tuple[Point, ...]


class PublicSeries(Struct, frozen=True, dict=True):
    """One public series with its address; the input of pages, drawings and downloads."""

    loaded: LoadedSeries
    address: str

    @property
    def item(self) -> Series:
        """The typed head."""
        return self.loaded.item

    @property
    def values(self) -> tuple[Value, ...]:
        """All values in the order of the file."""
        return self.loaded.values

    @cached_property
    def places(self) -> tuple[str, ...]:
        """Ids of places in the order in which the file names them."""
        return self.loaded.places

    @cached_property
    def points(self) -> tuple[Point, ...]:
        """All points, by place in the order of the file, then by time; plans after what was counted."""
        order = {place: index for index, place in enumerate(self.places)}
        found = points_of(self.values)
        return tuple(sorted(found, key=lambda p: (order[p.place], p.period, p.kind != "thuc-te", p.standard)))

    def at(self, place: str) -> tuple[Point, ...]:
        """Points of one place, oldest first."""
        return tuple(p for p in self.points if p.place == place)

    def runs(self, place: str) -> tuple[Run, ...]:
        """What lines may be drawn for one place."""
        points = sorted(self.at(place), key=lambda p: (p.kind != "thuc-te", p.standard, p.period))
        groups = groupby(points, key=lambda p: (p.kind, p.standard))
        is_even = self.item.frequency != "khong-deu"
        return tuple(
            Run(kind, standard, run)
            for (kind, standard), group in groups
            if not self.is_unclear(standard)
            for run in _cut(group, is_even=is_even)
        )

    def is_unclear(self, standard: str) -> bool:
        """True where nobody knows whether two values were counted by one standard: they are not joined or compared."""
        return any(s.id == standard and s.unclear for s in self.item.standards)

    @cached_property
    def conflicts(self) -> tuple[Point, ...]:
        """Points at which sources disagree."""
        return tuple(p for p in self.points if p.is_conflict)

    def latest(self, place: str) -> Point | None:
        """The last period of a place for which something was counted."""
        counted = [p for p in self.at(place) if p.kind == "thuc-te" and p.shown]
        return max(counted, key=lambda p: p.period, default=None)


def points_of(values: Iterable[Value]) -> list[Point]:
    """Gather values by what they are about."""
    groups: dict[tuple[str, SeriesPeriod, ValueKind, str], list[Value]] = {}
    for value in values:
        groups.setdefault((value.place, value.period, value.kind, value.standard), []).append(value)
    return [Point(*key, tuple(group)) for key, group in groups.items()]


def agree(one: Value, other: Value) -> bool:
    """True where two published numbers can be the same: equal, or one is the other rounded as its words say.

    "hơn 18.100" agrees with 18.143 and not with 18.200, because the next round number would have been named.
    """
    if one.number == other.number and (one.qualifier == other.qualifier or {one.qualifier, other.qualifier} <= _SAME):
        return True
    exact, rounded = (one, other) if one.qualifier is None else (other, one)
    if exact.qualifier is not None or exact.number is None or rounded.number is None:
        return False
    step = _step(rounded.number)
    off = exact.number - rounded.number
    low, high = {"hon": (Decimal(0), step), "gan": (-step, Decimal(0)), "khoang": (-step, step)}.get(
        rounded.qualifier or "", (Decimal(0), Decimal(0))
    )
    return low <= off <= high and abs(off) != step


_SAME = frozenset({None, *_ROUNDED})


def _step(number: Decimal) -> Decimal:
    """The distance of round numbers of this kind: 100 for 18100, 0.1 for 4.4."""
    exponent = number.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent if isinstance(exponent, int) and number else 0)


def disagreeing(point: Point) -> Iterator[tuple[Value, Value]]:
    """Yield pairs of current values that cannot both be right, the earlier line first."""
    for one, other in combinations(sorted(point.current, key=lambda v: v.line), 2):
        if not agree(one, other):
            yield one, other


def _cut(points: Iterable[Point], *, is_even: bool) -> Iterator[tuple[Point, ...]]:
    """Cut where a period is missing, unknown or in conflict; counts at uneven times are joined as they come."""
    run: list[Point] = []
    for point in points:
        is_single = len(point.shown) == 1
        if run and not (is_single and (not is_even or run[-1].period.precedes(point.period))):
            yield tuple(run)
            run = []
        if is_single:
            run.append(point)
    if run:
        yield tuple(run)
