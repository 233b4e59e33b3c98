"""The keys that every item has, of whatever kind."""

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.parts import Attachment, Change, Image, Part, Person, Source, Withdrawal
from giamngheo.content.scalars import Day, Flag, Identifier, Moment, OldAddress, PlaceId, Summary, Text, Title, TopicId


class Item(Part):
    """Keys that every item has."""

    KIND: ClassVar[str]
    """Folder below `content/`."""
    SECTION: ClassVar[str]
    """First part of the address, a Vietnamese slug."""
    SECTION_NAME: ClassVar[str]
    """Name of the section as readers see it."""
    INTRO: ClassVar[str]
    """What stands below that name: one or two sentences."""
    INTERNAL: ClassVar[frozenset[str]] = frozenset()
    """Own keys of the kind that no page shows: they stay out of open data too."""

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
    searched_as: Annotated[
        tuple[Text, ...], Field(description="lời người dân hay gõ để tìm bài mà trong bài không có; không hiện ra")
    ] = ()
    broadcast_priority: Annotated[
        Literal["thong-thuong", "uu-tien", "khan-cap"], Field(description="mức ưu tiên phát thanh (TT 39/2020)")
    ] = "thong-thuong"
    people: Annotated[tuple[Person, ...], Field(description="người được nêu tên; mặc định không ai")] = ()

    @property
    def checked_on(self) -> Day | None:
        """Day on which somebody last made sure that it still holds."""
        return self.last_checked

    @property
    def takes_place(self) -> tuple[Day, Day] | None:
        """First and last day of what takes place; None for everything else."""
        return None

    @model_validator(mode="after")
    def _revision_has_a_moment(self) -> Self:
        if self.revises and not self.publish_at:
            raise PydanticCustomError("thay-the-som", "", {"id": self.revises, "at": "revises"})
        return self
