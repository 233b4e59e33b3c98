"""What items are made of: sources, figures, pictures, people, changes."""

from datetime import date
from typing import Annotated, Literal, Never, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.scalars import Day, Flag, Identifier, Number, Partial, Text, WebAddress

Unknown = Literal["chua-co-so"]
"""Typed instead of a figure that nobody has published; shown to readers as "chưa có số"."""

Qualifier = Literal["khoang", "hon", "gan", "toi-da", "toi-thieu", "duoi", "tu"]
ChangeKind = Literal["correction", "revision", "minor"]
_NOT_KEPT: set[str] = set()


class Part(BaseModel):
    """Base of everything declared here: no unknown keys, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)  # most are only built into what has them

    def model_post_init(self, _context: object, /) -> None:
        """Let go which keys were written: nobody asks, and it is a third of the memory of an item."""
        object.__setattr__(self, "__pydantic_fields_set__", _NOT_KEPT)


class Source(Part):
    """A page or publication that a figure names."""

    id: Annotated[Identifier, Field(description="mã ngắn để số liệu gọi tên nguồn")]
    title: Annotated[Text, Field(description="tên trang hoặc bài")]
    publisher: Annotated[Text, Field(description="cơ quan, tờ báo đăng")]
    url: Annotated[WebAddress | None, Field(description="địa chỉ trang")] = None
    date: Annotated[Partial | None, Field(description="ngày đăng")] = None


class Figure(Part):
    """A number that is never bare: what it counts, its unit, the day it is true of and its source."""

    label: Annotated[Text, Field(description="số này là gì")]
    value: Annotated[Number | None, Field(description="giá trị, ví dụ 1500000 hoặc 6.24")] = None
    value_to: Annotated[Number | None, Field(description="giá trị cuối nếu là khoảng")] = None
    qualifier: Annotated[Qualifier | None, Field(description="khoang, hon, gan, toi-da, toi-thieu, duoi, tu")] = None
    unit: Annotated[Text | None, Field(description="đơn vị, ví dụ đồng/tháng")] = None
    formula: Annotated[Text | None, Field(description="cách tính bằng lời")] = None
    on: Annotated[Partial, Field(description="đúng vào ngày, tháng hoặc năm nào")]
    valid_from: Annotated[Day | None, Field(description="áp dụng từ ngày")] = None
    valid_to: Annotated[Day | None, Field(description="áp dụng đến hết ngày")] = None
    source: Annotated[Identifier, Field(description="mã nguồn trong sources hoặc mã văn bản")]
    note: Annotated[Text | None, Field(description="ghi chú ngắn")] = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.value is None and self.formula is None:
            raise PydanticCustomError("so-lieu-thieu-gia-tri", "", {"at": "value"})
        if self.value is not None and self.unit is None:
            raise PydanticCustomError("so-lieu-thieu-don-vi", "", {"at": "unit"})
        if self.value is not None and self.value_to is not None and self.value_to < self.value:
            refuse_order("value", "value_to", self.value, self.value_to)
        check_order(self.valid_from, self.valid_to, "valid_from", "valid_to")
        return self


class Change(Part):
    """One line of the public change log."""

    date: Annotated[Day, Field(description="ngày sửa")]
    kind: Annotated[ChangeKind, Field(description="correction (đính chính), revision (cập nhật), minor (nhỏ)")]
    note: Annotated[Text, Field(description="sửa gì")]


class Withdrawal(Part):
    """The item is taken back: its address stays and says so, everything else is gone."""

    date: Annotated[Day, Field(description="ngày gỡ")]
    reason: Annotated[Text, Field(description="lý do gỡ, viết cho người đọc")]


class Consent(Part):
    """Agreement of a person to be named or shown (Law 91/2025/QH15: given, informed, withdrawable)."""

    date: Annotated[Day, Field(description="ngày đồng ý")]
    form: Annotated[Text, Field(description="hình thức, ví dụ giấy đồng ý có chữ ký lưu tại UBND xã")]
    scope: Annotated[Text, Field(description="đồng ý cho nêu những gì, ở đâu")]
    withdrawn: Annotated[Day | None, Field(description="ngày rút đồng ý")] = None


class Image(Part):
    """A photograph; without one the page shows a generated cover."""

    file: Annotated[Text, Field(description="đường dẫn tính từ content/, ví dụ images/ong.jpg")]
    alt: Annotated[Text, Field(description="mô tả ảnh cho người không nhìn thấy")]
    credit: Annotated[Text, Field(description="người hoặc nơi giữ quyền ảnh")]
    people_consent: Annotated[Consent | None, Field(description="đồng ý của người nhận ra được trong ảnh")] = None
    shows_people: Annotated[Flag, Field(description="true nếu nhận ra được người trong ảnh")] = False


class Attachment(Part):
    """A file to download, for instance the signed document."""

    file: Annotated[Text, Field(description="đường dẫn tính từ content/")]
    title: Annotated[Text, Field(description="tên tệp cho người đọc")]


class Person(Part):
    """Somebody who is named: by public role with a source, or by consent; a child never with a hardship."""

    name: Annotated[Text, Field(description="họ tên")]
    role: Annotated[Literal["public"] | None, Field(description="public: lãnh đạo, người được tuyên dương")] = None
    position: Annotated[Text | None, Field(description="chức vụ, vai trò")] = None
    source: Annotated[Identifier | None, Field(description="mã nguồn chứng minh vai trò công khai")] = None
    consent: Annotated[Consent | None, Field(description="sự đồng ý")] = None
    child: Annotated[Flag, Field(description="true nếu dưới 16 tuổi")] = False
    ethnicity: Annotated[Text | None, Field(description="dân tộc, chỉ khi có đồng ý riêng")] = None
    ethnicity_consent: Annotated[Consent | None, Field(description="đồng ý riêng cho việc nêu dân tộc")] = None


class Period(Part):
    """From when to when; an open end means it still goes on."""

    from_: Annotated[Partial, Field(alias="from", description="từ")]
    to: Annotated[Partial | None, Field(description="đến")] = None

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_order(self.from_.first_day, self.to.last_day if self.to else None, "from", "to")
        return self


def check_order(start: date | None, end: date | None, earlier: str, later: str) -> None:
    """Raise the problem `khoang-nguoc` when `end` lies before `start`; an open end is in order."""
    if start is not None and end is not None and end < start:
        refuse_order(earlier, later, start, end)


def refuse_order(earlier: str, later: str, start: object, end: object) -> Never:
    """Raise the problem `khoang-nguoc`, told on the line of the key `later`."""
    values = {"earlier": earlier, "later": later, "start": str(start), "end": str(end), "at": later}
    raise PydanticCustomError("khoang-nguoc", "", values)
