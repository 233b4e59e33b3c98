"""Pages about the data for people: what there is, under which rights, what each field means, how to begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from giamngheo.ground.json_text import readable
from giamngheo.ground.vietnamese import format_day, format_number
from giamngheo.outlets.opendata.fields import field_tables
from giamngheo.outlets.opendata.promise import (
    CATALOG,
    CATALOG_TURTLE,
    CHANGES,
    ROOT,
    VERSION,
    about_address,
    csv_address,
    json_address,
    record_schema_address,
    schema_address,
)
from giamngheo.outlets.opendata.record import Filled, Material
from giamngheo.outlets.opendata.schemas import dataset_schema
from giamngheo.outlets.opendata.sizing import size_words
from giamngheo.outlets.opendata.structured import described_catalog, described_dataset
from giamngheo.outlets.opendata.tables import columns
from giamngheo.outlets.opendata.views import DataIndexView, DatasetLine, DatasetView, ShapeChange
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Later, Page, Searched

_HOME = Link("Trang chủ", "/")
_INDEX = Link("Dữ liệu mở", ROOT)
_INTRO = "Mọi điều trang này có, ở dạng máy đọc được: tải về và dùng lại, không cần đăng ký."
_CHOSEN = 5


def data_pages(material: Material, filled: Sequence[Filled]) -> Iterator[Page]:
    """Yield the list of datasets and a page for each."""
    if not filled:
        return
    yield Page(
        ROOT,
        "open_data.html",
        _INDEX.label,
        _INTRO,
        Later(partial(_index, material, filled), lambda: material.digest),
        "du-lieu",
        (_HOME,),
        data=CATALOG,
        searched=Searched(),
    )
    for one in filled:
        yield Page(
            about_address(one.dataset.name),
            "open_dataset.html",
            f"Dữ liệu mở: {one.dataset.title}",
            one.dataset.about,
            Later(partial(_dataset, material, one), lambda: material.digest),
            "du-lieu",
            (_HOME, _INDEX),
            data=json_address(one.dataset.name),
        )


def _index(material: Material, filled: Sequence[Filled]) -> DataIndexView:
    settings = material.catalog.settings
    shown = next((e for e in material.catalog.entries if e.address in material.pages), None)
    return DataIndexView(
        lines=tuple(_line(material, one) for one in filled),
        catalogs=(Link("JSON-LD", CATALOG), Link("Turtle", CATALOG_TURTLE)),
        licence=settings.licence or "",
        rights=settings.rights,
        version=VERSION,
        changes=tuple(ShapeChange(version, format_day(day), note) for version, day, note in CHANGES),
        example=json_address(filled[0].dataset.name),
        copy_of=Link(shown.item.title, shown.address) if shown else Link(""),
        structured=described_catalog(material, filled),
    )


def _line(material: Material, one: Filled) -> DatasetLine:
    name = one.dataset.name
    facts = (
        _count(one),
        f"thay đổi gần nhất {format_day(one.modified)}" if one.modified else "",
        size_words(material, one),
    )
    forms = (
        Link("JSON", json_address(name)),
        Link("CSV", csv_address(name)),
        Link("Lược đồ", schema_address(name)),
    )
    return DatasetLine(
        Link(one.dataset.title, about_address(name)), one.dataset.about, " · ".join(filter(None, facts)), forms
    )


def _count(one: Filled) -> str:
    return f"{format_number(len(one.rows))} mục"


def _dataset(material: Material, one: Filled) -> DatasetView:
    dataset = one.dataset
    schema = dataset_schema(dataset, material.site)
    return DatasetView(
        about=dataset.about,
        facts=tuple((label, link) for label, link in _facts(material, one) if link.label),
        files=tuple(_files(material, one)),
        columns=columns(dataset.record),
        tables=field_tables(schema, dataset.record.__name__),
        example=_example(one),
        structured=described_dataset(material, one),
    )


def _facts(material: Material, one: Filled) -> Iterator[tuple[str, Link]]:
    yield "Số mục", Link(format_number(len(one.rows)))
    yield "Thay đổi gần nhất", Link(format_day(one.modified) if one.modified else "không ghi ngày")
    yield "Dung lượng JSON", Link(size_words(material, one))
    yield "Cho người đọc", _section(material, one)


def _section(material: Material, one: Filled) -> Link:
    section = one.dataset.section
    return Link("Mở trang", section) if section in material.pages else Link("")


def _files(material: Material, one: Filled) -> Iterator[tuple[str, Link, str]]:
    name = one.dataset.name
    yield "p_json", Link(f"{name}.json", json_address(name)), "đủ mọi trường, cho chương trình"
    yield "p_csv", Link(f"{name}.csv", csv_address(name)), "các trường phẳng, mở được bằng Excel"
    yield "p_luoc-do", Link(f"{name}.schema.json", schema_address(name)), "JSON Schema của tệp JSON"
    if one.has_copies(material):
        link = Link(f"{name}.ban-ghi.schema.json", record_schema_address(name))
        yield "p_ban-ghi", link, "JSON Schema của tệp index.json bên cạnh từng trang"


def _example(one: Filled) -> str:
    """The shortest of the first records, as it is."""
    lines = [row.make().model_dump_json(by_alias=True) for row in one.rows[:_CHOSEN]]
    return readable(msgspec.json.decode(min(lines, key=len))).decode()
