"""The page of the months: what takes place in each, the present one first, months gone by below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry, State
from giamngheo.content.kinds.activity import day_of
from giamngheo.content.schema import Activity
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.activity_words import ALL_EVENTS, CALENDAR, KINDS, deadlines_of, moment_words, when_words
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched

_INTRO = "Tập huấn, đối thoại, hội nghị, cuộc thi và hạn đăng ký, hạn nộp bài, xếp theo tháng."
_KEPT = 24
"""Months gone by on the page; older activities stand in the list of the section."""


class AgendaLine(Struct, frozen=True):
    """Something on a day: `kind` says what ("Tập huấn", "Hạn đăng ký")."""

    when: str
    kind: str
    link: Link
    venue: str
    state: State | None


class Month(Struct, frozen=True):
    """What takes place in one month, in the order of the days."""

    title: str
    lines: tuple[AgendaLine, ...]


class AgendaView(Struct, frozen=True):
    """Months from the present one on, and months gone by, the latest first."""

    built_on: str
    coming: tuple[Month, ...]
    past: tuple[Month, ...]
    calendar: str


_Dated = tuple[date, AgendaLine]


def agenda_pages(catalog: Catalog) -> Iterator[Page]:
    """The page of the months, if anything takes place; what lasts stands where it begins, or today if it runs."""
    if not catalog.of_kind(Activity):
        return
    dated = [line for entry, activity in catalog.of_kind(Activity) for line in _lines(catalog, entry, activity)]
    coming = sorted((d for d in dated if not _is_over(d[1])), key=_order)
    past = sorted((d for d in dated if _is_over(d[1])), key=_order, reverse=True)
    view = AgendaView(format_day(catalog.today), tuple(_months(coming)), tuple(_months(past))[:_KEPT], ALL_EVENTS)
    crumbs = (Link("Trang chủ", "/"), Link("Hoạt động", "/hoat-dong/"))
    title = "Lịch hoạt động theo tháng"
    yield Page(CALENDAR, "agenda.html", title, _INTRO, view, "hoat-dong", crumbs, searched=Searched())


def _is_over(line: AgendaLine) -> bool:
    return line.state is not None and line.state.is_over


def _order(dated: _Dated) -> tuple[date, str, str]:
    day, line = dated
    return day, line.link.address, line.kind


def _lines(catalog: Catalog, entry: Entry, activity: Activity) -> Iterator[_Dated]:
    """The activity itself, and while it is ahead the days up to which one can register or hand in."""
    link, state = Link(activity.title, entry.address), catalog.state_of(activity)
    is_over = catalog.is_over(activity)
    day = activity.first_day if is_over else max(activity.first_day, catalog.today)
    when = when_words(activity)
    line = AgendaLine(when[:1].upper() + when[1:], KINDS[activity.kind], link, activity.venue or "", state)
    yield day, line
    for label, until in deadlines_of(activity):
        if day_of(until) >= catalog.today and not activity.is_off:
            yield day_of(until), AgendaLine(f"Đến hết {moment_words(until)}", label, link, "", None)


def _months(dated: Iterable[_Dated]) -> Iterator[Month]:
    months: dict[str, list[AgendaLine]] = {}
    for day, line in dated:
        months.setdefault(f"Tháng {day.month}/{day.year}", []).append(line)
    for title, lines in months.items():
        yield Month(title, tuple(lines))
