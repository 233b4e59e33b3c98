"""MkDocs plugin `giamngheo-files`: hands images and downloads to MkDocs; writes beside its pages what is made late."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from multiprocessing.context import ForkProcess
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.processes import processors, start
from giamngheo.portal.publishing import LateWork
from giamngheo.rendering.outputs import Faulty
from giamngheo_mkdocs.content import NoOptions, content_of, summary
from giamngheo_mkdocs.offline import service_worker


class FilesPlugin(BasePlugin[NoOptions]):
    """Adds images, attachments, downloads, feeds and the index of the search."""

    def __init__(self) -> None:
        self._writers: tuple[ForkProcess, ...] = ()

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add what is finished as it is."""
        portal = content_of(config).portal
        for output in portal.files if portal else ():
            files.append(File.generated(config, output.address[1:], content=output.content))
        return files

    def on_nav(self, nav: Navigation, config: MkDocsConfig, **_: object) -> Navigation:
        """Begin to write what is made late, in processes beside the one that lays out the pages."""
        portal = content_of(config).portal
        if portal and processors() > 1:
            self._writers = tuple(start(partial(_write, work, Path(config.site_dir))) for work in portal.late)
        return nav

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Wait for the late files, then write the service worker, whose version depends on the finished pages."""
        content = content_of(config)
        if content.portal is None:
            return
        site = Path(config.site_dir)
        for work in self._unfinished(content.portal.late):
            try:
                _write(work, site)
            except Faulty as faulty:
                problems = [Problem("bo-cong-khai-loi", Location("rss"), {"reason": r}) for r in faulty.reasons]
                for problem in problems:
                    click.echo(str(problem), err=True)
                raise Abort(summary(problems)) from None
        (site / "sw.js").write_text(service_worker(site, content.portal), "utf-8")

    def _unfinished(self, works: tuple[LateWork, ...]) -> Iterable[LateWork]:
        """Work that no process has done: all of it where there was none, and what failed, to fail here and be told."""
        if not self._writers:
            return works
        for writer in self._writers:
            writer.join()
        return [work for work, writer in zip(works, self._writers, strict=True) if writer.exitcode]

    def on_build_error(self, **_: object) -> None:
        """Let nobody write into a folder that is about to be given up."""
        for writer in self._writers:
            writer.terminate()
            writer.join()


def _write(work: LateWork, site: Path) -> None:
    for output in work():
        path = site / output.address[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(output.content)
