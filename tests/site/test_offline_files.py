"""The service worker of a built site: what it lists is there, and its version follows the content."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from html_site import Site
from portal_project import Project, a_policy


def told(folder: Path) -> dict[str, Any]:
    """What the build wrote into the script."""
    text = (folder / "sw.js").read_text("utf-8")
    return dict(json.loads(text[: text.index(";\n")].removeprefix("const BUILD = ")))


def test_everything_that_is_kept_ahead_is_a_file_of_the_site(site: Site) -> None:
    build = told(site.folder)
    assert "/chinh-sach/" in build["later"]
    assert build["first"]
    wanted = [f"{a[1:]}index.html" if a.endswith("/") else a[1:] for a in (*build["first"], *build["later"])]
    assert [name for name in wanted if name not in site.names] == []


def test_nothing_that_changes_hands_is_kept_ahead(site: Site) -> None:
    build = told(site.folder)
    assert [a for a in (*build["first"], *build["later"]) if a.startswith(("/rss/", "/id/")) or "404" in a] == []


def test_the_version_changes_with_the_content_and_only_then(published: Project) -> None:
    first = told(published.site)["version"]
    assert published.build().code == 0
    assert told(published.site)["version"] == first
    published.write("content/policies/moi.md", a_policy(id="cs-moi", title="Chính sách mới"))
    assert published.build().code == 0
    assert told(published.site)["version"] != first
