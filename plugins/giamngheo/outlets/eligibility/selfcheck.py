"""The self-check "Hộ tôi thuộc diện nào?": lines, rule and indicators to read or count on paper; it decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import State
from giamngheo.content.register_schema import Indicator, Standard
from giamngheo.content.schema import Policy
from giamngheo.ground.vietnamese import collation_key, format_day, format_money
from giamngheo.outlets.eligibility.engine import Days
from giamngheo.outlets.eligibility.packing import pack
from giamngheo.outlets.eligibility.poverty import Line
from giamngheo.outlets.eligibility.questions import CLASS_LABELS, Option
from giamngheo.rendering.figures import FigureView, Link, figure_view
from giamngheo.rendering.outputs import OutputFile, Page, Searched

SELF_CHECK = "/tu-kiem-tra/"
_TOPIC = "cong-nhan-ho-ngheo"
"""Topic whose policies tell how households are reviewed and recognised."""
_AREAS = {"nong-thon": "Nông thôn", "do-thi": "Thành thị"}
_LACKING = {"tu": "thiếu từ {} chỉ số trở lên", "duoi": "thiếu dưới {} chỉ số"}
_MANY = 99


class LineRow(Struct, frozen=True):
    """One class in the table of a period: what must hold, and the sum for every area."""

    label: str
    lacking: str
    amounts: tuple[str, ...]


class PeriodView(Struct, frozen=True):
    """Lines of one period; `missing` are classes with a line in another period whose line is not verified here."""

    when: str
    first_iso: str
    name: str
    areas: tuple[str, ...]
    rows: tuple[LineRow, ...]
    missing: tuple[str, ...]
    indicators: int
    document: Link
    state: State | None
    place: str


class IndicatorView(Struct, frozen=True):
    """One indicator in plain words."""

    id: str
    name: str
    question: str
    example: str
    note: str
    is_verified: bool


class ReviewView(Struct, frozen=True):
    """A policy that tells how the commune reviews: when, what it counts, how many days it has."""

    title: str
    address: str
    season: str
    days: tuple[str, ...]
    figures: tuple[FigureView, ...]


class SelfCheckView(Struct, frozen=True):
    """Everything on the page."""

    periods: tuple[PeriodView, ...]
    dimensions: tuple[tuple[str, tuple[IndicatorView, ...]], ...]
    indicators_until: str
    reviews: tuple[ReviewView, ...]
    classes: tuple[Link, ...]
    places: tuple[Option, ...]
    figures: str
    day_iso: str


def selfcheck_pages(catalog: Catalog) -> Iterator[Page | OutputFile]:
    """Yield the page and its figures; nothing where no poverty line is known for today or later."""
    standards = _usable(catalog)
    if not standards:
        return
    figures = pack("chuan-ngheo", _packed(catalog, standards))
    yield figures
    yield Page(
        address=SELF_CHECK,
        template="self_check.html",
        title="Hộ tôi thuộc diện nào?",
        description="Tự tính thử theo chuẩn nghèo: thu nhập một người một tháng và 12 chỉ số. Chỉ để tham khảo.",
        view=_view(catalog, standards, figures.address),
        crumbs=(Link("Trang chủ", "/"), Link("Tra cứu chính sách", "/tra-cuu/")),
        section="tra-cuu",
        scripts=("self-check",),
        loads=(figures.address,),
        searched=Searched("tự kiểm tra, tự tính thử, thuộc diện gì"),
    )


def has_self_check(catalog: Catalog) -> bool:
    """True where there is a poverty line to check against."""
    return bool(_usable(catalog))


def _usable(catalog: Catalog) -> list[Standard]:
    return [s for s in catalog.standards if s.valid_to is None or s.valid_to >= catalog.today]


def lines_of(standards: Sequence[Standard]) -> tuple[Line, ...]:
    """The standards as the engine takes them."""
    return tuple(_line(standard) for standard in standards)


def _line(standard: Standard) -> Line:
    least, most = 0, _MANY
    if standard.lacking:
        word, number = standard.lacking.split("-")
        least, most = (int(number), _MANY) if word == "tu" else (0, int(number) - 1)
    over = -1 if standard.amount_from is None else standard.amount_from
    days = Days(standard.valid_from, standard.valid_to)
    return Line(standard.household, standard.area, standard.amount, over, least, most, days, standard.place or "")


def _packed(catalog: Catalog, standards: Sequence[Standard]) -> dict[str, object]:
    return {
        "labels": CLASS_LABELS,
        "lines": [
            {
                "household": line.household,
                "area": line.area,
                "amount": line.amount,
                "over": line.over,
                "lacking": [line.lacking_from, line.lacking_to],
                "days": _iso_days(line.days.first, line.days.last),
                "place": line.place,
            }
            for line in lines_of(standards)
        ],
        "indicators": [[i.id, *_iso_days(i.valid_from, i.valid_to)] for i in catalog.indicators],
    }


def _iso_days(first: date, last: date | None) -> list[str]:
    return [first.isoformat(), last.isoformat() if last else ""]


def _view(catalog: Catalog, standards: Sequence[Standard], figures: str) -> SelfCheckView:
    indicators = [i for i in catalog.indicators if i.valid_to is None or i.valid_to >= catalog.today]
    ends = {i.valid_to for i in indicators if i.valid_to}
    return SelfCheckView(
        periods=tuple(_periods(catalog, standards)),
        dimensions=tuple(
            (name, tuple(_indicator(i) for i in group)) for name, group in groupby(indicators, lambda i: i.dimension)
        ),
        indicators_until=format_day(min(ends)) if ends else "",
        reviews=tuple(_reviews(catalog)),
        classes=tuple(Link(label, f"/tra-cuu/{name}/") for name, label in CLASS_LABELS.items()),
        places=_places(catalog, standards),
        figures=figures,
        day_iso=catalog.today.isoformat(),
    )


def _periods(catalog: Catalog, standards: Sequence[Standard]) -> Iterator[PeriodView]:
    known = [name for name in CLASS_LABELS if any(s.household == name for s in standards)]
    for place, first, last, name in sorted(
        {(s.place or "", s.valid_from, s.valid_to or date.max, s.document) for s in standards}
    ):
        own = [s for s in standards if (s.place or "", s.valid_from, s.document) == (place, first, name)]
        end = "" if last == date.max else f" đến hết {format_day(last)}"
        document = catalog.documents.get(name)
        yield PeriodView(
            when=f"từ {format_day(first)}{end}",
            first_iso=max(first, catalog.today).isoformat(),
            name="Đang dùng" if first <= catalog.today else "Sắp dùng",
            areas=tuple(_AREAS[area] for area in _AREAS if any(s.area == area for s in own)),
            rows=tuple(_row(own, household) for household in known if any(s.household == household for s in own)),
            missing=tuple(CLASS_LABELS[h] for h in known if not place and all(s.household != h for s in own)),
            indicators=sum(
                1 for i in catalog.indicators if Days(i.valid_from, i.valid_to).standing(first) == "current"
            ),
            document=Link(document.number if document else name, f"/van-ban/{name}/"),
            state=catalog.state_of_document(document) if document else None,
            place=catalog.places[place].full_name if place in catalog.places else "",
        )


def _row(standards: Sequence[Standard], household: str) -> LineRow:
    own = {s.area: s for s in standards if s.household == household}
    lacking = next(s.lacking for s in own.values())
    word, _, number = (lacking or "").partition("-")
    return LineRow(
        label=CLASS_LABELS[household],
        lacking=_LACKING[word].format(number) if word else "",
        amounts=tuple(_amount(own[area]) if area in own else "" for area in _AREAS),
    )


def _amount(standard: Standard) -> str:
    if standard.amount_from is None:
        return f"từ {format_money(standard.amount)} trở xuống"
    return f"trên {format_money(standard.amount_from)}, đến {format_money(standard.amount)}"


def _indicator(indicator: Indicator) -> IndicatorView:
    return IndicatorView(
        id=indicator.id,
        name=indicator.name,
        question=indicator.question or "",
        example=indicator.example or "",
        note=indicator.note or "",
        is_verified=indicator.threshold_verified,
    )


def _reviews(catalog: Catalog) -> Iterator[ReviewView]:
    for entry in catalog.with_topic(_TOPIC):
        policy = entry.item
        if isinstance(policy, Policy) and policy.season and not catalog.is_over(policy):
            first, last = (f"{day}/{month}" for month, day in (policy.season.from_, policy.season.to))
            yield ReviewView(
                title=policy.title,
                address=entry.address,
                season=f"{first} đến {last}",
                days=tuple(step.days for step in policy.steps if step.days),
                figures=tuple(figure_view(catalog, policy, figure) for figure in policy.amounts),
            )


def _places(catalog: Catalog, standards: Sequence[Standard]) -> tuple[Option, ...]:
    """Places with a line of their own; empty where there are none, and the question is not asked."""
    places = {s.place for s in standards if s.place}
    options = [Option(p, catalog.places[p].full_name) for p in places if p in catalog.places]
    return tuple(sorted(options, key=lambda o: collation_key(o.label)))
