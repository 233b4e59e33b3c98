"""Results as data: each series with its definition and every value, so that nobody mixes what cannot be compared."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.content.results.series import Series
from giamngheo.content.results.values import Value
from giamngheo.outlets.opendata.parts import NamedPlace, SourceRecord, named_place, source_record
from giamngheo.outlets.opendata.record import (
    Amount,
    Code,
    Dataset,
    Material,
    PartialDay,
    Record,
    Removed,
    Row,
    Uri,
    as_amount,
)


class CountedBy(Record):
    """Chuẩn mà một số được đếm theo."""

    id: Annotated[Code, Field(description="mã của chuẩn trong chuỗi này")]
    name: Annotated[str, Field(description="tên chuẩn")]
    is_unclear: Annotated[bool, Field(description="true: nguồn không nói rõ chuẩn nào; không được nối, không được so")]


class UnlikeRecord(Record):
    """Một chuỗi trông giống mà không được gộp."""

    id: Annotated[Code, Field(description="mã của chuỗi kia")]
    why: Annotated[str, Field(description="khác ở chỗ nào")]


class ValueRecord(Record):
    """Một số của chuỗi."""

    place: Annotated[NamedPlace, Field(description="địa bàn, theo tên lúc ấy")]
    period: Annotated[str, Field(description="kỳ: 2024, 2024-H1, 2024-Q3, 2024-09 hoặc 2024-09-30")]
    value: Annotated[Amount | None, Field(description="số; null: chưa có số công bố")]
    qualifier: Annotated[
        Literal["khoang", "hon", "gan", "toi-da", "toi-thieu", "duoi", "tu"] | None,
        Field(description="khoảng, hơn, gần, tối đa, tối thiểu, dưới, từ; null: nguồn nói đúng số này"),
    ]
    kind: Annotated[Literal["thuc-te", "ke-hoach"], Field(description="đã đếm, hay kế hoạch, dự kiến")]
    status: Annotated[
        Literal["chinh-thuc", "so-bo", "uoc-tinh"] | None,
        Field(description="chính thức, sơ bộ, ước tính; null: nguồn không nói"),
    ]
    standard: Annotated[Code | None, Field(description="mã chuẩn trong standards; null: không đếm theo chuẩn nào")]
    is_conflict: Annotated[bool, Field(description="true: các nguồn nói khác nhau về số này")]
    source: Annotated[SourceRecord, Field(description="nguồn của số này")]
    on: Annotated[PartialDay | None, Field(description="ngày công bố số này, nếu khác ngày của nguồn")]
    note: Annotated[str | None, Field(description="ghi chú")]


class SeriesRecord(Record):
    """Một chuỗi số liệu."""

    id: Annotated[Code, Field(description="mã, không đổi")]
    iri: Annotated[Uri, Field(description="địa chỉ không đổi")]
    title: Annotated[str, Field(description="tên chuỗi")]
    summary: Annotated[str, Field(description="tóm tắt")]
    address: Annotated[Uri, Field(description="trang của chuỗi")]
    package: Annotated[Uri, Field(description="gói dữ liệu (Data Package) có tệp CSV của chuỗi")]
    counts: Annotated[str, Field(description="số này đếm gì")]
    excludes: Annotated[str | None, Field(description="số này không đếm gì")]
    by: Annotated[str, Field(description="ai đếm, bằng cách nào")]
    measure: Annotated[
        Literal["ty-le", "so-dem", "tang-giam", "khac"], Field(description="tỷ lệ, số đếm, mức tăng giảm, loại khác")
    ]
    unit: Annotated[str, Field(description="đơn vị")]
    frequency: Annotated[Literal["nam", "nua-nam", "quy", "thang", "khong-deu"], Field(description="bao lâu một lần")]
    reckoned: Annotated[Literal["cuoi-ky", "trong-ky"], Field(description="đếm lúc hết kỳ, hay cộng cả kỳ")]
    standards: Annotated[list[CountedBy], Field(description="các chuẩn; đổi chuẩn thì không so trực tiếp")]
    unlike: Annotated[list[UnlikeRecord], Field(description="chuỗi trông giống mà không được gộp")]
    last_checked: Annotated[date, Field(description="ngày kiểm tra lần cuối")]
    values: Annotated[list[ValueRecord], Field(description="các số, theo địa bàn rồi theo thời gian")]


def _series_record(material: Material, series: PublicSeries) -> SeriesRecord:
    head = series.item
    return SeriesRecord(
        id=head.id,
        iri=material.full(f"/id/{head.id}/"),
        title=head.title,
        summary=head.summary,
        address=material.full(series.address),
        package=material.full(f"{series.address}datapackage.json"),
        counts=head.counts,
        excludes=head.excludes,
        by=head.by,
        measure=head.measure,
        unit=head.unit,
        frequency=head.frequency,
        reckoned=head.reckoned,
        standards=[CountedBy(id=s.id, name=s.name, is_unclear=s.unclear) for s in head.standards],
        unlike=[UnlikeRecord(id=other.item.id, why=why) for other, why in material.catalog.unlike(series)],
        last_checked=head.last_checked,
        values=[_value_record(material, head, point, value) for point in series.points for value in point.values],
    )


def _value_record(material: Material, head: Series, point: Point, value: Value) -> ValueRecord:
    return ValueRecord(
        place=named_place(material, material.catalog.places[value.place]),
        period=value.period.text,
        value=None if value.number is None else as_amount(value.number),
        qualifier=value.qualifier,
        kind=value.kind,
        status=value.status or None,
        standard=value.standard or None,
        is_conflict=point.is_conflict,
        source=source_record(material, head, value.source),
        on=str(value.on) if value.on else None,
        note=value.note or None,
    )


def _rows(material: Material) -> Iterator[Row]:
    for series in material.catalog.results:
        changes = [c.date for c in series.item.changes if c.kind != "minor" and c.date <= material.catalog.today]
        yield Row(partial(_series_record, material, series), series.address, max([series.item.date, *changes]))


def _removed(material: Material) -> Iterator[Removed]:
    for loaded in material.catalog.withdrawn_results:
        if loaded.item.withdrawn:
            iri = material.full(f"/id/{loaded.item.id}/")
            yield Removed(id=loaded.item.id, iri=iri, date=loaded.item.withdrawn.date)


def _days(material: Material) -> Iterator[tuple[date, date | None]]:
    values = (value for series in material.catalog.results for value in series.values)
    return ((value.period.start, value.period.end) for value in values)


RESULTS = Dataset(
    name="ket-qua",
    title="Kết quả, số liệu",
    about="Các chuỗi số liệu: đếm gì, ai đếm, theo chuẩn nào; mỗi số một nguồn, nguồn nói khác nhau thì giữ cả hai.",
    record=SeriesRecord,
    rows=_rows,
    section="/ket-qua/",
    covers=_days,
    removed=_removed,
)
