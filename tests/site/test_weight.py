"""What a page costs a reader on a slow link, and that it does not grow with the site."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable

import pytest
from html_site import Site
from portal_project import Project, a_policy, files

_ITEM_LIMIT = 12_000
_FIRST_VIEW_LIMIT = 50_000
"""Bytes after compression: 50 KB take about a second on a slow 3G link."""


def test_item_pages_and_styles_are_light(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    weights = {name: _weight(page.text) for name, page in site.pages.items() if not page.is_redirect}
    styles = sum(_weight((site.folder / n).read_text("utf-8")) for n in site.names if n.endswith((".css", ".js")))
    items = {n: w for n, w in weights.items() if re.match(r"(chinh-sach|guong-dien-hinh|ke-hoach)/(?!trang-)[^/]+/", n)}
    heaviest, heaviest_item = max(weights, key=weights.__getitem__), max(items, key=items.__getitem__)
    with capsys.disabled():
        print(  # noqa: T201 - the measure is part of the result
            f"\nStyles and scripts {styles} B gz; heaviest item {heaviest_item} {items[heaviest_item]} B gz; "
            f"heaviest page {heaviest} {weights[heaviest]} B gz; home {weights['index.html']} B gz"
        )
    assert {n: w for n, w in items.items() if w > _ITEM_LIMIT} == {}
    assert {n: w for n, w in weights.items() if w + styles > _FIRST_VIEW_LIMIT} == {}


def test_size_of_an_item_page_does_not_grow_with_the_number_of_items(unbuilt: Callable[[str], Project]) -> None:
    sizes = {}
    for count in (50, 500):
        project = unbuilt(str(count))
        for number in range(count):
            text = a_policy(id=f"cs-bai-{number:03}", title=f"Chính sách thứ {number:03}")
            project.write(f"content/policies/bai-{number:03}.md", text)
        assert project.build().code == 0
        built = files(project.site)
        sizes[count] = (len(built["chinh-sach/bai-007/index.html"]), len(built["chinh-sach/index.html"]))
    assert sizes[50][0] == sizes[500][0]
    assert sizes[500][1] - sizes[50][1] < 1500, "a list has pages; only the links to them are more"


def _weight(text: str) -> int:
    return len(gzip.compress(text.encode(), 6, mtime=0))
