"""What an activity says: whether it takes place, when and where, how to take part, what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Activity
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.activity_words import (
    activity_facts,
    award_lines,
    contest_facts,
    joining_facts,
    notice_words,
    organiser_words,
    shown_outcome,
    when_words,
)
from giamngheo.rendering.kinds.passages import figure_list, listing, paragraph
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words
from giamngheo.rendering.sharing import one_line


def _before(catalog: Catalog, activity: Activity) -> Iterator[str]:
    """When and where come first: an announcement without them is of no use to a newsroom."""
    if notice := notice_words(catalog, activity):
        yield paragraph("Lưu ý", notice)
    yield from (paragraph(label, link.label) for label, link in activity_facts(catalog, activity))
    contest = contest_facts(activity.contest) if activity.contest else ()
    yield from (paragraph(label, text) for label, text in (*joining_facts(activity), *contest))


def _after(catalog: Catalog, activity: Activity) -> Iterator[str]:
    contest, outcome = activity.contest, shown_outcome(catalog, activity)
    if contest and contest.entries:
        yield figure_list(catalog, activity, "Bài dự thi", (contest.entries,))
    if outcome:
        yield paragraph(f"Kết quả tính đến ngày {format_day(outcome.on)}", outcome.text)
        yield figure_list(catalog, activity, "Số liệu kết quả", outcome.figures)
        yield listing("Giải thưởng, khen thưởng", map(escape, award_lines(outcome)))


def _aloud(catalog: Catalog, activity: Activity) -> Iterator[Telling]:
    """Day and place are always said, and first of all that nothing takes place."""
    if notice := notice_words(catalog, activity):
        yield Telling(MUST, notice)
    yield Telling(MUST, _time(activity))
    if activity.venue:
        yield Telling(MUST, _venue(activity))
    yield Telling(2, activity.summary)
    if activity.audience:
        yield Telling(1, f"Dành cho: {activity.audience.rstrip('.')}.")
    yield from (Telling(1, f"{label}: {text.rstrip('.')}.") for label, text in joining_facts(activity))
    if activity.contest and activity.contest.rules and not activity.is_off:
        yield Telling(4, f"Thể lệ: {activity.contest.rules}")
    yield Telling(3, f"Đơn vị tổ chức: {organiser_words(catalog, activity)}.")


def _time_and_place(catalog: Catalog, activity: Activity) -> Iterator[Telling]:
    """Without the day an announcement is of no use: it finds room before anything else."""
    yield Telling(1, one_line(notice_words(catalog, activity)))
    yield Telling(MUST, _time(activity))
    yield Telling(1, one_line(_venue(activity)) if activity.venue else "")


def _in_group(_catalog: Catalog, activity: Activity) -> Iterator[Telling]:
    for label, text in joining_facts(activity):
        yield Telling(2 if label == "Hạn đăng ký" else 4, one_line(f"{label}: {text.rstrip('.')}."))


def _time(activity: Activity) -> str:
    label = "Thời gian đã báo trước" if activity.is_off else "Thời gian"
    return f"{label}: {when_words(activity)}."


def _when(activity: Activity) -> str:
    return ", ".join(filter(None, (when_words(activity), activity.venue)))


def _venue(activity: Activity) -> str:
    return f"Địa điểm: {(activity.venue or '').rstrip('.')}."


WORDS: Words[Activity] = Words(
    article=ArticleWords(before=_before, after=_after),
    aloud=_aloud,
    group=GroupWords(opening=_time_and_place, own=_in_group),
    when=_when,
)
