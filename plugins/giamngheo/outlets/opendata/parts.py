"""Pieces that records of many datasets share."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog.states import State, is_figure_in_force
from giamngheo.content.register_schema import Document, Place
from giamngheo.content.results.series import Series
from giamngheo.content.schema import Figure, Item, Source
from giamngheo.ground.vietnamese import slugify
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.opendata.record import Amount, Code, Material, PartialDay, Record, Uri, as_amount
from giamngheo.rendering.figures import figure_text


class Named(Record):
    """Mã và tên của một mục trong bộ dữ liệu khác."""

    id: Annotated[Code, Field(description="mã, không đổi")]
    name: Annotated[str, Field(description="tên")]


class NamedPlace(Record):
    """Địa bàn, theo tên lúc ấy và tên nay."""

    id: Annotated[Code, Field(description="mã trong bộ dữ liệu dia-ban")]
    name: Annotated[str, Field(description="tên kèm cấp, theo tên của lúc ấy")]
    now: Annotated[list[Named], Field(description="nay là những địa bàn nào; trống: chưa đổi")]


class StateRecord(Record):
    """Tình trạng, máy tính theo các ngày đã khai, vào ngày dựng trang."""

    code: Annotated[Code, Field(description="mã của tình trạng, ví dụ con-hieu-luc, het-hieu-luc; có thể thêm mã mới")]
    label: Annotated[str, Field(description="tình trạng bằng lời")]
    is_over: Annotated[bool, Field(description="true: không còn dùng được nữa")]


class SourceRecord(Record):
    """Nguồn: một trang, một bài hoặc một văn bản."""

    id: Annotated[Code, Field(description="mã nguồn trong bài, hoặc mã trong bộ dữ liệu van-ban")]
    title: Annotated[str, Field(description="tên")]
    publisher: Annotated[str | None, Field(description="cơ quan, tờ báo đăng")]
    address: Annotated[Uri | None, Field(description="địa chỉ")]
    date: Annotated[PartialDay | None, Field(description="ngày đăng, ngày ban hành; có thể chỉ có năm, tháng")]


class FigureRecord(Record):
    """Số liệu, luôn kèm đơn vị, thời điểm và nguồn."""

    label: Annotated[str, Field(description="số này là gì")]
    text: Annotated[str, Field(description="số viết bằng lời, như trên trang")]
    value: Annotated[Amount | None, Field(description="giá trị; null: chỉ có cách tính (formula)")]
    value_to: Annotated[Amount | None, Field(description="giá trị cuối, nếu là khoảng")]
    qualifier: Annotated[
        Literal["khoang", "hon", "gan", "toi-da", "toi-thieu", "duoi", "tu"] | None,
        Field(description="khoảng, hơn, gần, tối đa, tối thiểu, dưới, từ"),
    ]
    unit: Annotated[str | None, Field(description="đơn vị")]
    formula: Annotated[str | None, Field(description="cách tính bằng lời")]
    on: Annotated[PartialDay, Field(description="đúng vào ngày, tháng hoặc năm nào")]
    valid_from: Annotated[date | None, Field(description="áp dụng từ ngày")]
    valid_to: Annotated[date | None, Field(description="áp dụng đến hết ngày")]
    is_in_force: Annotated[bool, Field(description="đang áp dụng vào ngày dựng trang")]
    source: Annotated[SourceRecord, Field(description="nguồn của số này")]
    note: Annotated[str | None, Field(description="ghi chú")]


class NamedDocument(Record):
    """Văn bản, gọi theo số, ký hiệu."""

    id: Annotated[Code, Field(description="mã trong bộ dữ liệu van-ban")]
    number: Annotated[str, Field(description="số, ký hiệu")]
    type: Annotated[str, Field(description="loại văn bản, bằng lời")]
    title: Annotated[str, Field(description="trích yếu")]
    address: Annotated[Uri, Field(description="trang của văn bản")]


def state_record(state: State | None) -> StateRecord | None:
    """A state with a code that does not depend on marks and capitals."""
    return StateRecord(code=slugify(state.label), label=state.label, is_over=state.is_over) if state else None


def named_place(material: Material, place: Place) -> NamedPlace:
    """A place as an item names it, and what it is today."""
    now = [Named(id=p.id, name=p.full_name) for p in material.catalog.now_called(place)]
    return NamedPlace(id=place.id, name=place.full_name, now=now)


def named_agency(material: Material, agency: str) -> Named:
    """An agency by its id."""
    known = material.catalog.agencies.get(agency)
    return Named(id=agency, name=known.name if known else agency)


def named_document(material: Material, document: Document) -> NamedDocument:
    """A document as a record names it."""
    return NamedDocument(
        id=document.id,
        number=document.number,
        type=TYPE_NAMES[document.type],
        title=document.title,
        address=material.full(f"/van-ban/{document.id}/"),
    )


def own_sources(item: Item) -> list[SourceRecord]:
    """The sources that an item lists itself."""
    return [_own_source(source) for source in item.sources]


def _own_source(source: Source) -> SourceRecord:
    return SourceRecord(
        id=source.id,
        title=source.title,
        publisher=source.publisher,
        address=source.url,
        date=str(source.date) if source.date else None,
    )


def source_record(material: Material, item: Item | Series, name: str) -> SourceRecord:
    """The source that a figure names: one of the item's own, or a document of the register."""
    for source in item.sources:
        if source.id == name:
            return _own_source(source)
    document = material.catalog.documents.get(name)
    if document is None:
        return SourceRecord(id=name, title=name, publisher=None, address=None, date=None)
    return SourceRecord(
        id=document.id,
        title=f"{TYPE_NAMES[document.type]} {document.number}",
        publisher=named_agency(material, document.issuer).name,
        address=material.full(f"/van-ban/{document.id}/"),
        date=str(document.issued) if document.issued else None,
    )


def figure_record(material: Material, item: Item, figure: Figure) -> FigureRecord:
    """A figure of `item` with all that makes it true."""
    return FigureRecord(
        label=figure.label,
        text=figure_text(figure),
        value=None if figure.value is None else as_amount(figure.value),
        value_to=None if figure.value_to is None else as_amount(figure.value_to),
        qualifier=figure.qualifier,
        unit=figure.unit,
        formula=figure.formula,
        on=str(figure.on),
        valid_from=figure.valid_from,
        valid_to=figure.valid_to,
        is_in_force=is_figure_in_force(figure, material.catalog.today),
        source=source_record(material, item, figure.source),
        note=figure.note,
    )
