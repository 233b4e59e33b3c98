"""Reads rows into values; every cell that does not fit gives a problem on its line."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, cast, get_args

from msgspec import Struct

from giamngheo.content.parts import Qualifier, Unknown
from giamngheo.content.results.numbers import NumberFaultError, parse_number
from giamngheo.content.results.periods import SeriesPeriod, parse_period
from giamngheo.content.results.series import Series
from giamngheo.content.results.table import COLUMNS, REQUIRED, Row
from giamngheo.content.validation import suggest
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import PartialDate, parse_partial_date, slugify

ValueKind = Literal["thuc-te", "ke-hoach"]
Status = Literal["", "chinh-thuc", "so-bo", "uoc-tinh"]


class Value(Struct, frozen=True):
    """One figure of a series. `number` is None where nobody has published one; `standard` is "" where none counts.

    `kind` tells what was counted from what was planned or foreseen; the two are never joined. `status` is "" where
    the source does not say.
    """

    place: str
    period: SeriesPeriod
    number: Decimal | None
    qualifier: Qualifier | None
    kind: ValueKind
    status: Status
    standard: str
    source: str
    on: PartialDate | None
    note: str
    line: int


def read_values(series: Series, rows: list[Row], file: str) -> tuple[list[Value], list[Problem]]:
    """Read all rows; the values that could be read, and every problem."""
    values: list[Value] = []
    problems: list[Problem] = []
    for row in rows:
        reader = _RowReader(series, row, file)
        value = reader.read()
        problems += reader.problems
        if value is not None:
            values.append(value)
    return values, problems


class _RowReader:
    """Reads the cells of one row and gathers what is wrong with them."""

    def __init__(self, series: Series, row: Row, file: str) -> None:
        self._series, self._row = series, row
        self._location = Location(file, row.line)
        self.problems: list[Problem] = []

    def read(self) -> Value | None:
        row = self._row
        self.problems += self._missing()
        self.problems += self._formulas()
        period, number = self._period(), self._number()
        kind = self._choice("kind", get_args(ValueKind))
        status = self._choice("status", get_args(Status)[1:])
        qualifier = self._choice("qualifier", get_args(Qualifier))
        on = self._on()
        standard = self._standard(period) if period else ""
        if self.problems or period is None:
            return None
        return Value(
            place=row.get("place"),
            period=period,
            number=number,
            qualifier=cast("Qualifier | None", qualifier or None),
            kind=cast("ValueKind", kind),
            status=cast("Status", status),
            standard=standard,
            source=row.get("source"),
            on=on,
            note=row.get("note"),
            line=row.line,
        )

    def _tell(self, code: str, **values: str) -> None:
        self.problems.append(Problem(code, self._location, values))

    def _missing(self) -> Iterator[Problem]:
        for column in REQUIRED:
            if not self._row.get(column):
                yield Problem("chuoi-o-trong", self._location, {"column": column, "meaning": COLUMNS[column]})

    def _formulas(self) -> Iterator[Problem]:
        """A cell of words that a spreadsheet would run, here or on a reader's machine."""
        for column, cell in self._row.cells.items():
            if column != "value" and cell[:1] in {"=", "+", "-", "@"}:
                yield Problem("chuoi-cong-thuc", self._location, {"column": column, "text": cell})

    def _period(self) -> SeriesPeriod | None:
        text = self._row.get("period")
        if not text:
            return None
        try:
            period = parse_period(text)
        except ValueError:
            self._tell("chuoi-ky-sai", value=text)
            return None
        if self._series.frequency not in {"khong-deu", period.kind}:
            self._tell("chuoi-ky-khac-loai", value=text, frequency=self._series.frequency)
        return period

    def _number(self) -> Decimal | None:
        text = self._row.get("value")
        if not text or slugify(text) in get_args(Unknown):
            return None
        try:
            return parse_number(text, self._series.measure, self._series.unit)
        except NumberFaultError as fault:
            self._tell(fault.code, **fault.values)
            return None

    def _choice(self, column: str, known: tuple[str, ...]) -> str:
        text = self._row.get(column)
        if slugify(text) in known:  # "kế hoạch", "Sơ bộ": the words themselves say the same
            return slugify(text)
        if text:
            hint = suggest(text, list(known), "chọn một trong")
            self._tell("gia-tri-la", key=column, value=text, hint=hint)
        return text

    def _on(self) -> PartialDate | None:
        text = self._row.get("on")
        try:
            return parse_partial_date(text) if text else None
        except ValueError:
            self._tell("thoi-gian-sai", value=text)
            return None

    def _standard(self, period: SeriesPeriod) -> str:
        """The standard named in the row, or the only one that the period can be counted by."""
        known = [standard.id for standard in self._series.standards]
        if named := self._row.get("standard"):
            if named not in known:
                hint = suggest(named, known, "các chuẩn của chuỗi") if known else "khai chuẩn này trong standards"
                self._tell("gia-tri-la", key="standard", value=named, hint=hint)
            return named
        fitting = [
            s.id
            for s in self._series.standards
            if (s.from_ is None or s.from_.first_day <= period.start) and (s.to is None or period.end <= s.to.last_day)
        ]
        if known and len(fitting) != 1:
            self._tell("chuoi-khong-ro-chuan", value=period.text, known=", ".join(known))
        return fitting[0] if fitting else ""
