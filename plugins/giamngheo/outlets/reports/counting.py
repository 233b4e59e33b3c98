"""Counts what was published: by month, section, topic, place and channel; what was corrected and withdrawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from msgspec.structs import replace

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.loader import LoadedItem
from giamngheo.content.register_schema import Place
from giamngheo.content.schema import KINDS
from giamngheo.ground.clock import VIETNAM
from giamngheo.ground.vietnamese import collation_key
from giamngheo.outlets.reports.counts import Count, CountTable, Evidence
from giamngheo.outlets.reports.scope import Scope
from giamngheo.rendering.aloud import is_read_out
from giamngheo.rendering.sharing import is_shared

_GONE = "(bài đã gỡ)"
"""Stands for the title of an item that was taken back: nothing of it may be shown again."""

_CHANGES = {"correction": ("sua-dinh-chinh", "Đính chính"), "revision": ("sua-cap-nhat", "Cập nhật")}


def count_all(scope: Scope) -> Iterator[CountTable]:
    """Yield the tables of a report in their order."""
    yield total(scope)
    yield by_month(scope)
    yield by_section(scope)
    yield by_topic(scope)
    yield by_place(scope)
    yield by_channel(scope)
    yield changed(scope)


def total(scope: Scope) -> CountTable:
    """What was published, and what holds for the place from above."""
    counts = [_count(scope, "tong", "Bài đăng trong kỳ", scope.published)]
    if scope.place:
        counts.append(_count(scope, "chung", "Bài chung của cấp trên, không tính vào các bảng dưới", scope.common))
    method = (
        "Một bài là một trang đang công khai, tính vào ngày đăng đầu tiên (ngày hẹn giờ, nếu bài có hẹn giờ). "
        "Bản mới thay bản cũ vẫn là một bài. Không tính: bản nháp, bài chưa đến giờ đăng, bài còn lỗi, bài đã gỡ."
    )
    return CountTable("tong-so", "Tổng số", "Nội dung", method, tuple(counts))


def by_month(scope: Scope) -> CountTable:
    """Every month of the period that has begun, zero or not."""
    months = [m for m in scope.period.months if m.first_day <= scope.period.until]
    counts = tuple(
        _count(scope, f"thang-{m.key}", m.label, _within(scope, scope.published, m.first_day, m.last_day))
        for m in months
    )
    method = "Tính theo ngày đăng đầu tiên. Cộng các tháng bằng tổng số bài."
    return CountTable("theo-thang", "Theo tháng", "Tháng", method, counts)


def by_section(scope: Scope) -> CountTable:
    """Every section that the portal may have."""
    counts = tuple(
        _count(
            scope, f"muc-{kind.SECTION}", kind.SECTION_NAME, [e for e in scope.published if isinstance(e.item, kind)]
        )
        for kind in KINDS
    )
    method = "Mỗi bài thuộc đúng một mục. Cộng các mục bằng tổng số bài."
    return CountTable("theo-muc", "Theo chuyên mục của trang", "Mục", method, counts)


def by_topic(scope: Scope) -> CountTable:
    """Every topic of the register."""
    counts = tuple(
        _count(scope, f"chu-de-{t.id}", _capital(t.name), [e for e in scope.published if t.id in e.item.topics])
        for t in scope.catalog.topics
    )
    method = "Một bài có thể thuộc nhiều chủ đề nên cộng các chủ đề có thể lớn hơn tổng số bài."
    return CountTable("theo-chu-de", "Theo chủ đề", "Chủ đề", method, counts)


def by_place(scope: Scope) -> CountTable:
    """Places of today one level below the report's that have items, then what is of none of them."""
    counts: list[Count] = []
    placed: set[str] = set()
    for place in _below(scope):
        ids = {entry.item.id for entry in scope.catalog.in_place(place.id)}
        here = [e for e in scope.published if e.item.id in ids]
        found = _count(scope, f"dia-ban-{place.id}", _capital(place.full_name), here)
        placed.update(found.ids)
        counts += [found] if found.number else []
    name = scope.root.full_name if scope.root else "cả nước"
    rest = [e for e in scope.published if e.item.id not in placed]
    counts.append(_count(scope, "ghi-chung", f"Ghi chung: {name}", rest))
    method = (
        "Bài của một nơi được tính cho mọi nơi chứa nó và cho địa bàn kế tục ngày nay (bài của huyện cũ tính cho các "
        "xã lập từ huyện đó), nên một bài có thể thuộc nhiều địa bàn. Chỉ nêu địa bàn có bài."
    )
    return CountTable("theo-dia-ban", "Theo địa bàn hiện nay", "Địa bàn", method, tuple(counts))


def by_channel(scope: Scope) -> CountTable:
    """What the portal offered to each channel on the day of publication; no more can be known from content."""
    days = _Days(scope)
    aloud = [e for e in scope.published if is_read_out(days.catalog_of(e), e.item)]
    counts = (
        _count(scope, "kenh-web", "Trang web: có trang riêng", scope.published),
        _count(scope, "kenh-rss", "Bản tin RSS cho báo, đài", [e for e in scope.published if days.was_fresh(e)]),
        _count(scope, "kenh-loa-da-duyet", "Bài đọc loa, đã ghi người duyệt", [e for e in aloud if e.item.approved_by]),
        _count(
            scope,
            "kenh-loa-chua-duyet",
            "Bài đọc loa, chưa ghi người duyệt",
            [e for e in aloud if not e.item.approved_by],
        ),
        _count(
            scope,
            "kenh-nhom",
            "Lời và ảnh để đăng nhóm Zalo, Facebook",
            [e for e in scope.published if is_shared(days.catalog_of(e), e.item)],
        ),
    )
    method = (
        "Đếm bài mà trang đã chuẩn bị cho từng kênh vào ngày đăng; một bài có thể ở nhiều kênh. Trang không biết và "
        "không ghi: đài có phát, báo có đăng lại, cán bộ có đăng vào nhóm hay không, bao nhiêu người đọc, nghe."
    )
    return CountTable("theo-kenh", "Theo kênh", "Kênh", method, counts)


def changed(scope: Scope) -> CountTable:
    """Corrections, updates, new texts and withdrawals of the period, whenever the items were published."""
    counts = [
        Count(key, label, tuple(e for e in _changes(scope, kind) if scope.period.has(e.day)))
        for kind, (key, label) in _CHANGES.items()
    ]
    gone = list(scope.withdrawn)
    published = [g for g in gone if scope.period.has(_first_day(scope, g))]
    counts += [
        Count("sua-ban-moi", "Bản mới thay bản cũ", tuple(_takeovers(scope))),
        Count("sua-go", "Gỡ bài", tuple(e for g in gone for e in _removal(g) if scope.period.has(e.day))),
        Count("sua-dang-roi-go", "Đăng trong kỳ, nay đã gỡ", tuple(e for g in published for e in _removal(g))),
    ]
    method = (
        "Mỗi dòng trong nhật ký sửa là một lần, kể cả của bài đăng từ trước kỳ; sửa lỗi nhỏ không tính. Bài đã gỡ "
        "không tính vào số bài đăng; theo quy định của trang, tên bài đã gỡ không được nêu lại."
    )
    return CountTable("sua-go-bai", "Đính chính, cập nhật, gỡ bài", "Việc", method, tuple(counts))


class _Days:
    """The catalog as it was on the days of publication, one for each day."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._catalogs: dict[date, Catalog] = {}

    def catalog_of(self, entry: Entry) -> Catalog:
        day = self._scope.first_day_of(entry)
        if day not in self._catalogs:
            self._catalogs[day] = as_of(self._scope.catalog, day)
        return self._catalogs[day]

    def was_fresh(self, entry: Entry) -> bool:
        return entry.item.expires is None or self._scope.first_day_of(entry) <= entry.item.expires


def as_of(catalog: Catalog, day: date) -> Catalog:
    """The same items with the states of another day."""
    return replace(catalog, now=datetime.combine(day, time(12), VIETNAM))


def evidence_of(scope: Scope, entry: Entry, note: str = "", day: date | None = None) -> Evidence:
    """An item as evidence, at the address that never changes."""
    item = entry.item
    return Evidence(item.id, item.title, day or scope.first_day_of(entry), item.SECTION_NAME, f"/id/{item.id}/", note)


def _count(scope: Scope, key: str, label: str, entries: Iterable[Entry]) -> Count:
    return Count(key, label, tuple(evidence_of(scope, entry) for entry in entries))


def _within(scope: Scope, entries: Iterable[Entry], first: date, last: date) -> Iterator[Entry]:
    return (entry for entry in entries if first <= scope.first_day_of(entry) <= last)


def _below(scope: Scope) -> list[Place]:
    """Places of today whose parent is that of the report."""
    root, today = scope.root, scope.catalog.today
    found = (p for p in scope.catalog.places.values() if root and p.parent == root.id)
    present = [p for p in found if p.until is None or p.until >= today]
    return sorted(present, key=lambda p: (collation_key(p.name), p.id))


def _changes(scope: Scope, kind: str) -> Iterator[Evidence]:
    for entry in scope.entries:
        for change in entry.item.changes:
            if change.kind == kind:
                yield evidence_of(scope, entry, change.note, change.date)


def _takeovers(scope: Scope) -> Iterator[Evidence]:
    for entry in scope.entries:
        known = scope.publications.get(entry.item.id)
        for day in known.taken_over if known else ():
            if scope.period.has(day):
                yield evidence_of(scope, entry, "Bản mới thay bản cũ", day)


def _removal(loaded: LoadedItem) -> Iterator[Evidence]:
    item = loaded.item
    if item.withdrawn:
        yield Evidence(item.id, _GONE, item.withdrawn.date, item.SECTION_NAME, f"/id/{item.id}/", item.withdrawn.reason)


def _first_day(scope: Scope, loaded: LoadedItem) -> date:
    known = scope.publications.get(loaded.item.id)
    return known.first if known else loaded.item.date


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
