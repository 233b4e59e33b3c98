"""Model households and ways of working as data, without any person's name."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog import Entry
from giamngheo.content.schema import Figure, Story, Support
from giamngheo.outlets.opendata.items import ItemRecord, item_record, item_rows, removed_items
from giamngheo.outlets.opendata.parts import FigureRecord, Named, SourceRecord, figure_record, source_record
from giamngheo.outlets.opendata.record import Dataset, Material, PartialDay, Record


class SupportRecord(Record):
    """Một khoản, một việc được hỗ trợ."""

    what: Annotated[str, Field(description="được hỗ trợ gì")]
    amount: Annotated[FigureRecord | None, Field(description="số tiền, số lượng")]
    programme: Annotated[str | None, Field(description="chương trình, dự án")]
    policy: Annotated[Named | None, Field(description="chính sách liên quan; mã trong bộ dữ liệu chinh-sach")]
    source: Annotated[SourceRecord | None, Field(description="nguồn")]


class StoryRecord(ItemRecord):
    """Một gương điển hình. Không có trường nào ghi tên người."""

    kind: Annotated[
        Literal["mo-hinh", "ho-gia-dinh", "tap-the", "sang-kien"],
        Field(description="mô hình; hộ gia đình; tập thể; sáng kiến"),
    ]
    period_from: Annotated[PartialDay, Field(description="từ ngày, tháng hoặc năm")]
    period_to: Annotated[PartialDay | None, Field(description="đến ngày, tháng hoặc năm; null: đang tiếp tục")]
    situation_before: Annotated[str | None, Field(description="trước đây ra sao")]
    support: Annotated[list[SupportRecord], Field(description="được hỗ trợ gì")]
    results: Annotated[list[FigureRecord], Field(description="kết quả, mỗi số có ngày và nguồn")]
    members: Annotated[FigureRecord | None, Field(description="số thành viên")]
    members_poor: Annotated[FigureRecord | None, Field(description="trong đó hộ nghèo")]
    left_poverty: Annotated[FigureRecord | None, Field(description="số hộ đã thoát nghèo")]
    unknown: Annotated[list[str], Field(description="tên những trường mà nguồn chưa có số (khác với không nói tới)")]
    difficulties: Annotated[str, Field(description="khó khăn")]
    lessons: Annotated[str, Field(description="bài học")]


def _story_record(material: Material, entry: Entry) -> StoryRecord:
    story = entry.item
    assert isinstance(story, Story)  # noqa: S101 - rows of this kind only
    counts = {"members": story.members, "members_poor": story.members_poor, "left_poverty": story.left_poverty}
    known = {k: figure_record(material, story, f) for k, f in counts.items() if isinstance(f, Figure)}
    return StoryRecord(
        **vars(item_record(material, entry)),
        kind=story.kind,
        period_from=str(story.period.from_),
        period_to=str(story.period.to) if story.period.to else None,
        situation_before=story.situation_before,
        support=[_support(material, story, one) for one in story.support],
        results=[figure_record(material, story, figure) for figure in story.results],
        members=known.get("members"),
        members_poor=known.get("members_poor"),
        left_poverty=known.get("left_poverty"),
        unknown=[name for name, value in counts.items() if isinstance(value, str)],
        difficulties=story.difficulties,
        lessons=story.lessons,
    )


def _support(material: Material, story: Story, support: Support) -> SupportRecord:
    policy = material.catalog.by_id.get(support.policy or "")
    return SupportRecord(
        what=support.what,
        amount=figure_record(material, story, support.amount) if support.amount else None,
        programme=support.programme,
        policy=Named(id=policy.item.id, name=policy.item.title) if policy else None,
        source=source_record(material, story, support.source) if support.source else None,
    )


def _days(material: Material) -> Iterator[tuple[date, date | None]]:
    periods = (item.period for _, item in material.catalog.of_kind(Story))
    return ((p.from_.first_day, p.to.last_day if p.to else None) for p in periods)


STORIES = Dataset(
    name="guong-dien-hinh",
    title="Gương điển hình",
    about="Mô hình, hộ gia đình, tập thể, sáng kiến: được hỗ trợ gì, kết quả kèm nguồn, khó khăn, bài học.",
    record=StoryRecord,
    removed=partial(removed_items, kind=Story),
    rows=partial(item_rows, kind=Story, make=_story_record),
    section="/guong-dien-hinh/",
    covers=_days,
)
