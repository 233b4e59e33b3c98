"""MkDocs plugin `giamngheo-publish`: a build goes into a new folder and replaces the site only when whole."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils import CountHandler

from giamngheo_mkdocs.check_site import check_site
from giamngheo_mkdocs.content import NoOptions, content_of

log = logging.getLogger("mkdocs.plugins.giamngheo")

_NEW = ".new"
"""Ending of the folder that a build goes into: only a folder with this ending is ever removed unpublished."""

_NOTHING_PUBLISHED = "Không xuất bản gì; trang đang chạy được giữ nguyên."


class HeldBack(Abort):
    """Ends a build that went out without the items in error (`on_error: hold`), with an exit code of its own."""

    code = exit_code = 3


class PublishPlugin(BasePlugin[NoOptions]):
    """Builds beside the site, checks, swaps."""

    _site: Path | None = None
    _new: Path | None = None

    @event_priority(200)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs write beside the site, on the same disk, so that the swap is two renames.

        Before everything that can fail: a site that a killed build left aside is back whatever happens next.
        """
        self._site = Path(config.site_dir)
        self._new = self._site.with_name(f"{self._site.name}{_NEW}")
        bring_back(self._site)
        shutil.rmtree(self._new, ignore_errors=True)  # of a build that was killed
        config.site_dir = str(self._new)
        return config

    @event_priority(-100)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Check the new site whole, then put it in place of the old one."""
        if self._site is None or self._new is None:
            return
        config.site_dir = str(self._site)
        if config.strict and _has_warnings():
            return  # MkDocs aborts after this event
        content = content_of(config)
        reasons = check_site(self._new)
        for reason in reasons:
            click.echo(reason, err=True)
        if reasons and content.config.on_error != "show":
            raise Abort(_NOTHING_PUBLISHED)
        swap(self._new, self._site)
        if content.portal and content.portal.held and content.config.on_error == "hold":
            held = content.portal.held
            raise HeldBack(f"Đã xuất bản, trừ {len(held)} tệp có lỗi: {', '.join(held)}")

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Leave nothing behind of a build that failed, however early that was."""
        if self._new is not None and self._new.name.endswith(_NEW):
            shutil.rmtree(self._new, ignore_errors=True)
        if isinstance(error, OSError):
            click.echo(_disk_fault(error), err=True)
            raise Abort(_NOTHING_PUBLISHED) from error


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`: never a mixture; deploy/publish.sh swaps without a gap."""
    old = _old(site)
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    finally:
        bring_back(site)
    shutil.rmtree(old, ignore_errors=True)


def bring_back(site: Path) -> None:
    """Put the last good site back where a swap was broken off between its two renames."""
    if not site.exists() and _old(site).exists():
        _old(site).rename(site)


def _old(site: Path) -> Path:
    return site.with_name(f"{site.name}.old")


def _disk_fault(error: OSError) -> str:
    where = error.filename or "site"
    reason = os.strerror(error.errno or 0)
    return f"{where}: lỗi: không đọc hoặc ghi được ({reason}). Cách sửa: xem chỗ trống và quyền ghi. [ghi-hong]"


def _has_warnings() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(h, CountHandler) and h.get_counts() for h in handlers)
