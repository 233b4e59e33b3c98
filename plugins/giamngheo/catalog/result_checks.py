"""Checks of series that need the registers, the other series, or the day: places, standards, repetitions, conflicts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

from giamngheo.catalog.checks import Known, check_days_done, known_ids, unknown
from giamngheo.catalog.results import disagreeing, points_of
from giamngheo.content.loader import Content
from giamngheo.content.register_schema import Place, Standard
from giamngheo.content.results.reading import LoadedSeries
from giamngheo.content.results.series import SeriesStandard
from giamngheo.content.results.values import Value
from giamngheo.content.validation import suggest
from giamngheo.ground.problems import Problem
from giamngheo.ground.vietnamese import fold, format_day, format_number, format_partial

_SOON = timedelta(days=31)
"""Yearly reviews end on 14 December (Quyết định 24/2021/QĐ-TTg): a count may come a little before its year ends."""

_FEW = 5
"""Fewer households of a commune than this can be recognised by their neighbours."""


def check_results(content: Content, now: datetime) -> Iterator[Problem]:
    """Yield every problem of series beyond their own file's form."""
    yield from _check_titles(content)
    known = known_ids(content)
    for series in content.series:
        yield from _check_standards_declared(series)
        for value in series.values:
            yield from _check_place(content, series, value, known)
            yield from _check_source(series, value, known)
            yield from _check_standard(content, series, value)
            if value.kind == "thuc-te" and value.period.end > now.date() + _SOON:
                yield Problem("chuoi-chua-toi", series.at(value), {"value": value.period.text})
        yield from _check_repetitions(series)
        if not series.item.draft:
            yield from _check_freshness(content, series, now.date())


def _check_titles(content: Content) -> Iterator[Problem]:
    """A series has a name of its own: two files must not claim one."""
    seen: dict[str, str] = {}
    for series in content.series:
        item = series.item
        other = seen.setdefault(_bare(item.title), series.path)
        if other != series.path:
            yield Problem("chuoi-trung-ten", series.locate("title"), {"other": other})
        same = seen.setdefault(repr((_bare(item.counts), _bare(item.by), item.unit, item.frequency)), series.path)
        if same not in {series.path, other}:
            yield Problem("chuoi-trung-nghia", series.locate("counts"), {"other": same})


def _bare(text: str) -> str:
    return " ".join(fold(text).split())


def _check_standards_declared(series: LoadedSeries) -> Iterator[Problem]:
    """What counts poor households counts them by a standard."""
    item = series.item
    is_about_poverty = bool(item.household) or "ngheo" in fold(f"{item.title} {item.counts}").split()
    if is_about_poverty and not item.standards:
        yield Problem("chuoi-thieu-chuan", series.locate("standards"))


def _check_place(content: Content, series: LoadedSeries, value: Value, known: Known) -> Iterator[Problem]:
    place = content.registers["places"].get(value.place)
    if not isinstance(place, Place):
        if value.place not in known.get("places", [value.place]):
            yield _unknown_place(content, series, value, known["places"])
        return
    if place.until and value.period.end > place.until and value.kind == "thuc-te":
        values = {"place": place.full_name, "day": format_day(place.until), "value": value.period.text}
        yield Problem("chuoi-dia-ban-het", series.at(value), values)
    is_small = place.level == "xa" and series.item.measure == "so-dem" and value.qualifier != "duoi"
    if is_small and value.number is not None and 0 < value.number < _FEW and series.item.household:
        values = {"place": place.full_name, "value": format_number(value.number), "unit": series.item.unit}
        yield Problem("chuoi-o-nho", series.at(value), values)


def _unknown_place(content: Content, series: LoadedSeries, value: Value, known: Collection[str]) -> Problem:
    """Tell the id where the editor typed the name of a place, marks or none."""
    typed = fold(value.place)
    places = [p for p in content.registers["places"].values() if isinstance(p, Place)]
    named = [p.id for p in places if typed in {fold(p.name), fold(p.full_name)}]
    problem = unknown(series.at(value), "places", value.place, known)
    if named:
        hint = f"có phải ý là {' hoặc '.join(f'“{name}”' for name in named[:3])}?"
        return Problem(problem.code, problem.location, {**problem.values, "hint": hint})
    return problem


def _check_source(series: LoadedSeries, value: Value, known: Known) -> Iterator[Problem]:
    local = [source.id for source in series.item.sources]
    if value.source not in local and value.source not in known.get("documents", [value.source]):
        hint = suggest(value.source, local, "các nguồn của chuỗi")
        yield Problem("nguon-la", series.at(value), {"source": value.source, "hint": hint})


def _check_standard(content: Content, series: LoadedSeries, value: Value) -> Iterator[Problem]:
    """A value of 2027 cannot stand under the standard that ended in 2026."""
    standard = next((s for s in series.item.standards if s.id == value.standard), None)
    if standard is None:
        return
    start, end = _years_of(content, standard)
    # the year before is allowed: a new standard begins with a count of the households it will concern
    is_early = start is not None and value.period.end < start - timedelta(days=366)
    if is_early or (end is not None and value.period.end > end):
        values = {
            "value": value.period.text,
            "standard": standard.name,
            "document": standard.document or (format_partial(standard.from_) if standard.from_ else standard.id),
            "start": format_day(start) if start else "…",
            "end": format_day(end) if end else "…",
        }
        yield Problem("chuoi-ngoai-chuan", series.at(value), values)


def _years_of(content: Content, standard: SeriesStandard) -> tuple[date | None, date | None]:
    """First and last day of a standard: as declared for the series, else those of its lines in the register."""
    if standard.from_ or standard.to:
        return None, standard.to.last_day if standard.to else None
    lines = [r for r in content.registers["standards"].values() if isinstance(r, Standard)]
    lines = [r for r in lines if r.document == standard.document and not r.place]
    ends = [r.valid_to for r in lines]
    start = min((r.valid_from for r in lines), default=None)
    return start, max((e for e in ends if e), default=None) if all(ends) else None


def _check_repetitions(series: LoadedSeries) -> Iterator[Problem]:
    for point in points_of(series.values):
        first: dict[tuple[object, ...], Value] = {}
        for value in point.values:
            key = (value.number, value.qualifier, value.source, value.status)
            other = first.setdefault(key, value)
            if other is not value:
                yield Problem("chuoi-dong-trung", series.at(value), {"other": str(other.line)})
        for one, other in disagreeing(point):
            code = "chuoi-hai-gia-tri" if one.source == other.source else "chuoi-mau-thuan"
            values = {"value": _text(other), "first": _text(one), "other": str(one.line)}
            yield Problem(code, series.at(other), values)


def _text(value: Value) -> str:
    return format_number(value.number) if value.number is not None else ""


def _check_freshness(content: Content, series: LoadedSeries, today: date) -> Iterator[Problem]:
    limit = content.settings.stale_after_days
    item = series.item
    yield from check_days_done(series, "last_checked", item.last_checked, today)
    if today - item.last_checked > timedelta(days=limit):
        values = {"day": format_day(item.last_checked), "limit": str(limit)}
        yield Problem("kiem-tra-qua-han", series.locate("last_checked"), values)
    if item.review_by and item.review_by < today:
        yield Problem("den-han-xem-lai", series.locate("review_by"), {"day": format_day(item.review_by)})
