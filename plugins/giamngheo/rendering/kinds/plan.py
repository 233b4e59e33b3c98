"""What a plan says: who issued it, when, for which years."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Plan
from giamngheo.ground.vietnamese import format_day
from giamngheo.rendering.figures import partial_text
from giamngheo.rendering.kinds.passages import paragraph
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words


def _before(catalog: Catalog, plan: Plan) -> Iterator[str]:
    agency = catalog.agencies.get(plan.issuer)
    if agency:
        yield paragraph("Cơ quan ban hành", agency.name)
    if plan.number:
        issued = f", ngày {format_day(plan.issued)}" if plan.issued else ""
        yield paragraph("Số, ký hiệu", plan.number + issued)


def _aloud(catalog: Catalog, plan: Plan) -> Iterator[Telling]:
    yield Telling(MUST, plan.summary)
    agency = catalog.agencies.get(plan.issuer)
    if agency:
        day = f", ngày {format_day(plan.issued)}" if plan.issued else ""
        yield Telling(2, f"Cơ quan ban hành: {agency.name}{day}.")
    end = f" đến {partial_text(plan.period.to)}" if plan.period.to and plan.period.to != plan.period.from_ else ""
    yield Telling(1, f"Thời gian thực hiện: {'từ ' if end else ''}{partial_text(plan.period.from_)}{end}.")
    if not plan.is_official_text:
        yield Telling(2, "Đây là bài tóm tắt của Ban biên tập, không phải nguyên văn.")


def _in_group(catalog: Catalog, plan: Plan) -> Iterator[Telling]:
    agency = catalog.agencies.get(plan.issuer)
    yield Telling(3, f"Cơ quan ban hành: {agency.name}." if agency else "")


WORDS: Words[Plan] = Words(article=ArticleWords(before=_before), aloud=_aloud, group=GroupWords(own=_in_group))
