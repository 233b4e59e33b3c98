"""Activity: something that takes place on a day: training, dialogue, conference, campaign, contest, commendation."""

from datetime import date, datetime
from typing import Annotated, ClassVar, Literal, NoReturn, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from giamngheo.content.item import Item
from giamngheo.content.parts import Figure, Part
from giamngheo.content.scalars import AgencyId, Day, DayOrMoment, PlanId, PolicyId, Text, WebAddress

ActivityKind = Literal["tap-huan", "doi-thoai", "hoi-nghi", "chien-dich", "cuoc-thi", "tuyen-duong"]
Schedule = Literal["dung-lich", "du-kien", "hoan", "huy"]
When = date | datetime
"""A whole day, or a moment of Viet Nam."""


class Joining(Part):
    """How to take part."""

    how: Annotated[Text, Field(description="tham gia thế nào: đăng ký ở đâu, mang gì")]
    until: Annotated[DayOrMoment | None, Field(description="hạn đăng ký: ngày, hoặc ngày giờ")] = None
    fee: Annotated[Text | None, Field(description="có mất tiền không")] = None


class Contest(Part):
    """What only a contest has; who won stands in `outcome.awards`."""

    rules: Annotated[Text | None, Field(description="thể lệ, vài câu; bản đầy đủ để ở attachments")] = None
    entries_until: Annotated[DayOrMoment | None, Field(description="hạn nộp bài: ngày, hoặc ngày giờ")] = None
    results_on: Annotated[Day | None, Field(description="ngày công bố kết quả theo thể lệ")] = None
    jury: Annotated[Text | None, Field(description="ban giám khảo là ai; tên người phải khai ở people")] = None
    prizes: Annotated[Text | None, Field(description="giải thưởng theo thể lệ")] = None
    entries: Annotated[Figure | None, Field(description="số bài dự thi đã nhận")] = None

    @model_validator(mode="after")
    def _told_after_the_last_entry(self) -> Self:
        if self.entries_until and self.results_on and self.results_on < day_of(self.entries_until):
            refuse_order("entries_until", self.entries_until, "results_on", self.results_on, at="results_on")
        return self


class Award(Part):
    """One prize of a contest or one commendation."""

    prize: Annotated[Text, Field(description="giải, hình thức khen")]
    to: Annotated[Text, Field(description="trao cho ai: tập thể; người thì phải khai ở people")]
    work: Annotated[Text | None, Field(description="tên bài dự thi, thành tích")] = None


class Outcome(Part):
    """What came of it."""

    on: Annotated[Day, Field(description="kết quả tính đến ngày nào")]
    text: Annotated[Text, Field(description="kết quả bằng lời, vài câu")]
    figures: Annotated[tuple[Figure, ...], Field(description="số liệu kết quả, mỗi số có ngày và nguồn")] = ()
    awards: Annotated[tuple[Award, ...], Field(description="giải thưởng, khen thưởng đã trao")] = ()


class Activity(Item):
    """What takes place, when, where, by whom, for whom; afterwards what came of it."""

    KIND: ClassVar[str] = "activities"
    SECTION: ClassVar[str] = "hoat-dong"
    SECTION_NAME: ClassVar[str] = "Hoạt động"
    INTRO: ClassVar[str] = "Tập huấn, đối thoại, hội nghị, cuộc thi: khi nào, ở đâu, ai được dự, kết quả ra sao."

    kind: Annotated[
        ActivityKind, Field(description="tap-huan, doi-thoai, hoi-nghi, chien-dich, cuoc-thi hoặc tuyen-duong")
    ]
    starts: Annotated[DayOrMoment, Field(description="bắt đầu: ngày (cả ngày), hoặc ngày giờ 2026-12-25 08:30")]
    ends: Annotated[DayOrMoment | None, Field(description="kết thúc, cùng dạng với starts; ngày cuối tính cả")] = None
    status: Annotated[
        Schedule, Field(description="dung-lich, du-kien (chưa chốt), hoan (hoãn, chưa có lịch mới) hoặc huy (hủy)")
    ] = "dung-lich"
    status_note: Annotated[Text | None, Field(description="vì sao hoãn, hủy, dời")] = None
    moved_from: Annotated[DayOrMoment | None, Field(description="lịch cũ, nếu đã dời sang starts mới")] = None
    venue: Annotated[Text | None, Field(description="ở đâu: hội trường, nhà văn hóa, xã nào")] = None
    link: Annotated[WebAddress | None, Field(description="trang đăng ký hoặc xem trực tuyến")] = None
    organiser: Annotated[AgencyId | None, Field(description="cơ quan tổ chức, mã trong registers/agencies.yml")] = None
    organiser_name: Annotated[Text | None, Field(description="đơn vị tổ chức không có trong sổ cơ quan")] = None
    partners: Annotated[tuple[Text, ...], Field(description="đơn vị phối hợp")] = ()
    audience: Annotated[Text | None, Field(description="dành cho ai")] = None
    joining: Annotated[Joining | None, Field(description="cách tham gia")] = None
    contact: Annotated[Text | None, Field(description="hỏi ai")] = None
    plan: Annotated[PlanId | None, Field(description="id kế hoạch mà hoạt động này thực hiện")] = None
    policies: Annotated[tuple[PolicyId, ...], Field(description="id các chính sách được nói tới")] = ()
    contest: Annotated[Contest | None, Field(description="phần riêng của cuộc thi")] = None
    outcome: Annotated[Outcome | None, Field(description="kết quả, ghi sau khi diễn ra")] = None

    @property
    def first_day(self) -> Day:
        """Day on which it begins."""
        return day_of(self.starts)

    @property
    def last_day(self) -> Day:
        """Day on which it ends."""
        return day_of(self.ends or self.starts)

    @property
    def takes_place(self) -> tuple[Day, Day]:
        """First and last day."""
        return self.first_day, self.last_day

    @property
    def is_off(self) -> bool:
        """True for what was cancelled or postponed: nobody should go there on that day."""
        return self.status in ("hoan", "huy")

    @model_validator(mode="after")
    def _somebody_organises(self) -> Self:
        if not (self.organiser or self.organiser_name):
            meaning = "mã cơ quan trong registers/agencies.yml; không có trong sổ thì ghi tên vào organiser_name"
            raise PydanticCustomError("thieu-khoa", "", {"key": "organiser", "meaning": meaning})
        return self

    @model_validator(mode="after")
    def _times_in_order(self) -> Self:
        if self.ends and isinstance(self.ends, datetime) != isinstance(self.starts, datetime):
            raise PydanticCustomError("gio-mot-dau", "", {"at": "ends"})
        if self.ends and self.ends < self.starts:
            refuse_order("starts", self.starts, "ends", self.ends, at="ends")
        last = ("ends", self.ends) if self.ends else ("starts", self.starts)
        if self.joining and self.joining.until and day_of(self.joining.until) > self.last_day:
            refuse_order("joining.until", self.joining.until, *last, at="joining")
        if self.contest and self.contest.entries_until and day_of(self.contest.entries_until) > self.last_day:
            refuse_order("contest.entries_until", self.contest.entries_until, *last, at="contest")
        return self

    @model_validator(mode="after")
    def _parts_fit(self) -> Self:
        if self.contest and self.kind != "cuoc-thi":
            raise PydanticCustomError("contest-khac-loai", "", {"kind": self.kind, "at": "contest"})
        if self.outcome and self.is_off:
            raise PydanticCustomError("ket-qua-cua-viec-khong-dien-ra", "", {"status": self.status, "at": "outcome"})
        if self.outcome and self.outcome.on < self.first_day:
            refuse_order("starts", self.starts, "outcome.on", self.outcome.on, at="outcome")
        return self


def day_of(when: When) -> date:
    """Day of a day or of a moment."""
    return when.date() if isinstance(when, datetime) else when


def refuse_order(earlier: str, start: When, later: str, end: When, at: str) -> NoReturn:
    """Raise the problem `khoang-nguoc`, told on the line of the key `at`."""
    values = {"earlier": earlier, "later": later, "start": _written(start), "end": _written(end), "at": at}
    raise PydanticCustomError("khoang-nguoc", "", values)


def _written(when: When) -> str:
    return f"{when:%Y-%m-%d %H:%M}" if isinstance(when, datetime) else when.isoformat()
