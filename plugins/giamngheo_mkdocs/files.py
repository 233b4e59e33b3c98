"""MkDocs plugin `giamngheo-files`: hands feeds, images and downloads of the portal to MkDocs."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from giamngheo_mkdocs.content import NoOptions, content_of
from giamngheo_mkdocs.offline import service_worker


class FilesPlugin(BasePlugin[NoOptions]):
    """Adds feeds, images, attachments and downloads."""

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add them as they are."""
        portal = content_of(config).portal
        if portal:
            outputs = {f.address: f.content for f in portal.feeds} | {f.address: f.content for f in portal.files}
            for address, content in outputs.items():
                files.append(File.generated(config, address[1:], content=content))
        return files

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the service worker, whose version depends on the finished pages."""
        portal = content_of(config).portal
        if portal:
            site = Path(config.site_dir)
            (site / "sw.js").write_text(service_worker(site, portal), "utf-8")
