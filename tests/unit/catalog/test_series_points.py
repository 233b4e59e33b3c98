"""What series may join and compare: never a plan and a count, two standards, or sources that disagree."""

from __future__ import annotations

import pytest

from factories import Project, codes
from giamngheo.catalog.results import PublicSeries, agree
from giamngheo.content.results.values import Value


def series_of(project: Project, *rows: str, **front: object) -> PublicSeries:
    (series,) = project.add_series(*rows, **front).catalog().results
    return series


def runs_of(series: PublicSeries, place: str = "ca-nuoc") -> list[str]:
    return [f"{run.kind} {run.standard}: {' '.join(p.period.text for p in run.points)}" for run in series.runs(place)]


def test_years_that_follow_one_another_are_joined(project: Project) -> None:
    assert runs_of(series_of(project, "ca-nuoc,2022,4", "ca-nuoc,2021,5", "ca-nuoc,2023,3")) == [
        "thuc-te chuan-1: 2021 2022 2023"
    ]


def test_a_plan_is_never_joined_to_what_was_counted(project: Project) -> None:
    rows = ("ca-nuoc,2022,4", "ca-nuoc,2023,3", "ca-nuoc,2024,2,ke-hoach", "ca-nuoc,2025,1,ke-hoach")
    assert runs_of(series_of(project, *rows)) == ["thuc-te chuan-1: 2022 2023", "ke-hoach chuan-1: 2024 2025"]


def test_a_line_ends_where_the_standard_changes(project: Project) -> None:
    rows = ("ca-nuoc,2022,4", "ca-nuoc,2023,3", "ca-nuoc,2023,6,,,,,chuan-2", "ca-nuoc,2024,5,,,,,chuan-2")
    assert runs_of(series_of(project, *rows)) == ["thuc-te chuan-1: 2022 2023", "thuc-te chuan-2: 2023 2024"]


def test_a_year_without_a_number_and_a_conflict_break_the_line(project: Project) -> None:
    rows = ("ca-nuoc,2020,7", "ca-nuoc,2022,4", "ca-nuoc,2023,3", "ca-nuoc,2023,2,,nguon-2", "ca-nuoc,2024,1")
    series = series_of(project, *rows)
    assert runs_of(series) == ["thuc-te chuan-1: 2020", "thuc-te chuan-1: 2022", "thuc-te chuan-1: 2024"]
    (conflict,) = series.conflicts
    assert sorted(str(v.number) for v in conflict.shown) == ["2", "3"]


def test_values_of_an_unclear_standard_are_not_joined(project: Project) -> None:
    unclear = [{"id": "chuan-1", "name": "Không rõ", "unclear": "true"}]
    assert runs_of(series_of(project, "ca-nuoc,2022,4", "ca-nuoc,2023,3", standards=unclear)) == []


def test_a_preliminary_number_gives_way_and_is_no_conflict(project: Project) -> None:
    rows = ("ca-nuoc,2022,3.86,,,,so-bo", "ca-nuoc,2022,3.81,,nguon-2")
    (point,) = series_of(project, *rows).points
    assert [str(v.number) for v in point.shown] == ["3.81"]
    assert not point.is_conflict
    assert len(point.values) == 2


def test_a_standard_is_found_by_the_years_it_was_counted_for(project: Project) -> None:
    dated = [{"id": "cu", "name": "Cũ", "to": "2021"}, {"id": "moi", "name": "Mới", "from": "2022"}]
    project.write(
        "content/results/ty-le.csv",
        project.add_series("ca-nuoc,2021,5", "ca-nuoc,2022,4", standards=dated)
        .root.joinpath("results/ty-le.csv")
        .read_text("utf-8")
        .replace("chuan-1", ""),
    )
    (series,) = project.catalog().results
    assert [v.standard for v in series.values] == ["cu", "moi"]


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("8300 hon", "8308", True),
        ("18100 hon", "18200", False),
        ("18100 hon", "18099", False),
        ("1 khoang", "1.3", True),
        ("1 khoang", "2.3", False),
        ("20000 gan", "19500", True),
        ("20000 gan", "20100", False),
        ("100", "100", True),
        ("100", "101", False),
        ("100 duoi", "90", False),
        ("8300 hon", "8400 hon", False),
    ],
)
def test_rounded_numbers_agree_with_what_they_can_stand_for(
    project: Project, one: str, other: str, *, is_same: bool
) -> None:
    def row(text: str, source: str) -> str:
        number, _, qualifier = text.partition(" ")
        return f"ca-nuoc,2022,{number},,{source},{qualifier}"

    rows = (row(one, "nguon-1"), row(other, "nguon-2"))
    values: tuple[Value, ...] = series_of(project, *rows, measure="khac", unit="hộ").values
    assert agree(values[0], values[1]) == agree(values[1], values[0]) == is_same


def test_the_check_counts_one_conflict_once(project: Project) -> None:
    project.add_series("ca-nuoc,2022,4", "ca-nuoc,2022,5,,nguon-2", "ca-nuoc,2023,3")
    assert codes(project.check()) == ["chuoi-mau-thuan"]
