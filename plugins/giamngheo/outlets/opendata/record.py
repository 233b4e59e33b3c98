"""What a dataset is made of: records, the rows that make them when asked, and the material they are made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from msgspec import Struct
from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.rendering.cited import Reference


class Record(BaseModel):
    """Base of all that is published as data.

    No field has a default, so all are always there; what is not known is null or an empty list. The fields declared in
    classes of this base are the promise of `promise.py`: descriptions are what users of the data read.
    """

    model_config = ConfigDict(frozen=True, defer_build=True)  # most builds after an edit make no record


Code = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
"""Identity of an item or of a record of a register; never changed, never given to something else."""

Uri = Annotated[str, Field(json_schema_extra={"format": "uri"})]
"""A full address."""

PartialDay = Annotated[str, Field(pattern="^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")]
"""A day, a month or a year: "2025-01-31", "2025-01", "2025"."""

Amount = Annotated[int | float, WithJsonSchema({"type": "number"})]
"""A number; written without a fraction where it has none."""


class Removed(Record):
    """Một mục đã bị gỡ: xin xóa bản đã chép."""

    id: Annotated[Code, Field(description="mã của mục")]
    iri: Annotated[Uri, Field(description="địa chỉ không đổi, nay dẫn tới lời báo đã gỡ và lý do")]
    date: Annotated[date, Field(description="ngày gỡ")]


class Material(Struct, frozen=True):
    """What records are made from.

    `site` is the address of the portal without a slash at its end; `pages` are addresses of pages of this build, by
    which a record knows whether it has one; `references` are citations by the file of the item that cites; `digest`
    is of all of this, but settings, code and day.
    """

    catalog: Catalog
    site: str
    references: Mapping[str, Sequence[Reference]]
    works: Sequence[PlanWork]
    pages: frozenset[str]
    digest: str = ""

    def full(self, address: str) -> str:
        """An address of the site in full."""
        return self.site + address

    def page(self, address: str) -> str | None:
        """The full address of a page, where there is one."""
        return self.site + address if address in self.pages else None


class Row(Struct, frozen=True):
    """One record before it is made.

    `page` is the address of the page beside which its copy stands, "" where none is its own. `changed` is the day of
    its last change that was not minor; None where nobody writes that down, as in registers.
    """

    make: Callable[[], Record]
    page: str = ""
    changed: date | None = None


class Dataset(Struct, frozen=True):
    """One set of records of the same form.

    `name` is its part of addresses, `about` one or two sentences for people, `section` the page of the site whose
    copy the whole set is, "" where none is; `covers` yields the days that records tell of, first and last; a last
    None is still open; `removed` yields what was taken back with a notice.
    """

    name: str
    title: str
    about: str
    record: type[Record]
    rows: Callable[[Material], Iterable[Row]]
    section: str = ""
    covers: Callable[[Material], Iterable[tuple[date, date | None]]] | None = None
    removed: Callable[[Material], Iterable[Removed]] | None = None


class Filled(Struct, frozen=True):
    """A dataset of this portal, which has records; `removed` are those that were taken back."""

    dataset: Dataset
    rows: tuple[Row, ...]
    removed: tuple[Removed, ...] = ()

    @property
    def modified(self) -> date | None:
        """Day of the last change, or of the last removal; None where no record has one."""
        days = [*(row.changed for row in self.rows if row.changed), *(one.date for one in self.removed)]
        return max(days, default=None)

    def has_copies(self, material: Material) -> bool:
        """Whether records lie beside pages."""
        return any(row.page in material.pages for row in self.rows)


def as_amount(value: Any) -> int | float:  # noqa: ANN401 - a Decimal, or what a register holds as a whole number
    """Return the number as JSON writes it: a whole number exactly, a fraction as the nearest double."""
    return int(value) if value == int(value) else float(value)
