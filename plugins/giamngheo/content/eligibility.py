"""Eligibility as data: `all` / `any` / `not` over facts that a household knows about itself.

A rule is declared once here and evaluated elsewhere (static pages, later the finder in Python and in the
browser). A fact the reader did not give makes the answer "có thể"; that belongs to evaluation.
"""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.scalars import Flag, Text, Whole

HouseholdClass = Literal["ho-ngheo", "ho-can-ngheo", "ho-moi-thoat-ngheo", "ho-muc-song-trung-binh", "ho-khac"]
Area = Literal["nong-thon", "do-thi"]
CommuneClass = Literal["dac-biet-kho-khan", "bai-ngang", "thon-dac-biet-kho-khan", "xa-ngheo", "khac"]
"""The lists that rules name. A rule on "nơi đặc biệt khó khăn" names communes of region III, those of the coast and
islands, and hard villages in other communes, each by itself: some rules leave one of them out."""

Disability = Literal["dac-biet-nang", "nang", "nhe", "khong"]
Learner = Literal["mam-non", "tieu-hoc", "thcs", "thpt", "hoc-nghe", "dai-hoc", "khong"]


class Ages(BaseModel):
    """Completed years of life, both ends included; a missing end is open."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        json_schema_extra={"description": "Tuổi tròn, kể cả hai đầu; đầu không ghi thì để ngỏ."},
    )

    from_: Annotated[Whole | None, Field(alias="from", description="từ đủ bao nhiêu tuổi")] = None
    to: Annotated[Whole | None, Field(description="đến hết bao nhiêu tuổi")] = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.from_ is None and self.to is None:
            raise PydanticCustomError("dieu-kien-sai", "", {"reason": "age chưa có from hoặc to"})
        if self.from_ is not None and self.to is not None and self.to < self.from_:
            raise PydanticCustomError("dieu-kien-sai", "", {"reason": "tuổi to nhỏ hơn tuổi from", "at": "to"})
        return self


class Rule(BaseModel):
    """One condition: exactly one of the keys below. Whoever meets the rule may receive the benefit."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        defer_build=True,
        json_schema_extra={"description": "Một điều kiện: đúng một trong các khóa này."},
    )

    all_: Annotated["tuple[Rule, ...] | None", Field(alias="all", description="phải đủ mọi điều kiện")] = None
    any_: Annotated["tuple[Rule, ...] | None", Field(alias="any", description="chỉ cần một điều kiện")] = None
    not_: Annotated["Rule | None", Field(alias="not", description="không thuộc điều kiện này")] = None
    everyone: Annotated[Flag | None, Field(description="mọi người")] = None
    household: Annotated[tuple[HouseholdClass, ...] | None, Field(description="loại hộ")] = None
    area: Annotated[tuple[Area, ...] | None, Field(description="nông thôn hay đô thị")] = None
    commune_class: Annotated[tuple[CommuneClass, ...] | None, Field(description="loại xã")] = None
    disability: Annotated[tuple[Disability, ...] | None, Field(description="mức độ khuyết tật")] = None
    learner: Annotated[tuple[Learner, ...] | None, Field(description="đang học cấp nào")] = None
    age: Annotated[Ages | None, Field(description="tuổi")] = None
    ethnic_minority: Annotated[Flag | None, Field(description="người dân tộc thiểu số")] = None
    pregnant_or_nursing: Annotated[Flag | None, Field(description="mang thai hoặc nuôi con nhỏ")] = None
    child_under_16: Annotated[Flag | None, Field(description="trong hộ có trẻ dưới 16 tuổi")] = None
    worker: Annotated[Flag | None, Field(description="người lao động cần việc làm hoặc học nghề")] = None
    has_pension: Annotated[Flag | None, Field(description="có lương hưu")] = None
    social_allowance: Annotated[Flag | None, Field(description="đang hưởng trợ cấp xã hội hằng tháng")] = None
    single_parent: Annotated[Flag | None, Field(description="một mình nuôi con")] = None
    orphan: Annotated[Flag | None, Field(description="mồ côi")] = None
    other: Annotated[Text | None, Field(description="điều kiện bằng lời, người đọc tự đối chiếu")] = None

    @model_validator(mode="after")
    def _one_key(self) -> Self:
        if len(self.model_fields_set) != 1:
            reason = f"một mục đang có {len(self.model_fields_set)} khóa"
            raise PydanticCustomError("dieu-kien-sai", "", {"reason": reason})
        value = getattr(self, self.key)
        if value in ((), None):
            key = self.key.strip("_")
            raise PydanticCustomError("dieu-kien-sai", "", {"reason": f"{key} để trống", "at": key})
        return self

    @property
    def key(self) -> str:
        """Name of the one field that is set."""
        return next(iter(self.model_fields_set))
