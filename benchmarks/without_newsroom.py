"""MkDocs with this portal less its feeds and packs, to tell what these add: `python -m without_newsroom build`.

Pages still name what is left out, so links are checked as ever, and what the check finds is not held against the site.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.__main__ import cli

from giamngheo.outlets.feeds.build import Feeds
from giamngheo.portal import publishing
from giamngheo_mkdocs import publish
from giamngheo_mkdocs.check_site import check_site


def _checked(folder: Path, files: Collection[str], checked: Collection[str] = frozenset()) -> list[str]:
    check_site(folder, files, checked)
    return []


publishing.build_feeds = lambda *_, **__: Feeds(lambda: iter(()), ())
publishing.pack_pages = lambda *_: iter(())
publishing.pack_files = lambda *_: iter(())
publish.check_site = _checked

if __name__ == "__main__":
    cli(prog_name="mkdocs")
