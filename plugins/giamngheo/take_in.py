"""`giamngheo import`: a file of an office becomes a draft; its damaged lines are reviewed before any is changed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from giamngheo.content.schema import Item, Plan, Policy
from giamngheo.ground.clock import moment_of_build
from giamngheo.importing.flow import confirm_review, import_file
from giamngheo.importing.refusal import RefusedError
from giamngheo.project import Refusal, content_option, write_files

_KINDS: dict[str, type[Item]] = {"plan": Plan, "policy": Policy}


@click.command("import", short_help="Nhập văn bản từ docx, pdf, html, txt.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--kind", type=click.Choice(tuple(_KINDS)), default="plan", help="Loại bài: plan hoặc policy.")
@click.option("--slug", help="Tên tệp, cũng là địa chỉ trang; mặc định lấy từ số, ký hiệu.")
@click.option("--confirm", is_flag=True, help="FILE là tệp đối chiếu: đưa các dòng đã đánh dấu x vào bản nháp.")
@content_option
def import_command(file: Path, kind: str, slug: str | None, root: Path, *, confirm: bool) -> None:
    """Nhập một văn bản thành bản nháp, hoặc (--confirm) nhận các dòng đã đối chiếu."""
    try:
        if confirm:
            _confirm(file)
        else:
            _import(file, _KINDS[kind], root.resolve(), slug)
    except RefusedError as error:
        _fail(file, error.what, error.mend)


def _import(file: Path, kind: type[Item], root: Path, slug: str | None) -> None:
    done = import_file(file, kind, root, slug, moment_of_build(os.environ).date())
    _write_new(done.draft, done.draft_text)
    if done.review_text is not None:
        _write_new(done.review, done.review_text)
    click.echo(f"Đã tạo bản nháp {done.draft}")
    for note in done.notes:
        click.echo(f"- {note}")
    click.echo(f"Điền các chỗ có chữ ĐIỀN rồi chạy: giamngheo check {done.draft}")


def _confirm(review: Path) -> None:
    done = confirm_review(review)
    _replace(done.draft, done.draft_text)
    if done.review_text is None:
        review.unlink()
    else:
        _replace(review, done.review_text)
    click.echo(f"Đã đưa {done.accepted} dòng vào {done.draft}; còn {done.left} dòng chưa đối chiếu.")
    for line in done.lost:
        click.echo(f"- Không còn thấy dòng {line} như lúc đọc; sửa tay trong {done.draft}.")


def _write_new(path: Path, text: str) -> None:
    if path.exists():
        raise Refusal(f"không ghi đè {path}. Cách sửa: thêm --slug với tên khác.")
    _replace(path, text)


def _replace(path: Path, text: str) -> None:
    write_files(path.parent, {path.name: text.encode()})


def _fail(file: Path, what: str, mend: str) -> None:
    name = "".join(c if c.isprintable() else "?" for c in str(file))
    click.echo(f"{name}: lỗi: {what}. Cách sửa: {mend}.", err=True)
    sys.exit(1)
