"""A series as files: CSV, JSON, and a Data Package that describes the CSV field by field.

Formats: RFC 4180; Frictionless Data Package v1 and Table Schema (https://specs.frictionlessdata.io/). The CSV begins
with a byte order mark, because without one spreadsheets on Windows read Vietnamese as something else; readers of Data
Packages skip it. Numbers have a decimal point and no mark of thousands, whatever the editor typed.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from giamngheo.catalog import Catalog
from giamngheo.catalog.results import Point, PublicSeries
from giamngheo.content.results.values import Value
from giamngheo.ground.json_text import readable
from giamngheo.rendering.results.blocks import place_name, source_of

Cell = str | int | float | bool | None

_FIELDS: dict[str, tuple[str, str]] = {
    "place": ("string", "Mã địa bàn"),
    "place_name": ("string", "Tên địa bàn lúc đó"),
    "period": ("string", "Kỳ: 2024, 2024-H1, 2024-Q3, 2024-09 hoặc một ngày"),
    "period_start": ("date", "Ngày đầu của kỳ"),
    "period_end": ("date", "Ngày cuối của kỳ"),
    "value": ("number", "Giá trị; để trống là chưa có số"),
    "qualifier": ("string", "khoang, hon, gan, duoi …: số làm tròn hoặc giới hạn"),
    "kind": ("string", "thuc-te: đã đếm được; ke-hoach: kế hoạch, dự kiến"),
    "status": ("string", "chinh-thuc, so-bo, uoc-tinh; để trống là nguồn không nói"),
    "standard": ("string", "Mã chuẩn mà số được đếm theo; khác chuẩn thì không so trực tiếp"),
    "in_conflict": ("boolean", "true: các nguồn nói khác nhau về địa bàn và kỳ này"),
    "source": ("string", "Mã nguồn"),
    "source_name": ("string", "Nơi công bố"),
    "source_url": ("string", "Địa chỉ trang của nguồn"),
    "published": ("string", "Ngày, tháng hoặc năm công bố, nếu biết"),
    "note": ("string", "Ghi chú"),
}
_REQUIRED = frozenset({"place", "place_name", "period", "period_start", "period_end", "kind", "in_conflict", "source"})
_CHOICES = {"kind": ["thuc-te", "ke-hoach"], "status": ["chinh-thuc", "so-bo", "uoc-tinh"]}


def series_csv(catalog: Catalog, series: PublicSeries) -> bytes:
    """All values of a series as CSV in UTF-8 with a byte order mark."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_FIELDS)
    for record in _records(catalog, series):
        writer.writerow([_text(cell) for cell in record.values()])
    return out.getvalue().encode("utf-8-sig")


def series_json(catalog: Catalog, series: PublicSeries, site_url: str) -> bytes:
    """Head and values of a series as JSON."""
    item = series.item
    head = {
        "id": item.id,
        "title": item.title,
        "address": f"{site_url}{series.address[1:]}",
        "summary": item.summary,
        "counts": item.counts,
        "excludes": item.excludes,
        "by": item.by,
        "measure": item.measure,
        "unit": item.unit,
        "frequency": item.frequency,
        "reckoned": item.reckoned,
        "last_checked": item.last_checked.isoformat(),
        "standards": [{"id": s.id, "name": s.name, "document": s.document} for s in item.standards],
        "not_to_be_mixed_with": [{"series": other.item.id, "why": why} for other, why in catalog.unlike(series)],
        "sources": list(_sources(series)),
        "values": list(_records(catalog, series)),
    }
    return readable(head)


def resource_of(series: PublicSeries, path: str) -> dict[str, object]:
    """Data Resource of a series; `path` is where its CSV lies, seen from the package."""
    item = series.item
    return {
        "name": series.loaded.slug,
        "path": path,
        "profile": "tabular-data-resource",
        "title": item.title,
        "description": f"{item.counts}. Đơn vị: {item.unit}. {item.by}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "sources": list(_sources(series)),
        "schema": {"fields": [_field(name, series) for name in _FIELDS], "missingValues": [""]},
    }


def package_of(name: str, title: str, homepage: str, resources: Iterable[dict[str, object]]) -> bytes:
    """A Data Package, as the file `datapackage.json`."""
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "homepage": homepage,
        "resources": list(resources),
    }
    return readable(package)


def _field(name: str, series: PublicSeries) -> dict[str, object]:
    kind, title = _FIELDS[name]
    field: dict[str, object] = {"name": name, "type": kind, "title": title}
    rules: dict[str, object] = {"required": True} if name in _REQUIRED else {}
    if name in _CHOICES:
        rules["enum"] = _CHOICES[name]
    if name == "value":
        field["description"] = f"{series.item.counts} ({series.item.unit})"
    return {**field, "constraints": rules} if rules else field


def _sources(series: PublicSeries) -> Iterator[dict[str, str]]:
    for source in series.item.sources:
        told = {"title": f"{source.publisher}: {source.title}", "path": source.url or ""}
        yield {key: value for key, value in told.items() if value}


def _records(catalog: Catalog, series: PublicSeries) -> Iterator[dict[str, Cell]]:
    """Values by field, in the order of pages: by place, then by time."""
    for point in series.points:
        for value in point.values:
            yield _record(catalog, series, point, value)


def _record(catalog: Catalog, series: PublicSeries, point: Point, value: Value) -> dict[str, Cell]:
    source = next((s for s in series.item.sources if s.id == value.source), None)
    published = value.on or (source.date if source else None)
    whole = value.number is not None and value.number == int(value.number)
    number = value.number if value.number is None else int(value.number) if whole else float(value.number)
    cells: tuple[Cell, ...] = (
        value.place,
        place_name(catalog, value.place),
        value.period.text,
        value.period.start.isoformat(),
        value.period.end.isoformat(),
        number,
        value.qualifier,
        value.kind,
        value.status or None,
        value.standard or None,
        point.is_conflict and value in point.current,
        value.source,
        source_of(catalog, series, value).label,
        source.url if source else None,
        str(published) if published else None,
        value.note or None,
    )
    return dict(zip(_FIELDS, cells, strict=True))


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)
