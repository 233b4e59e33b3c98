"""Large text, reading aloud, and the leaflet on paper."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import Literal

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect
from shown_pages import BRIEF, OpenPage, Served, until

_POINTS = 9.5
"""Smallest letters of a leaflet, in points."""

_VOICES = """(() => {
  const said = window.said = [];
  const voices = LANGS.map(lang => ({lang, name: lang, localService: true}));
  const listeners = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(window, 'speechSynthesis', {value: {
    getVoices: () => window.late ? [] : voices,
    addEventListener: (_, f) => listeners.push(f),
    speak(words) { said.push(words); },
    cancel() {},
  }});
  window.arrive = () => { window.late = false; listeners.forEach(f => f()); };
})()"""


def test_large_text_stays_for_the_next_page_and_goes_again(browser: Browser, served: Served) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740})
    page = context.new_page()
    page.goto(served.url("home"))
    before = _size(page)
    _choose(page, "To")
    assert _size(page) > 1.2 * before
    page.goto(served.url("policy"))
    assert _size(page) > 1.2 * before
    _choose(page, "Rất to")
    assert _size(page) > 1.5 * before
    assert not page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="A+")).to_be_focused()
    page.goto(served.url("home"))
    _choose(page, "Vừa")
    assert _size(page) == before
    assert page.evaluate("localStorage.length") == 0
    context.close()


@pytest.mark.parametrize(("device", "choice", "other"), [("light", "Tối", "#0a3f2a"), ("dark", "Sáng", "#0b5d3b")])
def test_colours_follow_the_reader_before_the_device_and_paper_stays_light(
    browser: Browser, served: Served, axe_source: str, device: Literal["light", "dark"], choice: str, other: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 740}, color_scheme=device)
    page = context.new_page()
    page.goto(served.url("policy"))
    of_device = page.evaluate(_GROUND)
    _choose(page, choice)
    chosen = page.evaluate(_GROUND)
    assert chosen != of_device
    page.evaluate(axe_source)
    axe = "async rules => (await axe.run(rules)).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html)}`)"
    assert page.evaluate(axe, BRIEF) == []
    page.goto(served.url("story"))
    assert page.evaluate(_GROUND) == chosen
    bars = "[...document.querySelectorAll('meta[name=theme-color]')].filter(m => matchMedia(m.media).matches)"
    assert page.evaluate(f"{bars}.map(m => m.content)") == [other]
    page.emulate_media(media="print", color_scheme=device)
    assert page.evaluate(_GROUND) == "rgb(255, 255, 255)"
    page.emulate_media(media="screen", color_scheme=device)
    _choose(page, "Theo máy")
    assert page.evaluate(_GROUND) == of_device
    context.close()


def test_a_choice_that_nobody_offers_changes_nothing(browser: Browser, served: Served) -> None:
    context = browser.new_context(color_scheme="light")
    context.add_init_script("localStorage.setItem('nen', '\"><b>'); localStorage.setItem('chu', 'constructor')")
    page = context.new_page()
    page.goto(served.url("home"))
    assert page.evaluate("[...Object.keys(document.documentElement.dataset)]") == []
    context.close()


_GROUND = "getComputedStyle(document.body).backgroundColor"


def _choose(page: Page, label: str) -> None:
    button = page.get_by_role("button", name="A+")
    if button.get_attribute("aria-expanded") == "false":
        button.press("Enter")
    page.locator(".looks").get_by_label(label, exact=True).check()


def test_aids_are_not_offered_where_they_cannot_work(open_page: OpenPage) -> None:
    without = open_page("policy", java_script_enabled=False)
    assert [b.is_visible() for b in without.locator(".size, .aloud, .print").all()] == [False, False, False]


def test_reading_aloud_is_offered_only_with_a_vietnamese_voice(browser: Browser, served: Served) -> None:
    for languages, offered in ((["en-US", "en-GB"], False), ([], False), (["en-US", "vi-VN"], True), (["vi_VN"], True)):
        page = _speaking(browser, served, languages)
        expect(page.locator("button.aloud"), str(languages)).to_be_visible(visible=offered)
        page.context.close()


def test_a_voice_that_comes_late_is_noticed(browser: Browser, served: Served) -> None:
    page = _speaking(browser, served, ["vi-VN"], "window.late = true;")
    expect(page.locator("button.aloud")).to_be_hidden()
    page.evaluate("arrive()")
    expect(page.locator("button.aloud")).to_be_visible()
    page.context.close()


def test_sentences_are_read_in_order_marked_and_stopped_by_escape(browser: Browser, served: Served) -> None:
    page = _speaking(browser, served, ["vi-VN"])
    button = page.locator("button.aloud")
    button.press("Enter")
    expect(button).to_have_text("Dừng")
    title = page.locator("h1").inner_text()
    assert page.evaluate("said.map(w => w.text)") == [title]
    assert page.evaluate("said[0].voice.lang") == "vi-VN"
    assert page.evaluate("[...CSS.highlights.get('aloud')].map(String)") == [title]
    page.evaluate("for (let i = 0; i < 500; i++) said.at(-1).onend()")
    read = page.evaluate("said.map(w => w.text)")
    assert " ".join(read[:40]).startswith(title)
    assert "Được gì" in read
    assert read.index("Được gì") < read.index("Ai được") < read.index("Làm thế nào")
    assert len(read) == len(set(enumerate(read)))
    button.press("Enter")
    page.keyboard.press("Escape")
    expect(button).to_have_text("Nghe")
    assert not page.evaluate("CSS.highlights.has('aloud')")
    page.context.close()


def test_the_longest_policies_print_as_a_leaflet_of_one_page_with_its_code(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto(served.origin + "/sitemap.xml")
    found = set(re.findall(r"/chinh-sach/(?!trang-)[^/<]+/", page.content()))
    length = {address: len(page.request.get(served.origin + address).text()) for address in found}
    addresses = sorted(found, key=lambda address: length[address])[-8:]
    assert len(found) > 20
    for address in addresses:
        page.goto(served.origin + address)
        paper = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
        text = paper[0].get_textpage().get_text_bounded()
        assert len(paper) == 1, address
        for told in ("Được gì", "Ai được", "Đến khi nào", "Kiểm tra lần cuối", address):
            assert told in text.replace("\r\n", " "), (address, told)
        page.emulate_media(media="print")
        expect(page.locator("svg.qr")).to_be_visible()
        assert page.evaluate(_SMALLEST) * 0.75 >= _POINTS, address
        page.emulate_media(media="null")
    page.close()


_SMALLEST = """() => Math.min(...[...document.querySelectorAll('article *')]
  .filter(e => e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .map(e => parseFloat(getComputedStyle(e).fontSize)))"""


def test_code_on_paper_is_not_shown_on_the_screen(open_page: OpenPage) -> None:
    expect(open_page("policy").locator(".leaflet")).to_be_hidden()


def test_nothing_jumps_while_a_page_loads(browser: Browser, served: Served) -> None:
    for kind in ("home", "policy", "story with a photograph"):
        page = browser.new_page(viewport={"width": 360, "height": 740})
        page.add_init_script(
            "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { moved += e.value; }))"
            ".observe({type: 'layout-shift', buffered: true});"
        )
        page.goto(served.url(kind))
        page.evaluate("[...document.images].forEach(i => i.scrollIntoView({behavior: 'instant'}))")
        until(page, "[...document.images].every(i => i.complete && i.naturalWidth)")
        page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
        assert page.evaluate("moved") < 0.01, kind
        page.close()


def _size(page: Page) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))


def _speaking(browser: Browser, served: Served, languages: list[str], first: str = "") -> Page:
    page = browser.new_context(reduced_motion="reduce").new_page()
    page.add_init_script(first + _VOICES.replace("LANGS", json.dumps(languages)))
    page.goto(served.url("policy"))
    return page
