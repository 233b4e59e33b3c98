"""Duties, deadlines and comparisons: whatever stands in a text, nothing raises and every span lies in the text."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from giamngheo.legal import Relation, compare_points, find_deadlines, find_due, find_duties, parse_outline, read_plan
from giamngheo.legal.comparison import find_changes, find_points, is_same_text

PLAN = (Path(__file__).parents[2] / "content/plans/truyen-thong-luc-nam-2021-2025.md").read_text("utf-8")
BODY = PLAN.split("---\n", 2)[2]
_PIECES = st.sampled_from(
    [
        *("Sở Tài chính", "UBND các xã, thị trấn", "các cơ quan", "Đề nghị ", "Giao ", "chủ trì, ", "phối hợp với "),
        *(
            "trước ngày ",
            "31/02/2024",
            "10/11",
            " hằng năm",
            "từ ngày ",
            " đến ",
            "quý IV/2023",
            "tháng 13/2023",
            "(",
            ")",
        ),
        *(
            "1. ",
            "a) ",
            "- ",
            "+ ",
            "V. TỔ CHỨC THỰC HIỆN",
            "\n",
            "\n\n",
            ": ",
            "; ",
            ", ",
            ". ",
            "và ",
            "đã ",
            "\u0301",
        ),
        *("\u200b", "\u00a0", "9", "99", "/", "Đơn vị chủ trì: ", "định kỳ 6 tháng", "Nơi nhận:", "İ", "ﬁ", "0"),
    ]
)
TEXTS = st.lists(_PIECES | st.text(max_size=6), max_size=40).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """The plan with a piece cut out and another put in."""
    start = draw(st.integers(0, len(BODY)))
    end = min(len(BODY), start + draw(st.integers(0, 3000)))
    return BODY[max(0, start - 1500) : start] + draw(TEXTS) + BODY[end : end + 1500]


@settings(max_examples=120, deadline=None)
@given(TEXTS | damaged())
@example(unicodedata.normalize("NFD", BODY))
@example(BODY.replace("\n", "\r\n").replace(" ", "\u00a0"))
def test_duties_and_deadlines_never_raise_and_lie_in_the_text(text: str) -> None:
    outline = parse_outline(text)
    duties = find_duties(outline)
    anchors = {block.anchor for block in outline.blocks}
    for duty in duties:
        assert text[duty.start : duty.end] == duty.text
        assert duty.anchor in anchors
        assert duty.addressees
        assert all(text[a.start : a.end] == a.name for a in duty.addressees)
    for due in find_due(outline, duties):
        assert text[due.deadline.start : due.deadline.end] == due.deadline.words
        assert due.anchor in anchors
        assert due.sentence in text
    assert read_plan(text).duties == duties


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_deadlines_are_in_order_and_do_not_overlap(text: str) -> None:
    end = 0
    for deadline in find_deadlines(text):
        assert end <= deadline.start < deadline.end <= len(text)
        end = deadline.end


@settings(max_examples=60, deadline=None)
@given(TEXTS | damaged(), TEXTS | damaged())
def test_every_point_of_two_plans_is_accounted_for_once(text: str, other: str) -> None:
    points, others = find_points(parse_outline(text)), find_points(parse_outline(other))
    pairs = compare_points(points, others)
    assert [pair.point for pair in pairs if pair.point] == list(points)
    assert sorted(pair.other.anchor for pair in pairs if pair.other) == sorted(point.anchor for point in others)
    for pair in pairs:
        if pair.relation is Relation.CHANGED:
            assert pair.point
            assert pair.other
            kept = [change.text for change in pair.changes if change.sign != "-"]
            assert " ".join(kept).split() == pair.point.text.split()


@given(TEXTS)
def test_a_plan_is_the_same_as_itself_with_or_without_marks(text: str) -> None:
    points = find_points(parse_outline(text))
    assert all(pair.relation is Relation.SAME for pair in compare_points(points, points))
    assert is_same_text(unicodedata.normalize("NFD", text).upper(), text.upper())
    assert all(change.sign == "" for change in find_changes(text, text))
