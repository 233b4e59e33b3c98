"""Question: what citizens ask, in their words, with an answer that stands on documents."""

from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.item import Item
from giamngheo.content.parts import check_order
from giamngheo.content.scalars import AgencyId, Day, DocumentId, PolicyId, Summary, Text, Title


class Question(Item):
    """A question and its answer. Who asked is never kept: the portal answers a question, not a person.

    The title is the question, `summary` the short answer, the body the full one.
    """

    KIND: ClassVar[str] = "questions"
    SECTION: ClassVar[str] = "hoi-dap"
    SECTION_NAME: ClassVar[str] = "Hỏi đáp"
    INTRO: ClassVar[str] = (
        "Điều người dân hay hỏi, câu trả lời ngắn, căn cứ là văn bản nào. Câu trả lời còn dùng được đứng trước."
    )

    title: Annotated[Title, Field(description="câu hỏi, đúng như người dân hỏi, tối đa 150 ký tự")]
    summary: Annotated[Summary, Field(description="trả lời ngắn, 1–2 câu, tối đa 300 ký tự; đứng đầu trang, đọc loa")]
    asked_on: Annotated[Day | None, Field(description="ngày nhận câu hỏi; không ghi ai hỏi")] = None
    answered_on: Annotated[Day, Field(description="ngày trả lời")]
    answered_by: Annotated[AgencyId | None, Field(description="cơ quan trả lời, mã trong registers/agencies.yml")] = (
        None
    )
    answered_by_name: Annotated[Text | None, Field(description="nơi trả lời không có trong sổ cơ quan")] = None
    legal_basis: Annotated[tuple[DocumentId, ...], Field(min_length=1, description="căn cứ: mã văn bản")]
    policies: Annotated[tuple[PolicyId, ...], Field(description="id các chính sách mà câu trả lời dựa vào")] = ()

    @property
    def checked_on(self) -> Day | None:
        """An answer was right on the day it was given."""
        return self.last_checked or self.answered_on

    @model_validator(mode="after")
    def _answered_by_somebody(self) -> Self:
        if not (self.answered_by or self.answered_by_name):
            meaning = "mã cơ quan trong registers/agencies.yml; không có trong sổ thì ghi tên vào answered_by_name"
            raise PydanticCustomError("thieu-khoa", "", {"key": "answered_by", "meaning": meaning})
        check_order(self.asked_on, self.answered_on, "asked_on", "answered_on")
        return self
