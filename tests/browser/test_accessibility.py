"""Accessibility of every kind of page: axe-core without findings, keyboard, size of targets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from shown_pages import BRIEF, SECOND_LOOK, Opened, OpenPage

_SMALL_CONTROLS = """() => {
  const controls = 'button, header a, footer nav a, .tiles a, .filters a, .pager a, .crumbs a, .button, summary';
  const lines = '.contents a';
  return [...document.querySelectorAll(`${controls}, ${lines}`)].filter(e => e.checkVisibility())
    .map(e => [e.getBoundingClientRect(), e])
    .filter(([box, e]) => box.height < (e.matches(lines) ? 30 : 43.5) || box.width < 24)
    .map(([box, e]) => `${Math.round(box.width)}x${Math.round(box.height)} ${e.outerHTML.slice(0, 90)}`);
}"""

_ALL = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
    **BRIEF,
}

_NOTE_STOPS = """() => {
    const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
      .filter(e => e.checkVisibility({visibilityProperty: true}));
    const places = new Map(all.map((e, i) => [e, i]));
    window.stops = [];
    document.addEventListener('focusin', ({target: e}) => {
        const style = getComputedStyle(e), box = e.getClientRects()[0];
        const clear = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
        const inside = box && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
        stops.push({index: places.get(e) ?? -1, seen: Boolean(clear && inside), what: e.outerHTML.slice(0, 90)});
    });
    return all.length;
}"""
"""Note where the keyboard stops from now on, and whether that is seen; gives how many stops there should be."""


def test_axe_finds_nothing(opened: Opened, axe_source: str) -> None:
    page = opened.page
    page.evaluate(axe_source)
    found = _findings(page, "light, phone", _ALL)
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += _findings(page, "dark, text at 200 %", SECOND_LOOK)
    assert found == []


@pytest.mark.parametrize("kind", ["home", "policy", "plan", "section", "not found"])
def test_skip_link_comes_first_and_leads_to_the_content(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind)
    page.keyboard.press("Tab")
    first = page.evaluate("""() => {
        const e = document.activeElement, box = e.getBoundingClientRect();
        return {skips: e.matches('a.skip'), seen: box.left >= 0 && box.top >= 0 && box.right <= innerWidth};
    }""")
    assert first == {"skips": True, "seen": True}
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('main') || !document.querySelector('main a')")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["home", "policy", "section", "plan"])
def test_every_link_is_reached_by_the_keyboard_and_seen_when_it_is(open_page: OpenPage, kind: str, width: int) -> None:
    page = open_page(kind, width=width, reduced_motion="reduce")
    expected = page.evaluate(_NOTE_STOPS)
    for _ in range(expected):
        page.keyboard.press("Tab")
    stops = page.evaluate("stops")
    assert [stop["index"] for stop in stops] == list(range(expected)), "in the order of the page, none left out"
    assert [stop["what"] for stop in stops if not stop["seen"]] == []


def test_controls_are_large_enough_for_a_thumb(opened: Opened) -> None:
    for width in (360, 1280):
        opened.page.set_viewport_size({"width": width, "height": 740})
        assert opened.page.evaluate(_SMALL_CONTROLS) == [], width


def test_the_page_one_is_on_is_marked_in_menu_and_pager(open_page: OpenPage) -> None:
    page = open_page("second page of a section", width=1280)
    expect(page.locator("header [aria-current]")).to_have_text("Chính sách")
    expect(page.locator(".pager [aria-current=page]")).to_have_text("2")


def _findings(page: Page, way: str, rules: Mapping[str, object]) -> list[str]:
    results: dict[str, Any] = page.evaluate("rules => axe.run(document, rules)", rules)
    assert results["testEngine"]["name"] == "axe-core"
    assert results["violations"] or results["passes"], "no rule was run"
    return [f"{way}: {_told(finding)}" for finding in results["violations"]]


def _told(finding: dict[str, Any]) -> str:
    nodes = "; ".join(node["html"][:100] for node in finding["nodes"][:3])
    return f"{finding['id']} ({finding['impact']}): {nodes}"
