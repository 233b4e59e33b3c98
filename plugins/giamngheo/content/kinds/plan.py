"""Plan: an official document of this programme."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from giamngheo.content.item import Item
from giamngheo.content.parts import Period
from giamngheo.content.scalars import AgencyId, Day, Text

PlanType = Literal["ke-hoach", "quyet-dinh", "nghi-quyet", "chi-thi", "cong-van", "huong-dan", "chuong-trinh"]
TextQuality = Literal["original", "ocr-corrected", "excerpt", "news-summary"]


class Plan(Item):
    """An official plan: its text is published unaltered; a news summary is our own."""

    KIND: ClassVar[str] = "plans"
    SECTION: ClassVar[str] = "ke-hoach"
    SECTION_NAME: ClassVar[str] = "Kế hoạch"
    INTRO: ClassVar[str] = (
        "Kế hoạch của các cấp chính quyền, đăng nguyên văn phần có được. Bản trích, bản tóm tắt được ghi rõ."
    )

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
