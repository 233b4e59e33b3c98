"""What a page costs a reader on a slow link, and that it does not grow with the site."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from html_site import PageFile, Site
from portal_project import Project, a_story, files

_ITEM_LIMIT = 12_000
_FIRST_VIEW_LIMIT = 50_000
"""Bytes after compression: 50 KB take about a second on a slow 3G link."""

_STYLES_LIMIT = 6_000


def test_a_first_visit_and_every_next_page_are_light(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    pages = {name: page for name, page in site.pages.items() if not page.is_redirect}
    next_page = {name: _weight(site, name) for name in pages}
    first = {name: sum(_weight(site, n) for n in {name, *_loaded(site, page)}) for name, page in pages.items()}
    items = {
        n: w
        for n, w in next_page.items()
        if re.match(r"(chinh-sach|guong-dien-hinh|ke-hoach|hoat-dong|hoi-dap)/(?!trang-)", n)
    }
    heaviest, longest = max(items, key=items.__getitem__), max(first, key=first.__getitem__)
    with capsys.disabled():
        print(  # noqa: T201 - the measure is part of the result
            f"\nFirst visit, all files, gz: home {first['index.html']} B, heaviest {longest} {first[longest]} B; "
            f"next page: home {next_page['index.html']} B, heaviest item {heaviest} {items[heaviest]} B"
        )
    assert {n: w for n, w in items.items() if w > _ITEM_LIMIT} == {}
    assert {n: w for n, w in first.items() if w > _FIRST_VIEW_LIMIT} == {}


def test_a_text_of_average_length_is_not_outweighed_by_the_frame(site: Site) -> None:
    styles = next(name for name in site.names if re.match(r"assets/portal\..*\.css", name))
    assert _weight(site, styles) < _STYLES_LIMIT
    assert sum(_weight(site, n) for n in site.names if re.match(r"assets/(reading|aloud)\.|sw\.js", n)) < _STYLES_LIMIT


def test_size_of_an_item_page_does_not_grow_with_the_number_of_items(unbuilt: Callable[[str], Project]) -> None:
    sizes = {}
    for count in (30, 90):
        project = unbuilt(str(count))
        for number in range(count):
            text = a_story(id=f"gd-bai-{number:03}", title=f"Bài thứ {number:03}")
            project.write(f"content/stories/bai-{number:03}.md", text)
        assert project.build().code == 0
        built = files(project.site)
        sizes[count] = (len(built["guong-dien-hinh/bai-007/index.html"]), len(built["guong-dien-hinh/index.html"]))
    assert sizes[30][0] == sizes[90][0]
    assert sizes[90][1] - sizes[30][1] < 1500, "a list has pages; only the links to them are more"


def _loaded(site: Site, page: PageFile) -> set[str]:
    """Files that come with a page: what it names, what its style sheet names, what the service worker keeps first."""
    named = page.tree.xpath("//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon']/@href")
    found = {name for target in named if (name := site.file_at(urljoin(page.address, str(target))))}
    styles = [name for name in found if name.endswith(".css")]
    drawn = {
        f"assets/{url}"
        for name in styles
        for url in re.findall(r"url\(([^)]+)\)", (site.folder / name).read_text("utf-8"))
    }
    assert drawn <= site.names
    worker = (site.folder / "sw.js").read_text("utf-8")
    kept = json.loads(worker[: worker.index(";\n")].removeprefix("const BUILD = "))["first"]
    return found | drawn | {"sw.js"} | {f"{k[1:]}index.html" if k.endswith("/") else k[1:] for k in kept}


def _weight(site: Site, name: str) -> int:
    content = (site.folder / name).read_bytes()
    return len(content) if name.endswith((".jpg", ".png", ".webp")) else len(gzip.compress(content, 6, mtime=0))
