"""Policy: a benefit, who gets it and how."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from giamngheo.content.eligibility import Rule
from giamngheo.content.item import Item
from giamngheo.content.parts import Figure, Part, check_order
from giamngheo.content.scalars import Day, DocumentId, Identifier, Partial, PolicyId, Text, YearDay


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
    INTRO: ClassVar[str] = "Được gì, ai được, làm thế nào, đến khi nào. Chính sách còn dùng được đứng trước."

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
