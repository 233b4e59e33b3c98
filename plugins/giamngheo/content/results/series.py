"""The head of a series: what is counted, by whom, under which standard, and what must not be mixed with it."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.eligibility import HouseholdClass
from giamngheo.content.parts import Change, Part, Source, Withdrawal, check_order
from giamngheo.content.scalars import (
    Day,
    DocumentId,
    Flag,
    Identifier,
    Moment,
    OldAddress,
    Partial,
    SeriesId,
    Summary,
    Text,
    Title,
    TopicId,
)

Measure = Literal["ty-le", "so-dem", "tang-giam", "khac"]
"""A share, a whole number of things counted, by how many it rose or fell, anything else (money, area)."""

Frequency = Literal["nam", "nua-nam", "quy", "thang", "khong-deu"]
Reckoned = Literal["cuoi-ky", "trong-ky"]


class SeriesStandard(Part):
    """A standard by which values of a series were counted; where it changes, no line goes on."""

    id: Annotated[Identifier, Field(description="mã ngắn để cột standard gọi tên")]
    name: Annotated[Text, Field(description="tên chuẩn, nói bằng lời")]
    document: Annotated[DocumentId | None, Field(description="văn bản quy định")] = None
    from_: Annotated[
        Partial | None, Field(alias="from", description="kỳ đầu tiên được đếm theo chuẩn này; để máy tự điền standard")
    ] = None
    to: Annotated[Partial | None, Field(description="kỳ cuối cùng được đếm theo chuẩn này")] = None
    unclear: Annotated[
        Flag, Field(description="true: nguồn không nói rõ chuẩn nào; các số này không được nối, không được so")
    ] = False

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_order(self.from_.first_day if self.from_ else None, self.to.last_day if self.to else None, "from", "to")
        return self


class Unlike(Part):
    """Another series that looks like this one and must not be mixed with it."""

    series: Annotated[SeriesId, Field(description="id của chuỗi kia")]
    why: Annotated[Text, Field(description="khác ở chỗ nào, một câu")]


class Series(Part):
    """Head of one series; its values stand below in CSV."""

    KIND: ClassVar[str] = "results"
    SECTION: ClassVar[str] = "ket-qua"
    SECTION_NAME: ClassVar[str] = "Kết quả, số liệu"

    id: Annotated[Identifier, Field(description="mã của chuỗi, đặt một lần, không bao giờ đổi")]
    title: Annotated[Title, Field(description="tên chuỗi, không chuỗi nào khác mang tên này")]
    summary: Annotated[Summary, Field(description="1–2 câu tóm tắt, tối đa 300 ký tự")]
    date: Annotated[Day, Field(description="ngày đăng")]
    last_checked: Annotated[Day, Field(description="ngày kiểm tra lần cuối")]
    review_by: Annotated[Day | None, Field(description="phải xem lại trước ngày")] = None
    owner: Annotated[Text | None, Field(description="ai chịu trách nhiệm xem lại")] = None
    author: Annotated[Text, Field(description="đơn vị hoặc người biên soạn")]
    draft: Annotated[Flag, Field(description="true: bản nháp, chưa công khai")] = False
    publish_at: Annotated[Moment | None, Field(description="không công khai trước thời điểm này")] = None
    changes: Annotated[tuple[Change, ...], Field(description="nhật ký sửa")] = ()
    withdrawn: Annotated[Withdrawal | None, Field(description="gỡ chuỗi: ngày và lý do")] = None
    aliases: Annotated[tuple[OldAddress, ...], Field(description="địa chỉ cũ của trang")] = ()
    topics: Annotated[tuple[TopicId, ...], Field(description="chủ đề, mã trong registers/topics.yml")] = ()
    counts: Annotated[Text, Field(description="số này đếm gì, nói bằng lời")]
    excludes: Annotated[Text | None, Field(description="số này không đếm gì")] = None
    by: Annotated[Text, Field(description="ai đếm, bằng cách nào")]
    measure: Annotated[Measure, Field(description="ty-le, so-dem, tang-giam hoặc khac")]
    unit: Annotated[Text, Field(description="đơn vị, ví dụ %, hộ")]
    frequency: Annotated[Frequency, Field(description="bao lâu một lần: nam, nua-nam, quy, thang, khong-deu")]
    reckoned: Annotated[Reckoned, Field(description="cuoi-ky: đếm lúc hết kỳ; trong-ky: cộng cả kỳ")]
    household: Annotated[
        tuple[HouseholdClass, ...], Field(description="đếm loại hộ nào; có thì phải khai standards")
    ] = ()
    standards: Annotated[tuple[SeriesStandard, ...], Field(description="các chuẩn mà số liệu được đếm theo")] = ()
    unlike: Annotated[tuple[Unlike, ...], Field(description="chuỗi trông giống mà không được gộp")] = ()
    featured: Annotated[Flag, Field(description="true: biểu đồ của địa bàn đầu tiên lên trang chủ")] = False
    sources: Annotated[tuple[Source, ...], Field(min_length=1, description="các nguồn")]

    @model_validator(mode="after")
    def _totals_have_one_kind_of_period(self) -> Self:
        if self.reckoned == "trong-ky" and self.frequency == "khong-deu":
            raise PydanticCustomError("chuoi-ky-khong-deu", "", {"at": "frequency"})
        return self
