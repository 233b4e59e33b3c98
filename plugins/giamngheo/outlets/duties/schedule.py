"""The page of deadlines: what is due, what recurs, what has passed, what belongs to plans whose years are over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlannedDeadline, PlanWork
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.duties.views import DeadlineGroup, DeadlineLine, ScheduleView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched
from giamngheo.rendering.plan_links import agency_duties_address, is_dated

_GROUPS = (
    ("sap-toi", "Sắp tới", "Hạn của các kế hoạch đang thực hiện, gần nhất đứng trước."),
    ("khong-ghi-ngay", "Định kỳ, văn bản không ghi ngày cụ thể", "Chúng tôi không tự đặt ngày thay cho văn bản."),
    ("da-qua", "Đã qua", "Kế hoạch vẫn đang thực hiện nhưng hạn này đã qua."),
    ("het-giai-doan", "Kế hoạch đã hết giai đoạn thực hiện", "Giữ lại để tra cứu; không còn hạn nào phải làm."),
)
_INTRO = "Hạn báo cáo và hạn hoàn thành ghi trong các kế hoạch, trích nguyên văn, kèm cơ quan phải làm."


def schedule_page(catalog: Catalog, works: Sequence[PlanWork], calendars: Iterable[tuple[str, str]]) -> Page:
    """The list of all deadlines of today; `calendars` are address and title."""
    deadlines = [deadline for work in works for deadline in work.deadlines]
    sorted_lines: dict[str, list[PlannedDeadline]] = {}
    for deadline in deadlines:
        sorted_lines.setdefault(_group_of(deadline), []).append(deadline)
    groups = tuple(
        DeadlineGroup(key, title, intro, tuple(_line(catalog, d) for d in sorted(sorted_lines[key], key=_order)))
        for key, title, intro in _GROUPS
        if key in sorted_lines
    )
    files = tuple((Link(title, address), address.rpartition("/")[2]) for address, title in calendars)
    return Page(
        "/lich/",
        "schedule.html",
        "Lịch hạn",
        _INTRO,
        ScheduleView(groups, files),
        "lich",
        (Link("Trang chủ", "/"),),
        searched=Searched(),
    )


def _group_of(deadline: PlannedDeadline) -> str:
    if deadline.is_over:
        return "het-giai-doan"
    if deadline.next_day:
        return "sap-toi"
    return "da-qua" if is_dated(deadline) else "khong-ghi-ngay"


def _order(deadline: PlannedDeadline) -> tuple[date, str, int]:
    last = deadline.due.deadline.last
    day = deadline.next_day or (last.last_day if last else date.max)
    return day, deadline.entry.address, deadline.due.deadline.start


def _line(catalog: Catalog, deadline: PlannedDeadline) -> DeadlineLine:
    due = deadline.due
    shown = deadline.next_day if not deadline.is_over else None
    to = (
        Link(" ".join(a.addressee.name.split()), agency_duties_address(a.agency) if a.agency else "")
        for a in deadline.to
    )
    return DeadlineLine(
        words=" ".join(due.deadline.words.split()),
        next_day=format_day(shown) if shown else "",
        sentence=due.sentence,
        to=tuple(to),
        where=Link(deadline.entry.item.title, deadline.address),
        state=catalog.state_of(deadline.entry.item),
    )
