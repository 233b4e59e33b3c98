"""The self-check: classes by income and lacking indicators, exactly at every limit, and what the page says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from factories import NOW, Project, page
from giamngheo.catalog import Catalog, build_catalog
from giamngheo.content.loader import load_content
from giamngheo.outlets.eligibility.engine import Days
from giamngheo.outlets.eligibility.poverty import Household, Line, lacking_range, outcomes
from giamngheo.outlets.eligibility.selfcheck import SelfCheckView, lines_of
from labelled_scores import labelled

ROOT = Path(__file__).parents[3]
LABELLED = labelled(ROOT / "tests/eligibility/standards.yml")
A_STANDARD = {
    "id": "ngheo",
    "area": "nong-thon",
    "household": "ho-ngheo",
    "amount": "1500000",
    "lacking": "tu-3",
    "valid_from": "2022-01-01",
    "valid_to": "2026-12-31",
    "document": "75-2023-nd-cp",
}


@pytest.fixture(scope="module")
def real() -> Catalog:
    return build_catalog(load_content(ROOT / "content"), NOW)


def on_day(catalog: Catalog, day: date) -> tuple[list[Line], list[str]]:
    lines = [line for line in lines_of(catalog.standards) if line.days.standing(day) == "current"]
    ids = [i.id for i in catalog.indicators if Days(i.valid_from, i.valid_to).standing(day) == "current"]
    return lines, ids


@pytest.mark.parametrize("case", LABELLED, ids=str)
def test_labelled_households_belong_to_the_class_of_the_decree(real: Catalog, case: dict[str, object]) -> None:
    names = [i.id for i in real.indicators]
    lacks, has = int(str(case["lacks"])), int(str(case["has"]))
    household = Household(
        str(case["area"]),
        int(str(case["total"])),
        int(str(case["members"])),
        frozenset(names[:lacks]),
        frozenset(names[lacks : lacks + has]),
    )
    lines, ids = on_day(real, case["day"])  # type: ignore[arg-type]
    assert outcomes(lines, ids, household) == set(case["expect"])  # type: ignore[call-overload]


def test_every_line_of_the_register_includes_its_own_sum_and_not_one_dong_more(real: Catalog) -> None:
    for line in lines_of(real.standards):
        own = [other for other in lines_of(real.standards) if other.days == line.days]
        count = line.lacking_from
        names = [f"chi-so-{n}" for n in range(12)]
        for members in (1, 7):
            at, above = (
                outcomes(
                    own,
                    names,
                    Household(
                        line.area,
                        line.amount * members + more,
                        members,
                        frozenset(names[:count]),
                        frozenset(names[count:]),
                    ),
                )
                for more in (0, 1)
            )
            assert at == {line.household}
            assert line.household not in above


def test_an_indicator_answered_both_ways_counts_as_lacking() -> None:
    both = frozenset({"a"})
    assert lacking_range(frozenset({"a", "b"}), Household(lacks=both, has=both)) == (1, 2)


def test_answers_about_other_indicators_count_nothing() -> None:
    assert lacking_range(frozenset({"a"}), Household(lacks=frozenset({"x"}), has=frozenset({"y"}))) == (0, 1)


def test_a_local_line_is_shown_with_its_place_and_never_as_the_national_one(tmp_path: Path) -> None:
    project = Project(tmp_path)
    local = {**A_STANDARD, "id": "rieng", "place": "tinh-moi", "amount": "2000000", "lacking": "tu-2"}
    project.registers["standards"] = [A_STANDARD, local]
    project.write_registers()
    portal = project.portal()
    view = page(portal, "/tu-kiem-tra/").view
    assert isinstance(view, SelfCheckView)
    assert [(p.place, p.rows[0].amounts[0]) for p in view.periods] == [
        ("", "từ 1,5 triệu đồng trở xuống"),
        ("tỉnh Bắc Ninh", "từ 2 triệu đồng trở xuống"),
    ]
    assert [(o.value, o.label) for o in view.places] == [("tinh-moi", "tỉnh Bắc Ninh")]
    home = page(portal, "/").view
    assert "2 triệu" not in str(home.standards)  # type: ignore[attr-defined]


def test_what_is_not_verified_in_a_period_is_named(real: Catalog) -> None:
    from giamngheo.outlets.eligibility.selfcheck import selfcheck_pages  # noqa: PLC0415 - this rule alone builds the page

    view = next(p.view for p in selfcheck_pages(real) if hasattr(p, "view"))
    assert isinstance(view, SelfCheckView)
    now, later = view.periods
    assert (now.name, now.missing, now.indicators) == ("Đang dùng", (), 12)
    assert (later.name, later.missing, later.indicators) == ("Sắp dùng", ("Hộ có mức sống trung bình",), 0)
    assert not any(i.is_verified for _, group in view.dimensions for i in group)


def test_a_portal_without_standards_has_no_self_check(tmp_path: Path) -> None:
    assert [p.address for p in Project(tmp_path).portal().pages if "tu-kiem-tra" in p.address] == []
