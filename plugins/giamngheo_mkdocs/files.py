"""MkDocs plugin `giamngheo-files`: hands images and downloads to MkDocs, and writes feeds beside its pages."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from giamngheo_mkdocs.content import NoOptions, content_of
from giamngheo_mkdocs.offline import service_worker


class FilesPlugin(BasePlugin[NoOptions]):
    """Adds images, attachments, downloads and feeds."""

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add them as they are."""
        portal = content_of(config).portal
        for output in portal.files if portal else ():
            files.append(File.generated(config, output.address[1:], content=output.content))
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the feeds one by one, then the service worker, whose version depends on the finished pages.

        MkDocs would hold the bytes of all feeds until the end.
        """
        portal = content_of(config).portal
        if portal is None:
            return
        site = Path(config.site_dir)
        for feed in portal.feeds:
            path = site / feed.address[1:]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(feed.content)
        (site / "sw.js").write_text(service_worker(site, portal), "utf-8")
