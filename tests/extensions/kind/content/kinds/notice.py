"""Notice: a short announcement. A kind made up for a test."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from giamngheo.content.item import Item
from giamngheo.content.scalars import Day, Text


class Notice(Item):
    """What people must know up to a day."""

    KIND: ClassVar[str] = "notices"
    SECTION: ClassVar[str] = "thong-bao"
    SECTION_NAME: ClassVar[str] = "Thông báo"
    INTRO: ClassVar[str] = "Điều cần biết ngay."

    until: Annotated[Day, Field(description="còn giá trị đến hết ngày")]
    order: Annotated[Text, Field(description="việc phải làm")]
