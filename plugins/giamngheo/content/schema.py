"""The schema of items, declared once: policy, story, plan.

From this declaration come validation, the JSON Schema for editors' tools, the scaffolds of
`giamngheo new` and the reference table of the editors' handbook. `description` is what an editor reads.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal, Never, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.eligibility import Rule
from giamngheo.content.scalars import (
    AgencyId,
    Day,
    DocumentId,
    Flag,
    Identifier,
    Moment,
    Number,
    OldAddress,
    Partial,
    PlaceId,
    PolicyId,
    Summary,
    Text,
    Title,
    TopicId,
    WebAddress,
    YearDay,
)

Unknown = Literal["chua-co-so"]
"""Typed instead of a figure that nobody has published; shown to readers as "chưa có số"."""

Qualifier = Literal["khoang", "hon", "gan", "toi-da", "toi-thieu", "duoi", "tu"]
ChangeKind = Literal["correction", "revision", "minor"]


PlanType = Literal["ke-hoach", "quyet-dinh", "nghi-quyet", "chi-thi", "cong-van", "huong-dan", "chuong-trinh"]
_NOT_KEPT: set[str] = set()


class Part(BaseModel):
    """Base of everything declared here: no unknown keys, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)

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
            raise PydanticCustomError("so-lieu-thieu-gia-tri", "")
        if self.value is not None and self.unit is None:
            raise PydanticCustomError("so-lieu-thieu-don-vi", "")
        if self.value is not None and self.value_to is not None and self.value_to < self.value:
            _refuse_order("value", "value_to", self.value, self.value_to)
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


class Item(Part):
    """Keys that every item has."""

    KIND: ClassVar[str]
    """Folder below `content/`."""
    SECTION: ClassVar[str]
    """First part of the address, a Vietnamese slug."""
    SECTION_NAME: ClassVar[str]
    """Name of the section as readers see it."""

    id: Annotated[Identifier, Field(description="mã của bài, đặt một lần, không bao giờ đổi")]
    title: Annotated[Title, Field(description="tên bài, tối đa 150 ký tự")]
    summary: Annotated[Summary, Field(description="1–2 câu tóm tắt, tối đa 300 ký tự")]
    date: Annotated[Day, Field(description="ngày đăng")]
    last_checked: Annotated[Day | None, Field(description="ngày kiểm tra lần cuối")] = None
    review_by: Annotated[Day | None, Field(description="phải xem lại trước ngày")] = None
    owner: Annotated[Text | None, Field(description="ai chịu trách nhiệm xem lại")] = None
    changes: Annotated[tuple[Change, ...], Field(description="nhật ký sửa")] = ()
    draft: Annotated[Flag, Field(description="true: bản nháp, chưa công khai")] = False
    publish_at: Annotated[Moment | None, Field(description="không công khai trước thời điểm này")] = None
    expires: Annotated[Day | None, Field(description="sau ngày này không còn ở trang chủ và bản tin RSS")] = None
    revises: Annotated[Identifier | None, Field(description="id của bài mà tệp này thay thế khi đến publish_at")] = None
    topics: Annotated[tuple[TopicId, ...], Field(min_length=1, description="chủ đề, mã trong registers/topics.yml")]
    places: Annotated[tuple[PlaceId, ...], Field(min_length=1, description="địa bàn, mã trong registers/places.yml")]
    image: Annotated[Image | None, Field(description="ảnh")] = None
    attachments: Annotated[tuple[Attachment, ...], Field(description="tệp đính kèm")] = ()
    sources: Annotated[tuple[Source, ...], Field(description="các nguồn")] = ()
    author: Annotated[Text, Field(description="đơn vị hoặc người biên soạn")]
    approved_by: Annotated[Text | None, Field(description="người duyệt cho công khai, cho phát thanh")] = None
    withdrawn: Annotated[Withdrawal | None, Field(description="gỡ bài: ngày và lý do")] = None
    aliases: Annotated[tuple[OldAddress, ...], Field(description="địa chỉ cũ của trang")] = ()
    broadcast_priority: Annotated[
        Literal["thong-thuong", "uu-tien", "khan-cap"], Field(description="mức ưu tiên phát thanh (TT 39/2020)")
    ] = "thong-thuong"
    people: Annotated[tuple[Person, ...], Field(description="người được nêu tên; mặc định không ai")] = ()

    @model_validator(mode="after")
    def _revision_has_a_moment(self) -> Self:
        if self.revises and not self.publish_at:
            raise PydanticCustomError("thay-the-som", "", {"id": self.revises, "at": "revises"})
        return self


class Step(Part):
    """One thing to do in order to receive a benefit."""

    do: Annotated[Text, Field(description="làm gì")]
    where: Annotated[Text | None, Field(description="ở đâu")] = None
    papers: Annotated[tuple[Text, ...], Field(description="giấy tờ cần mang")] = ()
    days: Annotated[Text | None, Field(description="bao lâu")] = None
    fee: Annotated[Text | None, Field(description="lệ phí")] = None
    decides: Annotated[Text | None, Field(description="ai quyết định")] = None


class Season(Part):
    """Days of every year in which citizens should act, shown on the home page while they run."""

    from_: Annotated[YearDay, Field(alias="from", description="từ ngày nào hằng năm, THÁNG-NGÀY")]
    to: Annotated[YearDay, Field(description="đến hết ngày nào hằng năm, THÁNG-NGÀY")]
    what: Annotated[Text, Field(description="việc cần làm trong thời gian đó")]
    source: Annotated[Identifier, Field(description="mã nguồn trong sources hoặc mã văn bản")]


class Policy(Item):
    """A benefit: what one gets, who gets it, how, until when, by which law."""

    KIND: ClassVar[str] = "policies"
    SECTION: ClassVar[str] = "chinh-sach"
    SECTION_NAME: ClassVar[str] = "Chính sách"

    benefit: Annotated[Text, Field(description="được gì, một dòng dễ hiểu")]
    eligibility: Annotated[Rule, Field(description="ai được: điều kiện dạng dữ liệu")]
    amounts: Annotated[tuple[Figure, ...], Field(description="các mức, mỗi mức có ngày và nguồn")] = ()
    steps: Annotated[tuple[Step, ...], Field(description="các bước làm")] = ()
    legal_basis: Annotated[tuple[DocumentId, ...], Field(description="căn cứ: mã văn bản")]
    valid_from: Annotated[Partial, Field(description="áp dụng từ ngày, tháng hoặc năm")]
    valid_to: Annotated[Day | None, Field(description="áp dụng đến hết ngày")] = None
    replaced_by: Annotated[PolicyId | None, Field(description="id chính sách thay thế")] = None
    last_checked: Annotated[Day, Field(description="ngày kiểm tra lần cuối")]
    contact: Annotated[Text | None, Field(description="hỏi ai")] = None
    season: Annotated[Season | None, Field(description="thời gian cần làm trong năm")] = None

    @model_validator(mode="after")
    def _valid_in_order(self) -> Self:
        check_order(self.valid_from.first_day, self.valid_to, "valid_from", "valid_to")
        return self


class Period(Part):
    """From when to when; an open end means it still goes on."""

    from_: Annotated[Partial, Field(alias="from", description="từ")]
    to: Annotated[Partial | None, Field(description="đến")] = None

    @model_validator(mode="after")
    def _forward(self) -> Self:
        check_order(self.from_.first_day, self.to.last_day if self.to else None, "from", "to")
        return self


class Support(Part):
    """Help that a model household or group received."""

    what: Annotated[Text, Field(description="được hỗ trợ gì")]
    amount: Annotated[Figure | None, Field(description="số tiền, số lượng")] = None
    programme: Annotated[Text | None, Field(description="chương trình, dự án")] = None
    policy: Annotated[PolicyId | None, Field(description="id chính sách liên quan")] = None
    source: Annotated[Identifier | None, Field(description="mã nguồn")] = None


class Story(Item):
    """A model: situation before, support, results, difficulties, lessons."""

    KIND: ClassVar[str] = "stories"
    SECTION: ClassVar[str] = "guong-dien-hinh"
    SECTION_NAME: ClassVar[str] = "Gương điển hình"

    kind: Annotated[
        Literal["mo-hinh", "ho-gia-dinh", "tap-the", "sang-kien"], Field(description="loại gương điển hình")
    ]
    period: Annotated[Period, Field(description="thời gian diễn ra")]
    situation_before: Annotated[Text | None, Field(description="trước đây ra sao")] = None
    support: Annotated[tuple[Support, ...], Field(description="được hỗ trợ gì")] = ()
    results: Annotated[tuple[Figure, ...], Field(description="kết quả, mỗi số có ngày và nguồn")] = ()
    members: Annotated[Figure | Unknown | None, Field(description="số thành viên")] = None
    members_poor: Annotated[Figure | Unknown | None, Field(description="trong đó hộ nghèo")] = None
    left_poverty: Annotated[Figure | Unknown | None, Field(description="số hộ đã thoát nghèo, năm nào")] = None
    difficulties: Annotated[Text, Field(description="khó khăn gặp phải")]
    lessons: Annotated[Text, Field(description="bài học")]


TextQuality = Literal["original", "ocr-corrected", "excerpt", "news-summary"]


class Plan(Item):
    """An official plan: its text is published unaltered; a news summary is our own."""

    KIND: ClassVar[str] = "plans"
    SECTION: ClassVar[str] = "ke-hoach"
    SECTION_NAME: ClassVar[str] = "Kế hoạch"

    number: Annotated[Text | None, Field(description="số, ký hiệu, ví dụ 52/KH-UBND")] = None
    doc_type: Annotated[PlanType, Field(description="loại văn bản")]
    issuer: Annotated[AgencyId, Field(description="cơ quan ban hành")]
    issued: Annotated[Day | None, Field(description="ngày ban hành")] = None
    signer: Annotated[Text | None, Field(description="người ký")] = None
    signer_role: Annotated[Text | None, Field(description="chức vụ người ký")] = None
    period: Annotated[Period, Field(description="giai đoạn thực hiện")]
    text_quality: Annotated[
        TextQuality, Field(description="original, ocr-corrected, excerpt hoặc news-summary (bài tóm tắt)")
    ]
    source_file: Annotated[Text | None, Field(description="tệp gốc, đường dẫn tính từ content/")] = None

    @property
    def is_official_text(self) -> bool:
        """True when the body is the text of the state body itself, published verbatim."""
        return self.text_quality != "news-summary"


KINDS: tuple[type[Item], ...] = (Policy, Story, Plan)
"""Item kinds by folder of `content/`; a new kind is one class here, a template and its outlets."""


def check_order(start: date | None, end: date | None, earlier: str, later: str) -> None:
    """Raise the problem `khoang-nguoc` when `end` lies before `start`; an open end is in order."""
    if start is not None and end is not None and end < start:
        _refuse_order(earlier, later, start, end)


def _refuse_order(earlier: str, later: str, start: object, end: object) -> Never:
    values = {"earlier": earlier, "later": later, "start": str(start), "end": str(end), "at": later}
    raise PydanticCustomError("khoang-nguoc", "", values)
