"""Activities: what is past and what comes by the day, what is called off, and calendars as a program reads them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from factories import NOW, SITE_URL, Project, a_figure, a_plan, a_policy, an_activity, files_of, late_files, page
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.pages import structured_data
from giamngheo.portal import Portal

ALL = "/lich/hoat-dong.ics"
CHANGE = {"date": "2026-11-10", "kind": "revision", "note": "Đổi ngày."}


def calendar(portal: Portal, address: str = ALL) -> Calendar:
    return Calendar.from_ical(late_files(portal)[address])


def events(portal: Portal, address: str = ALL) -> list[Event]:
    return list(calendar(portal, address).walk("VEVENT"))


def event_of(project: Project, **front: object) -> Event:
    return events(project.add(an_activity(**front)).portal())[0]


def titles(portal: Portal) -> dict[str, list[str]]:
    return {g.title: [c.title for c in g.cards] for g in page(portal, "/hoat-dong/").view.groups}  # type: ignore[attr-defined]


def test_what_comes_stands_before_what_is_over_each_with_the_nearest_day_first(project: Project) -> None:
    days = {"xa": "2027-03-01", "gan": "2026-11-22", "vua-xong": "2026-11-20", "lau-roi": "2024-01-01"}
    project.add(*(an_activity(slug, title=slug, starts=day) for slug, day in days.items()))
    assert titles(project.portal()) == {"Sắp tới": ["gan", "xa"], "Đã diễn ra": ["vua-xong", "lau-roi"]}


@pytest.mark.parametrize(
    ("ends", "state"),
    [("2026-11-21 09:00", "đang diễn ra"), ("2026-11-20 09:00", "đã diễn ra"), ("2026-11-25 09:00", "đang diễn ra")],
)
def test_an_activity_is_over_on_the_day_after_its_last(project: Project, ends: str, state: str) -> None:
    portal = project.add(an_activity(starts="2026-11-20 07:00", ends=ends)).portal()
    assert page(portal, "/hoat-dong/doi-thoai/").view.item.state.label == state  # type: ignore[attr-defined]


def test_without_activities_nothing_shows_that_there_could_be_some(project: Project) -> None:
    portal = project.add(a_policy(), an_activity(draft=True)).portal()
    said = (
        repr([p.shown() for p in portal.pages])
        + str(sorted(late_files(portal)))
        + str([f.address for f in portal.files])
    )
    assert "hoat-dong" not in said
    assert "Hoạt động" not in said


def test_a_moment_is_written_in_the_time_of_viet_nam_with_its_zone(project: Project) -> None:
    event = event_of(project, starts="2026-12-25 08:30", ends="2026-12-25 11:00")
    assert event["dtstart"].params["TZID"] == "Asia/Ho_Chi_Minh"
    assert event.decoded("dtstart") == datetime(2026, 12, 25, 1, 30, tzinfo=UTC)
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(hours=2, minutes=30)
    (zone,) = calendar(project.portal()).walk("VTIMEZONE")
    moment = datetime(2026, 12, 25, tzinfo=zone.to_tz())
    assert moment.utcoffset() == moment.replace(tzinfo=VIETNAM).utcoffset()


def test_whole_days_end_behind_the_last_one_and_need_no_zone(project: Project) -> None:
    event = event_of(project, starts="2026-12-01", ends="2026-12-03")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 1), date(2026, 12, 4))
    assert event["dtstart"].params["VALUE"] == "DATE"
    assert not calendar(project.portal()).walk("VTIMEZONE")


def test_texts_of_editors_come_back_from_the_calendar_as_they_were(project: Project) -> None:
    title = 'Đối thoại: "vốn, thẻ"; hỏi \\ đáp BEGIN:VEVENT ' + "ễ" * 60
    venue = "Nhà văn hóa; xã Lục Nam, tỉnh Bắc Ninh"
    project.add(an_activity(title=title, venue=venue, contact="Hỏi: xã\r\nEND:VCALENDAR"))
    (event,) = events(project.portal())
    assert (str(event["summary"]), str(event["location"])) == (title, venue)
    content = late_files(project.portal())[ALL]
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert content.count(b"\r\nEND:VCALENDAR") == 1


@pytest.mark.parametrize(
    ("status", "expected", "mark"),
    [
        ("dung-lich", "CONFIRMED", ""),
        ("du-kien", "TENTATIVE", ""),
        ("huy", "CANCELLED", "ĐÃ HỦY: "),
        ("hoan", "CANCELLED", "HOÃN: "),
    ],
)
def test_nobody_is_sent_to_what_does_not_take_place(project: Project, status: str, expected: str, mark: str) -> None:
    event = event_of(project, status=status, changes=[CHANGE])
    assert (event["status"], event["summary"]) == (expected, f"{mark}Đối thoại với dân")


def test_a_change_raises_the_sequence_and_keeps_the_identity(project: Project) -> None:
    before = event_of(project)
    minor = {**CHANGE, "kind": "minor"}
    ahead = {**CHANGE, "date": "2027-01-01"}
    after = event_of(project, starts="2026-12-28 08:30", moved_from="2026-12-25 08:30", changes=[CHANGE, minor, ahead])
    assert before["uid"] == after["uid"]
    assert (before["sequence"], after["sequence"]) == (0, 1)
    assert after.decoded("last-modified") == datetime(2026, 11, 9, 17, tzinfo=UTC)


def test_calendars_do_not_change_with_the_day_of_the_build(project: Project) -> None:
    project.add(an_activity(status="huy", changes=[CHANGE]), an_activity("xong", starts="2026-01-05"))
    first, again = (late_files(project.portal(NOW + timedelta(days=d)))[ALL] for d in (0, 9))
    assert first == again


def test_days_up_to_which_one_can_register_and_hand_in_are_events_of_their_own(project: Project) -> None:
    contest = {"entries_until": "2026-12-20 17:00", "jury": "Hội Nhà báo tỉnh"}
    joining = {"how": "Gọi cho xã", "until": "2026-12-10"}
    project.add(an_activity(kind="cuoc-thi", contest=contest, joining=joining))
    found = {str(e["uid"]).split("@")[0]: e for e in events(project.portal())}
    assert set(found) == {"doi-thoai", "doi-thoai-dang-ky", "doi-thoai-nop-bai"}
    assert found["doi-thoai-dang-ky"].decoded("dtstart") == date(2026, 12, 10)
    assert found["doi-thoai-nop-bai"]["summary"] == "Hạn nộp bài: Đối thoại với dân"


def test_only_what_is_ahead_has_a_calendar_file_of_its_own(project: Project) -> None:
    portal = project.add(an_activity(), an_activity("xong", starts="2026-11-20")).portal()
    own = {address for address in late_files(portal) if address.startswith("/lich/hoat-dong/")}
    assert own == {"/lich/hoat-dong/doi-thoai.ics"}
    assert len(events(portal, "/lich/hoat-dong/doi-thoai.ics")) == 1
    assert page(portal, "/hoat-dong/xong/").view.calendar == ""  # type: ignore[attr-defined]


def test_a_plan_of_the_same_name_does_not_take_the_address_of_the_calendar(project: Project) -> None:
    body = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Y tế\n\n- Báo cáo trước ngày 15/11/2026.\n"
    portal = project.add(an_activity(), a_plan("hoat-dong", body, id="kh-a")).portal()
    addresses = [a for a in (*late_files(portal), *(f.address for f in portal.files)) if a.endswith(".ics")]
    assert len(addresses) == len(set(addresses))
    assert {ALL, "/lich/ke-hoach-hoat-dong.ics"} <= set(addresses)


def test_the_agenda_names_each_month_once_and_leaves_out_deadlines_of_what_was_called_off(project: Project) -> None:
    joining = {"how": "Gọi cho xã", "until": "2026-12-10"}
    project.add(an_activity(joining=joining), an_activity("huy", status="huy", changes=[CHANGE], joining=joining))
    view = page(project.add(an_activity("cu", starts="2026-10-01")).portal(), "/lich/hoat-dong/").view
    assert [(m.title, [line.kind for line in m.lines]) for m in view.coming] == [  # type: ignore[attr-defined]
        ("Tháng 12/2026", ["Hạn đăng ký", "Đối thoại", "Đối thoại"])
    ]
    assert [m.title for m in view.past] == ["Tháng 10/2026"]  # type: ignore[attr-defined]


def test_newsrooms_loudspeakers_and_groups_are_told_day_and_place_first(project: Project) -> None:
    portal = project.add(an_activity(venue="Nhà văn hóa xã", ends="2026-12-25 11:00")).portal()
    files = late_files(portal)
    when = "8 giờ 30 đến 11 giờ, thứ Sáu, ngày 25/12/2026"
    assert when in files["/rss/hoat-dong.rss"].decode()
    assert "Nhà văn hóa xã" in files["/rss/hoat-dong.rss"].decode()
    spoken = files["/phat-thanh/doi-thoai-30.txt"].decode()
    assert "Tám giờ ba mươi phút đến mười một giờ. Thứ Sáu, ngày hai mươi lăm" in spoken
    assert "Nhà văn hóa xã" in spoken
    assert when in page(portal, "/chia-se/doi-thoai/").view.texts.group  # type: ignore[attr-defined]


def test_a_cancellation_is_read_out_until_the_day_and_not_after_it(project: Project) -> None:
    project.add(an_activity(status="huy", status_note="mưa lũ", changes=[CHANGE]))
    before, after = project.portal(), project.portal(datetime(2026, 12, 26, 12, tzinfo=VIETNAM))
    (spoken,) = [f.content.decode() for f in files_of(before, "texts") if f.address == "/phat-thanh/doi-thoai-30.txt"]
    assert "Hoạt động này đã hủy. Lý do: mưa lũ." in spoken
    assert not [f for f in files_of(after, "texts") if f.address.startswith("/phat-thanh/doi-thoai-")]
    assert page(before, "/").view.due[0].what == "Đã hủy: Đối thoại với dân"  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("front", "status"),
    [
        ({}, "EventScheduled"),
        ({"status": "huy"}, "EventCancelled"),
        ({"status": "hoan"}, "EventPostponed"),
        ({"moved_from": "2026-12-20"}, "EventRescheduled"),
    ],
)
def test_search_engines_are_told_when_where_and_whether(
    project: Project, front: dict[str, object], status: str
) -> None:
    portal = project.add(an_activity(venue="Nhà văn hóa </script>", changes=[CHANGE], **front)).portal()
    found = page(portal, "/hoat-dong/doi-thoai/")
    data = structured_data(found, SITE_URL, portal.catalog.settings)
    event = next(n for n in json.loads(data)["@graph"] if n["@type"] == "Event")
    assert event["eventStatus"].endswith(status)
    assert event["startDate"] == "2026-12-25T08:30:00+07:00"
    assert event["location"]["name"] == "Nhà văn hóa </script>"
    assert "</script>" not in data


def test_what_came_of_it_is_shown_once_it_has_begun(project: Project) -> None:
    figure = a_figure(label="Người dự", value="120", unit="người")
    award = {"prize": "Giải nhất", "to": "Tổ hợp tác chè", "work": "Chè xóm tôi"}
    outcome = {"on": "2026-12-25", "text": "120 người dự.", "figures": [figure], "awards": [award]}
    project.add(an_activity(outcome=outcome))
    assert page(project.portal(), "/hoat-dong/doi-thoai/").view.outcome is None  # type: ignore[attr-defined]
    later = project.portal(datetime(2026, 12, 26, 12, tzinfo=VIETNAM))
    shown = page(later, "/hoat-dong/doi-thoai/").view.outcome  # type: ignore[attr-defined]
    assert (shown.text, shown.awards) == ("120 người dự.", ("Giải nhất: Tổ hợp tác chè, với “Chè xóm tôi”.",))
    assert "120 người dự." in late_files(later)["/rss/hoat-dong.rss"].decode()


def test_a_plan_names_the_activities_that_carry_it_out(project: Project) -> None:
    portal = project.add(a_plan(), an_activity(plan="ke-hoach-2021")).portal()
    assert [c.title for c in page(portal, "/ke-hoach/ke-hoach-2021/").view.activities] == ["Đối thoại với dân"]  # type: ignore[attr-defined]
    assert page(portal, "/hoat-dong/doi-thoai/").view.plan.address == "/ke-hoach/ke-hoach-2021/"  # type: ignore[attr-defined]
