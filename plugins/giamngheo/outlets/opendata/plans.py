"""Plans as data: what the official document is, and the files that hold its text."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog import Entry
from giamngheo.content.schema import Plan
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.opendata.items import ItemRecord, item_record, item_rows, removed_items
from giamngheo.outlets.opendata.parts import Named, named_agency
from giamngheo.outlets.opendata.record import Code, Dataset, Material, PartialDay, Record, Uri
from giamngheo.rendering.exported import FORMATS, export_address, export_links

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain",
    "xml": "application/xml",
    "json": "application/json",
}
"""Media types of the files of a plan, by ending."""


class TextFile(Record):
    """Một tệp toàn văn của kế hoạch."""

    format: Annotated[str, Field(description="đuôi tệp: docx, txt, xml (Akoma Ntoso), json")]
    media_type: Annotated[str, Field(description="kiểu tệp (media type)")]
    address: Annotated[Uri, Field(description="địa chỉ tệp")]


class PlanRecord(ItemRecord):
    """Một kế hoạch: văn bản nào, của ai, cho giai đoạn nào. Toàn văn ở các tệp trong files."""

    number: Annotated[str | None, Field(description="số, ký hiệu; null: bản chúng tôi có không ghi")]
    doc_type: Annotated[Named, Field(description="loại văn bản")]
    issuer: Annotated[Named, Field(description="cơ quan ban hành; mã trong bộ dữ liệu co-quan")]
    issued: Annotated[date | None, Field(description="ngày ban hành")]
    signer_role: Annotated[str | None, Field(description="chức vụ người ký (tên người ký: xem trang)")]
    period_from: Annotated[PartialDay, Field(description="giai đoạn thực hiện, từ")]
    period_to: Annotated[PartialDay | None, Field(description="giai đoạn thực hiện, đến")]
    text_quality: Annotated[
        Literal["original", "ocr-corrected", "excerpt", "news-summary"],
        Field(description="nguyên văn; phục hồi từ bản quét; trích; bài tóm tắt của Ban biên tập"),
    ]
    document: Annotated[Code | None, Field(description="mã của chính văn bản này trong bộ dữ liệu van-ban")]
    files: Annotated[list[TextFile], Field(description="toàn văn; trống với bài tóm tắt")]


def _plan_record(material: Material, entry: Entry) -> PlanRecord:
    plan = entry.item
    assert isinstance(plan, Plan)  # noqa: S101 - rows of this kind only
    document = material.catalog.document_of(plan)
    return PlanRecord(
        **vars(item_record(material, entry)),
        number=plan.number,
        doc_type=Named(id=plan.doc_type, name=TYPE_NAMES[plan.doc_type]),
        issuer=named_agency(material, plan.issuer),
        issued=plan.issued,
        signer_role=plan.signer_role,
        period_from=str(plan.period.from_),
        period_to=str(plan.period.to) if plan.period.to else None,
        text_quality=plan.text_quality,
        document=document.id if document else None,
        files=_files(material, entry),
    )


def _files(material: Material, entry: Entry) -> list[TextFile]:
    return [
        TextFile(format=ending, media_type=MEDIA_TYPES[ending], address=material.full(export_address(entry, ending)))
        for ending in (FORMATS if export_links(entry) else ())
    ]


def _days(material: Material) -> Iterator[tuple[date, date | None]]:
    periods = (item.period for _, item in material.catalog.of_kind(Plan))
    return ((p.from_.first_day, p.to.last_day if p.to else None) for p in periods)


PLANS = Dataset(
    name="ke-hoach",
    title="Kế hoạch",
    about="Kế hoạch của cơ quan nhà nước: số, ngày, cơ quan, giai đoạn, và các tệp toàn văn.",
    record=PlanRecord,
    removed=partial(removed_items, kind=Plan),
    rows=partial(item_rows, kind=Plan, make=_plan_record),
    section="/ke-hoach/",
    covers=_days,
)
