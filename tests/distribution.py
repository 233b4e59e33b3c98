"""Which tests one worker runs together, and what is begun first; made for few workers and dear fixtures."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from xdist.scheduler import LoadScopeScheduling

BEGIN = (
    "browser/test_finder_engines",
    "repository/test_floors_and_types",
    "site/test_failed_builds",
    "site/test_serve",
    "site/test_nothing_unpublished",
    "site/test_publish",
    "site/test_new_kinds",
    "site/test_properdocs",
    "site/test_unchanged_pages",
    "site/",
    "browser/",
)
"""Long ones first, so that short ones are left to fill the end. While one worker builds the portal for the first, the
other has something to do that needs no portal."""

ON_THE_REAL_SITE = (
    "test_feeds_in_newsboat.py",
    "test_feeds_of_the_site.py",
    "test_nginx.py",
    "test_offline_files.py",
    "test_open_data_of_the_site.py",
    "test_previews.py",
    "test_weight.py",
    "test_whole_site.py",
)
"""These read the same thousand pages; one worker parses them once."""

ON_ONE_PAGE = ("browser/test_accessibility.py", "browser/test_looks.py", "browser/test_pages_in_chromium.py")
"""What these look at is opened once for all of them, by its name in brackets."""


class TogetherScheduling(LoadScopeScheduling):
    """Modules whole, but those on the real site together, and all that looks at one page in the browser together."""

    def _split_scope(self, nodeid: str) -> str:
        module, _, test = nodeid.partition("::")
        _, bracket, page = test.partition("[")
        if module.endswith(ON_THE_REAL_SITE):
            return "real site"
        return f"page {page}" if bracket and module.endswith(ON_ONE_PAGE) else module


def in_order_of_beginning(items: Sequence[pytest.Item]) -> list[pytest.Item]:
    """The same tests; what takes long comes first."""

    def place(item: pytest.Item) -> int:
        return next((n for n, part in enumerate(BEGIN) if f"tests/{part}" in item.nodeid), len(BEGIN))

    return sorted(items, key=place)
