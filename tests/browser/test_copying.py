"""Texts for groups are copied with one press, and by hand where the browser forbids that or no script runs."""

from __future__ import annotations

from playwright.sync_api import Page, expect
from shown_pages import OpenPage

_FIRST = "document.querySelector('textarea.copied')"


def _press(page: Page) -> None:
    page.get_by_role("button", name="Chép").first.click()


def test_a_press_copies_the_whole_text_and_says_so(open_page: OpenPage) -> None:
    page = open_page("pack", permissions=["clipboard-read", "clipboard-write"])
    _press(page)
    expect(page.get_by_role("status").first).to_contain_text("Đã chép")
    text = page.evaluate(f"{_FIRST}.value")
    assert text
    assert page.evaluate("navigator.clipboard.readText()") == text


def test_where_copying_is_forbidden_the_text_is_selected_and_the_reader_told(open_page: OpenPage) -> None:
    page = open_page("pack")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    _press(page)
    expect(page.get_by_role("status").first).to_contain_text("chép bằng tay")
    selected = page.evaluate(f"{_FIRST}.selectionEnd - {_FIRST}.selectionStart")
    assert selected == page.evaluate(f"{_FIRST}.value.length") > 0


def test_without_a_script_there_is_a_text_and_no_button(open_page: OpenPage) -> None:
    page = open_page("pack", java_script_enabled=False)
    expect(page.locator("textarea.copied")).to_have_count(3)
    expect(page.get_by_role("button", name="Chép")).to_have_count(0)
