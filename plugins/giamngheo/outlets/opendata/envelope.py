"""What stands before the records of a dataset: title, rights, version, day."""

from datetime import date
from typing import Annotated, Any

from pydantic import Field

from giamngheo.catalog import Catalog
from giamngheo.outlets.opendata.promise import VERSION, about_address, schema_address
from giamngheo.outlets.opendata.record import Code, Filled, Record, Removed, Uri


class Envelope(Record):
    """Một bộ dữ liệu của cổng."""

    schema_: Annotated[Uri, Field(alias="$schema", description="lược đồ JSON Schema của tệp này")]
    dataset: Annotated[Code, Field(description="tên bộ dữ liệu, không đổi")]
    version: Annotated[str, Field(description="bản của cách trình bày; số sau dấu chấm tăng khi có thêm trường")]
    title: Annotated[str, Field(description="tên bằng lời")]
    description: Annotated[str, Field(description="trong này có gì")]
    about: Annotated[Uri, Field(description="trang giải thích từng trường")]
    portal: Annotated[str, Field(description="tên cổng")]
    publisher: Annotated[str | None, Field(description="cơ quan chủ quản; null: chưa có")]
    is_demonstration: Annotated[bool, Field(description="true: bản trình diễn, chưa phải của cơ quan nhà nước")]
    licence: Annotated[Uri | None, Field(description="địa chỉ giấy phép; null: cổng chưa chọn giấy phép")]
    rights: Annotated[str, Field(description="quyền dùng lại, bằng lời")]
    language: Annotated[str, Field(description="ngôn ngữ của nội dung: vi")]
    modified: Annotated[
        date | None, Field(description="ngày có mục được thêm, sửa hoặc gỡ gần nhất; null: không ghi ngày")
    ]
    removed: Annotated[list[Removed], Field(description="những mục đã gỡ, có lời báo: xin xóa bản đã chép")]
    count: Annotated[int, Field(description="số mục trong items")]


def envelope(catalog: Catalog, site: str, one: Filled) -> dict[str, Any]:
    """The head of the file of a dataset, as JSON."""
    settings, dataset = catalog.settings, one.dataset
    head = Envelope.model_validate(
        {
            "$schema": site + schema_address(dataset.name),
            "dataset": dataset.name,
            "version": VERSION,
            "title": dataset.title,
            "description": dataset.about,
            "about": site + about_address(dataset.name),
            "portal": settings.name,
            "publisher": settings.publisher,
            "is_demonstration": settings.is_demonstration,
            "licence": settings.licence,
            "rights": settings.rights,
            "language": "vi",
            "modified": one.modified,
            "removed": one.removed,
            "count": len(one.rows),
        }
    )
    return head.model_dump(mode="json", by_alias=True)
