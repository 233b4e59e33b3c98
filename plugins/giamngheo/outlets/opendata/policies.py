"""Policies as data: what one gets, who gets it as a rule that programs evaluate, how, until when, by which law."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

from giamngheo.catalog import Entry
from giamngheo.content.eligibility import Rule
from giamngheo.content.schema import Policy, Step
from giamngheo.outlets.opendata.items import ItemRecord, item_record, item_rows, removed_items
from giamngheo.outlets.opendata.parts import (
    FigureRecord,
    Named,
    NamedDocument,
    SourceRecord,
    figure_record,
    named_document,
    source_record,
)
from giamngheo.outlets.opendata.record import Dataset, Material, PartialDay, Record
from giamngheo.rendering.eligibility_conditions import compile_rule, pack_node
from giamngheo.rendering.eligibility_words import who_lines

YearDay = Annotated[str, Field(pattern="^[0-9]{2}-[0-9]{2}$")]


class StepRecord(Record):
    """Một việc phải làm để được hưởng."""

    do: Annotated[str, Field(description="làm gì")]
    where: Annotated[str | None, Field(description="ở đâu")]
    papers: Annotated[list[str], Field(description="giấy tờ cần mang")]
    days: Annotated[str | None, Field(description="bao lâu")]
    fee: Annotated[str | None, Field(description="lệ phí")]
    decides: Annotated[str | None, Field(description="ai quyết định")]


class SeasonRecord(Record):
    """Thời gian cần làm trong năm."""

    begins: Annotated[YearDay, Field(description="từ ngày nào hằng năm, THÁNG-NGÀY")]
    ends: Annotated[YearDay, Field(description="đến hết ngày nào hằng năm, THÁNG-NGÀY")]
    what: Annotated[str, Field(description="việc cần làm")]
    source: Annotated[SourceRecord, Field(description="nguồn")]


class Conditions(BaseModel):
    """Điều kiện đã bỏ phủ định, đúng dạng mà trang Tra cứu chính sách dùng.

    Mỗi nút là một trong ba: all (phải đủ), any (chỉ cần một; trống: không ai), hoặc một điều kiện (words).
    Khóa nào không có giá trị thì không có mặt.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)

    all: Annotated["list[Conditions] | None", Field(description="phải đủ mọi nút; trống: mọi người")] = None
    any: Annotated["list[Conditions] | None", Field(description="chỉ cần một nút; trống: không ai")] = None
    words: Annotated[str | None, Field(description="điều kiện bằng lời")] = None
    fact: Annotated[
        str | None, Field(description="điều được hỏi, ví dụ household, age; không có: chỉ người đọc tự đối chiếu được")
    ] = None
    values: Annotated[
        list[str] | None, Field(description="câu trả lời hợp lệ: giá trị như trong rule, hoặc co, khong")
    ] = None
    first: Annotated[int | None, Field(description="từ đủ bao nhiêu tuổi")] = None
    last: Annotated[int | None, Field(description="đến hết bao nhiêu tuổi")] = None


def _written(rule: Rule) -> dict[str, Any]:
    return rule.model_dump(mode="json", by_alias=True, exclude_none=True)


def _packed(conditions: Conditions) -> dict[str, Any]:
    return conditions.model_dump(exclude_unset=True)


class PolicyRecord(ItemRecord):
    """Một chính sách."""

    benefit: Annotated[str, Field(description="được gì, một dòng")]
    who: Annotated[list[str], Field(description="ai được, bằng lời; mỗi dòng là một trường hợp")]
    rule: Annotated[
        Rule,
        PlainSerializer(_written),
        Field(description="điều kiện như biên tập viên khai: all, any, not và các điều"),
    ]
    conditions: Annotated[
        Conditions, PlainSerializer(_packed), Field(description="điều kiện đã bỏ phủ định, để chương trình tính")
    ]
    amounts: Annotated[list[FigureRecord], Field(description="các mức, kèm ngày và nguồn")]
    steps: Annotated[list[StepRecord], Field(description="các bước làm")]
    contact: Annotated[str | None, Field(description="hỏi ai")]
    season: Annotated[SeasonRecord | None, Field(description="thời gian cần làm trong năm")]
    legal_basis: Annotated[list[NamedDocument], Field(description="căn cứ")]
    valid_from: Annotated[PartialDay, Field(description="áp dụng từ ngày, tháng hoặc năm")]
    valid_to: Annotated[date | None, Field(description="áp dụng đến hết ngày; null: chưa ghi ngày hết hạn")]
    replaced_by: Annotated[Named | None, Field(description="chính sách thay thế")]


def _policy_record(material: Material, entry: Entry) -> PolicyRecord:
    policy, catalog = entry.item, material.catalog
    assert isinstance(policy, Policy)  # noqa: S101 - rows of this kind only
    newer = catalog.by_id.get(policy.replaced_by or "")
    documents = [catalog.documents[d] for d in policy.legal_basis if d in catalog.documents]
    return PolicyRecord(
        **vars(item_record(material, entry)),
        benefit=policy.benefit,
        who=[str(line) for line in who_lines(policy.eligibility)],
        rule=policy.eligibility,
        conditions=Conditions.model_validate(pack_node(compile_rule(policy.eligibility))),
        amounts=[figure_record(material, policy, figure) for figure in policy.amounts],
        steps=[_step(step) for step in policy.steps],
        contact=policy.contact,
        season=_season(material, policy),
        legal_basis=[named_document(material, document) for document in documents],
        valid_from=str(policy.valid_from),
        valid_to=policy.valid_to,
        replaced_by=Named(id=newer.item.id, name=newer.item.title) if newer else None,
    )


def _step(step: Step) -> StepRecord:
    return StepRecord(
        do=step.do,
        where=step.where,
        papers=list(step.papers),
        days=step.days,
        fee=step.fee,
        decides=step.decides,
    )


def _season(material: Material, policy: Policy) -> SeasonRecord | None:
    season = policy.season
    if season is None:
        return None
    begins, ends = (f"{month:02d}-{day:02d}" for month, day in (season.from_, season.to))
    source = source_record(material, policy, season.source)
    return SeasonRecord(begins=begins, ends=ends, what=season.what, source=source)


def _days(material: Material) -> Iterator[tuple[date, date | None]]:
    return ((p.valid_from.first_day, p.valid_to) for _, p in material.catalog.of_kind(Policy))


POLICIES = Dataset(
    name="chinh-sach",
    title="Chính sách",
    about="Được gì, ai được, làm thế nào, đến khi nào, căn cứ nào. Điều kiện hưởng là dữ liệu, chương trình xét được.",
    record=PolicyRecord,
    removed=partial(removed_items, kind=Policy),
    rows=partial(item_rows, kind=Policy, make=_policy_record),
    section="/chinh-sach/",
    covers=_days,
)
