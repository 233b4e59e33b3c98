"""MkDocs plugin `giamngheo-content`: builds the portal before MkDocs reads anything, and tells the editor."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import cast

import click
from markdown import Markdown
from mkdocs.config import base, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.utils.meta import get_data

from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.clock import moment_of_build
from giamngheo.ground.memory import long_lived
from giamngheo.ground.problems import Problem
from giamngheo.outlets.search import cut_sections
from giamngheo.portal import BuildOptions, Portal, build_portal
from giamngheo.portal.build import OnError
from giamngheo.portal.hand_written import docs_addresses, read_page
from giamngheo.rendering.outputs import Searched, SearchedPage
from giamngheo_mkdocs.folders import BuildFolders

log = logging.getLogger("mkdocs.plugins.giamngheo")


_PREVIEW_FOLDERS = ("mkdocs_", "properdocs_")
"""How the folders of `serve` begin: mkdocs/commands/serve.py; no setting tells that a build is one of `serve`."""


class ContentConfig(base.Config):
    """Options of the plugin in mkdocs.yml."""

    content_dir = config_options.Type(str, default="content")
    cache_dir = config_options.Type(str, default=".cache/giamngheo")
    on_error = config_options.Choice(("stop", "hold", "show"), default="stop")


class NoOptions(base.Config):
    """For plugins that have nothing to set."""


class ContentPlugin(BasePlugin[ContentConfig]):
    """Builds the portal; the other plugins take their part of it from here."""

    portal: Portal | None = None
    problems: tuple[Problem, ...] = ()
    folders: BuildFolders | None = None
    """Where the site will stand in the end, and where this build lies until then; set by the plugin that publishes."""
    common: str = ""
    """Digest of what all files of this build are made from; worked out when it is first asked for."""
    unchanged: frozenset[str] = frozenset()
    """Files taken over from the last site; the plugins of pages and of files add theirs."""

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read, check and build everything; stop with the problems where they forbid to publish."""
        root = Path(config.config_file_path).parent / self.config.content_dir
        log.info("Đọc và kiểm tra nội dung …")
        with long_lived():
            self.portal, problems = build_portal(root, self.options(config))
        self.problems = tuple(problems)
        config.watch.append(str(root))
        for problem in problems:
            click.echo(str(problem), err=True)
        if self.portal is None and self.config.on_error != "show":
            raise Abort(summary(problems))
        return config

    @property
    def is_preview(self) -> bool:
        """True where only the editor sees the site: the server of `mkdocs serve` builds into a temporary folder."""
        folder = self.folders.site.name if self.folders else ""
        return self.config.on_error == "show" and folder.startswith(_PREVIEW_FOLDERS)

    @property
    def shown_problems(self) -> tuple[Problem, ...]:
        """What stands above every page: for the editor, never for readers."""
        return self.problems if self.config.on_error == "show" else ()

    def options(self, config: MkDocsConfig) -> BuildOptions:
        """What the build depends on besides the content."""
        if not config.site_url:
            raise Abort(
                "mkdocs.yml: lỗi: thiếu site_url. Cách sửa: ghi địa chỉ của cổng, ví dụ https://…/. [cau-hinh-sai]"
            )
        try:
            now = moment_of_build(os.environ)
        except ValueError as error:
            raise Abort(f"lỗi: SOURCE_DATE_EPOCH không phải số giây. Cách sửa: bỏ biến này. ({error})") from error
        cache = Path(config.config_file_path).parent / self.config.cache_dir
        docs = docs_addresses(Path(config.docs_dir))
        return BuildOptions(
            site_url=config.site_url.rstrip("/") + "/",
            now=now,
            on_error=cast("OnError", self.config.on_error),
            cache=cache,
            docs=docs,
            docs_root=Path(config.docs_dir),
            searched=tuple(_hand_written(config, docs, Cache(cache))),
        )


def _hand_written(config: MkDocsConfig, docs: Mapping[str, str], cache: Cache) -> Iterator[SearchedPage]:
    """Yield the pages of docs/ as search finds them; `search` in their front matter names them as people do."""
    folder = Path(config.docs_dir)
    common = (code_digest(), repr(config.markdown_extensions), repr(config.mdx_configs))
    for name, address in docs.items():
        source = read_page(folder, name)
        if isinstance(source, Problem):
            continue  # told by the portal, which stops the build
        make = partial(_searched, config, source.text, name, address)
        yield cache.value_of(digest("docs", *common, name, address, source.text), SearchedPage, make)


def _searched(config: MkDocsConfig, text: str, name: str, address: str) -> SearchedPage:
    body, meta = get_data(text)
    markdown = Markdown(extensions=config.markdown_extensions, extension_configs=config.mdx_configs)
    searched = Searched(str(meta.get("search", "")), cut_sections(markdown.convert(body)))
    title, description = (str(meta.get(key, "")) for key in ("title", "description"))
    return SearchedPage(address, title or PurePosixPath(name).stem, description, searched)


def content_of(config: MkDocsConfig) -> ContentPlugin:
    """Return the plugin that holds the portal of this build; Abort when mkdocs.yml does not list it first."""
    plugin = config.plugins.get("giamngheo-content")
    if not isinstance(plugin, ContentPlugin):
        raise Abort(
            "mkdocs.yml: lỗi: thiếu plugin giamngheo-content. Cách sửa: ghi nó đầu tiên trong plugins. [cau-hinh-sai]"
        )
    return plugin


def summary(problems: list[Problem]) -> str:
    """One closing line: how many errors and warnings, and that the site stays as it was."""
    errors = sum(problem.is_error for problem in problems)
    return f"{errors} lỗi, {len(problems) - errors} cảnh báo. Không xuất bản gì; trang đang chạy được giữ nguyên."
