"""Every kind of page in real Chromium: safe, complete without scripts, never wider than the screen, fit to print."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect
from shown_pages import Opened, OpenPage, Served

WIDTHS = (320, 360, 768, 1280)

_OVERFLOW = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const holds = e => ['auto', 'scroll', 'hidden'].includes(getComputedStyle(e).overflowX);
  const scrolls = e => e && (holds(e) || scrolls(e.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter(e => e.getBoundingClientRect().right > wide + 0.5 && !scrolls(e.parentElement))
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)
    .concat(`document is ${document.documentElement.scrollWidth} wide, screen ${wide}`);
}"""


_WITHOUT_WHAT_SCRIPTS_OFFER = """() => {
  const offered = [...document.querySelectorAll('button[type=button], #p_nut, .sift form')].filter(e => !e.hidden);
  const replaced = [...document.querySelectorAll('.filters[hidden]')];
  const turn = () => {
    for (const e of offered) e.hidden = !e.hidden;
    for (const e of replaced) e.hidden = !e.hidden;
  };
  turn();
  const text = document.body.innerText;
  turn();
  return text;
}"""
"""Buttons that only scripts answer, and the form in whose place plain lists stand without scripts."""


def test_page_obeys_the_security_policy_and_asks_no_other_host(opened: Opened, served: Served) -> None:
    assert "content-security-policy" in opened.headers
    assert {urlsplit(url).netloc for url in opened.asked} == {urlsplit(served.origin).netloc}
    assert [text for text in opened.said if not (opened.kind == "not found" and "404" in text)] == []


def test_page_is_never_wider_than_the_screen(opened: Opened) -> None:
    page = opened.page
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(_OVERFLOW) == [], width
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate(_OVERFLOW) == [], "360 px with text at 200 %"


def test_page_is_whole_without_scripts(opened: Opened, served: Served, without_scripts: Page) -> None:
    with_scripts = opened.page.evaluate(_WITHOUT_WHAT_SCRIPTS_OFFER)
    without_scripts.goto(served.url(opened.kind))
    without = without_scripts.locator("body").inner_text()
    for said_instead in without_scripts.locator("noscript").all_inner_texts():
        without = without.replace(f"{said_instead}\n\n", "")
    assert without == with_scripts
    assert len(without) > 100


def test_headings_leave_room_for_stacked_marks(opened: Opened) -> None:
    tight = opened.page.evaluate("""() => [...document.querySelectorAll('h1,h2,h3,h4,.big,.amount,.state,.lead')]
        .filter(e => parseFloat(getComputedStyle(e).lineHeight) < 1.3 * parseFloat(getComputedStyle(e).fontSize))
        .map(e => e.outerHTML.slice(0, 80))""")
    assert tight == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_print_of_a_policy_begins_with_its_answer_black_on_white(open_page: OpenPage, scheme: str) -> None:
    page = open_page("policy", color_scheme=scheme)
    page.emulate_media(media="print", color_scheme=scheme)  # type: ignore[arg-type]
    answer = page.locator(".answer")
    expect(answer.locator("h2")).to_have_text(re.compile(r"\S"))
    expect(answer).to_be_visible()
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator("footer nav")).to_be_hidden()
    grounds = page.evaluate("""() => ['body', '.answer'].flatMap(s => {
        const style = getComputedStyle(document.querySelector(s));
        return [style.color, style.backgroundColor];
    })""")
    assert [_lightness(c) < 0.2 for c in grounds[::2]] == [True, True]
    assert [_lightness(c) > 0.95 for c in grounds[1::2]] == [True, True]


def test_paper_holds_a_policy_on_few_sheets(open_page: OpenPage) -> None:
    sheets = open_page("policy").pdf(format="A4").count(b"/Type /Page\n")
    assert 1 <= sheets <= 4


def test_first_screen_of_a_phone_shows_the_answer_of_a_policy(open_page: OpenPage) -> None:
    for kind in ("policy", "policy that ended"):
        box = open_page(kind, width=360, height=740).locator(".answer h2").bounding_box()
        assert box is not None
        assert box["y"] < 740, kind


def test_header_is_low_on_a_phone(open_page: OpenPage) -> None:
    box = open_page("home", width=360).locator("header.top").bounding_box()
    assert box is not None
    assert box["height"] <= 56


def test_nothing_moves_for_those_who_asked_for_rest(open_page: OpenPage) -> None:
    page: Page = open_page("plan", reduced_motion="reduce")
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    assert page.evaluate("document.getAnimations().length") == 0


def _lightness(color: str) -> float:
    red, green, blue, *alpha = (float(v) for v in re.findall(r"[\d.]+", color))
    return 1.0 if alpha and alpha[0] == 0 else (0.299 * red + 0.587 * green + 0.114 * blue) / 255
