"""What is held back, and why. Names, numbers and titles that a privacy check objects to are not repeated."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from giamngheo.catalog.visibility import Hidden, day_of_publication, why_hidden
from giamngheo.content.loader import LoadedItem
from giamngheo.content.people import allowed_in
from giamngheo.content.privacy import Allowed, find_private_data
from giamngheo.ground.problems import Problem
from giamngheo.ground.vietnamese import format_day, format_moment
from giamngheo.outlets.desk.bench import Bench, place_of
from giamngheo.outlets.desk.stale import is_told_as_stale
from giamngheo.outlets.desk.views import Group, Line, Section

_PRIVATE = frozenset(
    {"du-lieu-ca-nhan", "nguoi-thieu-can-cu", "tre-em-neu-ten", "dan-toc-thieu-dong-y", "anh-thieu-dong-y"}
)
_PRIVATE_WORDS = "có dữ liệu cá nhân hoặc tên người chưa được phép nêu (chạy giamngheo check để xem)"
_TITLES = {
    Hidden.DRAFT: ("ban-nhap", "Bản nháp"),
    Hidden.AHEAD: ("cho-gio", "Chờ đến ngày giờ đăng"),
    Hidden.CONSENT: ("rut-dong-y", "Có người rút đồng ý"),
    Hidden.WITHDRAWN: ("da-go", "Đã gỡ"),
}


def held_back(bench: Bench) -> Section:
    """Errors first, then what waits or was taken back, then what readers see less of than was meant."""
    allowed = replace(allowed_in(bench.content), untold=frozenset())  # here a doubt is no reason to show anything
    errors = tuple(dict.fromkeys(_told(p, allowed) for p in bench.problems if p.is_error))
    others = tuple(_told(p, allowed) for p in bench.problems if not p.is_error and not is_told_as_stale(p))
    by_reason: dict[Hidden, list[Line]] = {reason: [] for reason in _TITLES}
    for loaded in bench.content.items:
        reason = why_hidden(loaded.item, bench.catalog.now)
        if reason and loaded.path not in bench.held:
            by_reason[reason].append(_line(bench, loaded, reason))
    groups = [
        Group("loi", "Có lỗi", "Chưa sửa thì không đăng được.", errors, is_urgent=True),
        *(Group(*_TITLES[reason], "", tuple(lines)) for reason, lines in by_reason.items()),
        Group("da-thay", "Đã có bản mới thay", "Tệp cũ giữ lại để tra, trang dùng bản mới.", tuple(_replaced(bench))),
        Group("nhac-khac", "Điều khác máy nhắc", "", others),
    ]
    return Section("giu-lai", "Đang giữ lại và lý do", tuple(groups), "Không có bài nào bị giữ lại.")


def _told(problem: Problem, allowed: Allowed) -> Line:
    """A problem, without the words of an editor where they are about a person: a broken line may hold anything."""
    if problem.code in _PRIVATE or find_private_data(f"{problem.what}. {problem.mend}", allowed):
        return Line(_PRIVATE_WORDS, place_of(problem.location), None, f"mã: {problem.code}")
    return Line(problem.what, place_of(problem.location), None, f"Cách sửa: {problem.mend}")


def _line(bench: Bench, loaded: LoadedItem, reason: Hidden) -> Line:
    item = loaded.item
    if reason is Hidden.WITHDRAWN and item.withdrawn:
        place = place_of(loaded.locate("withdrawn"))
        return Line(f"Mã {item.id}", place, None, f"từ {format_day(item.withdrawn.date)}: {item.withdrawn.reason}")
    if reason is Hidden.CONSENT:  # the title may name somebody who wants to be named no longer
        return Line(f"Mã {item.id}", place_of(loaded.locate("people")))
    if reason is Hidden.AHEAD:
        when = format_moment(item.publish_at) if item.publish_at else f"ngày {format_day(day_of_publication(item))}"
        key = "publish_at" if item.publish_at and item.publish_at > bench.catalog.now else "date"
        return Line(item.title, place_of(loaded.locate(key)), None, f"tự mở: {when}")
    return Line(item.title, place_of(loaded.locate("draft")))


def _replaced(bench: Bench) -> Iterator[Line]:
    shown = {entry.loaded.path for entry in bench.catalog.entries} | {w.path for w in bench.catalog.withdrawn}
    for loaded in bench.content.items:
        is_free = loaded.path not in bench.held and why_hidden(loaded.item, bench.catalog.now) is None
        if is_free and loaded.path not in shown:
            yield Line(f"Mã {loaded.item.id}", loaded.path)
