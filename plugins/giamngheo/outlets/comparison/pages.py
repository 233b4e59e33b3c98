"""Pages of comparisons: one for each two plans, and the overview of all plans by part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from giamngheo.catalog.plan_work import PlanWork
from giamngheo.catalog.related_plans import Ground, PlanPair
from giamngheo.legal import Pair, PlanPart, Point, Relation
from giamngheo.outlets.comparison.views import (
    ComparisonsView,
    ComparisonView,
    PartComparison,
    PartOverview,
    PointLine,
)
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched
from giamngheo.rendering.plan_links import comparison_address

ComparePoints = Callable[[Sequence[Point], Sequence[Point]], Sequence[Pair]]

_HOME = Link("Trang chủ", "/")
_PARTS = {
    PlanPart.OBJECTIVES: "Mục đích, yêu cầu",
    PlanPart.AUDIENCE: "Đối tượng, phạm vi, thời gian",
    PlanPart.CONTENT: "Nội dung",
    PlanPart.FORMS: "Hình thức",
    PlanPart.SOLUTIONS: "Giải pháp",
    PlanPart.FUNDING: "Kinh phí",
    PlanPart.ORGANISATION: "Tổ chức thực hiện",
    PlanPart.OTHER: "Phần kết và phần khác",
}
# A plan takes over, changes or adds only where it carries the other one out; plans side by side are alike or not.
_TAGS: dict[bool, dict[Relation, str]] = {
    True: {
        Relation.SAME: "Giữ nguyên",
        Relation.CHANGED: "Sửa đổi",
        Relation.ADDED: "Thêm mới",
        Relation.LEFT_OUT: "Không nhắc lại",
    },
    False: {
        Relation.SAME: "Giống nhau",
        Relation.CHANGED: "Khác một phần",
        Relation.ADDED: "Chỉ có ở kế hoạch này",
        Relation.LEFT_OUT: "Chỉ có ở kế hoạch kia",
    },
}
_WHY: dict[Ground, str] = {
    "implements": "Kế hoạch này nêu số {document} trong phần căn cứ: nó cụ thể hóa kế hoạch kia.",
    "same-document": "Hai kế hoạch cùng căn cứ văn bản {document}; không kế hoạch nào cụ thể hóa kế hoạch kia.",
    "wording": "Hai kế hoạch không dẫn chung văn bản nào; chúng được đặt cạnh nhau vì giống nhau nhiều câu chữ nhất.",
}
_INTRO = "Các kế hoạch đặt cạnh nhau theo từng phần: điểm nào giống, điểm nào khác, khác ở chữ nào."


def comparison_pages(pairs: Sequence[PlanPair], works: Sequence[PlanWork], compare: ComparePoints) -> Iterator[Page]:
    """Yield the overview and one page for each pair; nothing where no two plans can be compared."""
    if not pairs:
        return
    lines = tuple((Link(p.work.plan.title, comparison_address(p)), f"so với {p.other.plan.title}") for p in pairs)
    overviews = tuple(o for part, title in _PARTS.items() if (o := _overview(part, title, works)).plans)
    view = ComparisonsView(lines, overviews)
    title = "Đối chiếu kế hoạch"
    yield Page("/doi-chieu/", "comparisons.html", title, _INTRO, view, "doi-chieu", (_HOME,), searched=Searched())
    for pair in pairs:
        yield _page(pair, compare)


def _overview(part: PlanPart, title: str, works: Iterable[PlanWork]) -> PartOverview:
    points = ((work, [p for p in work.reading.points if p.part is part]) for work in works)
    return PartOverview(
        title,
        tuple(
            (Link(work.plan.title, f"{work.entry.address}#{own[0].anchor}"), f"{len(own)} điểm")
            for work, own in points
            if own
        ),
    )


def _page(pair: PlanPair, compare: ComparePoints) -> Page:
    found = compare(pair.work.reading.points, pair.other.reading.points)
    tags = _TAGS[pair.ground == "implements"]
    parts: dict[PlanPart, list[Pair]] = {part: [] for part in _PARTS}
    for one in found:
        parts[_part_of(one)].append(one)
    view = ComparisonView(
        plan=Link(pair.work.plan.title, pair.work.entry.address),
        other=Link(pair.other.plan.title, pair.other.entry.address),
        why=_WHY[pair.ground].format(document=pair.document),
        counts=_counts(found, tags),
        parts=tuple(
            PartComparison(f"p_{part}", _PARTS[part], _counts(own, tags), tuple(_line(pair, one, tags) for one in own))
            for part, own in parts.items()
            if own
        ),
    )
    return Page(
        comparison_address(pair),
        "comparison.html",
        f"Đối chiếu: {pair.work.plan.title}",
        f"{pair.work.plan.title}, so với {pair.other.plan.title}.",
        view,
        "doi-chieu",
        (_HOME, Link("Đối chiếu kế hoạch", "/doi-chieu/")),
    )


def _part_of(pair: Pair) -> PlanPart:
    point = pair.point or pair.other
    return point.part if point else PlanPart.OTHER


def _counts(pairs: Iterable[Pair], tags: dict[Relation, str]) -> str:
    counts = Counter(pair.relation for pair in pairs)
    return " · ".join(f"{tag}: {counts[relation]}" for relation, tag in tags.items() if counts[relation])


def _line(pair: PlanPair, one: Pair, tags: dict[Relation, str]) -> PointLine:
    shown = one.point or one.other
    links = []
    if one.point:
        links.append(Link("ở kế hoạch này", f"{pair.work.entry.address}#{one.point.anchor}"))
    if one.other:
        links.append(Link("ở kế hoạch kia", f"{pair.other.entry.address}#{one.other.anchor}"))
    text = shown.text if shown and not one.changes else ""
    return PointLine(one.relation.value, tags[one.relation], text, one.changes, tuple(links))
