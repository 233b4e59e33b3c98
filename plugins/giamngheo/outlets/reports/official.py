"""The report as a DOCX in the layout of Nghị định 30/2020/NĐ-CP, to be signed without being typed again.

Every number stands beside the numbers of its items in the annex ("Bài số"), so that paper alone lets it be traced.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, time

from msgspec import Struct

from giamngheo.ground.vietnamese import format_day, format_long_day, format_number
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.reports.counts import Count, CountTable, Evidence
from giamngheo.outlets.reports.letterhead import NATIONAL_TITLE, annex_reference, letterhead_of
from giamngheo.outlets.reports.report import AnnualReport
from giamngheo.rendering.official_docx import (
    OfficialAnnex,
    OfficialDocument,
    OfficialLink,
    OfficialParagraph,
    OfficialTable,
    ParagraphLook,
    Properties,
    TableColumn,
    write_docx,
)

_LONGEST = 160
"""Characters of a list of numbers in a cell; a longer one gives way to the name of its lines in the table."""

_Part = OfficialParagraph | OfficialTable


def write_official_report(report: AnnualReport, site_url: str) -> bytes:
    """Return the DOCX; the same report always gives the same bytes."""
    day = datetime.combine(report.scope.catalog.today, time())
    agency = report.scope.agency
    author = agency.name if agency else report.scope.catalog.settings.publisher or report.scope.catalog.settings.name
    return write_docx(lay_out(report, site_url.rstrip("/")), Properties(f"Báo cáo {report.title}", author, day, day))


def lay_out(report: AnnualReport, site_url: str) -> OfficialDocument:
    """What stands where."""
    head = letterhead_of(report.scope)
    register = _Register.of(report, site_url)
    return OfficialDocument(
        superior=head.superior,
        issuer=head.issuer,
        national_title=NATIONAL_TITLE,
        number=head.number,
        place_and_date=head.place_and_date,
        doc_type="BÁO CÁO",
        subject=(report.title,),
        addressed_to=head.to,
        grounds=tuple(_grounds(report)),
        body=(*_published(report, register), *_demanded(report, register), *_looked_after(report, register)),
        recipients=head.recipients,
        authority=head.authority,
        signed=head.signed,
        annexes=tuple(_annexes(report, register, annex_reference(report.scope, head))),
    )


class _Register(Struct, frozen=True):
    """All items of the report, each with its number in the annex."""

    items: tuple[Evidence, ...]
    numbers: dict[str, int]
    site_url: str

    @classmethod
    def of(cls, report: AnnualReport, site_url: str) -> _Register:
        found: dict[str, Evidence] = {}
        for count in report.counts:
            for one in count.evidence:
                found.setdefault(one.id, one)
        items = tuple(found.values())
        return cls(items, {one.id: number for number, one in enumerate(items, 1)}, site_url)

    def where(self, count: Count) -> str:
        """Numbers of the items of a count: "1–3, 7, 9 (2 lần)"."""
        text = ", ".join(_runs(Counter(self.numbers[one.id] for one in count.evidence)))
        return text if len(text) <= _LONGEST else f"bang-chung.csv, khóa {count.key}"

    def link(self, address: str) -> str:
        return self.site_url + address


def _runs(numbers: Counter[int]) -> Iterator[str]:
    """Yield single numbers and runs of three and more; what was counted more than once says so."""
    once = sorted(number for number, times in numbers.items() if times == 1)
    start = 0
    for index in range(1, len(once) + 1):
        if index == len(once) or once[index] != once[index - 1] + 1:
            run = once[start:index]
            yield from [f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run)  # noqa: PLR2004 - two are no run
            start = index
    yield from (f"{number} ({times} lần)" for number, times in sorted(numbers.items()) if times > 1)


def _grounds(report: AnnualReport) -> Iterator[str]:
    """Yield the plans of the period that are known with number and day; the last line ends with a stop."""
    scope = report.scope
    lines = []
    for work in scope.works_of_place:
        plan = work.plan
        issuer = scope.catalog.agencies.get(plan.issuer)
        if plan.number and plan.issued and issuer:
            name = TYPE_NAMES[plan.doc_type]
            day = format_long_day(plan.issued)
            lines.append(f"Căn cứ {name[:1].upper()}{name[1:]} số {plan.number} {day} của {issuer.name}")
    for index, line in enumerate(lines):
        yield f"{line}{'.' if index == len(lines) - 1 else ';'}"


def _published(report: AnnualReport, register: _Register) -> Iterator[_Part]:
    scope = report.scope
    who = scope.agency.name if scope.agency else scope.catalog.settings.publisher or scope.catalog.settings.name
    until = format_day(scope.period.until)
    yield _text(
        f"{who} báo cáo kết quả truyền thông về giảm nghèo trên {scope.catalog.settings.name} "
        f"{scope.period.label}, số liệu tính đến hết ngày {until}, như sau:"
    )
    yield _heading("I. NỘI DUNG ĐÃ ĐĂNG")
    for number, table in enumerate(report.tables, 1):
        yield _heading(f"{number}. {table.title}")
        yield _numbers(table, register)
    yield _heading(f"{len(report.tables) + 1}. Chuyên mục hằng tháng")
    yield _text(_lacking(report))
    yield _column(report, register)


def _numbers(table: CountTable, register: _Register) -> OfficialTable:
    columns = (TableColumn(table.head, 92), TableColumn("Số lượng", 24, is_number=True), TableColumn("Bài số", 44))
    return OfficialTable(columns, tuple((c.label, format_number(c.number), register.where(c)) for c in table.counts))


def _lacking(report: AnnualReport) -> str:
    names = ", ".join(one.month.label.lower() for one in report.lacking)
    return f"Các tháng thiếu chuyên mục: {names}." if names else "Không tháng nào thiếu chuyên mục."


def _column(report: AnnualReport, register: _Register) -> OfficialTable:
    columns = (
        TableColumn("Tháng", 40),
        TableColumn("Chuyên mục", 40, is_number=True),
        TableColumn("Số bài", 24, is_number=True),
        TableColumn("Bài số", 56),
    )
    rows = tuple(
        (one.month.label, one.state.value, format_number(one.items.number), register.where(one.items))
        for one in report.column
    )
    return OfficialTable(columns, rows)


def _demanded(report: AnnualReport, register: _Register) -> Iterator[_Part]:
    yield _heading("II. NHIỆM VỤ VÀ THỜI HẠN TRONG CÁC KẾ HOẠCH")
    if not report.plans.number:
        yield _text("Trang thông tin chưa có nguyên văn kế hoạch nào mà thời gian thực hiện gồm kỳ báo cáo.")
        return
    number, where = format_number(report.plans.number), register.where(report.plans)
    yield _text(f"Kế hoạch có nguyên văn trên trang, thời gian thực hiện gồm kỳ này: {number} (bài số {where}).")
    if report.demands:
        yield _heading("1. Thời hạn")
        yield _deadlines(report, register)
    else:
        yield _text(f"Các kế hoạch này không ghi thời hạn nào trong kỳ{' cho cơ quan' if report.scope.agency else ''}.")
    if report.duties:
        yield _heading("2. Nhiệm vụ được giao")
        yield _text("Trang thông tin không biết việc đã làm đến đâu; phần này chỉ nêu các kế hoạch giao gì, cho ai.")
        yield _duties(report, register)
    if report.scope.agency:
        yield from (_tasks(count, register) for count in report.duties)


def _deadlines(report: AnnualReport, register: _Register) -> OfficialTable:
    columns = (
        TableColumn("Hạn", 30, is_number=True),
        TableColumn("Nguyên văn trong kế hoạch", 86),
        TableColumn("Giao cho", 44),
    )
    rows = tuple(
        (
            f"{format_day(d.day)} ({'đã đến hạn' if d.is_past else 'chưa đến hạn'})" if d.day else "Không ghi ngày",
            OfficialLink(d.sentence, register.link(d.address)),
            "; ".join(d.to),
        )
        for d in report.demands
    )
    return OfficialTable(columns, rows)


def _duties(report: AnnualReport, register: _Register) -> OfficialTable:
    columns = (TableColumn("Cơ quan", 92), TableColumn("Số lượng", 24, is_number=True), TableColumn("Bài số", 44))
    return OfficialTable(columns, tuple((c.label, format_number(c.number), register.where(c)) for c in report.duties))


def _tasks(count: Count, register: _Register) -> OfficialTable:
    columns = (TableColumn("Nguyên văn trong kế hoạch", 130), TableColumn("Vai trò", 30, is_number=True))
    return OfficialTable(
        columns, tuple((OfficialLink(e.title, register.link(e.address)), e.note) for e in count.evidence)
    )


def _looked_after(report: AnnualReport, register: _Register) -> Iterator[_Part]:
    yield _heading("III. NỘI DUNG CẦN XEM LẠI")
    if report.overdue.number:
        yield _text(f"Số mục cần xem lại: {format_number(report.overdue.number)}.")
        columns = (TableColumn("Bài số", 20, is_number=True), TableColumn("Tên bài", 80), TableColumn("Lý do", 60))
        rows = ((str(register.numbers[e.id]), e.title, e.note) for e in report.overdue.evidence)
        yield OfficialTable(columns, tuple(rows))
    else:
        yield _text("Không có mục nào quá hạn xem lại.")
    yield _heading("IV. GIỚI HẠN CỦA SỐ LIỆU")
    *others, last = report.notes
    yield from (_text(note) for note in others)
    yield _text(f"{last.removesuffix('.')}./.")


def _annexes(report: AnnualReport, register: _Register, goes_with: str) -> Iterator[OfficialAnnex]:
    if register.items:
        yield OfficialAnnex("Phụ lục I", "Danh mục bài", goes_with, tuple(_list_of_items(register)))
    label = "Phụ lục II" if register.items else "Phụ lục"
    yield OfficialAnnex(label, "Cách đếm", goes_with, tuple(_methods(report)))


def _list_of_items(register: _Register) -> Iterator[_Part]:
    yield _text(f"Địa chỉ của mỗi bài: {register.link('/id/')}<mã bài>/")
    columns = (
        TableColumn("Bài số", 18, is_number=True),
        TableColumn("Ngày", 28, is_number=True),
        TableColumn("Tên bài", 72),
        TableColumn("Mã bài", 42),
    )
    rows = (
        (str(register.numbers[e.id]), format_day(e.day), OfficialLink(e.title, register.link(e.address)), e.id)
        for e in register.items
    )
    yield OfficialTable(columns, tuple(rows))


def _methods(report: AnnualReport) -> Iterator[_Part]:
    tables: Sequence[tuple[str, str]] = [(table.title, table.method) for table in report.tables]
    for number, (title, method) in enumerate([*tables, ("Chuyên mục hằng tháng", report.column_method)], 1):
        yield _heading(f"{number}. {title}")
        yield _text(method)


def _text(text: str) -> OfficialParagraph:
    return OfficialParagraph(text)


def _heading(text: str) -> OfficialParagraph:
    return OfficialParagraph(text, ParagraphLook.HEADING)
