"""Story: a model household, group or initiative."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from giamngheo.content.item import Item
from giamngheo.content.parts import Figure, Part, Period, Unknown
from giamngheo.content.scalars import Identifier, PolicyId, Text


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
    INTRO: ClassVar[str] = "Những cách làm đã giúp người dân bớt nghèo, kể cả chỗ khó và chỗ chưa được."

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
