"""MkDocs plugin `giamngheo-feeds`: hands feeds, images and attachments to MkDocs."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files

from giamngheo_mkdocs.content import NoOptions, content_of


class FeedsPlugin(BasePlugin[NoOptions]):
    """Adds every file of the portal that is no page."""

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add feeds and assets as they are."""
        portal = content_of(config).portal
        if portal:
            outputs = {f.address: f.content for f in portal.feeds} | {a.address: a.content for a in portal.assets}
            for address, content in outputs.items():
                files.append(File.generated(config, address[1:], content=content))
        return files
