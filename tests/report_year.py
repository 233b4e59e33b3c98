"""A year of content with known gaps, and what a person counted in it before any code did."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from factories import CONSENT, NOW, ItemFile, Project, a_plan, a_policy, a_story
from giamngheo.catalog.plan_work import works_of
from giamngheo.catalog.visibility import publications
from giamngheo.content.loader import load_content
from giamngheo.legal import read_plan
from giamngheo.outlets.reports import AnnualReport, Period, Scope, make_report

PLAN_BODY = (
    "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Hằng tháng có chuyên mục về giảm nghèo.\n\n"
    "- Báo cáo trước ngày 10/11 hằng năm.\n\n- Hoàn thành trước ngày 30/6/2026.\n\n- Tổng kết trước ngày 15/01/2027.\n"
)
AGENCIES: list[dict[str, object]] = [
    {"id": "so-tc", "name": "Sở Tài chính tỉnh Bắc Giang", "place": "tinh-cu", "successors": ["so-tc-moi"]},
    {"id": "so-tc-moi", "name": "Sở Tài chính tỉnh Bắc Ninh", "place": "tinh-moi"},
    {"id": "ubnd-xa", "name": "Ủy ban nhân dân xã Lục Nam", "place": "xa-moi"},
]
_TAKEN_BACK = {**CONSENT, "withdrawn": "2026-09-01"}
_ONG_CHANGES = [
    {"date": "2026-03-20", "kind": "correction", "note": "Sửa số đàn ong"},
    {"date": "2026-04-02", "kind": "revision", "note": "Thêm kết quả"},
    {"date": "2026-04-03", "kind": "minor", "note": "Sửa lỗi gõ"},
]
_FORMER_CHANGES = [{"date": "2026-01-05", "kind": "correction", "note": "Sửa năm"}]


def items() -> list[ItemFile]:
    """Nine items of 2026, and eight that must not count, each for a reason of its own."""
    local, both = {"places": ["xa-moi"]}, {"topics": ["tin-dung"]}
    return [
        a_policy("p-the", date="2026-01-10", last_checked="2026-01-10", approved_by="Trưởng ban"),
        a_policy("p-vay", date="2026-01-31", topics=["tin-dung", "y-te"]),
        a_story("s-ong", **both, date="2026-03-05", places=["huyen-cu"], changes=_ONG_CHANGES, review_by="2026-06-01"),
        a_story("s-che", **both, **local, date="2026-03-31", expires="2026-04-30"),
        a_story("s-ga", **both, date="2026-06-01", places=["tinh-cu"], approved_by="Trưởng ban"),
        a_policy("p-het", **local, date="2026-06-15", valid_to="2026-03-01", last_checked="2025-01-01"),
        a_plan("k-xa", PLAN_BODY, date="2026-07-07", places=["huyen-cu"], issued="2025-12-20", number="9/KH-UBND"),
        a_story("s-goc", **both, **local, date="2026-09-09"),
        a_policy("p-hen", date="2026-10-01", publish_at="2026-10-20 08:00", review_by="2026-12-31"),
        # not counted as published
        a_story("s-goc-moi", **both, **local, date="2026-10-10", revises="s-goc", publish_at="2026-10-10 06:00"),
        a_story("zq-nhap", **both, title="zqnhap", date="2026-05-05", draft=True),
        a_policy("zq-hen", title="zqhen", date="2026-05-06", publish_at="2026-12-24"),
        a_policy("zq-mai", title="zqmai", date="2026-12-01"),
        a_story("zq-rut", title="zqrut", date="2026-08-08", people=[_lost_consent()]),
        a_policy("d-go", title="zqgo", date="2026-02-02", withdrawn={"date": "2026-02-20", "reason": "Sai nguồn."}),
        a_story("s-cu", **both, date="2025-12-31", changes=_FORMER_CHANGES),
        a_policy("p-hai-nam", date="2024-02-29"),
    ]


def _lost_consent() -> dict[str, object]:
    return {"name": "Giàng A Mẫu", "role": "public", "source": "75-2023-nd-cp", "consent": _TAKEN_BACK}


def year_project(folder: Path) -> Project:
    """The project of that year."""
    project = Project(folder)
    project.registers["agencies"] += AGENCIES
    project.write_registers()
    return project.add(*items())


def report_of(project: Project, place: str = "", agency: str = "", now: datetime = NOW, **period: date) -> AnnualReport:
    """The report of 2026, or of the days given."""
    catalog = project.catalog(now)
    readings = {e.loaded.path: read_plan(e.loaded.body) for e in catalog.entries}
    days = {"first": date(2026, 1, 1), "last": date(2026, 12, 31), **period}
    scope = Scope(
        catalog,
        publications(load_content(project.root).items, now),
        works_of(catalog, readings),
        Period.of(days["first"], days["last"], now.date()),
        0,
        catalog.places.get(place),
        catalog.agencies.get(agency),
    )
    return make_report(scope)


COUNTED = {
    "tong": {"p-the", "p-vay", "s-ong", "s-che", "s-ga", "p-het", "k-xa", "s-goc", "p-hen"},
    "thang-2026-01": {"p-the", "p-vay"},
    "thang-2026-02": set(),
    "thang-2026-03": {"s-ong", "s-che"},
    "thang-2026-04": set(),
    "thang-2026-05": set(),
    "thang-2026-06": {"s-ga", "p-het"},
    "thang-2026-07": {"k-xa"},
    "thang-2026-08": set(),
    "thang-2026-09": {"s-goc"},
    "thang-2026-10": {"p-hen"},
    "thang-2026-11": set(),
    "muc-chinh-sach": {"p-the", "p-vay", "p-het", "p-hen"},
    "muc-guong-dien-hinh": {"s-ong", "s-che", "s-ga", "s-goc"},
    "muc-ke-hoach": {"k-xa"},
    "muc-hoi-dap": set(),
    "muc-hoat-dong": set(),
    "muc-tai-lieu": set(),
    "chu-de-y-te": {"p-the", "p-vay", "p-het", "k-xa", "p-hen"},
    "chu-de-tin-dung": {"p-vay", "s-ong", "s-che", "s-ga", "s-goc"},
    "dia-ban-tinh-moi": {"s-ong", "s-che", "s-ga", "p-het", "k-xa", "s-goc"},
    "ghi-chung": {"p-the", "p-vay", "p-hen"},
    "kenh-web": {"p-the", "p-vay", "s-ong", "s-che", "s-ga", "p-het", "k-xa", "s-goc", "p-hen"},
    "kenh-rss": {"p-the", "p-vay", "s-ong", "s-che", "s-ga", "p-het", "k-xa", "s-goc", "p-hen"},
    "kenh-loa-da-duyet": {"p-the", "s-ga"},
    "kenh-loa-chua-duyet": {"p-vay", "s-ong", "s-che", "k-xa", "s-goc", "p-hen"},
    "kenh-nhom": {"p-the", "p-vay", "s-ong", "s-che", "s-ga", "p-het", "k-xa", "s-goc", "p-hen"},
    "sua-dinh-chinh": {"s-ong", "s-cu"},
    "sua-cap-nhat": {"s-ong"},
    "sua-ban-moi": {"s-goc"},
    "sua-go": {"d-go"},
    "sua-dang-roi-go": {"d-go"},
}
"""The whole portal, on 21/11/2026: ids by the key of the count."""

LACKING = ["2026-02", "2026-04", "2026-05", "2026-07", "2026-08"]
COUNTED_IN_COMMUNE = {
    "tong": {"s-ong", "s-che", "p-het", "k-xa", "s-goc"},
    "chung": {"p-the", "p-vay", "s-ga", "p-hen"},
    "thang-2026-01": set(),
    "muc-ke-hoach": {"k-xa"},
    "chu-de-y-te": {"p-het", "k-xa"},
    "sua-dinh-chinh": {"s-ong", "s-cu"} - {"s-cu"},
}
LACKING_IN_COMMUNE = ["2026-01", "2026-02", "2026-04", "2026-05", "2026-07", "2026-08", "2026-10"]
OVERDUE = {"p-the", "s-ong"}
DUE = ["30/06/2026", "10/11/2026"]
UNDATED = ["Hằng tháng"]
