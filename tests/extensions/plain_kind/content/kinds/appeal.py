"""Appeal: a call for help. A kind made up for a test, with nothing but its declaration."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from giamngheo.content.item import Item
from giamngheo.content.scalars import Text


class Appeal(Item):
    """Who asks whom for what."""

    KIND: ClassVar[str] = "appeals"
    SECTION: ClassVar[str] = "keu-goi"
    SECTION_NAME: ClassVar[str] = "Kêu gọi"
    INTRO: ClassVar[str] = "Ai cần giúp gì."

    needed: Annotated[Text, Field(description="cần gì")]
