"""Items of any kind: the fields that all have, and the set of a kind that has no module of its own here."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from giamngheo.catalog import Entry
from giamngheo.catalog.moments import updated_at
from giamngheo.content.schema import Attachment, Consent, Image, Item, Person
from giamngheo.outlets.opendata.parts import (
    Named,
    NamedPlace,
    SourceRecord,
    StateRecord,
    named_place,
    own_sources,
    state_record,
)
from giamngheo.outlets.opendata.record import Code, Dataset, Material, Record, Removed, Row, Uri, as_amount


class ChangeRecord(Record):
    """Một lần sửa bài."""

    date: Annotated[date, Field(description="ngày sửa")]
    kind: Annotated[Literal["correction", "revision", "minor"], Field(description="đính chính; cập nhật; sửa nhỏ")]
    note: Annotated[str, Field(description="sửa gì")]


class FileRecord(Record):
    """Một tệp để tải về."""

    title: Annotated[str, Field(description="tên tệp cho người đọc")]
    address: Annotated[Uri, Field(description="địa chỉ tệp")]


class ImageRecord(Record):
    """Ảnh của bài. Quyền dùng ảnh: hỏi người giữ quyền."""

    address: Annotated[Uri, Field(description="địa chỉ ảnh")]
    alt: Annotated[str, Field(description="mô tả ảnh")]
    credit: Annotated[str, Field(description="người hoặc nơi giữ quyền ảnh")]


class ItemRecord(Record):
    """Một bài của cổng."""

    id: Annotated[Code, Field(description="mã của bài, đặt một lần, không bao giờ đổi")]
    iri: Annotated[Uri, Field(description="địa chỉ không đổi, luôn dẫn tới trang của bài")]
    address: Annotated[Uri, Field(description="địa chỉ trang hiện nay; có thể đổi khi đổi tên bài")]
    section: Annotated[Code, Field(description="mục của cổng, ví dụ chinh-sach")]
    title: Annotated[str, Field(description="tên bài")]
    summary: Annotated[str, Field(description="tóm tắt 1–2 câu")]
    published: Annotated[date, Field(description="ngày đăng")]
    updated: Annotated[date, Field(description="ngày thay đổi gần nhất, không kể sửa nhỏ")]
    last_checked: Annotated[date | None, Field(description="ngày kiểm tra lần cuối")]
    state: Annotated[StateRecord | None, Field(description="tình trạng; null: loại bài này không có tình trạng")]
    topics: Annotated[list[Named], Field(description="chủ đề; mã trong bộ dữ liệu chu-de")]
    places: Annotated[list[NamedPlace], Field(description="địa bàn; mã trong bộ dữ liệu dia-ban")]
    author: Annotated[str, Field(description="nơi biên soạn, để ghi nguồn khi dùng lại")]
    sources: Annotated[list[SourceRecord], Field(description="các nguồn của bài")]
    changes: Annotated[list[ChangeRecord], Field(description="nhật ký sửa")]
    image: Annotated[ImageRecord | None, Field(description="ảnh")]
    attachments: Annotated[list[FileRecord], Field(description="tệp đính kèm")]
    full_text: Annotated[Uri, Field(description="toàn văn của bài: tệp IPTC ninjs 2.1 (JSON, lời bài là HTML)")]


class OtherRecord(ItemRecord):
    """Một bài thuộc loại chưa có bảng trường riêng."""

    fields: Annotated[
        dict[str, Any], Field(description="các mục riêng của loại bài này; chưa thuộc cam kết giữ ổn định")
    ]


def item_record(material: Material, entry: Entry) -> ItemRecord:
    """The fields that every item has."""
    item, catalog = entry.item, material.catalog
    names = catalog.topic_names
    iri = material.full(f"/id/{item.id}/")
    return ItemRecord(
        id=item.id,
        iri=iri,
        address=material.full(entry.address),
        section=item.SECTION,
        title=item.title,
        summary=item.summary,
        published=item.date,
        updated=updated_at(item, catalog.today).date(),
        last_checked=item.last_checked,
        state=state_record(catalog.state_of(item)),
        topics=[Named(id=t, name=names[t]) for t in item.topics if t in names],
        places=[named_place(material, catalog.places[p]) for p in item.places if p in catalog.places],
        author=item.author,
        sources=own_sources(item),
        changes=[ChangeRecord(date=c.date, kind=c.kind, note=c.note) for c in item.changes],
        image=_image(material, item.image),
        attachments=[_file(material, attachment) for attachment in item.attachments],
        full_text=f"{iri}item.ninjs.json",
    )


def item_rows(material: Material, kind: type[Item], make: Callable[[Material, Entry], Record]) -> Iterator[Row]:
    """Rows of the public items of one kind, newest first."""
    for entry, item in material.catalog.of_kind(kind):
        changed = updated_at(item, material.catalog.today).date()
        yield Row(partial(make, material, entry), entry.address, changed)


def removed_items(material: Material, kind: type[Item]) -> Iterator[Removed]:
    """Items of one kind that were withdrawn with a notice, newest first."""
    gone = (i.item for i in material.catalog.withdrawn if type(i.item) is kind)
    found = [
        Removed(id=item.id, iri=material.full(f"/id/{item.id}/"), date=item.withdrawn.date)
        for item in gone
        if item.withdrawn
    ]
    return iter(sorted(found, key=lambda one: (one.date, one.id), reverse=True))


def dataset_of_kind(kind: type[Item]) -> Dataset:
    """The set of a kind that nothing more is known of: common fields, and its own as the editor wrote them."""
    name = kind.SECTION_NAME
    return Dataset(
        name=kind.SECTION,
        title=name,
        about=f"Mọi bài trong mục {name}: các trường chung, và các mục riêng của loại bài này.",
        record=OtherRecord,
        rows=partial(item_rows, kind=kind, make=_other_record),
        removed=partial(removed_items, kind=kind),
        section=f"/{kind.SECTION}/",
    )


def _other_record(material: Material, entry: Entry) -> OtherRecord:
    item = entry.item
    own = type(item).model_fields.keys() - Item.model_fields.keys() - type(item).INTERNAL
    hidden = material.catalog.hidden_references(item)
    fields = {name: plain(getattr(item, name), hidden) for name in type(item).model_fields if name in own}
    return OtherRecord(**vars(item_record(material, entry)), fields=fields)


def plain(value: object, hidden: Collection[str] = ()) -> Any:  # noqa: ANN401 - JSON of any form
    """A value of the schema as JSON. Persons, consents and ids that are `hidden` have none: open data names nobody."""
    if _is_kept_back(value, hidden):
        return None
    if isinstance(value, (list, tuple)):
        return [plain(one, hidden) for one in value if not _is_kept_back(one, hidden)]
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        kept = {f.alias or name: getattr(value, name) for name, f in fields}
        return {name: plain(one, hidden) for name, one in kept.items() if not isinstance(one, (Person, Consent))}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    return as_amount(value) if isinstance(value, Decimal) else str(value)


def _is_kept_back(value: object, hidden: Collection[str]) -> bool:
    return isinstance(value, (Person, Consent)) or (isinstance(value, str) and value in hidden)


def _image(material: Material, image: Image | None) -> ImageRecord | None:
    if image is None:
        return None
    return ImageRecord(address=material.full(f"/{image.file}"), alt=image.alt, credit=image.credit)


def _file(material: Material, attachment: Attachment) -> FileRecord:
    return FileRecord(title=attachment.title, address=material.full(f"/{attachment.file}"))
