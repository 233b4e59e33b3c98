"""The annual report against a year that a person has counted by hand."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

import report_year as year
from factories import Project, a_plan, a_policy, a_story
from giamngheo.ground.clock import VIETNAM
from giamngheo.ground.vietnamese import format_day
from giamngheo.outlets.reports import AnnualReport, make_report
from report_year import report_of


def counted(report: AnnualReport) -> dict[str, set[str]]:
    return {count.key: set(count.ids) for count in report.counts}


def lacking(report: AnnualReport) -> list[str]:
    return [one.month.key for one in report.lacking]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return year.year_project(tmp_path_factory.mktemp("nam"))


@pytest.fixture(scope="module")
def report(project: Project) -> AnnualReport:
    return report_of(project)


@pytest.mark.parametrize("key", year.COUNTED)
def test_every_count_is_what_a_person_counted(report: AnnualReport, key: str) -> None:
    assert counted(report)[key] == year.COUNTED[key]


def test_nothing_is_counted_that_a_person_did_not_count(report: AnnualReport) -> None:
    others = {key for key in counted(report) if not key.startswith(("chuyen-muc", "ke-hoach", "qua-han", "nhiem-vu"))}
    assert others == set(year.COUNTED)


@pytest.mark.parametrize("key", year.COUNTED_IN_COMMUNE)
def test_a_commune_counts_its_own_items_and_those_of_the_district_it_came_from(project: Project, key: str) -> None:
    assert counted(report_of(project, "xa-moi"))[key] == year.COUNTED_IN_COMMUNE[key]


def test_the_monthly_column_lacks_in_the_months_without_any_item_of_it(project: Project, report: AnnualReport) -> None:
    assert lacking(report) == year.LACKING
    assert lacking(report_of(project, "xa-moi")) == year.LACKING_IN_COMMUNE
    assert [one.state.value for one in report.column][-2:] == ["chưa hết tháng", "chưa tới"]


def test_a_month_that_lacks_its_column_tells_what_came_from_above(project: Project) -> None:
    january = report_of(project, "xa-moi").column[0]
    assert (january.items.ids, january.common.ids) == ((), ("p-the", "p-vay"))


def test_which_kinds_are_no_column_is_a_setting(tmp_path: Path) -> None:
    project = year.year_project(tmp_path)
    project.write("content/portal.yml", "report:\n  outside_column: [policies, stories]\n")
    assert [one.month.number for one in report_of(project).column if one.items.number] == [7]


def test_deadlines_of_plans_are_due_on_their_days_and_rhythms_without_days_stay_words(report: AnnualReport) -> None:
    assert [format_day(d.day) for d in report.demands if d.day] == year.DUE
    assert [d.words for d in report.demands if d.day is None] == year.UNDATED
    assert all(d.address.startswith("/ke-hoach/k-xa/#") for d in report.demands)


def test_a_deadline_ahead_is_not_past(project: Project) -> None:
    early = datetime(2026, 8, 1, 12, tzinfo=VIETNAM)
    assert [d.is_past for d in report_of(project, now=early).demands if d.day] == [True, False]


@pytest.mark.parametrize(
    ("agency", "counts"),
    [
        ("so-tc", {"nhiem-vu-so-tc": 4}),
        ("so-tc-moi", {"nhiem-vu-so-tc": 4}),
        ("ubnd-xa", {}),
        ("", {"nhiem-vu-so-tc": 4}),
    ],
)
def test_duties_are_those_of_the_agency_and_of_those_it_came_from(
    project: Project, agency: str, counts: dict[str, int]
) -> None:
    assert {count.key: count.number for count in report_of(project, agency=agency).duties} == counts


def test_bodies_that_a_plan_names_in_general_are_counted_apart(tmp_path: Path) -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Cấp kinh phí.\n\n2. Các cơ quan, đơn vị\n\n- Viết tin, bài.\n"
    project = year.year_project(tmp_path).add(a_plan("k-xa", body, date="2026-07-07", places=["tinh-cu"]))
    duties = report_of(project).duties
    assert [(c.key, c.number) for c in duties] == [("nhiem-vu-so-tc", 1), ("nhiem-vu-goi-chung", 1)]
    assert duties[1].evidence[0].note == "được giao: Các cơ quan, đơn vị"


def test_what_must_be_looked_at_again_is_what_the_check_warns_of(report: AnnualReport) -> None:
    assert set(report.overdue.ids) == year.OVERDUE


def test_a_report_to_a_day_knows_nothing_of_later_days(project: Project) -> None:
    report = report_of(project, last=date(2026, 3, 5))
    assert set(counted(report)["tong"]) == {"p-the", "p-vay", "s-ong"}
    assert counted(report)["sua-dinh-chinh"] == {"s-cu"}
    assert lacking(report) == ["2026-02"]
    assert [d.day for d in report.demands if d.day] == []


def test_a_year_of_reporting_may_begin_in_november(project: Project) -> None:
    report = report_of(project, first=date(2025, 11, 11), last=date(2026, 11, 10))
    assert set(counted(report)["tong"]) == {*year.COUNTED["tong"], "s-cu"}
    assert [one.month.key for one in report.column][0::12] == ["2025-11", "2026-11"]
    assert "từ ngày 11/11/2025 đến ngày 10/11/2026" in report.title


def test_a_leap_day_lies_in_its_february(project: Project) -> None:
    report = report_of(project, first=date(2024, 1, 1), last=date(2024, 12, 31))
    assert counted(report)["thang-2024-02"] == {"p-hai-nam"}


def test_a_revision_that_takes_over_next_year_leaves_the_year_of_its_item_as_it_was(tmp_path: Path) -> None:
    project = Project(tmp_path).add(
        a_story("s-goc", date="2026-03-03"),
        a_story("s-moi", date="2027-01-01", revises="s-goc", publish_at="2027-01-01"),
    )
    after = datetime(2027, 2, 1, 12, tzinfo=VIETNAM)
    report = report_of(project, now=after)
    assert set(counted(report)["thang-2026-03"]) == {"s-goc"}
    assert counted(report)["sua-ban-moi"] == set()


def test_nothing_of_hidden_or_withdrawn_items_is_shown(report: AnnualReport) -> None:
    shown = " ".join(f"{e.id} {e.title} {e.note}" for count in report.counts for e in count.evidence)
    assert "zq" not in shown
    assert "Sai nguồn." in shown


def test_an_empty_portal_has_a_report_of_zeros(project: Project, tmp_path: Path) -> None:
    del project
    empty = Project(tmp_path)
    (empty.root / "stories").mkdir()
    report = report_of(empty)
    assert report.total.number == 0
    assert len(report.lacking) == 10


def test_items_are_sorted_by_first_day_whatever_the_files_are_called(tmp_path: Path) -> None:
    project = Project(tmp_path).add(a_policy("z", date="2026-01-01"), a_policy("a", date="2026-02-01"))
    assert report_of(project).total.ids == ("z", "a")


def test_held_files_are_told(report: AnnualReport) -> None:
    assert not [note for note in report.notes if "còn lỗi" in note]
    told = make_report(replace(report.scope, held=2)).notes
    assert [note for note in told if note.startswith("Có 2 tệp còn lỗi")]
