"""The schema of registers: what many items share, one YAML list per file."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from giamngheo.content.eligibility import Area, HouseholdClass
from giamngheo.content.parts import Part, check_order, refuse_order
from giamngheo.content.scalars import (
    AgencyId,
    Day,
    DocumentId,
    Flag,
    Identifier,
    Partial,
    PlaceId,
    Text,
    WebAddress,
    Whole,
)

DocumentType = Literal[
    "hien-phap",
    "bo-luat",
    "luat",
    "phap-lenh",
    "nghi-quyet",
    "nghi-dinh",
    "quyet-dinh",
    "thong-tu",
    "thong-tu-lien-tich",
    "chi-thi",
    "ket-luan",
    "quy-dinh",
    "quy-che",
    "chuong-trinh",
    "ke-hoach",
    "de-an",
    "huong-dan",
    "thong-bao",
    "bao-cao",
    "to-trinh",
    "cong-van",
    "cong-dien",
    "van-ban-hop-nhat",
]

Level = Literal["quoc-gia", "tinh", "huyen", "xa"]


class Record(Part):
    """Keys that every record of a register has."""

    id: Annotated[Identifier, Field(description="mã, không đổi")]
    source: Annotated[Text | None, Field(description="nguồn của thông tin")] = None
    note: Annotated[Text | None, Field(description="ghi chú cho người đọc")] = None


class Place(Record):
    """A place as it was or is; `until` is the last day it existed."""

    name: Annotated[Text, Field(description="tên, không kèm cấp")]
    unit: Annotated[Text, Field(description="tỉnh, thành phố, huyện, xã, phường, thị trấn …")]
    level: Annotated[Level, Field(description="quoc-gia, tinh, huyen, xa")]
    parent: Annotated[PlaceId | None, Field(description="địa bàn cấp trên")] = None
    code: Annotated[Text | None, Field(description="mã đơn vị hành chính")] = None
    from_: Annotated[Day | None, Field(alias="from", description="có từ ngày")] = None
    until: Annotated[Day | None, Field(description="tồn tại đến hết ngày")] = None
    successors: Annotated[tuple[PlaceId, ...], Field(description="nay là những địa bàn nào")] = ()

    @model_validator(mode="after")
    def _existed(self) -> Self:
        check_order(self.from_, self.until, "from", "until")
        return self

    @property
    def full_name(self) -> str:
        """Unit and name, as people say it: "xã Lục Nam"; a country has no unit before its name."""
        return self.name if self.level == "quoc-gia" else f"{self.unit} {self.name}"


class Agency(Record):
    """A body that issues documents or answers questions."""

    name: Annotated[Text, Field(description="tên đầy đủ")]
    abbreviations: Annotated[tuple[Text, ...], Field(description="các cách viết tắt")] = ()
    place: Annotated[PlaceId | None, Field(description="địa bàn phụ trách")] = None
    from_: Annotated[Partial | None, Field(alias="from", description="có từ")] = None
    until: Annotated[Partial | None, Field(description="tồn tại đến")] = None
    successors: Annotated[tuple[AgencyId, ...], Field(description="cơ quan kế tục")] = ()

    @model_validator(mode="after")
    def _existed(self) -> Self:
        first = self.from_.first_day if self.from_ else None
        check_order(first, self.until.last_day if self.until else None, "from", "until")
        return self


class Document(Record):
    """A document of a state or Party body. `period_to` ends a programme's years, not the validity of a law."""

    number: Annotated[Text, Field(description="số, ký hiệu")]
    type: Annotated[DocumentType, Field(description="loại văn bản")]
    issuer: Annotated[AgencyId, Field(description="cơ quan ban hành")]
    issued: Annotated[Partial | None, Field(description="ngày ban hành")] = None
    valid_from: Annotated[Day | None, Field(description="có hiệu lực từ")] = None
    valid_to: Annotated[Day | None, Field(description="hết hiệu lực sau ngày")] = None
    period_to: Annotated[Day | None, Field(description="giai đoạn thực hiện đến hết ngày")] = None
    replaced_by: Annotated[tuple[DocumentId, ...], Field(description="văn bản thay thế")] = ()
    cites: Annotated[
        tuple[DocumentId, ...],
        Field(description="văn bản mà văn bản này căn cứ, thực hiện hoặc sửa đổi; chỉ ghi khi nguồn nói rõ"),
    ] = ()
    status: Annotated[
        Literal["con-hieu-luc", "chua-xac-minh"], Field(description="đã xác minh còn hiệu lực hay chưa")
    ] = "chua-xac-minh"
    title: Annotated[Text, Field(description="trích yếu")]
    signer: Annotated[Text | None, Field(description="người ký")] = None
    url: Annotated[WebAddress | None, Field(description="địa chỉ trang")] = None

    @model_validator(mode="after")
    def _valid(self) -> Self:
        check_order(self.valid_from, self.valid_to, "valid_from", "valid_to")
        return self


class Topic(Record):
    """What a citizen needs: the tiles of the home page."""

    name: Annotated[Text, Field(description="tên chủ đề")]
    need: Annotated[Text, Field(description="nói theo nhu cầu của người dân")]
    order: Annotated[Whole, Field(description="thứ tự hiển thị")]


class Standard(Record):
    """A poverty line: income per head and month in đồng, by area, household class and day."""

    area: Annotated[Area, Field(description="nông thôn hay đô thị")]
    household: Annotated[HouseholdClass, Field(description="loại hộ")]
    amount: Annotated[Whole, Field(description="đồng/người/tháng, mức cao nhất")]
    amount_from: Annotated[Whole | None, Field(description="trên mức này (đồng/người/tháng)")] = None
    lacking: Annotated[Literal["tu-3", "duoi-3", "tu-2", "duoi-2"] | None, Field(description="số chỉ số thiếu hụt")] = (
        None
    )
    place: Annotated[PlaceId | None, Field(description="chuẩn riêng của địa bàn nào; trống: cả nước")] = None
    valid_from: Annotated[Day, Field(description="áp dụng từ")]
    valid_to: Annotated[Day | None, Field(description="áp dụng đến hết ngày")] = None
    document: Annotated[DocumentId, Field(description="văn bản quy định")]

    @model_validator(mode="after")
    def _valid(self) -> Self:
        check_order(self.valid_from, self.valid_to, "valid_from", "valid_to")
        if self.amount_from is not None and self.amount < self.amount_from:
            refuse_order("amount_from", "amount", self.amount_from, self.amount)
        return self


class Indicator(Record):
    """One of the indicators of lacking basic services."""

    dimension: Annotated[Text, Field(description="dịch vụ xã hội cơ bản")]
    name: Annotated[Text, Field(description="tên chỉ số")]
    question: Annotated[Text | None, Field(description="hỏi bằng lời thường ngày: trả lời có nghĩa là thiếu")] = None
    example: Annotated[Text | None, Field(description="ví dụ dễ hiểu")] = None
    valid_from: Annotated[Day, Field(description="áp dụng từ")]
    valid_to: Annotated[Day | None, Field(description="áp dụng đến hết ngày")] = None
    document: Annotated[DocumentId, Field(description="văn bản quy định")]
    threshold_verified: Annotated[Flag, Field(description="ngưỡng đã đối chiếu văn bản chưa")] = False

    @model_validator(mode="after")
    def _valid(self) -> Self:
        check_order(self.valid_from, self.valid_to, "valid_from", "valid_to")
        return self


class Abbreviation(Record):
    """A short form that the site explains by itself at its first use on a page."""

    short: Annotated[Text, Field(description="chữ viết tắt")]
    long: Annotated[Text, Field(description="viết đầy đủ")]


class Term(Record):
    """A word of official texts in plain words, for the glossary."""

    name: Annotated[Text, Field(description="từ ngữ trong giấy tờ")]
    meaning: Annotated[Text, Field(description="nghĩa, nói bằng lời thường ngày, một hai câu")]
    document: Annotated[DocumentId | None, Field(description="văn bản định nghĩa từ này")] = None


class EverydayWords(Record):
    """Ways in which people say what documents call otherwise; the search goes from what is said to what is written."""

    said: Annotated[tuple[Text, ...], Field(min_length=1, description="các cách nói thường ngày, Bắc và Nam")]
    written: Annotated[tuple[Text, ...], Field(min_length=1, description="chữ trong giấy tờ, bài viết; một hai cách")]


REGISTERS: dict[str, type[Record]] = {
    "places": Place,
    "agencies": Agency,
    "documents": Document,
    "topics": Topic,
    "standards": Standard,
    "indicators": Indicator,
    "abbreviations": Abbreviation,
    "terms": Term,
    "everyday": EverydayWords,
}
"""Registers by file name in `content/registers/`."""
