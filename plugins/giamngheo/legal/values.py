"""What is read of a text: deadlines, duties, points of plans side by side. Values only.

They stand apart from what reads them, so that whoever keeps or shows them loads no reader (`giamngheo.legal`).
"""

from enum import StrEnum

from msgspec import Struct

from giamngheo.ground.vietnamese import PartialDate


class DeadlineKind(StrEnum):
    """How often it falls due; a period has a beginning and an end."""

    ONCE = "once"
    PERIOD = "period"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


class YearDay(Struct, frozen=True):
    """A day without a year; `month` is None for a day of every month."""

    month: int | None
    day: int


class Recurrence(Struct, frozen=True):
    """When it falls due again: on `days`, of each year or (where they have no month) of each month.

    Without days only the rhythm is known, the kind of the deadline. `until` ends a span that begins on the only day.
    """

    days: tuple[YearDay, ...] = ()
    until: YearDay | None = None


class Deadline(Struct, frozen=True):
    """`words` is `text[start:end]`. `first` and `last` are dates that the words give in full: `last` the deadline.

    `undated` holds days whose year the words do not give; nothing is added to them.
    """

    kind: DeadlineKind
    words: str
    start: int
    end: int
    first: PartialDate | None = None
    last: PartialDate | None = None
    recurrence: Recurrence | None = None
    undated: tuple[YearDay, ...] = ()


class Role(StrEnum):
    """How a body takes part in a duty."""

    LEAD = "lead"  # the text says "chủ trì"
    ASSIGNED = "assigned"
    COOPERATING = "cooperating"  # named behind "phối hợp với"


class Addressee(Struct, frozen=True):
    """A body named in the text: its name as written, with its span, and how it takes part."""

    name: str
    role: Role
    start: int
    end: int


class Duty(Struct, frozen=True):
    """One duty: `text` is `source[start:end]`, verbatim, without the marker; `anchor` is the block it stands in."""

    text: str
    anchor: str
    start: int
    end: int
    addressees: tuple[Addressee, ...]
    heading: str = ""
    """Anchor of the block that names the addressees, where that is another one."""


class Due(Struct, frozen=True):
    """A deadline in its place: offsets are those of the outline's source, `sentence` is verbatim.

    `addressees` are the bodies of the duty it stands in, without those who only cooperate; empty where the text
    names none.
    """

    deadline: Deadline
    anchor: str
    sentence: str
    addressees: tuple[Addressee, ...]


class PlanPart(StrEnum):
    """Parts of a communication plan, by the titles that official plans give them."""

    OBJECTIVES = "objectives"  # mục đích, yêu cầu
    AUDIENCE = "audience"  # đối tượng, phạm vi, thời gian
    CONTENT = "content"  # nội dung, nhiệm vụ
    FORMS = "forms"  # hình thức
    SOLUTIONS = "solutions"  # giải pháp
    FUNDING = "funding"  # kinh phí
    ORGANISATION = "organisation"  # tổ chức thực hiện
    OTHER = "other"


class Relation(StrEnum):
    """How a point stands to the other plan."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"  # only in the plan that is compared
    LEFT_OUT = "left_out"  # only in the plan it is compared with


class Point(Struct, frozen=True):
    """One block of a plan: `text` for reading, without the marker, worded as in the plan."""

    part: PlanPart
    anchor: str
    text: str


class WordChange(Struct, frozen=True):
    """A run of words: in both texts, only in the other plan ("-"), or only in this one ("+")."""

    sign: str
    text: str


class Pair(Struct, frozen=True):
    """A point and what it corresponds to; `changes` are filled where the relation is CHANGED."""

    relation: Relation
    point: Point | None
    other: Point | None
    changes: tuple[WordChange, ...] = ()


class CitedDocument(Struct, frozen=True):
    """A document that a plan carries out: its number, and its day in ISO 8601, "" where the plan does not tell it."""

    number: str
    day: str


class PlanReading(Struct, frozen=True):
    """Duties, deadlines and points of a plan; `grounds` are the documents with a symbol that its preamble cites."""

    duties: tuple[Duty, ...] = ()
    due: tuple[Due, ...] = ()
    points: tuple[Point, ...] = ()
    grounds: tuple[CitedDocument, ...] = ()
