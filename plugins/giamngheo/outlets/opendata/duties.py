"""What official plans ask as data: duties word for word with the bodies they fall to, and deadlines."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Annotated, Literal

from pydantic import Field

from giamngheo.catalog.moments import updated_at
from giamngheo.catalog.plan_work import Assigned, AssignedDuty, PlannedDeadline, PlanWork
from giamngheo.ground.vietnamese import PartialDate
from giamngheo.legal import YearDay
from giamngheo.outlets.opendata.parts import Named, StateRecord, state_record
from giamngheo.outlets.opendata.record import Dataset, Material, PartialDay, Record, Row, Uri

_READ_BY_MACHINE = "Do máy đọc từ văn bản; khi dùng, hãy đối chiếu với nguyên văn ở địa chỉ kèm theo."


class AddresseeRecord(Record):
    """Một nơi được giao việc."""

    name: Annotated[str, Field(description="đúng như văn bản viết")]
    role: Annotated[Literal["lead", "assigned", "cooperating"], Field(description="chủ trì; được giao; phối hợp")]
    agency: Annotated[
        Named | None, Field(description="cơ quan trong bộ dữ liệu co-quan; null: không chắc là cơ quan nào")
    ]


class YearDayRecord(Record):
    """Ngày không có năm."""

    month: Annotated[int | None, Field(description="tháng; null: ngày của mọi tháng")]
    day: Annotated[int, Field(description="ngày")]


class PlanPointRecord(Record):
    """Một chỗ trong kế hoạch."""

    id: Annotated[str, Field(description="mã: mã kế hoạch, neo của đoạn, thứ tự trong đoạn")]
    plan: Annotated[Named, Field(description="kế hoạch; mã trong bộ dữ liệu ke-hoach")]
    plan_state: Annotated[StateRecord | None, Field(description="kế hoạch còn thực hiện không")]
    address: Annotated[Uri, Field(description="đúng đoạn ấy trên trang kế hoạch")]
    text: Annotated[str, Field(description="nguyên văn")]
    start: Annotated[int, Field(description="vị trí đầu trong tệp .txt của kế hoạch, đếm bằng ký tự từ 0")]
    end: Annotated[int, Field(description="vị trí ngay sau ký tự cuối")]
    addressees: Annotated[list[AddresseeRecord], Field(description="giao cho ai")]


class DutyRecord(PlanPointRecord):
    """Một nhiệm vụ được giao, nguyên văn."""

    deadlines: Annotated[list[str], Field(description="lời về thời hạn nằm trong nhiệm vụ, nguyên văn")]


class DeadlineRecord(PlanPointRecord):
    """Một thời hạn, nguyên văn; điều gì lời văn không nói thì để trống."""

    sentence: Annotated[str, Field(description="câu có thời hạn, nguyên văn")]
    kind: Annotated[
        Literal["once", "period", "weekly", "monthly", "quarterly", "half-yearly", "yearly"],
        Field(description="một lần; một khoảng; hằng tuần; hằng tháng; hằng quý; 6 tháng một lần; hằng năm"),
    ]
    first: Annotated[PartialDay | None, Field(description="ngày bắt đầu, khi lời văn ghi đủ")]
    last: Annotated[PartialDay | None, Field(description="hạn, khi lời văn ghi đủ")]
    days: Annotated[list[YearDayRecord], Field(description="những ngày lặp lại")]
    undated: Annotated[list[YearDayRecord], Field(description="ngày mà lời văn không ghi năm")]


def _duty_rows(material: Material) -> Iterator[Row]:
    for work in material.works:
        changed = updated_at(work.plan, material.catalog.today).date()
        for number, duty in _numbered(work.duties):
            yield Row(partial(_duty_record, material, work, duty, number), changed=changed)


def _numbered(duties: Sequence[AssignedDuty]) -> Iterator[tuple[int, AssignedDuty]]:
    """Each duty with its place among those of the same block, from 1."""
    seen: dict[str, int] = {}
    for duty in duties:
        anchor = duty.duty.anchor
        seen[anchor] = seen.get(anchor, 0) + 1
        yield seen[anchor], duty


def _duty_record(material: Material, work: PlanWork, assigned: AssignedDuty, number: int) -> DutyRecord:
    duty = assigned.duty
    inside = (d.due.deadline for d in work.deadlines if duty.start <= d.due.deadline.start < duty.end)
    return DutyRecord(
        id=f"{work.plan.id}#{duty.anchor}.{number}",
        plan=Named(id=work.plan.id, name=work.plan.title),
        plan_state=state_record(material.catalog.state_of(work.plan)),
        address=material.full(f"{work.entry.address}#{duty.anchor}"),
        text=duty.text,
        start=duty.start,
        end=duty.end,
        addressees=_addressees(assigned.to),
        deadlines=[deadline.words for deadline in inside],
    )


def _deadline_rows(material: Material) -> Iterator[Row]:
    for work in material.works:
        changed = updated_at(work.plan, material.catalog.today).date()
        for planned in work.deadlines:
            yield Row(partial(_deadline_record, material, work, planned), changed=changed)


def _deadline_record(material: Material, work: PlanWork, planned: PlannedDeadline) -> DeadlineRecord:
    deadline = planned.due.deadline
    return DeadlineRecord(
        id=f"{work.plan.id}#{planned.due.anchor}.{deadline.start}",
        plan=Named(id=work.plan.id, name=work.plan.title),
        plan_state=state_record(material.catalog.state_of(work.plan)),
        address=material.full(planned.address),
        text=deadline.words,
        start=deadline.start,
        end=deadline.end,
        addressees=_addressees(planned.to),
        sentence=planned.due.sentence,
        kind=deadline.kind.value,
        first=_day(deadline.first),
        last=_day(deadline.last),
        days=_year_days(deadline.recurrence.days if deadline.recurrence else ()),
        undated=_year_days(deadline.undated),
    )


def _addressees(bodies: Sequence[Assigned]) -> list[AddresseeRecord]:
    return [
        AddresseeRecord(
            name=" ".join(one.addressee.name.split()),
            role=one.addressee.role.value,
            agency=Named(id=one.agency.id, name=one.agency.name) if one.agency else None,
        )
        for one in bodies
    ]


def _day(day: PartialDate | None) -> str | None:
    return str(day) if day else None


def _year_days(days: Sequence[YearDay]) -> list[YearDayRecord]:
    return [YearDayRecord(month=day.month, day=day.day) for day in days]


DUTIES = Dataset(
    name="nhiem-vu",
    title="Nhiệm vụ được giao",
    about=f"Kế hoạch giao việc gì cho cơ quan nào, trích nguyên văn. {_READ_BY_MACHINE}",
    record=DutyRecord,
    rows=_duty_rows,
    section="/nhiem-vu/",
)
DEADLINES = Dataset(
    name="thoi-han",
    title="Thời hạn trong kế hoạch",
    about=f"Những lời về thời hạn trong kế hoạch, và ngày nếu lời văn ghi rõ ngày. {_READ_BY_MACHINE}",
    record=DeadlineRecord,
    rows=_deadline_rows,
    section="/lich/",
)
