"""What is due: deadlines of plans, seasons, items that open or end, days by which somebody must look again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.catalog.plan_work import upcoming_deadlines
from giamngheo.catalog.visibility import Hidden, day_of_publication, why_hidden
from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Policy
from giamngheo.ground.vietnamese import format_moment
from giamngheo.legal import DeadlineKind, YearDay
from giamngheo.outlets.desk.bench import Bench
from giamngheo.outlets.desk.views import Group, Line, Section

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
_RHYTHMS = {
    DeadlineKind.WEEKLY: "hằng tuần",
    DeadlineKind.MONTHLY: "hằng tháng",
    DeadlineKind.QUARTERLY: "hằng quý",
    DeadlineKind.HALF_YEARLY: "6 tháng một lần",
    DeadlineKind.YEARLY: "hằng năm",
}


def agenda(bench: Bench) -> Section:
    """Everything that falls within 30 days, soonest first."""
    today = bench.catalog.today
    lines = sorted(_lines(bench, today), key=lambda line: (line.day or today, line.where, line.what))
    soon = tuple(line for line in lines if line.day and line.day <= today + WEEK)
    later = tuple(line for line in lines if line.day and line.day > today + WEEK)
    groups = (
        Group("tuan-nay", "Trong 7 ngày tới", "", soon, is_urgent=True),
        Group("thang-nay", "Trong 30 ngày tới", "", later),
        Group(
            "dinh-ky",
            "Định kỳ, kế hoạch không ghi ngày",
            "Việc lặp lại của các kế hoạch đang thực hiện; máy không tự đặt ngày thay cho văn bản.",
            (*_rhythms(bench), *_column(bench)),
        ),
    )
    return Section("den-han", "Việc đến hạn", groups, "Không có việc nào đến hạn trong 30 ngày tới.")


def _lines(bench: Bench, today: date) -> Iterator[Line]:
    for line in (*_deadlines(bench), *_openings(bench), *_seasons(bench), *_endings(bench), *_standards(bench)):
        if line.day and today <= line.day <= today + MONTH:
            yield line


def _deadlines(bench: Bench) -> Iterator[Line]:
    for planned in upcoming_deadlines(bench.works, bench.catalog.today, MONTH):
        to = "; ".join(" ".join(a.addressee.name.split()) for a in planned.to)
        sentence = " ".join(planned.due.sentence.split())
        yield Line(f"Hạn của kế hoạch: {sentence}", planned.entry.loaded.path, planned.next_day, to, planned.address)


def _openings(bench: Bench) -> Iterator[Line]:
    """Items and new texts whose day comes; what is in error will not open, which the next section tells."""
    for loaded in bench.content.items:
        item = loaded.item
        if loaded.path in bench.held or why_hidden(item, bench.catalog.now) is not Hidden.AHEAD:
            continue
        what = "Bản mới thay bản cũ" if item.revises else "Bài tự công khai"
        note = format_moment(item.publish_at) if item.publish_at else ""
        yield Line(f"{what}: {item.title}", loaded.path, day_of_publication(item), note)


def _seasons(bench: Bench) -> Iterator[Line]:
    today = bench.catalog.today
    for entry, policy in bench.catalog.of_kind(Policy):
        if policy.season and not bench.catalog.is_over(policy):
            for words, (month, day) in (("Bắt đầu", policy.season.from_), ("Hết", policy.season.to)):
                found = first_occurrence(YearDay(month, day), today, None)
                yield Line(f"{words} thời gian: {policy.season.what}", entry.loaded.path, found, "", entry.address)


def _endings(bench: Bench) -> Iterator[Line]:
    for entry in bench.catalog.entries:
        item, path = entry.item, entry.loaded.path
        if not bench.catalog.is_over(item):
            yield Line(f"Đến hạn xem lại: {item.title}", path, item.review_by, "", entry.address)
        yield Line(f"Rời trang chủ và bản tin: {item.title}", path, item.expires, "", entry.address)
        if isinstance(item, Policy):
            yield Line(f"Hết hiệu lực: {item.title}", path, item.valid_to, _successor(bench, item), entry.address)
            for base in _bases(bench, item):
                what = f"Văn bản {base.number} hết hiệu lực, là căn cứ của: {item.title}"
                yield Line(what, path, base.valid_to or base.period_to, "", entry.address)


def _successor(bench: Bench, policy: Policy) -> str:
    new = bench.catalog.by_id.get(policy.replaced_by or "")
    return f"thay bằng: {new.item.title}" if new else "chưa ghi chính sách thay thế (replaced_by)"


def _standards(bench: Bench) -> Iterator[Line]:
    for day in sorted({standard.valid_from for standard in bench.catalog.standards}):
        yield Line("Chuẩn nghèo mới bắt đầu áp dụng", bench.content.register_file("standards"), day)


def _bases(bench: Bench, policy: Policy) -> Iterator[Document]:
    """Documents that a policy names as its law."""
    return (bench.catalog.documents[name] for name in policy.legal_basis if name in bench.catalog.documents)


def _column(bench: Bench) -> Iterator[Line]:
    """Tell where this month has nothing of the monthly column yet; of places their reports tell."""
    today, outside = bench.catalog.today, bench.catalog.settings.report.outside_column
    column = (e.item.date for e in bench.catalog.entries if e.item.KIND not in outside)
    if not any((day.year, day.month) == (today.year, today.month) for day in column):
        yield Line(f"Tháng {today.month}/{today.year} chưa có bài nào cho chuyên mục hằng tháng")


def _rhythms(bench: Bench) -> Iterator[Line]:
    for work in bench.works:
        for planned in work.deadlines:
            recurrence, rhythm = planned.due.deadline.recurrence, _RHYTHMS.get(planned.due.deadline.kind)
            if rhythm and recurrence and not recurrence.days and not planned.is_over:
                sentence = " ".join(planned.due.sentence.split())
                yield Line(sentence, planned.entry.loaded.path, None, rhythm, planned.address)
