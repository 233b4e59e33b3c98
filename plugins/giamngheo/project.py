"""The project folder as the commands find it: where its content, cache and hand-written pages are, and its address."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Mapping
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from giamngheo.content.disk import reason_of
from giamngheo.ground.clock import moment_of_build
from giamngheo.portal import BuildOptions
from giamngheo.portal.hand_written import docs_addresses

_SITE_URL = re.compile(r"""^site_url:[ \t]*["']?(https?://[^\s"'#]+)""", re.MULTILINE)
_EXAMPLE = "https://giamngheo.example/"


def options_of(root: Path) -> BuildOptions:
    """What a command depends on besides the content folder `root`."""
    docs = root.parent / "docs"
    pages = docs_addresses(docs)
    return BuildOptions(site_url_of(root), now(), cache=cache_of(root), docs=pages, docs_root=docs)


def now() -> datetime:
    """Moment of the command in Viet Nam."""
    try:
        return moment_of_build(os.environ)
    except ValueError as error:
        raise click.UsageError("SOURCE_DATE_EPOCH không phải số giây. Cách sửa: bỏ biến này.") from error


def cache_of(root: Path) -> Path | None:
    """The cache of the build, where there is one: a check then costs only what changed."""
    cache = root.parent / ".cache"
    return cache / "giamngheo" if cache.is_dir() else None


def site_url_of(root: Path) -> str:
    """Address of the site after mkdocs.yml, which only the generator reads whole: it may hold tags of its own."""
    try:
        found = _SITE_URL.search((root.parent / "mkdocs.yml").read_text("utf-8"))
    except (OSError, ValueError):
        found = None
    return f"{found[1].rstrip('/')}/" if found else _EXAMPLE


class Refusal(click.ClickException):
    """What went wrong and how to mend it, in Vietnamese; ends with exit code 1."""

    def show(self, file: object = None) -> None:  # noqa: ARG002 - signature of click
        """Print without the English "Error:" of click."""
        click.echo(f"lỗi: {self.message}", err=True)


class Commands(click.Group):
    """Commands whose trouble with disks is told in Vietnamese, wherever it comes up.

    `elsewhere` names commands in modules of their own ("giamngheo.desk:desk"), loaded when they are called: to read a
    PDF takes libraries that take longer to load than a check of the content takes in all.
    """

    def __init__(self, *args: Any, elsewhere: Mapping[str, str], **attributes: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(*args, **attributes)
        self._elsewhere = elsewhere

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, in order."""
        return sorted({*super().list_commands(ctx), *self._elsewhere})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, loading its module, or None."""
        module, _, attribute = self._elsewhere.get(cmd_name, "").partition(":")
        if not module:
            return super().get_command(ctx, cmd_name)
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a pipe that was closed is left to click, which ends quietly."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            where = error.filename or "nơi in kết quả ra"
            raise Refusal(
                f"không đọc hoặc không ghi được {where} ({reason_of(error)}). Cách sửa: kiểm tra quyền và chỗ trống."
            ) from error


def _existing(_context: click.Context, _option: click.Parameter, folder: Path) -> Path:
    """Refuse a wrong place before anything is written there."""
    if folder.is_dir():
        return folder
    raise click.UsageError(
        f"Không thấy thư mục nội dung {folder}. Cách sửa: chạy lệnh trong thư mục dự án, nơi có mkdocs.yml và content/."
    )


content_option = click.option(
    "--content",
    "root",
    default="content",
    type=click.Path(path_type=Path),
    callback=_existing,
    help="Thư mục nội dung.",
)


def write_files(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, each whole or not at all; refuses where it cannot."""
    path = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            path = folder / name
            _write(path, content)
    except OSError as error:
        raise Refusal(
            f"không ghi được {path} ({reason_of(error)}). Cách sửa: kiểm tra quyền ghi và chỗ trống."
        ) from error


def _write(path: Path, content: bytes) -> None:
    part = path.with_name(f".{path.name}.new")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
