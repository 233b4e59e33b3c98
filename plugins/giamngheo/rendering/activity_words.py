"""An activity in words: when, where, by whom, for whom, how to take part; shared by whatever tells of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from giamngheo.catalog import Catalog
from giamngheo.content.kinds.activity import When, day_of
from giamngheo.content.schema import Activity, Contest, Outcome
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.figures import Link

KINDS = {
    "tap-huan": "Tập huấn",
    "doi-thoai": "Đối thoại",
    "hoi-nghi": "Hội nghị",
    "chien-dich": "Chiến dịch truyền thông",
    "cuoc-thi": "Cuộc thi",
    "tuyen-duong": "Tuyên dương",
}
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
CALENDAR = "/lich/hoat-dong/"
"""Page of the months; the calendar to subscribe to lies beside it."""
ALL_EVENTS = "/lich/hoat-dong.ics"


def calendar_address(activity: Activity) -> str:
    """Address of the calendar file of one activity."""
    return f"{CALENDAR}{activity.id}.ics"


def has_calendar(catalog: Catalog, activity: Activity) -> bool:
    """Whether one can still put the activity into one's calendar."""
    return not catalog.is_over(activity)


def when_words(activity: Activity) -> str:
    """Day and hour as people say them: "8 giờ 30 đến 11 giờ, thứ Sáu, ngày 25/12/2026"."""
    start, end = activity.starts, activity.ends
    if end is None or end == start:
        return moment_words(start)
    if activity.first_day != activity.last_day:
        return f"từ {_short(start)} đến {'' if isinstance(end, datetime) else 'hết '}{_short(end)}"
    return f"{_hour(start)} đến {moment_words(end)}"


def moment_words(when: When) -> str:
    """A day with its weekday, behind its hour if it has one."""
    day = day_of(when)
    words = f"{_WEEKDAYS[day.weekday()]}, ngày {format_day(day)}"
    return f"{_hour(when)}, {words}" if isinstance(when, datetime) else words


def _short(when: When) -> str:
    """The same without the weekday."""
    day = f"ngày {format_day(day_of(when))}"
    return f"{_hour(when)} {day}" if isinstance(when, datetime) else day


def _hour(when: When) -> str:
    if not isinstance(when, datetime):
        return ""
    return f"{when.hour} giờ {when.minute:02}" if when.minute else f"{when.hour} giờ"


def organiser_words(catalog: Catalog, activity: Activity) -> str:
    """Who organises it, by full name."""
    agency = catalog.agencies.get(activity.organiser or "")
    return "; ".join(filter(None, (agency.name if agency else "", activity.organiser_name)))


def notice_words(catalog: Catalog, activity: Activity) -> str:
    """What must be read first: cancelled, postponed, moved, not certain; "" where all goes on as announced."""
    state = catalog.state_of(activity)
    told = ""
    if activity.is_off and state:
        told = f"Hoạt động này {state.label}{', chưa có lịch mới' if activity.status == 'hoan' else ''}."
    elif activity.moved_from:
        told = f"Đã đổi lịch. Lịch cũ: {moment_words(activity.moved_from)}."
    elif activity.status == "du-kien" and state and not state.is_over:
        told = "Ngày giờ mới là dự kiến, có thể thay đổi."
    note = f" Lý do: {activity.status_note.rstrip('.')}." if told and activity.status_note else ""
    return told + note


def deadlines_of(activity: Activity) -> Iterator[tuple[str, When]]:
    """Up to when one can register, and hand in."""
    if activity.joining and activity.joining.until:
        yield "Hạn đăng ký", activity.joining.until
    if activity.contest and activity.contest.entries_until:
        yield "Hạn nộp bài", activity.contest.entries_until


def activity_facts(catalog: Catalog, activity: Activity) -> tuple[tuple[str, Link], ...]:
    """Label and text of everything one asks before going there; what is not given is left out."""
    off = activity.is_off
    rows = (
        ("Thời gian đã báo trước" if off else "Thời gian", Link(_capital(when_words(activity)))),
        ("Địa điểm", Link(activity.venue or "")),
        ("Trực tuyến", Link(activity.link or "", activity.link or "")),
        ("Đơn vị tổ chức", Link(organiser_words(catalog, activity))),
        ("Phối hợp", Link("; ".join(activity.partners))),
        ("Dành cho", Link(activity.audience or "")),
    )
    return tuple((label, link) for label, link in rows if link.label)


def joining_facts(activity: Activity) -> tuple[tuple[str, str], ...]:
    """Label and text of how to take part; nothing for what does not take place."""
    joining, contact = activity.joining, ("Hỏi ở đâu", activity.contact or "")
    rows = [contact]
    if joining and not activity.is_off:
        until = moment_words(joining.until) if joining.until else ""
        rows = [("Cách tham gia", joining.how), ("Hạn đăng ký", until), ("Lệ phí", joining.fee or ""), contact]
    return tuple((label, text) for label, text in rows if text)


def contest_facts(contest: Contest) -> tuple[tuple[str, str], ...]:
    """Label and text of what only a contest has; the number of entries is a figure and stands elsewhere."""
    rows = (
        ("Thể lệ", contest.rules or ""),
        ("Hạn nộp bài", moment_words(contest.entries_until) if contest.entries_until else ""),
        ("Công bố kết quả", format_day(contest.results_on) if contest.results_on else ""),
        ("Ban giám khảo", contest.jury or ""),
        ("Giải thưởng", contest.prizes or ""),
    )
    return tuple((label, text) for label, text in rows if text)


def shown_outcome(catalog: Catalog, activity: Activity) -> Outcome | None:
    """What came of it; an outcome written in advance waits until the activity has begun."""
    return activity.outcome if catalog.today >= activity.first_day else None


def award_lines(outcome: Outcome) -> Iterator[str]:
    """Prizes as read: "Giải nhất: Tổ hợp tác …, với “…”."."""
    for award in outcome.awards:
        work = f", với “{award.work}”" if award.work else ""
        yield f"{award.prize}: {award.to}{work}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
