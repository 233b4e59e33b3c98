"""What may no longer be true: long not checked, law that ended, figures that have passed or are old."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from giamngheo.catalog.states import is_figure_in_force
from giamngheo.content.schema import Figure, Part, Policy
from giamngheo.ground.problems import Problem
from giamngheo.ground.vietnamese import format_day, format_partial
from giamngheo.outlets.desk.bench import Bench, place_of
from giamngheo.outlets.desk.views import Group, Line, Section

_OLD = 3
"""Years after which a figure of a policy that still applies is worth a second look."""

_REASONS = {
    "den-han-xem-lai": ("qua-han", "Quá hạn xem lại"),
    "kiem-tra-qua-han": ("lau-chua-kiem-tra", "Lâu chưa kiểm tra"),
    "chua-duyet-van-ban": ("can-cu-het-hieu-luc", "Dẫn văn bản đã hết hiệu lực"),
}


def stale(bench: Bench) -> Section:
    """What the check warns of, and figures of policies that still apply."""
    groups = [
        Group(name, title, "", tuple(_told(bench, code)), is_urgent=True) for code, (name, title) in _REASONS.items()
    ]
    groups += [
        Group("muc-da-het", "Mức, số liệu đã hết áp dụng", "Chính sách còn hiệu lực.", tuple(_passed(bench))),
        Group(
            "so-lieu-cu",
            f"Số liệu từ {_OLD} năm trước",
            "Có thể vẫn đúng vì văn bản chưa đổi; nên đối chiếu lại.",
            tuple(_old(bench)),
        ),
    ]
    return Section(
        "cu", "Nội dung có thể đã cũ", tuple(groups), "Không có bài nào quá hạn xem lại hay lâu chưa kiểm tra."
    )


def is_told_as_stale(problem: Problem) -> bool:
    """True for warnings that this section shows."""
    return problem.code in _REASONS


def _told(bench: Bench, code: str) -> Iterator[Line]:
    titles = {entry.loaded.path: (entry.item.title, entry.address) for entry in bench.catalog.entries}
    for problem in bench.problems:
        if problem.code == code:
            title, address = titles.get(problem.location.file, ("", ""))
            yield Line(title, place_of(problem.location), None, problem.what, address)


def _passed(bench: Bench) -> Iterator[Line]:
    for figure, line in _figures(bench):
        if figure.valid_to and figure.valid_to < bench.catalog.today:
            yield Line(line.what, line.where, None, f"áp dụng đến {format_day(figure.valid_to)}", line.address)


def _old(bench: Bench) -> Iterator[Line]:
    today = bench.catalog.today
    for figure, line in _figures(bench):
        if is_figure_in_force(figure, today) and _years(figure.on.last_day, today) >= _OLD:
            yield Line(line.what, line.where, None, f"số liệu của {format_partial(figure.on)}", line.address)


def _years(day: date, today: date) -> int:
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def _figures(bench: Bench) -> Iterator[tuple[Figure, Line]]:
    """Figures of policies that apply; those of stories tell what was, and stay true."""
    for entry, policy in bench.catalog.of_kind(Policy):
        if not bench.catalog.is_over(policy):
            for figure in _in_part(policy):
                yield figure, Line(f"{policy.title}: {figure.label}", entry.loaded.path, None, "", entry.address)


def _in_part(part: Part) -> Iterator[Figure]:
    for name in type(part).model_fields:
        value = getattr(part, name)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Figure):
                yield one
            elif isinstance(one, Part):
                yield from _in_part(one)
