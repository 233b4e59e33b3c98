"""Pages of items: policy, story, plan; those of other kinds have modules of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property, partial

from giamngheo.catalog import Catalog, Entry
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.catalog.related_plans import PlanPair
from giamngheo.content.schema import (
    Activity,
    Figure,
    Item,
    Material,
    Period,
    Plan,
    Policy,
    Question,
    Step,
    Story,
    Support,
)
from giamngheo.ground.cache import digest
from giamngheo.ground.vietnamese import format_day
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.activities import ActivityView, activity_view
from giamngheo.outlets.pages.comparisons import compare
from giamngheo.outlets.pages.covers import drawn_cover
from giamngheo.outlets.pages.lines import document_line, item_card, place_link, place_now
from giamngheo.outlets.pages.material_views import MaterialView
from giamngheo.outlets.pages.materials import material_view
from giamngheo.outlets.pages.questions import QuestionView, question_view
from giamngheo.outlets.pages.tasks import plan_tasks
from giamngheo.outlets.pages.views import (
    ChangeLine,
    ImageView,
    ItemView,
    PlaceLine,
    PlanView,
    PolicyView,
    SeasonView,
    StepView,
    StoryView,
    SupportView,
)
from giamngheo.rendering import Rendered
from giamngheo.rendering.aloud import spoken_links
from giamngheo.rendering.cited import Reference
from giamngheo.rendering.eligibility_words import who_lines
from giamngheo.rendering.exported import export_links
from giamngheo.rendering.figures import FigureView, Link, figure_view, headline, partial_text, source_link
from giamngheo.rendering.outputs import Later, Page
from giamngheo.rendering.plan_links import comparison_address
from giamngheo.rendering.printed import LEAFLET_NOTE, file_note, has_leaflet, leaflet_address
from giamngheo.rendering.sharing import is_shared, item_preview, pack_address

_CHANGE_KINDS = {"correction": "Đính chính", "revision": "Cập nhật", "minor": "Sửa nhỏ"}
_STORY_KINDS = {
    "mo-hinh": "Mô hình",
    "ho-gia-dinh": "Hộ gia đình",
    "tap-the": "Tập thể",
    "sang-kien": "Sáng kiến",
}
_QUALITY = {
    "original": "Toàn văn văn bản, đăng nguyên văn.",
    "ocr-corrected": "Toàn văn, phục hồi dấu tiếng Việt từ bản quét; nếu cần trích dẫn, hãy đối chiếu bản có chữ ký.",
    "excerpt": "Trích: bản chúng tôi có thiếu phần cuối; chữ bị mất khi quét đã được phục hồi.",
    "news-summary": "Bài tóm tắt của Ban biên tập, không phải nguyên văn kế hoạch.",
}


@dataclass(frozen=True)
class Bodies:
    """Renderings, images, citations and the work of plans, by the file of the item; links are resolved.

    `pairs` are plans that are compared, `plans_digest` is of the texts of all plans, what the page of one says of
    others was read there; `sizes` are bytes of files to load, by their address.
    """

    rendered: Mapping[str, Rendered]
    images: Mapping[str, ImageView]
    references: Mapping[str, tuple[Reference, ...]]
    works: Mapping[str, PlanWork]
    pairs: Sequence[PlanPair]
    plans_digest: str = ""
    sizes: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _shared_digest(self) -> str:
        """Of what any page may show besides the catalog and its own text."""
        return digest(repr(self.images), repr(self.sizes))

    def digest_of(self, catalog: Catalog, entry: Entry) -> str:
        """Digest of everything the view of an item is made from, but settings, code and day."""
        plans = self.plans_digest if isinstance(entry.item, Plan) else ""
        html = self.rendered[entry.loaded.path].html
        return digest(catalog.fingerprint, self._shared_digest, plans, html)


def picture(bodies: Bodies, entry: Entry) -> ImageView | None:
    """The photograph of an item; a story without one has a drawn cover."""
    photograph = bodies.images.get(entry.loaded.path)
    return photograph or (drawn_cover(entry.item.topics[0]) if isinstance(entry.item, Story) else None)


def item_page(catalog: Catalog, entry: Entry, bodies: Bodies) -> Page:
    """Page of one public item."""
    item = entry.item
    return Page(
        address=entry.address,
        template=f"{type(item).KIND}.html",
        title=item.title,
        description=item.summary,
        view=Later(_ItemViews(catalog, entry, bodies).view, partial(bodies.digest_of, catalog, entry)),
        section=item.SECTION,
        crumbs=(Link("Trang chủ", "/"), Link(item.SECTION_NAME, f"/{item.SECTION}/")),
        feeds=(Link(f"RSS {item.SECTION_NAME}", f"/rss/{item.SECTION}.rss"),),
        scripts=("aloud",),
        id=item.id,
        preview=item_preview(catalog, item),
    )


class _ItemViews:
    """Builds the view of one item; holds what each step needs."""

    def __init__(self, catalog: Catalog, entry: Entry, bodies: Bodies) -> None:
        self._catalog, self._entry, self._bodies = catalog, entry, bodies

    def view(self) -> PolicyView | StoryView | PlanView | ActivityView | QuestionView | MaterialView:
        item = self._entry.item
        if isinstance(item, Policy):
            return self._policy(item)
        if isinstance(item, Story):
            return self._story(item)
        if isinstance(item, Plan):
            return self._plan(item)
        if isinstance(item, Activity):
            return activity_view(self._catalog, item, self._common(item))
        if isinstance(item, Question):
            return question_view(self._catalog, item, self._common(item))
        if isinstance(item, Material):
            return material_view(self._catalog, self._entry, item, self._common(item), self._bodies.sizes)
        raise TypeError(type(item))

    def _common(self, item: Item) -> ItemView:
        catalog, rendered = self._catalog, self._bodies.rendered[self._entry.loaded.path]
        checked = item.checked_on
        topics = {topic.id: topic for topic in catalog.topics}
        limit = timedelta(days=catalog.settings.stale_after_days)
        return ItemView(
            id=item.id,
            title=item.title,
            summary=item.summary,
            state=catalog.state_of(item),
            published=format_day(item.date),
            published_iso=item.date.isoformat(),
            checked=format_day(checked) if checked else "",
            checked_iso=checked.isoformat() if checked else "",
            is_stale=bool(checked and catalog.today - checked > limit),
            author=item.author,
            approved_by=item.approved_by or "",
            html=rendered.html,
            headings=rendered.headings,
            topics=tuple(Link(topics[t].name, f"/chu-de/{t}/") for t in item.topics if t in topics),
            motif=item.topics[0],
            places=tuple(self._place(p) for p in item.places if p in catalog.places),
            sources=tuple((Link(s.title, s.url or ""), self._published(s.publisher, s.date)) for s in item.sources),
            attachments=tuple((Link(a.title, f"/{a.file}"), self._note(a.file)) for a in item.attachments),
            changes=tuple(ChangeLine(format_day(c.date), _CHANGE_KINDS[c.kind], c.note) for c in item.changes),
            image=picture(self._bodies, self._entry),
            spoken=spoken_links(catalog, item),
            pack=pack_address(item) if is_shared(catalog, item) else "",
        )

    def _note(self, file: str) -> str:
        return file_note(file, self._bodies.sizes.get(f"/{file}"))

    @staticmethod
    def _published(publisher: str, day: object) -> str:
        return f"{publisher}, {partial_text(day)}" if day else publisher  # type: ignore[arg-type]

    def _place(self, name: str) -> PlaceLine:
        place = self._catalog.places[name]
        return PlaceLine(place_link(self._catalog, place), place_now(self._catalog, place), place.note or "")

    def _figures(self, item: Item, figures: tuple[Figure, ...]) -> tuple[FigureView, ...]:
        return tuple(figure_view(self._catalog, item, figure) for figure in figures)

    def _policy(self, policy: Policy) -> PolicyView:
        catalog = self._catalog
        amounts = self._figures(policy, policy.amounts)
        newer = catalog.by_id.get(policy.replaced_by or "")
        documents = [catalog.documents[d] for d in policy.legal_basis if d in catalog.documents]
        return PolicyView(
            item=self._common(policy),
            benefit=policy.benefit,
            who=who_lines(policy.eligibility),
            main_figure=headline(policy, amounts, catalog.state_of(policy)),
            amounts=amounts,
            steps=tuple(_step(step) for step in policy.steps),
            contact=policy.contact or "",
            valid_from=partial_text(policy.valid_from),
            valid_to=format_day(policy.valid_to) if policy.valid_to else "",
            season=self._season(policy),
            successor=Link(newer.item.title, newer.address) if newer else None,
            predecessors=tuple(Link(e.item.title, e.address) for e in catalog.replaced_policies(policy.id)),
            basis=tuple(document_line(catalog, d) for d in documents),
            stories=tuple(item_card(catalog, e) for e in catalog.policies_using(policy.id)[:3]),
            questions=tuple(
                item_card(catalog, e) for e in catalog.questions_about(policy.id) if not catalog.is_over(e.item)
            ),
            materials=tuple(Link(e.item.title, e.address) for e in catalog.materials_about(policy.id)),
            leaflet=Link(LEAFLET_NOTE, leaflet_address(self._entry)) if has_leaflet(catalog, self._entry) else None,
        )

    def _season(self, policy: Policy) -> SeasonView | None:
        season = policy.season
        if season is None:
            return None
        (month, day), (last_month, last_day) = season.from_, season.to
        when = f"Hằng năm, từ {day}/{month} đến hết {last_day}/{last_month}"
        return SeasonView(when, season.what, source_link(self._catalog, policy, season.source))

    def _story(self, story: Story) -> StoryView:
        counts = {
            "Thành viên": story.members,
            "Thành viên là hộ nghèo": story.members_poor,
            "Hộ đã thoát nghèo": story.left_poverty,
        }
        known = [f for f in counts.values() if isinstance(f, Figure)]
        bars, alone = compare(self._catalog, story, (*story.results, *known))
        return StoryView(
            item=self._common(story),
            kind=_STORY_KINDS[story.kind],
            period=period_text(story.period),
            before=story.situation_before or "",
            support=tuple(self._support(story, s) for s in story.support),
            bars=bars,
            results=self._figures(story, alone),
            unknown=tuple(label for label, value in counts.items() if value == "chua-co-so"),
            difficulties=story.difficulties,
            lessons=story.lessons,
            people=tuple((p.name, p.position or "") for p in story.people),
        )

    def _support(self, story: Story, support: Support) -> SupportView:
        catalog = self._catalog
        policy = catalog.by_id.get(support.policy or "")
        return SupportView(
            what=support.what,
            programme=support.programme or "",
            amount=figure_view(catalog, story, support.amount) if support.amount else None,
            policy=Link(policy.item.title, policy.address) if policy else None,
            source=source_link(catalog, story, support.source) if support.source else None,
        )

    def _plan(self, plan: Plan) -> PlanView:
        document = self._catalog.document_of(plan)
        return PlanView(
            item=self._common(plan),
            is_official=plan.is_official_text,
            quality=_QUALITY[plan.text_quality],
            facts=tuple((label, link) for label, link in self._plan_facts(plan) if link.label),
            document=Link(document.number, f"/van-ban/{document.id}/") if document else None,
            tasks=plan_tasks(self._bodies.works.get(self._entry.loaded.path)),
            related=tuple(self._related(plan)),
            downloads=export_links(self._entry),
            activities=tuple(item_card(self._catalog, e) for e in self._catalog.activities_of(plan.id)),
        )

    def _related(self, plan: Plan) -> Iterator[Link]:
        for pair in self._bodies.pairs:
            if pair.work.plan is plan:
                yield Link(f"Đối chiếu với {pair.other.plan.title}", comparison_address(pair))
            elif pair.other.plan is plan:
                yield Link(f"Đối chiếu với {pair.work.plan.title}", comparison_address(pair))

    def _plan_facts(self, plan: Plan) -> list[tuple[str, Link]]:
        agency = self._catalog.agencies.get(plan.issuer)
        successors = [self._catalog.agencies[a].name for a in (agency.successors if agency else ())]
        return [
            ("Loại văn bản", Link(TYPE_NAMES[plan.doc_type])),
            ("Số, ký hiệu", Link(plan.number or "")),
            ("Cơ quan ban hành", Link(agency.name if agency else plan.issuer)),
            ("Cơ quan kế tục", Link(", ".join(successors))),
            ("Ngày ban hành", Link(format_day(plan.issued) if plan.issued else "")),
            ("Người ký", Link(", ".join(filter(None, (plan.signer, plan.signer_role))))),
            ("Giai đoạn", Link(period_text(plan.period))),
        ]


def period_text(period: Period) -> str:
    """From when to when, as read: "năm 2023", "từ năm 2021 đến năm 2025", "từ năm 2014"."""
    start = partial_text(period.from_)
    if period.to is None:
        return f"từ {start}"
    return start if period.to == period.from_ else f"từ {start} đến {partial_text(period.to)}"


def _step(step: Step) -> StepView:
    details = [
        ("Ở đâu", step.where),
        ("Giấy tờ", "; ".join(step.papers)),
        ("Bao lâu", step.days),
        ("Lệ phí", step.fee),
        ("Ai quyết định", step.decides),
    ]
    return StepView(step.do, tuple((label, text) for label, text in details if text))
