"""States on the days where they change, and places then and now."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from factories import NOW, Project, a_figure, a_plan, a_policy, a_story, codes
from giamngheo.catalog import states
from giamngheo.content.schema import Plan, Policy
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.pages.home import _season
from giamngheo.outlets.pages.lines import place_link, place_now


def policy(**front: object) -> Policy:
    item = a_policy(**front).item
    assert isinstance(item, Policy)
    return item


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2024, 12, 31), states.NOT_YET),
        (date(2025, 1, 1), states.IN_FORCE),
        (date(2026, 10, 31), states.IN_FORCE),
        (date(2026, 11, 1), states.ENDING),
        (date(2026, 12, 31), states.ENDING),
        (date(2027, 1, 1), states.ENDED),
    ],
)
def test_a_policy_changes_its_state_on_the_day(today: date, expected: states.State) -> None:
    item = policy(valid_from="2025", valid_to="2026-12-31")
    assert states.state_of_policy(item, today, None) == expected


def test_what_will_change_is_told_by_the_calendar() -> None:
    """“Chưa hiệu lực” is wrong on a page of December that is read in January; the day is not."""
    item = policy(valid_from="2025", valid_to="2026-12-31")
    told = [states.state_of_policy(item, date(year, 12, 31), None).told for year in (2024, 2025, 2026, 2027)]
    assert told == ["hiệu lực từ năm 2025", *["hiệu lực đến hết 31/12/2026"] * 2, "đã hết hiệu lực"]
    assert states.state_of_policy(policy(), date(2026, 12, 31), None).told == "còn hiệu lực"
    plan = a_plan(period={"from": "2021", "to": "2025"}).item
    assert isinstance(plan, Plan)
    told = [states.state_of_plan(plan, date(year, 12, 31)).told for year in (2020, 2021)]
    assert told == ["thực hiện từ năm 2021", "thực hiện đến hết năm 2025"]


def test_an_open_policy_is_replaced_on_the_first_day_of_its_successor() -> None:
    old, new = policy(replaced_by="moi"), policy(valid_from="2027-01-01")
    assert states.state_of_policy(old, date(2026, 12, 31), new) == states.IN_FORCE
    assert states.state_of_policy(old, date(2027, 1, 1), new) == states.REPLACED


def test_an_ended_policy_with_a_successor_is_called_replaced() -> None:
    old = policy(valid_to="2026-12-31", replaced_by="moi")
    assert states.state_of_policy(old, date(2027, 1, 1), None) == states.REPLACED


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2020, 12, 31), states.PERIOD_AHEAD),
        (date(2021, 1, 1), states.PERIOD_RUNNING),
        (date(2025, 12, 31), states.PERIOD_RUNNING),
        (date(2026, 1, 1), states.PERIOD_OVER),
    ],
)
def test_a_plan_runs_from_the_first_to_the_last_day_of_its_years(today: date, expected: states.State) -> None:
    item = a_plan(period={"from": "2021", "to": "2025"}).item
    assert isinstance(item, Plan)
    assert states.state_of_plan(item, today) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, states.IN_FORCE),
        ({"status": "chua-xac-minh"}, states.UNVERIFIED),
        ({"valid_to": "2026-11-20"}, states.ENDED),
        ({"valid_to": "2026-11-21"}, states.IN_FORCE),
        ({"valid_from": "2026-11-22"}, states.NOT_YET),
        ({"period_to": "2026-11-20"}, states.PERIOD_OVER),
        ({"replaced_by": ["moi"]}, states.REPLACED),
    ],
)
def test_a_document_has_the_state_of_its_record(
    project: Project, keys: dict[str, object], expected: states.State
) -> None:
    record = {**project.registers["documents"][0], **keys}
    project.registers["documents"] = [
        record,
        {**project.registers["documents"][0], "id": "moi", "number": "1/2026/NĐ-CP"},
    ]
    project.write_registers()
    catalog = project.catalog()
    assert catalog.state_of_document(catalog.documents["75-2023-nd-cp"]) == expected


@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)],
)
def test_a_figure_applies_within_its_own_days(today: date, expected: bool) -> None:  # noqa: FBT001
    figure = policy(amounts=[a_figure(valid_from="2026-01-01", valid_to="2026-12-31")]).amounts[0]
    assert states.is_figure_in_force(figure, today) == expected


@pytest.mark.parametrize(
    ("first", "last", "today", "expected"),
    [
        ((9, 1), (12, 14), date(2026, 11, 21), (date(2026, 9, 1), date(2026, 12, 14))),
        ((11, 15), (2, 15), date(2026, 12, 1), (date(2026, 11, 15), date(2027, 2, 15))),
        ((11, 15), (2, 15), date(2027, 1, 1), (date(2026, 11, 15), date(2027, 2, 15))),
        ((2, 1), (2, 29), date(2027, 2, 10), (date(2027, 2, 1), date(2027, 2, 28))),
    ],
)
def test_a_season_may_cross_the_new_year_and_end_on_29_february(
    first: tuple[int, int], last: tuple[int, int], today: date, expected: tuple[date, date]
) -> None:
    assert _season(first, last, today) == expected


def test_an_item_keeps_the_place_of_its_day_and_is_found_under_the_new_one(project: Project) -> None:
    catalog = project.add(a_story("ong", places=["huyen-cu"])).catalog()
    old = catalog.places["huyen-cu"]
    assert place_link(catalog, old).label == "Huyện Lục Nam, tỉnh Bắc Giang"
    assert [link.label for link in place_now(catalog, old)] == ["Xã Lục Nam, tỉnh Bắc Ninh"]
    for place in ("huyen-cu", "tinh-cu", "xa-moi", "tinh-moi", "ca-nuoc"):
        assert len(catalog.in_place(place)) == 1, place


def test_a_place_is_not_called_by_its_new_name_before_its_last_day_is_over(project: Project) -> None:
    catalog = project.catalog(datetime(2025, 6, 30, 23, 59, tzinfo=VIETNAM))
    assert place_now(catalog, catalog.places["huyen-cu"]) == ()


def test_successors_are_followed_to_what_exists_today(project: Project) -> None:
    middle = {
        "id": "giua",
        "name": "Giữa",
        "unit": "xã",
        "level": "xa",
        "until": "2026-01-01",
        "successors": ["xa-moi"],
    }
    first = {"id": "dau", "name": "Đầu", "unit": "xã", "level": "xa", "until": "2025-06-30", "successors": ["giua"]}
    project.registers["places"] += [first, middle]
    project.write_registers()
    catalog = project.catalog()
    assert [p.id for p in catalog.now_called(catalog.places["dau"])] == ["xa-moi"]


def test_places_of_one_name_are_never_confused(project: Project) -> None:
    catalog = project.add(a_story("ong", places=["xa-moi"])).catalog()
    assert len(catalog.in_place("xa-moi")) == 1
    assert catalog.in_place("huyen-cu") == []


def test_a_topic_or_document_named_twice_lists_the_item_once(project: Project) -> None:
    catalog = project.add(a_policy(topics=["y-te", "y-te"], legal_basis=["75-2023-nd-cp"] * 2)).catalog()
    assert len(catalog.with_topic("y-te")) == 1
    assert len(catalog.citing("75-2023-nd-cp")) == 1


def test_an_ended_policy_is_not_nagged_about(project: Project) -> None:
    project.add(a_policy(last_checked="2024-01-01", valid_to="2025-01-01"))
    assert codes(project.check(NOW)) == []


def test_items_stand_newest_first_and_then_by_id(project: Project) -> None:
    project.add(a_policy("b"), a_policy("a"), a_policy("c", date="2026-11-20"))
    assert [e.item.id for e in project.catalog().entries] == ["c", "a", "b"]
