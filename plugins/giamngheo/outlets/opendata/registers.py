"""Registers as data: places then and now, agencies, topics, poverty lines, indicators, words."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog.addressees import agencies_now
from giamngheo.content.eligibility import Area, HouseholdClass
from giamngheo.content.register_schema import Agency, Indicator, Level, Place, Standard, Term, Topic
from giamngheo.outlets.opendata.parts import NamedDocument, named_document
from giamngheo.outlets.opendata.record import Code, Dataset, Material, PartialDay, Record, Row, Uri


class RegisterRecord(Record):
    """Một mục của sổ."""

    id: Annotated[Code, Field(description="mã, không đổi")]
    source: Annotated[str | None, Field(description="nguồn của thông tin")]
    note: Annotated[str | None, Field(description="ghi chú")]


class PlaceRecord(RegisterRecord):
    """Một địa bàn xưa hoặc nay."""

    name: Annotated[str, Field(description="tên, không kèm cấp")]
    unit: Annotated[str, Field(description="tỉnh, thành phố, huyện, xã, phường, thị trấn …")]
    full_name: Annotated[str, Field(description="tên kèm cấp")]
    level: Annotated[Level, Field(description="cấp")]
    code: Annotated[str | None, Field(description="mã đơn vị hành chính của Nhà nước; là chữ, giữ số 0 ở đầu")]
    parent: Annotated[Code | None, Field(description="mã địa bàn cấp trên")]
    exists_from: Annotated[date | None, Field(description="có từ ngày; null: không ghi")]
    exists_to: Annotated[date | None, Field(description="tồn tại đến hết ngày; null: hiện còn")]
    successors: Annotated[list[Code], Field(description="mã các địa bàn kế tục ngay sau nó")]
    now: Annotated[list[Code], Field(description="mã các địa bàn hôm nay; trống: chưa đổi")]
    address: Annotated[Uri | None, Field(description="trang của địa bàn; null: chưa có bài nào")]


class AgencyRecord(RegisterRecord):
    """Một cơ quan xưa hoặc nay."""

    name: Annotated[str, Field(description="tên đầy đủ")]
    abbreviations: Annotated[list[str], Field(description="các cách viết tắt")]
    place: Annotated[Code | None, Field(description="mã địa bàn phụ trách")]
    exists_from: Annotated[PartialDay | None, Field(description="có từ")]
    exists_to: Annotated[PartialDay | None, Field(description="tồn tại đến")]
    successors: Annotated[list[Code], Field(description="mã các cơ quan kế tục ngay sau nó")]
    now: Annotated[list[Code], Field(description="mã các cơ quan hôm nay; trống: chưa đổi")]
    address: Annotated[Uri | None, Field(description="trang nhiệm vụ của cơ quan; null: không có")]


class TopicRecord(RegisterRecord):
    """Một chủ đề."""

    name: Annotated[str, Field(description="tên chủ đề")]
    need: Annotated[str, Field(description="nói theo nhu cầu của người dân")]
    order: Annotated[int, Field(description="thứ tự hiển thị")]
    address: Annotated[Uri | None, Field(description="trang của chủ đề; null: chưa có bài nào")]


class StandardRecord(RegisterRecord):
    """Một mức của chuẩn nghèo: thu nhập bình quân đầu người một tháng."""

    area: Annotated[Area, Field(description="nông thôn hay đô thị")]
    household: Annotated[HouseholdClass, Field(description="loại hộ")]
    amount: Annotated[int, Field(description="mức cao nhất")]
    amount_from: Annotated[int | None, Field(description="trên mức này")]
    unit: Annotated[Literal["đồng/người/tháng"], Field(description="đơn vị của amount và amount_from")]
    lacking: Annotated[
        Literal["tu-3", "duoi-3", "tu-2", "duoi-2"] | None,
        Field(description="thiếu bao nhiêu chỉ số dịch vụ xã hội cơ bản: từ 3, dưới 3, từ 2, dưới 2"),
    ]
    place: Annotated[Code | None, Field(description="chuẩn riêng của địa bàn nào; null: cả nước")]
    valid_from: Annotated[date, Field(description="áp dụng từ")]
    valid_to: Annotated[date | None, Field(description="áp dụng đến hết ngày")]
    document: Annotated[NamedDocument | None, Field(description="văn bản quy định")]


class IndicatorRecord(RegisterRecord):
    """Một chỉ số đo mức độ thiếu hụt dịch vụ xã hội cơ bản."""

    dimension: Annotated[str, Field(description="dịch vụ xã hội cơ bản")]
    name: Annotated[str, Field(description="tên chỉ số")]
    question: Annotated[str | None, Field(description="hỏi bằng lời thường ngày: trả lời có nghĩa là thiếu")]
    example: Annotated[str | None, Field(description="ví dụ")]
    threshold_verified: Annotated[bool, Field(description="ngưỡng đã đối chiếu với văn bản chưa")]
    valid_from: Annotated[date, Field(description="áp dụng từ")]
    valid_to: Annotated[date | None, Field(description="áp dụng đến hết ngày")]
    document: Annotated[NamedDocument | None, Field(description="văn bản quy định")]


class TermRecord(RegisterRecord):
    """Một từ ngữ trong giấy tờ, nói bằng lời thường ngày."""

    name: Annotated[str, Field(description="từ ngữ")]
    meaning: Annotated[str, Field(description="nghĩa")]
    document: Annotated[NamedDocument | None, Field(description="văn bản định nghĩa từ này")]


def _place_rows(material: Material) -> Iterator[Row]:
    for place in material.catalog.places.values():
        yield Row(partial(_place_record, material, place), f"/dia-ban/{place.id}/")


def _place_record(material: Material, place: Place) -> PlaceRecord:
    return PlaceRecord(
        id=place.id,
        source=place.source,
        note=place.note,
        name=place.name,
        unit=place.unit,
        full_name=place.full_name,
        level=place.level,
        code=place.code,
        parent=place.parent,
        exists_from=place.from_,
        exists_to=place.until,
        successors=list(place.successors),
        now=[p.id for p in material.catalog.now_called(place)],
        address=material.page(f"/dia-ban/{place.id}/"),
    )


def _agency_rows(material: Material) -> Iterator[Row]:
    for agency in material.catalog.agencies.values():
        yield Row(partial(_agency_record, material, agency), f"/nhiem-vu/{agency.id}/")


def _agency_record(material: Material, agency: Agency) -> AgencyRecord:
    return AgencyRecord(
        id=agency.id,
        source=agency.source,
        note=agency.note,
        name=agency.name,
        abbreviations=list(agency.abbreviations),
        place=agency.place,
        exists_from=str(agency.from_) if agency.from_ else None,
        exists_to=str(agency.until) if agency.until else None,
        successors=list(agency.successors),
        now=[a.id for a in agencies_now(material.catalog, agency)],
        address=material.page(f"/nhiem-vu/{agency.id}/"),
    )


def _topic_rows(material: Material) -> Iterator[Row]:
    for topic in material.catalog.topics:
        yield Row(partial(_topic_record, material, topic), f"/chu-de/{topic.id}/")


def _topic_record(material: Material, topic: Topic) -> TopicRecord:
    return TopicRecord(
        id=topic.id,
        source=topic.source,
        note=topic.note,
        name=topic.name,
        need=topic.need,
        order=topic.order,
        address=material.page(f"/chu-de/{topic.id}/"),
    )


def _standard_rows(material: Material) -> Iterator[Row]:
    for standard in material.catalog.standards:
        yield Row(partial(_standard_record, material, standard))


def _standard_record(material: Material, standard: Standard) -> StandardRecord:
    return StandardRecord(
        id=standard.id,
        source=standard.source,
        note=standard.note,
        area=standard.area,
        household=standard.household,
        amount=standard.amount,
        amount_from=standard.amount_from,
        unit="đồng/người/tháng",
        lacking=standard.lacking,
        place=standard.place,
        valid_from=standard.valid_from,
        valid_to=standard.valid_to,
        document=_document(material, standard.document),
    )


def _indicator_rows(material: Material) -> Iterator[Row]:
    for indicator in material.catalog.indicators:
        yield Row(partial(_indicator_record, material, indicator))


def _indicator_record(material: Material, indicator: Indicator) -> IndicatorRecord:
    return IndicatorRecord(
        id=indicator.id,
        source=indicator.source,
        note=indicator.note,
        dimension=indicator.dimension,
        name=indicator.name,
        question=indicator.question,
        example=indicator.example,
        threshold_verified=indicator.threshold_verified,
        valid_from=indicator.valid_from,
        valid_to=indicator.valid_to,
        document=_document(material, indicator.document),
    )


def _term_rows(material: Material) -> Iterator[Row]:
    for term in material.catalog.terms:
        yield Row(partial(_term_record, material, term))


def _term_record(material: Material, term: Term) -> TermRecord:
    return TermRecord(
        id=term.id,
        source=term.source,
        note=term.note,
        name=term.name,
        meaning=term.meaning,
        document=_document(material, term.document or ""),
    )


def _document(material: Material, name: str) -> NamedDocument | None:
    document = material.catalog.documents.get(name)
    return named_document(material, document) if document else None


PLACES = Dataset(
    name="dia-ban",
    title="Địa bàn xưa và nay",
    about="Tỉnh, huyện, xã trước và sau khi sắp xếp: mã, cấp trên, nay là đâu.",
    record=PlaceRecord,
    rows=_place_rows,
    section="/dia-ban/",
)
AGENCIES = Dataset(
    name="co-quan",
    title="Cơ quan",
    about="Cơ quan ban hành văn bản hoặc được giao nhiệm vụ, xưa và nay.",
    record=AgencyRecord,
    rows=_agency_rows,
)
TOPICS = Dataset(
    name="chu-de",
    title="Chủ đề",
    about="Các chủ đề để xếp bài của cổng, mỗi chủ đề nói theo nhu cầu của người dân.",
    record=TopicRecord,
    rows=_topic_rows,
    section="/chu-de/",
)


def _standard_days(material: Material) -> Iterator[tuple[date, date | None]]:
    return ((standard.valid_from, standard.valid_to) for standard in material.catalog.standards)


STANDARDS = Dataset(
    name="chuan-ngheo",
    title="Chuẩn nghèo",
    about="Các mức thu nhập để xét hộ nghèo, hộ cận nghèo, theo thời gian và địa bàn, kèm văn bản quy định.",
    record=StandardRecord,
    rows=_standard_rows,
    covers=_standard_days,
)
INDICATORS = Dataset(
    name="chi-so-thieu-hut",
    title="Chỉ số thiếu hụt",
    about="Các chỉ số đo mức độ thiếu hụt dịch vụ xã hội cơ bản, theo giai đoạn và văn bản quy định.",
    record=IndicatorRecord,
    rows=_indicator_rows,
    section="/tu-kiem-tra/",
)
TERMS = Dataset(
    name="tu-dien",
    title="Từ ngữ trong giấy tờ",
    about="Từ ngữ hay gặp trong giấy tờ, nói lại bằng lời thường ngày, kèm văn bản định nghĩa.",
    record=TermRecord,
    rows=_term_rows,
    section="/tu-dien/",
)
