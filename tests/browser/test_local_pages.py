"""Report and desk, which are files on an editor's machine: the same rules as for pages of the site."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page
from shown_pages import BRIEF, SECOND_LOOK

import report_year as year
from factories import NOW, SITE_URL, a_story
from giamngheo.outlets.reports import report_files
from giamngheo.portal import BuildOptions
from giamngheo.portal.build import survey_portal
from giamngheo.portal.desk import build_desk

_LOOKS: dict[Literal["light", "dark"], dict[str, Any]] = {"light": BRIEF, "dark": SECOND_LOOK}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = year.year_project(tmp_path_factory.mktemp("nam")).add(a_story("dai", kind="la", title="Dài" * 50))
    options = BuildOptions(SITE_URL, NOW)
    (project.folder / "desk.html").write_bytes(build_desk(survey_portal(project.root, options), options, SITE_URL))
    (project.root / "stories/dai.md").unlink()
    report = year.report_of(project, "xa-moi", "so-tc-moi")
    (project.folder / "report.html").write_bytes(dict(report_files(report, SITE_URL))["bao-cao.html"])
    return project.folder


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return browser.new_page(locale="vi-VN")


@pytest.mark.parametrize("name", ["report", "desk"])
def test_a_local_page_is_read_by_everybody_on_any_screen(page: Page, folder: Path, axe_source: str, name: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((folder / f"{name}.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe_source)
    for scheme, rules in _LOOKS.items():
        page.emulate_media(color_scheme=scheme)
        results: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
        assert [(f["id"], f["nodes"][0]["html"][:100]) for f in results["violations"]] == []
    assert {url.split(":")[0] for url in asked} == {"file"}, "nothing is loaded from elsewhere"
