"""The full text of an item as one piece of HTML, for whoever takes it out of the page: feeds, packs, mail.

A newsroom must be able to print an item without opening the site, so what the page shows from the front
matter (benefit, steps, amounts, results, sources) is written out here before and after the body.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.languages import LANGUAGE_NAMES
from giamngheo.content.schema import Activity, Figure, Item, Material, Plan, Policy, Question, Step, Story
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.activity_words import (
    activity_facts,
    award_lines,
    contest_facts,
    joining_facts,
    notice_words,
    shown_outcome,
)
from giamngheo.rendering.answer_words import answered_words, warning_words
from giamngheo.rendering.body import Rendered
from giamngheo.rendering.eligibility_words import who_lines
from giamngheo.rendering.figures import figure_view, source_link


@dataclass(frozen=True, slots=True)
class Article:
    """The full text in three pieces: the body is the one that the page holds too, and the longest."""

    before: str
    body: str
    after: str

    @property
    def html(self) -> str:
        """The whole; addresses of the site in it still begin with `SITE`."""
        return "\n".join(part for part in (self.before, self.body, self.after) if part)


def article_html(catalog: Catalog, entry: Entry, rendered: Rendered) -> str:
    """Compose the full text; addresses of the site in it still begin with `SITE`."""
    return compose_article(catalog, entry, rendered).html


def compose_article(catalog: Catalog, entry: Entry, rendered: Rendered) -> Article:
    """Compose the full text in its three pieces."""
    item = entry.item
    lead = "Trả lời" if isinstance(item, Question) else "Tóm tắt"
    before = [_paragraph(lead, item.summary), *_state(catalog, item)]
    after: list[str] = []
    if isinstance(item, Policy):
        before += _policy_parts(catalog, item)
    if isinstance(item, Story):
        before += _story_before(catalog, item)
        after += [_paragraph("Khó khăn", item.difficulties), _paragraph("Bài học", item.lessons)]
    if isinstance(item, Plan):
        before += _plan_parts(catalog, item)
    if isinstance(item, Activity):
        before += _activity_before(catalog, item)
        after += _activity_after(catalog, item)
    if isinstance(item, Question):
        before += [_paragraph("Lưu ý", warning_words(catalog, item))] if catalog.state_of(item) else []
        after += _question_after(catalog, item)
    if isinstance(item, Material):
        before += _material_parts(catalog, item)
    after += [*_changes(item), *_sources(item)]
    return Article("\n".join(filter(None, before)), rendered.html, "\n".join(filter(None, after)))


def _state(catalog: Catalog, item: Item) -> Iterator[str]:
    state = catalog.state_of(item)
    if state:
        yield _paragraph("Tình trạng", state.label)
    if item.last_checked:
        yield _paragraph("Kiểm tra lần cuối", format_day(item.last_checked))


def _policy_parts(catalog: Catalog, policy: Policy) -> Iterator[str]:
    yield _paragraph("Được gì", policy.benefit)
    yield _list("Ai được", (escape(str(line)) for line in who_lines(policy.eligibility)))
    yield _list("Làm thế nào", (_step(step) for step in policy.steps), tag="ol")
    yield _figures(catalog, policy, "Các mức", policy.amounts)
    if policy.contact:
        yield _paragraph("Hỏi ai", policy.contact)
    yield _basis(catalog, policy.legal_basis)


def _basis(catalog: Catalog, names: Iterable[str]) -> str:
    documents = (catalog.documents[d] for d in names if d in catalog.documents)
    return _list("Căn cứ", (escape(f"{d.number}: {d.title}") for d in documents))


def _step(step: Step) -> str:
    details = [step.do, step.where, "; ".join(step.papers), step.days, step.fee, step.decides]
    return escape(". ".join(part.rstrip(".") for part in details if part) + ".")


def _story_before(catalog: Catalog, story: Story) -> Iterator[str]:
    if story.situation_before:
        yield _paragraph("Trước đây", story.situation_before)
    yield _list("Được hỗ trợ", (escape(s.what) for s in story.support))
    yield _figures(catalog, story, "Kết quả", story.results)


def _plan_parts(catalog: Catalog, plan: Plan) -> Iterator[str]:
    agency = catalog.agencies.get(plan.issuer)
    if agency:
        yield _paragraph("Cơ quan ban hành", agency.name)
    if plan.number:
        issued = f", ngày {format_day(plan.issued)}" if plan.issued else ""
        yield _paragraph("Số, ký hiệu", plan.number + issued)


def _activity_before(catalog: Catalog, activity: Activity) -> Iterator[str]:
    """When and where come first: an announcement without them is of no use to a newsroom."""
    notice = notice_words(catalog, activity)
    yield _paragraph("Lưu ý", notice) if notice else ""
    yield from (_paragraph(label, link.label) for label, link in activity_facts(catalog, activity))
    contest = contest_facts(activity.contest) if activity.contest else ()
    yield from (_paragraph(label, text) for label, text in (*joining_facts(activity), *contest))


def _activity_after(catalog: Catalog, activity: Activity) -> Iterator[str]:
    contest, outcome = activity.contest, shown_outcome(catalog, activity)
    if contest and contest.entries:
        yield _figures(catalog, activity, "Bài dự thi", (contest.entries,))
    if outcome:
        yield _paragraph(f"Kết quả tính đến ngày {format_day(outcome.on)}", outcome.text)
        yield _figures(catalog, activity, "Số liệu kết quả", outcome.figures)
        yield _list("Giải thưởng, khen thưởng", map(escape, award_lines(outcome)))


def _question_after(catalog: Catalog, question: Question) -> Iterator[str]:
    yield _paragraph("Người trả lời", answered_words(catalog, question))
    yield _basis(catalog, question.legal_basis)
    policies = (catalog.by_id[name] for name in question.policies if name in catalog.by_id)
    yield _list("Chính sách liên quan", (escape(e.item.title) for e in policies))


def _material_parts(catalog: Catalog, material: Material) -> Iterator[str]:
    if material.language != "vi":
        yield _paragraph("Ngôn ngữ", LANGUAGE_NAMES[material.language])
    quoted = ((s.text, source_link(catalog, material, s.source).label) for s in material.slogans)
    yield _list("Khẩu hiệu", (escape(f"{text} (nguồn: {source})") for text, source in quoted))
    yield _paragraph("Quyền sử dụng", material.rights)


def _figures(catalog: Catalog, item: Item, title: str, figures: Iterable[Figure]) -> str:
    views = (figure_view(catalog, item, figure) for figure in figures)
    return _list(title, (escape(f"{v.label}: {v.text} ({v.when}; nguồn: {v.source.label})") for v in views))


def _changes(item: Item) -> Iterator[str]:
    yield _list("Nhật ký sửa", (escape(f"{format_day(c.date)}: {c.note}") for c in item.changes))


def _sources(item: Item) -> Iterator[str]:
    yield _list("Nguồn", (_source(s.title, s.publisher, s.url) for s in item.sources))


def _source(title: str, publisher: str, url: str | None) -> str:
    name = f'<a href="{escape(url)}">{escape(title)}</a>' if url else escape(title)
    return f"{name} ({escape(publisher)})"


def _paragraph(title: str, text: str) -> str:
    return f"<p><strong>{escape(title)}:</strong> {escape(text)}</p>"


def _list(title: str, lines: Iterable[str], tag: str = "ul") -> str:
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<p><strong>{escape(title)}:</strong></p><{tag}>{items}</{tag}>" if items else ""
