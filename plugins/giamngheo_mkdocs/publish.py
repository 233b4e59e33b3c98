"""MkDocs plugin `giamngheo-publish`: a build goes into a new folder and becomes the site only when whole."""

from __future__ import annotations

import logging
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.utils import CountHandler

from giamngheo.content.disk import reason_of
from giamngheo.ground.processes import processors
from giamngheo_mkdocs.check_site import check_site
from giamngheo_mkdocs.content import NoOptions, content_of
from giamngheo_mkdocs.folders import BuildFolders
from giamngheo_mkdocs.preview import build_aside

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer  # watches files: nothing that a build loads

log = logging.getLogger("mkdocs.plugins.giamngheo")

_NOTHING_PUBLISHED = "Không xuất bản gì; trang đang chạy được giữ nguyên."
_HALF_IN_PLACE = "Một phần trang mới đã vào chỗ. Lần dựng sau sẽ đưa nốt phần còn lại vào."
_NO_SITE = "thư mục này đang chứa thứ khác, không phải trang đã dựng. Cách sửa: chọn site_dir trống hoặc chưa có"


class HeldBack(Abort):
    """Ends a build that went out without the items in error (`on_error: hold`), with an exit code of its own."""

    code = exit_code = 3


class PublishPlugin(BasePlugin[NoOptions]):
    """Builds beside the site, checks, puts in place."""

    _folders: BuildFolders | None = None

    @event_priority(200)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs write beside the site, on the same disk, so that files are put in place by renames.

        Before everything that can fail: what a killed build left half in place is whole whatever happens next.
        """
        folders = BuildFolders(Path(config.site_dir))
        content_of(config).folders = folders
        if not folders.may_be_replaced():
            click.echo(f"{folders.site}: lỗi: {_NO_SITE}. [thu-muc-khac]", err=True)
            raise Abort(_NOTHING_PUBLISHED)
        folders.recover()
        folders.begin()
        self._folders = folders
        config.site_dir = str(folders.new)
        return config

    @event_priority(100)
    def on_files(self, files: Files, **_: object) -> Files:
        """Know the last site: MkDocs has just emptied the new folder. Before anybody writes."""
        if self._folders:
            self._folders.prepare()
        return files

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Check the new site whole, then put what is new in place."""
        folders = self._folders
        if folders is None:
            return
        config.site_dir = str(folders.site)
        if config.strict and _has_warnings():
            return  # MkDocs aborts after this event
        content = content_of(config)
        files, gone = folders.compare(content.unchanged)
        reasons = check_site(folders.find, files, _checked(gone, content.unchanged))
        for reason in reasons:
            click.echo(reason, err=True)
        if reasons and content.config.on_error != "show":
            raise Abort(_NOTHING_PUBLISHED)
        folders.put_in_place(gone)
        if content.portal and content.portal.held and content.config.on_error == "hold":
            held = content.portal.held
            raise HeldBack(f"Đã xuất bản, trừ {len(held)} tệp có lỗi: {', '.join(held)}")

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Leave the building to a process that can still be divided; this one is about to have threads."""
        if self._folders and processors() > 1:
            server.builder = build_aside(server.builder, self._folders.recover)
        return server

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Leave nothing behind of a build that failed, however early that was."""
        if self._folders is not None:
            self._folders.give_up()
        if isinstance(error, OSError):
            click.echo(_disk_fault(error), err=True)
            is_half = self._folders is not None and self._folders.is_half_in_place
            raise Abort(_HALF_IN_PLACE if is_half else _NOTHING_PUBLISHED) from error


def _checked(gone: Collection[str], unchanged: Collection[str]) -> Collection[str]:
    """Pages whose links were good in the last site and still are: they did not change, and nothing of it is gone.

    No page links to the index of the search, whose address changes with every edit.
    """
    return frozenset() if any(not name.startswith("search/") for name in gone) else unchanged


def _disk_fault(error: OSError) -> str:
    where = error.filename or "site"
    what = f"không đọc hoặc ghi được ({reason_of(error)})"
    return f"{where}: lỗi: {what}. Cách sửa: xem chỗ trống và quyền ghi. [ghi-hong]"


def _has_warnings() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(h, CountHandler) and h.get_counts() for h in handlers)
