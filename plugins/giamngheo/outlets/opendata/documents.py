"""Documents of the register as data, and who names them where."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog import Entry
from giamngheo.catalog.moments import updated_at
from giamngheo.content.register_schema import Document
from giamngheo.content.schema import Plan, Policy
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.opendata.parts import (
    Named,
    NamedDocument,
    StateRecord,
    named_agency,
    named_document,
    state_record,
)
from giamngheo.outlets.opendata.record import Code, Dataset, Material, PartialDay, Record, Row, Uri
from giamngheo.rendering.cited import Reference


class DocumentRecord(Record):
    """Một văn bản trong sổ văn bản của cổng."""

    id: Annotated[Code, Field(description="mã, không đổi")]
    address: Annotated[Uri, Field(description="trang của văn bản trên cổng")]
    number: Annotated[str, Field(description="số, ký hiệu")]
    type: Annotated[Named, Field(description="loại văn bản")]
    title: Annotated[str, Field(description="trích yếu")]
    issuer: Annotated[Named, Field(description="cơ quan ban hành; mã trong bộ dữ liệu co-quan")]
    issued: Annotated[PartialDay | None, Field(description="ngày ban hành; có thể chỉ có năm, tháng")]
    valid_from: Annotated[date | None, Field(description="có hiệu lực từ")]
    valid_to: Annotated[date | None, Field(description="hết hiệu lực sau ngày")]
    period_to: Annotated[date | None, Field(description="giai đoạn thực hiện đến hết ngày")]
    state: Annotated[StateRecord, Field(description="tình trạng; “còn hiệu lực” chỉ khi đã xác minh")]
    replaced_by: Annotated[list[Code], Field(description="mã các văn bản thay thế")]
    replaces: Annotated[list[Code], Field(description="mã các văn bản mà nó thay thế")]
    cites: Annotated[list[Code], Field(description="mã các văn bản mà nguồn nói rõ là nó căn cứ, thực hiện, sửa đổi")]
    plan: Annotated[Named | None, Field(description="kế hoạch của cổng có toàn văn; mã trong bộ dữ liệu ke-hoach")]
    official_address: Annotated[Uri | None, Field(description="địa chỉ văn bản ở trang của cơ quan hoặc nguồn khác")]
    source: Annotated[str | None, Field(description="nguồn của thông tin")]
    note: Annotated[str | None, Field(description="ghi chú")]


class PinpointRecord(Record):
    """Chỗ được dẫn trong văn bản: điều, khoản, điểm."""

    article: Annotated[str | None, Field(description="điều")]
    clause: Annotated[str | None, Field(description="khoản")]
    point: Annotated[str | None, Field(description="điểm")]


class CitationRecord(Record):
    """Một lần dẫn: cái gì dẫn văn bản nào, ở đâu."""

    relation: Annotated[
        Literal["can-cu", "vien-dan", "so-van-ban"],
        Field(
            description="can-cu: căn cứ của chính sách; vien-dan: máy tìm thấy trong lời bài, lời kế hoạch; "
            "so-van-ban: sổ văn bản ghi, theo nguồn"
        ),
    ]
    citing_dataset: Annotated[
        Code, Field(description="bộ dữ liệu có mục đang dẫn, ví dụ chinh-sach, ke-hoach, van-ban")
    ]
    citing_id: Annotated[Code, Field(description="mã của mục đang dẫn")]
    citing_title: Annotated[str, Field(description="tên của mục đang dẫn")]
    citing_address: Annotated[Uri, Field(description="trang đang dẫn, tới đúng đoạn nếu biết")]
    document: Annotated[NamedDocument, Field(description="văn bản được dẫn")]
    pinpoints: Annotated[list[PinpointRecord], Field(description="dẫn tới điều, khoản, điểm nào")]
    words: Annotated[str | None, Field(description="câu có lời dẫn, nguyên văn, có thể được cắt ngắn bằng dấu …")]


def _document_rows(material: Material) -> Iterator[Row]:
    for document in material.catalog.documents.values():
        yield Row(partial(_document_record, material, document), f"/van-ban/{document.id}/")


def _document_record(material: Material, document: Document) -> DocumentRecord:
    catalog = material.catalog
    plan = catalog.plan_of(document.id)
    state = state_record(catalog.state_of_document(document))
    assert state  # noqa: S101 - a document always has one
    return DocumentRecord(
        id=document.id,
        address=material.full(f"/van-ban/{document.id}/"),
        number=document.number,
        type=Named(id=document.type, name=TYPE_NAMES[document.type]),
        title=document.title,
        issuer=named_agency(material, document.issuer),
        issued=str(document.issued) if document.issued else None,
        valid_from=document.valid_from,
        valid_to=document.valid_to,
        period_to=document.period_to,
        state=state,
        replaced_by=list(document.replaced_by),
        replaces=[d.id for d in catalog.replaced_documents(document.id)],
        cites=list(document.cites),
        plan=Named(id=plan.item.id, name=plan.item.title) if plan else None,
        official_address=document.url,
        source=document.source,
        note=document.note,
    )


def _citation_rows(material: Material) -> Iterator[Row]:
    """What items name, newest first; then what the register tells of documents."""
    catalog = material.catalog
    for entry in catalog.entries:
        changed = updated_at(entry.item, catalog.today).date()
        basis = entry.item.legal_basis if isinstance(entry.item, Policy) else ()
        for name in dict.fromkeys(basis):
            if document := catalog.documents.get(name):
                yield Row(partial(_basis_record, material, entry, document), changed=changed)
        for reference in _references(material, entry):
            yield Row(partial(_reference_record, material, entry, reference), changed=changed)
    for citing in catalog.documents.values():
        for document in (catalog.documents[name] for name in citing.cites if name in catalog.documents):
            yield Row(partial(_register_record, material, citing, document))


def _references(material: Material, entry: Entry) -> Iterator[Reference]:
    """Citations of known documents in a text; a plan that names itself names nothing."""
    itself = material.catalog.document_of(entry.item) if isinstance(entry.item, Plan) else None
    for reference in material.references.get(entry.loaded.path, ()):
        if reference.document and not (itself and reference.document.id == itself.id):
            yield reference


def _basis_record(material: Material, entry: Entry, document: Document) -> CitationRecord:
    return CitationRecord(
        relation="can-cu",
        citing_dataset=entry.item.SECTION,
        citing_id=entry.item.id,
        citing_title=entry.item.title,
        citing_address=material.full(entry.address),
        document=named_document(material, document),
        pinpoints=[],
        words=None,
    )


def _reference_record(material: Material, entry: Entry, reference: Reference) -> CitationRecord:
    place, document = reference.place, reference.document
    assert document  # noqa: S101 - those without one were left out
    pinpoints = [
        PinpointRecord(article=p.article or None, clause=p.clause or None, point=p.point or None)
        for p in place.citation.pinpoints
    ]
    return CitationRecord(
        relation="vien-dan",
        citing_dataset=entry.item.SECTION,
        citing_id=entry.item.id,
        citing_title=entry.item.title,
        citing_address=material.full(entry.address + (f"#{place.anchor}" if place.anchor else "")),
        document=named_document(material, document),
        pinpoints=pinpoints,
        words=place.clause,
    )


def _register_record(material: Material, citing: Document, document: Document) -> CitationRecord:
    return CitationRecord(
        relation="so-van-ban",
        citing_dataset="van-ban",
        citing_id=citing.id,
        citing_title=f"{TYPE_NAMES[citing.type]} {citing.number}",
        citing_address=material.full(f"/van-ban/{citing.id}/"),
        document=named_document(material, document),
        pinpoints=[],
        words=None,
    )


DOCUMENTS = Dataset(
    name="van-ban",
    title="Văn bản",
    about="Sổ văn bản: số, loại, trích yếu, cơ quan, ngày, tình trạng, văn bản thay thế.",
    record=DocumentRecord,
    rows=_document_rows,
    section="/van-ban/",
)
CITATIONS = Dataset(
    name="vien-dan",
    title="Viện dẫn",
    about="Chính sách, kế hoạch, văn bản nào dẫn văn bản nào, ở đoạn nào.",
    record=CitationRecord,
    rows=_citation_rows,
)
