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
            for one in (*portal.feeds, *portal.assets):
                files.append(File.generated(config, one.address[1:], content=one.content))
        return files
