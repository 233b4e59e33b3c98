"""Asks the search in a page of Chromium: that of a whole site, or of a portal of a few items."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page
from portal_project import REPOSITORY

import factories
from giamngheo.ground.vietnamese import fold

_ENGINE = REPOSITORY / "plugins/giamngheo_mkdocs/theme/scripts/search-engine.js"
_ASK = """async ([queries, filters]) => {
  const load = address => window.files ? Promise.resolve(files[address]) : fetch(address).then(answer => answer.json());
  const folder = () => document.getElementById("p_tim").dataset.index.replace("meta.json", "");
  window.engine ??= portalSearch.open(window.files ? "" : folder(), load);
  const answers = [];
  for (const query of queries) {
    const { hits, isNear, query: { stretches } } = await engine.find(query, filters);
    const records = await Promise.all(hits.slice(0, 5).map(unit => engine.record(unit)));
    const meant = stretches.flatMap(stretch => stretch.others);
    answers.push({ count: hits.length, isNear, found: records.map(record => record.address), meant });
  }
  return answers;
}"""


class Small:
    """A portal of a few items, asked without a site around it."""

    def __init__(self, context: BrowserContext, project: factories.Project) -> None:
        self._page = context.new_page()
        self.project = project

    def add(self, *items: factories.ItemFile) -> None:
        self.project.add(*items)
        files = {
            Path(address).name: json.loads(content)
            for address, content in factories.late_files(self.project.portal()).items()
            if address.startswith("/search/")
        }
        self._page.add_script_tag(content=_ENGINE.read_text("utf-8"))
        self._page.evaluate("given => { window.files = given; }", files)

    def ask(self, query: str, **filters: str) -> list[str]:
        return list(ask(self._page, [query], **filters)[0]["found"])

    def meant(self, query: str) -> set[str]:
        """Other words that a query is taken to mean, without marks."""
        return set(map(fold, ask(self._page, [query])[0]["meant"]))


def ask(page: Page, queries: list[str], **filters: str) -> list[dict[str, Any]]:
    """What is found for each query: how many, whether only nearly, the first addresses, and other words it may mean."""
    return list(page.evaluate(_ASK, [queries, filters]))
