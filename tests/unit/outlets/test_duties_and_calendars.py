"""Pages of duties and deadlines, and calendars as a calendar program reads them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar, Event

from factories import Project, a_plan, files_of, page
from giamngheo.ground.clock import VIETNAM
from giamngheo.portal import Portal

NOW = datetime(2023, 6, 1, 12, tzinfo=VIETNAM)
PERIOD = {"from": "2022", "to": "2024"}
HEAD = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.registers["agencies"].append({"id": "so-tc", "name": "Sở Tài chính tỉnh Bắc Giang", "place": "tinh-cu"})
    made.write_registers()
    return made


def with_plan(project: Project, *sentences: str, slug: str = "mot", **front: object) -> Portal:
    keys: dict[str, object] = {"places": ["tinh-cu"], "period": PERIOD, "date": "2022-03-01", **front}
    project.add(a_plan(slug, HEAD + "\n\n".join(f"- {s}" for s in sentences) + "\n", **keys))
    return project.portal(NOW)


@pytest.mark.parametrize(
    ("day", "told"), [("2025-06-30", "1 nhiệm vụ"), ("2025-07-01", "1 nhiệm vụ · tỉnh Bắc Giang, nay là tỉnh Bắc Ninh")]
)
def test_an_agency_of_a_place_that_is_gone_says_what_became_of_the_place(project: Project, day: str, told: str) -> None:
    with_plan(project, "Chủ trì việc này.")
    portal = project.portal(datetime.fromisoformat(f"{day}T12:00").replace(tzinfo=VIETNAM))
    ((_, said),) = page(portal, "/nhiem-vu/").shown().view.agencies  # type: ignore[attr-defined]
    assert said == told


def calendars(portal: Portal) -> dict[str, bytes]:
    return {file.address: file.content for file in files_of(portal, "texts") if file.address.endswith(".ics")}


def events(portal: Portal, address: str = "/lich/tat-ca.ics") -> list[Event]:
    return list(Calendar.from_ical(calendars(portal)[address]).walk("VEVENT"))


def days(event: Event) -> list[date]:
    """Every day on which an event falls, as a calendar program works them out."""
    start = event.decoded("dtstart")
    if "rrule" not in event:
        return [start]
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=datetime(start.year, start.month, start.day))  # noqa: DTZ001 - all-day events have no zone
    return [moment.date() for moment in rule]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Báo cáo trước ngày 15/11/2023.", [date(2023, 11, 15)]),
        ("Báo cáo trước ngày 10/11 hằng năm.", [date(y, 11, 10) for y in (2022, 2023, 2024)]),
        ("Báo cáo trước ngày 30/6 hằng năm.", [date(y, 6, 30) for y in (2022, 2023, 2024)]),
        ("Báo cáo trước ngày 29/02 hằng năm.", [date(2023, 2, 28), date(2024, 2, 29)]),
        ("Hoàn thành trong quý IV/2023.", [date(2023, 12, 31)]),
        ("Hoàn thành trong tháng 02/2024.", [date(2024, 2, 29)]),
        ("Thực hiện từ ngày 17/10/2023 đến ngày 18/11/2023.", [date(2023, 10, 17)]),
    ],
)
def test_a_deadline_falls_on_the_days_its_text_gives_within_the_period(
    project: Project, sentence: str, expected: list[date]
) -> None:
    (event,) = events(with_plan(project, sentence, issued="2022-03-01"))
    assert days(event) == expected
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_a_monthly_deadline_on_the_31st_leaves_no_month_out(project: Project) -> None:
    (event,) = events(with_plan(project, "Báo cáo trước ngày 31 hằng tháng.", period={"from": "2023", "to": "2023"}))
    assert [(d.month, d.day) for d in days(event)][:4] == [(1, 31), (2, 28), (3, 31), (4, 30)]
    assert len(days(event)) == 12


def test_two_days_of_a_year_are_two_events_and_a_span_ends_behind_its_last_day(project: Project) -> None:
    portal = with_plan(
        project,
        "Báo cáo định kỳ 6 tháng, hằng năm (trước ngày 20/6 và 10/11).",
        "Rà soát từ ngày 01/9 đến hết ngày 14/12 hằng năm.",
    )
    june, november, span = sorted(events(portal), key=lambda e: (e.decoded("dtend") - e.decoded("dtstart"), days(e)))
    assert [d.strftime("%m-%d") for d in (days(june)[0], days(november)[0])] == ["06-20", "11-10"]
    assert (span.decoded("dtstart"), span.decoded("dtend")) == (date(2022, 9, 1), date(2022, 12, 15))


def test_what_has_no_day_is_listed_in_words_and_stands_in_no_calendar(project: Project) -> None:
    portal = with_plan(project, "Hằng tháng có chuyên mục.", "Báo cáo trước ngày 15/11.")
    assert calendars(portal) == {}
    (group,) = page(portal, "/lich/").view.groups  # type: ignore[attr-defined]
    assert (group.id, [line.words for line in group.lines]) == ("khong-ghi-ngay", ["Hằng tháng", "trước ngày 15/11"])


def test_identities_stay_while_other_points_and_the_day_of_the_build_change(project: Project) -> None:
    first = with_plan(project, "Báo cáo trước ngày 10/11 hằng năm.")
    before = events(first)[0]
    second = with_plan(project, "Thêm một việc.", "Báo cáo trước ngày 10/11 hằng năm.", "Nộp trước ngày 5/12/2023.")
    after = [event for event in events(second) if event["uid"] == before["uid"]]
    assert len(after) == 1
    assert after[0].to_ical() == before.to_ical()
    assert calendars(project.portal(datetime(2023, 6, 9, 8, tzinfo=VIETNAM))) == calendars(second)


def test_the_same_deadline_twice_in_one_point_has_two_identities(project: Project) -> None:
    portal = with_plan(project, "Báo cáo trước ngày 10/11 hằng năm; gửi lại trước ngày 10/11 hằng năm.")
    assert len({event["uid"] for event in events(portal)}) == 2


def test_each_plan_and_each_agency_has_its_calendar(project: Project) -> None:
    with_plan(project, "Báo cáo trước ngày 10/11 hằng năm.")
    portal = with_plan(project, "Nộp trước ngày 5/12/2023.", slug="hai", title="Kế hoạch hai")
    files = calendars(portal)
    assert sorted(files) == ["/lich/co-quan-so-tc.ics", "/lich/hai.ics", "/lich/mot.ics", "/lich/tat-ca.ics"]
    counts = {address: len(events(portal, address)) for address in files}
    assert counts == {"/lich/co-quan-so-tc.ics": 2, "/lich/hai.ics": 1, "/lich/mot.ics": 1, "/lich/tat-ca.ics": 2}


def test_commas_long_lines_and_other_signs_come_back_as_they_were(project: Project) -> None:
    sentence = "Gửi báo cáo;kèm số liệu, phụ lục \\ và “ghi chú” dài: " + "đầy đủ, " * 30 + "trước ngày 15/11/2023."
    portal = with_plan(project, sentence)
    lines = calendars(portal)["/lich/tat-ca.ics"].split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert sentence in str(events(portal)[0]["description"])


def test_ended_plans_are_marked_and_nothing_of_them_is_due(project: Project) -> None:
    portal = with_plan(project, "Báo cáo trước ngày 10/11 hằng năm.", period={"from": "2021", "to": "2022"})
    (group,) = page(portal, "/lich/").view.groups  # type: ignore[attr-defined]
    assert (group.id, group.lines[0].next_day) == ("het-giai-doan", "")
    assert days(events(portal)[0])[-1] == date(2022, 11, 10)
    assert "đã hết giai đoạn" in str(events(portal)[0]["description"])


def test_duties_are_shown_verbatim_by_plan_and_by_agency(project: Project) -> None:
    portal = with_plan(project, "Chủ trì, phối hợp với Sở Y tế & UBND huyện làm <b>việc</b>.", title="Kế hoạch một")
    by_plan = page(portal, "/nhiem-vu/ke-hoach/mot/").view
    by_agency = page(portal, "/nhiem-vu/so-tc/").view
    for view in (by_plan, by_agency):
        (group,) = view.groups  # type: ignore[attr-defined]
        (duty,) = group.duties
        assert duty.text == "Chủ trì, phối hợp với Sở Y tế & UBND huyện làm <b>việc</b>."
        assert duty.role == "chủ trì"
        assert duty.where.address.startswith("/ke-hoach/mot/#phan-v-muc-1-gach-")
    index = page(portal, "/nhiem-vu/").view
    assert [link.address for link, _ in index.agencies] == ["/nhiem-vu/so-tc/"]  # type: ignore[attr-defined]


def test_drafts_and_withdrawn_plans_leave_no_duty_deadline_or_calendar(project: Project) -> None:
    withdrawn = {"date": "2022-04-01", "reason": "Sai."}
    with_plan(project, "Báo cáo trước ngày 10/11 hằng năm.", slug="go", withdrawn=withdrawn)
    portal = with_plan(project, "Báo cáo trước ngày 10/11 hằng năm.", slug="nhap", draft=True)
    assert calendars(portal) == {}
    assert not [p.address for p in portal.pages if p.address.startswith(("/lich/", "/nhiem-vu/", "/doi-chieu/"))]
