"""MkDocs plugin `giamngheo-publish`: a build goes into a new folder and replaces the site only when whole."""

from __future__ import annotations

import logging
import os
import shutil
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils import CountHandler

from giamngheo_mkdocs.check_site import check_site
from giamngheo_mkdocs.content import NoOptions, content_of

log = logging.getLogger("mkdocs.plugins.giamngheo")

_NEW = ".new"
"""Ending of the folder that a build goes into: only a folder with this ending is ever removed unpublished."""

HELD_BACK = 3
"""Exit code of a build that went out without the items in error (`on_error: hold`)."""


class PublishPlugin(BasePlugin[NoOptions]):
    """Builds beside the site, checks, swaps."""

    _site: Path | None = None
    _new: Path | None = None

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs write beside the site, on the same disk, so that the swap is two renames."""
        self._site = Path(config.site_dir)
        self._new = self._site.with_name(f"{self._site.name}{_NEW}")
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
        if reasons := check_site(self._new):
            shutil.rmtree(self._new)
            raise Abort("\n".join([*reasons, "Không xuất bản gì; trang đang chạy được giữ nguyên."]))
        swap(self._new, self._site)
        content = content_of(config)
        if content.portal and content.portal.held and content.config.on_error == "hold":
            error = Abort(f"Đã xuất bản, trừ {len(content.portal.held)} tệp có lỗi: {', '.join(content.portal.held)}")
            error.code = error.exit_code = HELD_BACK
            raise error

    def on_build_error(self, **_: object) -> None:
        """Leave nothing behind of a build that failed, however early that was."""
        if self._new is not None and self._new.name.endswith(_NEW):
            shutil.rmtree(self._new, ignore_errors=True)


def swap(new: Path, site: Path) -> None:
    """Put `new` in the place of `site`; what is served is the old whole or the new whole."""
    old = site.with_name(f"{site.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        os.rename(site, old)
    os.rename(new, site)
    shutil.rmtree(old, ignore_errors=True)


def _has_warnings() -> bool:
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(h, CountHandler) and h.get_counts() for h in handlers)
