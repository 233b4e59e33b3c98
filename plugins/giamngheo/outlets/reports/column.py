"""The monthly column: in which months nothing of it came out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from giamngheo.catalog import Entry
from giamngheo.content.schema import KINDS
from giamngheo.outlets.reports.counting import evidence_of
from giamngheo.outlets.reports.counts import Count
from giamngheo.outlets.reports.period import Month
from giamngheo.outlets.reports.scope import Scope


class ColumnState(StrEnum):
    """How a month stands; the value is what readers see."""

    KEPT = "có"
    LACKING = "thiếu"
    RUNNING = "chưa hết tháng"
    AHEAD = "chưa tới"


class ColumnMonth(Struct, frozen=True):
    """A month with its items of the column, and those that it shares with places around (`common`)."""

    month: Month
    state: ColumnState
    items: Count
    common: Count


def column_of(scope: Scope) -> tuple[ColumnMonth, ...]:
    """Every month of the period."""
    return tuple(_months(scope))


def column_method(scope: Scope) -> str:
    """What counts as the column, in words."""
    outside = scope.catalog.settings.report.outside_column
    names = ", ".join(kind.SECTION_NAME for kind in KINDS if kind.KIND in outside)
    left_out = f" ngoài mục {names}" if names else ""
    local = " Bài chung của cấp trên không thay được bài riêng của địa bàn." if scope.place else ""
    return (
        f"Tháng có chuyên mục khi có ít nhất một bài{left_out} đăng trong tháng đó.{local} Tháng đang diễn ra mà "
        "chưa có bài thì ghi “chưa hết tháng”, tháng sau ngày lấy số liệu thì ghi “chưa tới”; cả hai không là thiếu."
    )


def _months(scope: Scope) -> Iterator[ColumnMonth]:
    outside = scope.catalog.settings.report.outside_column
    for month in scope.period.months:
        own = [e for e in scope.published if e.item.KIND not in outside and _is_in(scope, e, month)]
        shared = [e for e in scope.common if e.item.KIND not in outside and _is_in(scope, e, month)]
        items = Count(f"chuyen-muc-{month.key}", month.label, tuple(evidence_of(scope, e) for e in own))
        common = Count(f"chuyen-muc-chung-{month.key}", month.label, tuple(evidence_of(scope, e) for e in shared))
        yield ColumnMonth(month, _state(scope, month, items), items, common)


def _state(scope: Scope, month: Month, items: Count) -> ColumnState:
    if items.number:
        return ColumnState.KEPT
    if month.first_day > scope.period.until:
        return ColumnState.AHEAD
    return ColumnState.LACKING if month.last_day <= scope.period.until else ColumnState.RUNNING


def _is_in(scope: Scope, entry: Entry, month: Month) -> bool:
    return month.first_day <= scope.first_day_of(entry) <= month.last_day
