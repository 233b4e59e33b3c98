"""What an item says on the air, in parts: each is said whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from giamngheo.catalog import Catalog
from giamngheo.catalog.states import ENDING, NOT_YET, is_figure_in_force
from giamngheo.content.schema import Activity, Figure, Item, Material, Plan, Policy, Question, Step, Story, Support
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.activity_words import joining_facts, notice_words, organiser_words, when_words
from giamngheo.rendering.answer_words import answered_words, warning_words
from giamngheo.rendering.eligibility_words import WhoLine, who_lines
from giamngheo.rendering.figures import figure_view, partial_text
from giamngheo.rendering.place_words import place_words

MUST = 0


@dataclass(frozen=True, slots=True)
class Part:
    """One thing to say, as written; `rank` 0 is always said, higher ranks while time is left.

    `instead` is said when the part finds no time: a listener must know that a condition was left out.
    """

    rank: int
    text: str
    instead: str = ""


def parts_of(catalog: Catalog, item: Item) -> list[Part]:
    """All parts of an item in the order in which they are said."""
    title = item.title if item.title.endswith("?") else f"{item.title.rstrip('.')}."
    parts = [Part(MUST, title), *_where(catalog, item)]
    if isinstance(item, Policy):
        parts += _policy(catalog, item)
    if isinstance(item, Story):
        parts += _story(catalog, item)
    if isinstance(item, Plan):
        parts += _plan(catalog, item)
    if isinstance(item, Activity):
        parts += _activity(catalog, item)
    if isinstance(item, Question):
        parts += _question(catalog, item)
    if isinstance(item, Material):
        parts += [Part(MUST, item.summary), *(Part(2, f"Khẩu hiệu: {s.text.rstrip('.!')}.") for s in item.slogans)]
    if item.last_checked:
        parts.append(Part(5, f"Thông tin được kiểm tra ngày {format_day(item.last_checked)}."))
    return parts


def _where(catalog: Catalog, item: Item) -> Iterator[Part]:
    places = [catalog.places[p] for p in item.places if p in catalog.places]
    names = [place_words(catalog, place) for place in places if place.level != "quoc-gia"]
    if names:
        yield Part(1, f"Địa bàn: {'; '.join(names)}.")


def _policy(catalog: Catalog, policy: Policy) -> Iterator[Part]:
    state = catalog.state_of(policy)
    if state == NOT_YET:
        yield Part(MUST, f"Chính sách này chưa áp dụng. Bắt đầu áp dụng từ {partial_text(policy.valid_from)}.")
    if state == ENDING and policy.valid_to:
        yield Part(MUST, f"Chính sách này sắp hết hiệu lực: chỉ áp dụng đến hết ngày {format_day(policy.valid_to)}.")
    yield Part(MUST, policy.benefit)
    yield Part(1, _who(policy), instead="Được hưởng hay không còn tùy điều kiện của từng nhà.")
    if policy.valid_to and state not in (ENDING, NOT_YET):
        yield Part(1, f"Áp dụng đến hết ngày {format_day(policy.valid_to)}.")
    if policy.steps:
        yield Part(2, _steps(policy.steps))
    yield from _figures(catalog, policy, policy.amounts, 3)
    yield from (Part(4, text) for index, step in enumerate(policy.steps, 1) if (text := _details(index, step)))
    yield Part(4, policy.summary)
    if policy.season:
        yield Part(2, f"Thời gian cần làm trong năm: {policy.season.what}.")
    if policy.contact:
        yield Part(1, f"Hỏi ở đâu: {policy.contact.rstrip('.')}.")


def _who(policy: Policy) -> str:
    """All ways to be entitled, or none: one of several would turn the others away."""
    ways = [_way(line) for line in who_lines(policy.eligibility)]
    if len(ways) == 1:
        return f"Ai được hưởng: {ways[0]}."
    return " ".join(["Ai được hưởng.", *(f"Trường hợp {i}: {way}." for i, way in enumerate(ways, 1))])


def _way(line: WhoLine) -> str:
    return f"{line.text} {'; '.join(_way(option) for option in line.options)}".strip().rstrip(".")


def _steps(steps: tuple[Step, ...]) -> str:
    if len(steps) == 1:
        return f"Cách làm: {steps[0].do}"
    return "Cách làm. " + " ".join(f"Bước {i}: {step.do.rstrip('.')}." for i, step in enumerate(steps, 1))


def _details(index: int, step: Step) -> str:
    details = [
        ("Nơi làm", step.where),
        ("Giấy tờ cần mang", "; ".join(step.papers)),
        ("Thời gian", step.days),
        ("Lệ phí", step.fee),
        ("Nơi quyết định", step.decides),
    ]
    said = " ".join(f"{label}: {text.rstrip('.')}." for label, text in details if text)
    return f"Về bước {index}. {said}" if said else ""


def _story(catalog: Catalog, story: Story) -> Iterator[Part]:
    yield Part(MUST, story.summary)
    if story.situation_before:
        yield Part(2, f"Trước đây: {story.situation_before}")
    if story.support:
        yield Part(3, " ".join(["Về hỗ trợ đã nhận.", *(_support(catalog, story, s) for s in story.support)]))
    yield from _figures(catalog, story, story.results, 2)
    for label, count in _counts(story):
        if isinstance(count, Figure):
            yield from _figures(catalog, story, (count,), 3)
        elif count:
            yield Part(4, f"{label}: chưa có số liệu.")
    yield Part(4, f"Khó khăn: {story.difficulties}")
    yield Part(1, f"Bài học: {story.lessons}")


def _support(catalog: Catalog, story: Story, support: Support) -> str:
    amount = _figure(catalog, story, support.amount) if support.amount else ""
    parts = (support.what, amount, support.programme or "")
    return " ".join(f"{part[:1].upper()}{part[1:].rstrip('.')}." for part in parts if part)


def _counts(story: Story) -> tuple[tuple[str, Figure | str | None], ...]:
    return (
        ("Số thành viên", story.members),
        ("Số thành viên là hộ nghèo", story.members_poor),
        ("Số hộ đã thoát nghèo", story.left_poverty),
    )


def _plan(catalog: Catalog, plan: Plan) -> Iterator[Part]:
    yield Part(MUST, plan.summary)
    agency = catalog.agencies.get(plan.issuer)
    if agency:
        day = f", ngày {format_day(plan.issued)}" if plan.issued else ""
        yield Part(2, f"Cơ quan ban hành: {agency.name}{day}.")
    end = f" đến {partial_text(plan.period.to)}" if plan.period.to and plan.period.to != plan.period.from_ else ""
    yield Part(1, f"Thời gian thực hiện: {'từ ' if end else ''}{partial_text(plan.period.from_)}{end}.")
    if not plan.is_official_text:
        yield Part(2, "Đây là bài tóm tắt của Ban biên tập, không phải nguyên văn.")


def _activity(catalog: Catalog, activity: Activity) -> Iterator[Part]:
    """Day and place are always said, and first of all that nothing takes place."""
    if notice := notice_words(catalog, activity):
        yield Part(MUST, notice)
    label = "Thời gian đã báo trước" if activity.is_off else "Thời gian"
    yield Part(MUST, f"{label}: {when_words(activity)}.")
    if activity.venue:
        yield Part(MUST, f"Địa điểm: {activity.venue.rstrip('.')}.")
    yield Part(2, activity.summary)
    if activity.audience:
        yield Part(1, f"Dành cho: {activity.audience.rstrip('.')}.")
    yield from (Part(1, f"{label}: {text.rstrip('.')}.") for label, text in joining_facts(activity))
    if activity.contest and activity.contest.rules and not activity.is_off:
        yield Part(4, f"Thể lệ: {activity.contest.rules}")
    yield Part(3, f"Đơn vị tổ chức: {organiser_words(catalog, activity)}.")


def _question(catalog: Catalog, question: Question) -> Iterator[Part]:
    if warning := warning_words(catalog, question):
        yield Part(MUST, warning)
    yield Part(MUST, f"Trả lời: {question.summary}")
    yield Part(2, f"Người trả lời: {answered_words(catalog, question)}.")
    documents = [catalog.documents[name] for name in question.legal_basis if name in catalog.documents]
    yield Part(3, f"Căn cứ: {'; '.join(d.number for d in documents)}.")


def _figures(catalog: Catalog, item: Item, figures: tuple[Figure, ...], rank: int) -> Iterator[Part]:
    """Figures of today and of days to come."""
    for figure in figures:
        is_ahead = figure.valid_from is not None and figure.valid_from > catalog.today
        if is_ahead or is_figure_in_force(figure, catalog.today):
            yield Part(rank, _figure(catalog, item, figure))


def _figure(catalog: Catalog, item: Item, figure: Figure) -> str:
    """Amount with qualifier and unit, formula, day and note: sentences of one part, none goes without the others."""
    formula = figure.formula if figure.value is not None else None
    view = figure_view(catalog, item, figure.model_copy(update={"formula": None}) if formula else figure)
    when = f"Đây là {view.when}" if view.when.startswith("số liệu") else view.when[:1].upper() + view.when[1:]
    amount = f"{view.label.rstrip('.')}: {view.text}"
    parts = (amount, f"Cách tính: {formula}" if formula else "", when, view.note)
    return " ".join(f"{part.rstrip('.')}." for part in parts if part)
