"""The command `giamngheo report`: the annual communication report as page, tables and DOCX, in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar

import click
from pydantic_core import PydanticCustomError

from giamngheo.catalog.plan_work import works_of
from giamngheo.catalog.visibility import publications
from giamngheo.content.scalars import parse_day
from giamngheo.content.validation import suggest
from giamngheo.ground.vietnamese import format_day, format_number
from giamngheo.outlets.reports import AnnualReport, Period, Scope, make_report, report_files
from giamngheo.portal.build import Survey, survey_portal
from giamngheo.project import content_option, options_of, write_files

CODES = "Mã thoát: 0 xong, 1 không làm được, 2 gõ lệnh sai, 3 xong nhưng có bài lỗi không được tính."
_HELD = 3
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
RecordT = TypeVar("RecordT")


def _read_day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """A day as front matter has it."""
    try:
        return parse_day(value) if value else None
    except PydanticCustomError as error:
        raise click.BadParameter(
            f"ngày “{value}” không hợp lệ. Cách sửa: viết NĂM-THÁNG-NGÀY, ví dụ 2026-11-10."
        ) from error


@click.command(epilog=CODES, short_help="Lập báo cáo truyền thông hằng năm.")
@click.option("--year", type=click.IntRange(_FIRST_YEAR, _LAST_YEAR), help="Năm báo cáo; mặc định: năm nay.")
@click.option("--from", "first", callback=_read_day, metavar="NGÀY", help="Kỳ báo cáo từ ngày này, thay cho 01/01.")
@click.option(
    "--until", "last", callback=_read_day, metavar="NGÀY", help="Kỳ báo cáo đến hết ngày này, thay cho 31/12."
)
@click.option("--place", "place_id", metavar="MÃ", help="Chỉ tính địa bàn này và mọi nơi thuộc nó, xưa và nay.")
@click.option("--agency", "agency_id", metavar="MÃ", help="Cơ quan ban hành: phần đầu văn bản, nhiệm vụ được giao.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi; mặc định: bao-cao/….")
@content_option
def report(  # noqa: PLR0913, PLR0917 - one argument for each option of the command; click passes them by name
    year: int | None,
    first: date | None,
    last: date | None,
    place_id: str | None,
    agency_id: str | None,
    out: Path | None,
    root: Path,
) -> None:
    """Đếm từ chính nội dung: đã đăng gì, tháng nào thiếu chuyên mục, hạn nào đã đến, bài nào cần xem lại.

    Ghi ra bao-cao.html, bao-cao.docx (thể thức Nghị định 30/2020/NĐ-CP, để ký), so-lieu.csv, bang-chung.csv và
    thoi-han.csv.
    """
    root = root.resolve()
    options = options_of(root)
    period = _period(year, first, last, options.now.date())
    click.echo("Đang đọc nội dung …", err=True)
    survey = survey_portal(root, options)
    _refuse_broken(survey)
    made = make_report(_scope(survey, period, place_id, agency_id))
    folder = out or root.parent / "bao-cao" / "-".join(filter(None, (_name(period), place_id, agency_id)))
    write_files(folder, dict(report_files(made, options.site_url)))
    _tell(made, folder, survey)


def _period(year: int | None, first: date | None, last: date | None, today: date) -> Period:
    """The year, or the days given; what is not given is filled up from the year."""
    year = year or (last or first or today).year
    begin, end = first or date(year, 1, 1), last or date(year, 12, 31)
    if begin > end:
        raise click.UsageError(f"Kỳ báo cáo bắt đầu {format_day(begin)} sau khi kết thúc {format_day(end)}.")
    if begin > today:
        raise click.UsageError(f"Kỳ báo cáo từ {format_day(begin)} chưa tới. Cách sửa: ghi năm đã có bài đăng.")
    return Period.of(begin, end, today)


def _name(period: Period) -> str:
    return str(period.last.year) if period.is_year else f"{period.first}-{period.last}"


def _scope(survey: Survey, period: Period, place_id: str | None, agency_id: str | None) -> Scope:
    catalog = survey.catalog
    readings = {path: item.reading for path, item in survey.rendered.items() if item.reading}
    whole = [loaded for loaded in survey.content.items if loaded.path not in survey.held]
    return Scope(
        catalog=catalog,
        publications=publications(whole, catalog.now),
        works=works_of(catalog, readings),
        period=period,
        held=len(survey.held),
        place=_record(catalog.places, place_id, "địa bàn", "registers/places.yml"),
        agency=_record(catalog.agencies, agency_id, "cơ quan", "registers/agencies.yml"),
    )


def _record(records: Mapping[str, RecordT], name: str | None, what: str, file: str) -> RecordT | None:
    if name is None or name in records:
        return records[name] if name else None
    hint = suggest(name, list(records), "các mã có sẵn")
    hint = f"xem các mã trong {file}" if hint.startswith("xem") else hint
    raise click.UsageError(f"Không có {what} mã “{name}”. Cách sửa: {hint}")


def _refuse_broken(survey: Survey) -> None:
    """Nothing can be counted where a register or the settings are in error."""
    if survey.is_whole:
        return
    for problem in survey.problems:
        if problem.is_error:
            click.echo(str(problem), err=True)
    click.echo("Chưa lập được báo cáo: sửa các lỗi trên rồi chạy lại.", err=True)
    sys.exit(1)


def _tell(made: AnnualReport, folder: Path, survey: Survey) -> None:
    lacking = ", ".join(one.month.key for one in made.lacking) or "không tháng nào"
    click.echo(f"Đã ghi báo cáo vào {folder}")
    number, overdue = format_number(made.total.number), format_number(made.overdue.number)
    click.echo(f"{number} bài đăng; thiếu chuyên mục: {lacking}; {overdue} mục cần xem lại.")
    if made.scope.agency is None:
        click.echo("Chưa ghi --agency nên phần đầu và phần ký của bao-cao.docx còn để trống.", err=True)
    if survey.held:
        click.echo(f"Không tính {len(survey.held)} tệp còn lỗi: {', '.join(sorted(survey.held))}", err=True)
        sys.exit(_HELD)
