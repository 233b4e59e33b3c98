"""The command `giamngheo`: check content, new items, unknown documents, the schema. Exit codes: see `CODES`."""

from __future__ import annotations

import gettext
import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from giamngheo.catalog import build_catalog
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.unknown_documents import CitingText, find_unresolved, register_entry
from giamngheo.content.loader import load_content
from giamngheo.content.reference import json_schema, reference_table
from giamngheo.content.results.series import Series
from giamngheo.content.scaffold import missing_id, scaffold, scaffold_series
from giamngheo.content.schema import KINDS, Item
from giamngheo.ground.cache import Cache
from giamngheo.ground.json_text import readable
from giamngheo.ground.problems import Problem
from giamngheo.ground.vietnamese import slugify
from giamngheo.portal import check_portal
from giamngheo.project import Commands, cache_of, content_option, now, options_of, write_files

CODES = "Mã thoát: 0 không có lỗi (có thể có cảnh báo), 1 có lỗi, 2 gõ lệnh sai."
_DECLARED: tuple[type[Item | Series], ...] = (*KINDS, Series)
_FOLDERS = {**{kind.__name__.lower(): kind.KIND for kind in KINDS}, "result": Series.KIND}
"""Folder of what an editor can begin, by its name in commands."""
_KINDS_IN_WORDS = ", ".join(f"{kind.__name__.lower()} ({kind.SECTION_NAME.lower()})" for kind in KINDS) + (
    ", result (chuỗi số liệu)"
)
_ELSEWHERE = {
    "desk": "giamngheo.desk:desk",
    "import": "giamngheo.take_in:import_command",
    "ping": "giamngheo.ping:ping",
    "report": "giamngheo.report:report",
    "speak": "giamngheo.speak:speak",
}
_HANDBOOK = re.compile("(<!-- bảng khóa: bắt đầu -->\n).*?(<!-- bảng khóa: kết thúc -->)", re.DOTALL)


# The library's own words, in its own way: every message to editors is Vietnamese, on machines of any language.
gettext.bindtextdomain("messages", Path(__file__).parent / "locale")
os.environ["LANGUAGE"] = "vi"


@click.group(cls=Commands, elsewhere=_ELSEWHERE, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Kiểm tra và soạn nội dung Trang thông tin điện tử về giảm nghèo."""


@main.command(epilog=CODES, short_help="Kiểm tra nội dung.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--content", "root", default="content", type=click.Path(path_type=Path), help="Thư mục nội dung.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("terminal", "json", "github")),
    default="terminal",
    help="Cách in: cho người đọc, cho máy, hoặc chú thích trên trang duyệt mã.",
)
@click.option("--fix", is_flag=True, help="Tự ghi thêm id cho bài chưa có id.")
def check(paths: tuple[Path, ...], root: Path, form: str, *, fix: bool) -> None:
    """Kiểm tra toàn bộ nội dung; nếu ghi PATH thì chỉ in vấn đề của các tệp đó."""
    root = root.resolve()
    for path in paths:
        if not path.exists():
            raise click.UsageError(f"Không thấy {path}. Cách sửa: kiểm tra lại đường dẫn.")
    if fix:
        _add_ids(root)
    problems = check_portal(root, options_of(root))
    shown = [p for p in problems if not paths or _concerns(p, paths, root)]
    _print(shown, form)
    sys.exit(1 if any(p.is_error for p in shown) else 0)


@main.command(short_help="Tạo bài mới.", help=f"Tạo bài mới.\n\nKIND: {_KINDS_IN_WORDS}.")
@click.argument("kind", type=click.Choice(tuple(_FOLDERS)))
@click.argument("title")
@click.option("--slug", help="Tên tệp, cũng là địa chỉ trang; mặc định lấy từ tên bài.")
@content_option
def new(kind: str, title: str, slug: str | None, root: Path) -> None:
    """Write the file of a new item, to be filled in."""
    name = slugify(slug or title)[:60].strip("-")
    if not name:
        raise click.UsageError("Tên bài phải có chữ hoặc số. Cách sửa: ghi tên bài, hoặc thêm --slug ten-bai.")
    path = root / _FOLDERS[kind] / f"{name}{'.csv' if kind == 'result' else '.md'}"
    if path.exists():
        raise click.UsageError(f"Đã có {path}. Cách sửa: thêm --slug với tên khác.")
    model = next((k for k in KINDS if _FOLDERS[kind] == k.KIND), None)
    today = now().date()
    text = scaffold(model, title, today) if model else scaffold_series(title, today)
    write_files(path.parent, {path.name: text.encode()})
    click.echo(f"Đã tạo {path}. Mở tệp, điền các dòng có chữ ĐIỀN, rồi chạy: giamngheo check {path}")


@main.command(short_help="Liệt kê văn bản được dẫn mà sổ văn bản chưa có.")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@content_option
def citations(file: Path | None, root: Path) -> None:
    """In mục YAML để dán vào registers/documents.yml, cho văn bản được dẫn mà sổ chưa có.

    Không ghi FILE thì đọc mọi bài; ghi FILE thì chỉ đọc tệp chữ đó. Phần còn thiếu có chữ ĐIỀN.
    """
    content = load_content(root.resolve(), Cache(cache_of(root.resolve())))
    resolver = CitationResolver(build_catalog(content, now()))
    items = [CitingText(i.path, i.body_line, i.body, i.item) for i in content.items]
    texts = items if file is None else [i for i in items if root.parent / i.file == file] or [_plain_text(file)]
    unresolved = find_unresolved(resolver, texts)
    unknown = [one for one in unresolved if not one.similar]
    for one in unresolved:
        if one.similar:
            click.echo(f"# {one.places[0]}: “{one.words}” có trong sổ ({', '.join(one.similar)}) nhưng chưa đủ khớp về")
            click.echo("# loại, ngày hoặc cơ quan, hoặc có nhiều văn bản cùng số; không gắn liên kết.")
        else:
            click.echo(register_entry(resolver, one))
    click.echo(f"{len(unknown)} văn bản chưa có trong sổ, {len(unresolved) - len(unknown)} chưa chắc.", err=True)


def _plain_text(file: Path) -> CitingText:
    try:
        return CitingText(str(file), 1, file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"Không đọc được {file}. Cách sửa: lưu thành tệp chữ, mã UTF-8.") from error


@main.command(short_help="Ghi JSON Schema cho trình soạn thảo.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def schema(folder: Path) -> None:
    """Ghi JSON Schema của từng loại bài vào FOLDER, để trình soạn thảo gợi ý khi gõ."""
    schemas = {f"{kind.KIND}.schema.json": json_schema(kind) for kind in _DECLARED}
    texts = {name: readable(one, indent=2).decode() + "\n" for name, one in schemas.items()}
    write_files(folder, {name: text.encode() for name, text in texts.items()})
    click.echo(f"Đã ghi {len(_DECLARED)} tệp vào {folder}")


@main.command(hidden=True)
@click.argument("handbook", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def handbook(handbook: Path) -> None:
    """Ghi lại bảng khóa trong cẩm nang từ khai báo của mã nguồn."""
    handbook.write_text(with_reference(handbook.read_text("utf-8")), "utf-8")


def with_reference(text: str) -> str:
    """Return the handbook with the table of keys between its two marks made anew."""
    return _HANDBOOK.sub(lambda m: m[1] + reference_table() + m[2], text)


def _concerns(problem: Problem, paths: Iterable[Path], root: Path) -> bool:
    file = (root.parent / problem.location.file).resolve()
    return any(file.is_relative_to(path.resolve()) for path in paths)


def _print(problems: list[Problem], form: str) -> None:
    if form == "json":
        click.echo(readable([_as_json(p) for p in problems], indent=2).decode())
        return
    for problem in problems:
        click.echo(_as_annotation(problem) if form == "github" else str(problem))
    if form == "terminal":
        errors = sum(p.is_error for p in problems)
        click.echo(f"{errors} lỗi, {len(problems) - errors} cảnh báo.", err=True)


def _as_json(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.code,
        "severity": "error" if problem.is_error else "warning",
        "file": problem.location.file,
        "line": problem.location.line,
        "what": problem.what,
        "mend": problem.mend,
    }


def _as_annotation(problem: Problem) -> str:
    """Annotation command of hosted CI: `::error file=…,line=…::text`; line ends and % are escaped."""
    kind = "error" if problem.is_error else "warning"
    text = f"{problem.what}. Cách sửa: {problem.mend}. [{problem.code}]".replace("%", "%25").replace("\n", "%0A")
    file = problem.location.file.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
    return f"::{kind} file={file},line={max(1, problem.location.line)}::{text}"


def _add_ids(root: Path) -> None:
    for kind in _DECLARED:
        for path in sorted((root / kind.KIND).rglob("*.csv" if kind is Series else "*.md")):
            text = missing_id(kind, path)
            if text is not None:
                write_files(path.parent, {path.name: text.encode()})
                click.echo(f"Đã thêm id vào {path}", err=True)


if __name__ == "__main__":
    main()
