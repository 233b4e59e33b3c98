"""The home page: needs, what is due now, latest items, poverty lines; what is empty is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from giamngheo.catalog import Catalog
from giamngheo.content.kinds.activity import day_of
from giamngheo.content.register_schema import Document, Standard
from giamngheo.content.schema import Activity, Plan, Policy, Question, Story
from giamngheo.ground.vietnamese import format_day, format_money
from giamngheo.outlets.pages.covers import drawn_cover
from giamngheo.outlets.pages.kinds import Bodies
from giamngheo.outlets.pages.lines import document_line, item_card
from giamngheo.outlets.pages.results import home_chart
from giamngheo.outlets.pages.views import Card, Due, HomeView, ImageView, StandardPeriod, Tile
from giamngheo.rendering.activity_words import deadlines_of, moment_words, when_words
from giamngheo.rendering.charts import Bar, share
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page
from giamngheo.rendering.results import Charts

AHEAD = timedelta(days=60)
"""How far ahead "Đang đến hạn" looks: a household needs time to gather papers."""

_SHOWN = 3
_ACTIVITIES = 6
"""Days of activities on the home page; all of them stand on the page of the months."""
_AREAS = {"nong-thon": "Nông thôn", "do-thi": "Thành thị"}
_LACKING = {
    "ho-ngheo": "Hộ nghèo: thu nhập không quá mức này và thiếu từ 3 chỉ số dịch vụ cơ bản trở lên.",
    "ho-can-ngheo": "Hộ cận nghèo: thu nhập không quá mức này và thiếu dưới 3 chỉ số.",
}


def home_page(catalog: Catalog, bodies: Bodies, charts: Charts) -> Page:
    """The first page of the portal."""
    return Page(
        address="/",
        template="home.html",
        title=catalog.settings.name,
        description=catalog.settings.description,
        view=HomeView(
            tiles=tuple(_tiles(catalog)),
            due=tuple(sorted(_dues(catalog), key=lambda d: (d.sort_key, d.address))),
            stories=tuple(_stories(catalog, bodies)),
            documents=tuple(document_line(catalog, d) for d in _latest_documents(catalog)),
            counts=tuple(_counts(catalog)),
            standards=tuple(_standards(catalog)),
            chart=home_chart(catalog, charts),
        ),
        feeds=(Link("RSS tất cả bài mới", "/rss/home.rss"),),
    )


def _tiles(catalog: Catalog) -> Iterator[Tile]:
    for topic in catalog.topics:
        usable = [e for e in catalog.with_topic(topic.id) if isinstance(e.item, Policy) and not catalog.is_over(e.item)]
        if usable:
            yield Tile(f"/chu-de/{topic.id}/", topic.need, topic.id, len(usable))


def _stories(catalog: Catalog, bodies: Bodies) -> Iterator[tuple[Card, ImageView]]:
    fresh = [e for e in catalog.current(catalog.entries) if isinstance(e.item, Story)]
    for number, entry in enumerate(fresh[:_SHOWN]):
        photograph = bodies.images.get(entry.loaded.path)
        yield item_card(catalog, entry), photograph or drawn_cover(entry.item.topics[0], number)


def _latest_documents(catalog: Catalog) -> list[Document]:
    """Documents of the last days first; one without a day is never new."""
    dated = [d for d in catalog.documents.values() if d.issued and d.issued.first_day <= catalog.today]
    dated.sort(key=lambda d: (d.issued.first_day if d.issued else date.min, d.id), reverse=True)
    return dated[:_SHOWN]


def _dues(catalog: Catalog) -> Iterator[Due]:
    """Seasons that run, policies that end and begin, activities that take place or take entries within `AHEAD`."""
    today = catalog.today
    for entry, policy in catalog.of_kind(Policy):
        if policy.season and not catalog.is_over(policy):
            start, end = _season(policy.season.from_, policy.season.to, today)
            if start <= today <= end:
                yield Due(f"Đến hết ngày {format_day(end)}", policy.season.what, entry.address, end)
        if policy.valid_to and today <= policy.valid_to <= today + AHEAD:
            what = f"Sắp hết hiệu lực: {policy.title}"
            yield Due(f"Đến hết ngày {format_day(policy.valid_to)}", what, entry.address, policy.valid_to)
        begins = policy.valid_from.first_day
        if today < begins <= today + AHEAD:
            yield Due(f"Từ ngày {format_day(begins)}", f"Bắt đầu áp dụng: {policy.title}", entry.address, begins)
    yield from sorted(_coming(catalog), key=lambda d: (d.sort_key, d.address))[:_ACTIVITIES]


def _coming(catalog: Catalog) -> Iterator[Due]:
    """Activities ahead or running; one that was cancelled or postponed stays until its day, and says so."""
    today = catalog.today
    for entry, activity in catalog.of_kind(Activity):
        state = catalog.state_of(activity)
        if state and not state.is_over and activity.first_day <= today + AHEAD:
            what = (
                f"{state.label[:1].upper()}{state.label[1:]}: {activity.title}" if activity.is_off else activity.title
            )
            when = when_words(activity)
            yield Due(when[:1].upper() + when[1:], what, entry.address, max(activity.first_day, today))
        for label, until in deadlines_of(activity):
            if not activity.is_off and today <= day_of(until) <= today + AHEAD:
                yield Due(f"{label}: {moment_words(until)}", activity.title, entry.address, day_of(until))


def _season(first: tuple[int, int], last: tuple[int, int], today: date) -> tuple[date, date]:
    """The yearly days around `today`; a season that begins in one year may end in the next."""
    start, end = _day_of(today.year, first), _day_of(today.year, last)
    if end >= start:
        return start, end
    if today <= end:
        return _day_of(today.year - 1, first), end
    return start, _day_of(today.year + 1, last)


def _day_of(year: int, month_day: tuple[int, int]) -> date:
    try:
        return date(year, *month_day)
    except ValueError:  # 29 February of a common year
        return date(year, 2, 28)


def _counts(catalog: Catalog) -> Iterator[tuple[str, Link]]:
    usable = sum(1 for e, _ in catalog.of_kind(Policy) if not catalog.is_over(e.item))
    for number, label, address in (
        (usable, "chính sách còn dùng được", "/chinh-sach/"),
        (len(catalog.of_kind(Story)), "gương điển hình", "/guong-dien-hinh/"),
        (len(catalog.of_kind(Plan)), "kế hoạch", "/ke-hoach/"),
        (len(catalog.of_kind(Activity)), "hoạt động", "/hoat-dong/"),
        (len(catalog.of_kind(Question)), "câu hỏi đã trả lời", "/hoi-dap/"),
        (len(catalog.documents), "văn bản", "/van-ban/"),
    ):
        if number:
            yield str(number), Link(label, address)


def _standards(catalog: Catalog) -> Iterator[StandardPeriod]:
    """Poverty lines that hold today or later, one group per period and decree."""
    national = [s for s in catalog.standards if s.household in _LACKING and not s.place]
    lines = [s for s in national if not _is_over(s, catalog.today)]
    longest = max((Decimal(s.amount) for s in lines), default=Decimal(0))
    for valid_from, name in dict.fromkeys((s.valid_from, s.document) for s in lines):
        group = [s for s in lines if (s.valid_from, s.document) == (valid_from, name)]
        document = catalog.documents.get(name)
        yield StandardPeriod(
            when=_when(group[0], catalog.today),
            lines=tuple(dict.fromkeys(_line(s, longest) for s in group)),
            classes=tuple(text for name, text in _LACKING.items() if any(s.household == name for s in group)),
            document=Link(document.number if document else "", f"/van-ban/{name}/"),
        )


def _line(standard: Standard, longest: Decimal) -> Bar:
    return Bar(_AREAS[standard.area], format_money(standard.amount), share(Decimal(standard.amount), longest))


def _when(standard: Standard, today: date) -> str:
    """By the calendar, so that a copy of the page that is read later still tells which line holds."""
    if standard.valid_from <= today and standard.valid_to:
        return f"Đến hết ngày {format_day(standard.valid_to)}"
    return f"Từ ngày {format_day(standard.valid_from)}"


def _is_over(standard: Standard, today: date) -> bool:
    return standard.valid_to is not None and today > standard.valid_to
