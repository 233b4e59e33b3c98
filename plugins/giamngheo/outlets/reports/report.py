"""The annual communication report of a portal, of a place or of an agency, as data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from giamngheo.catalog.checks import check_freshness
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.reports.column import ColumnMonth, ColumnState, column_method, column_of
from giamngheo.outlets.reports.counting import as_of, count_all, evidence_of
from giamngheo.outlets.reports.counts import Count, CountTable, Evidence
from giamngheo.outlets.reports.demands import Demand, demands_of, duties_of, plans_of
from giamngheo.outlets.reports.scope import Scope


class AnnualReport(Struct, frozen=True):
    """Everything that page, tables and DOCX say; they add no number of their own."""

    scope: Scope
    tables: tuple[CountTable, ...]
    column: tuple[ColumnMonth, ...]
    column_method: str
    plans: Count
    demands: tuple[Demand, ...]
    duties: tuple[Count, ...]
    """By agency; those of one agency where the report is of one."""

    overdue: Count
    notes: tuple[str, ...]

    @property
    def total(self) -> Count:
        """What was published in the period."""
        return self.tables[0].counts[0]

    @property
    def lacking(self) -> tuple[ColumnMonth, ...]:
        """Months that are over and had no column."""
        return tuple(month for month in self.column if month.state is ColumnState.LACKING)

    @property
    def title(self) -> str:
        """What the report is about, without the words "Báo cáo"."""
        place = self.scope.place
        where = f" trên địa bàn {place.full_name}" if place else ""
        return f"Kết quả truyền thông về giảm nghèo{where} {self.scope.period.label}"

    @property
    def counts(self) -> Iterator[Count]:
        """Every number of the report with its evidence."""
        for table in self.tables:
            yield from table.counts
        for month in self.column:
            yield from (month.items, month.common) if month.common.number else (month.items,)
        yield from (self.plans, *self.duties, self.overdue)


def make_report(scope: Scope) -> AnnualReport:
    """Count everything."""
    return AnnualReport(
        scope=scope,
        tables=tuple(count_all(scope)),
        column=column_of(scope),
        column_method=column_method(scope),
        plans=plans_of(scope),
        demands=demands_of(scope),
        duties=duties_of(scope),
        overdue=Count("qua-han", "Mục cần xem lại", tuple(_overdue(scope))),
        notes=tuple(_notes(scope)),
    )


def _overdue(scope: Scope) -> Iterator[Evidence]:
    """Yield what `check` warns of on the day of the report, each reason once."""
    own = {entry.loaded.path: entry for entry in scope.entries if scope.first_day_of(entry) <= scope.period.until}
    for problem in check_freshness(as_of(scope.catalog, scope.period.until)):
        if entry := own.get(problem.location.file):
            yield evidence_of(scope, entry, problem.what, _checked(entry.item.last_checked, entry.item.date))


def _checked(last: date | None, published: date) -> date:
    return last or published


def _notes(scope: Scope) -> Iterator[str]:
    """Yield what a reader must know to judge the numbers."""
    yield f"Số liệu tính đến hết ngày {format_day(scope.period.until)}, lấy từ nội dung đang công khai trên trang."
    days = [scope.first_day_of(entry) for entry in scope.entries]
    if days and min(days) > scope.period.first:
        yield f"Bài sớm nhất trong phạm vi báo cáo đăng ngày {format_day(min(days))}."
    if scope.held:
        yield f"Có {scope.held} tệp còn lỗi nên chưa đăng và không được tính."
    yield (
        "Báo cáo chỉ nói việc trang thông tin chứng minh được. Hội nghị, phát thanh thực tế, tờ rơi đã phát và số "
        "người tiếp nhận phải lấy từ nguồn khác."
    )
