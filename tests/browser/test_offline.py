"""Reading without a network: pages that were read, with the day of their copy; nothing else is kept."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate_to_datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from shown_pages import Served, until

from giamngheo.ground.clock import VIETNAM

_KEPT = """async () => {
  const found = {};
  for (const name of await caches.keys())
    found[name] = (await (await caches.open(name)).keys()).map(r => new URL(r.url).pathname);
  return found;
}"""
_SAVED = "caches.match(location.href).then(copy => copy.headers.get('x-saved'))"
"""When the copy of this page was made."""


@pytest.fixture
def reader(browser: Browser, served: Served) -> Iterator[Page]:
    """A reader who has opened the home page and then a policy, with the service worker at work."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="vi-VN")
    page = context.new_page()
    page.goto(served.url("home"))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, "navigator.serviceWorker.controller")
    page.goto(served.url("policy"))
    _wait_for(page, served.addresses["policy"], "/chinh-sach/")
    yield page
    context.close()


def _wait_for(page: Page, *addresses: str) -> None:
    """Until the service worker has kept these."""
    for address in addresses:
        until(page, f"await caches.match(location.origin + {address!r})")


def _offline(page: Page) -> BrowserContext:
    page.context.set_offline(True)
    return page.context


def test_a_page_that_was_read_is_read_again_and_tells_the_day_of_its_copy(reader: Page) -> None:
    title = reader.locator("h1").inner_text()
    expect(reader.locator(".saved")).to_have_count(0)
    saved = parsedate_to_datetime(reader.evaluate(_SAVED)).astimezone(VIETNAM)
    _offline(reader)
    reader.reload()
    expect(reader.locator("h1")).to_have_text(title)
    expect(reader.locator(".saved")).to_contain_text(f"Bản đã lưu ngày {saved:%d/%m/%Y}")
    expect(reader.locator(".saved")).to_contain_text("có thể đã cũ")
    assert reader.locator("header.top").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"


def test_the_list_of_policies_is_there_after_the_second_page(reader: Page, served: Served) -> None:
    _offline(reader)
    reader.goto(served.origin + "/chinh-sach/")
    expect(reader.locator("main .card")).not_to_have_count(0)
    expect(reader.locator(".saved")).to_have_count(1)


def test_a_page_never_read_is_answered_with_what_is_there(reader: Page, served: Served) -> None:
    title = reader.locator("h1").inner_text()
    _offline(reader)
    reader.goto(served.url("plan"))
    expect(reader.locator("h1")).to_have_text("Không có mạng")
    reader.get_by_role("link", name=title).click()
    expect(reader.locator("h1")).to_have_text(title)


def test_back_on_the_network_the_page_is_fresh_again(reader: Page) -> None:
    _offline(reader)
    reader.reload()
    expect(reader.locator(".saved")).to_have_count(1)
    reader.context.set_offline(False)
    reader.reload()
    expect(reader.locator("h1")).to_have_count(1)
    expect(reader.locator(".saved")).to_have_count(0)


def test_errors_and_feeds_are_never_kept(reader: Page, served: Served) -> None:
    reader.goto(served.origin + "/khong/co/")
    reader.evaluate("fetch('/rss/home.rss').then(r => r.text())")
    reader.goto(served.url("story"))
    _wait_for(reader, served.addresses["story"])
    kept = [path for paths in reader.evaluate(_KEPT).values() for path in paths]
    assert served.addresses["story"] in kept
    assert [p for p in kept if p.startswith(("/khong/", "/rss/home"))] == []


def test_a_page_that_is_gone_is_forgotten(reader: Page, served: Served) -> None:
    reader.evaluate(
        """async () => { const c = await caches.open('gn-read-1');
        await c.put(location.origin + '/khong/co/', new Response('cũ')); }"""
    )
    reader.goto(served.origin + "/khong/co/")
    until(reader, "!await caches.match(location.origin + '/khong/co/')")


def test_copies_are_few_and_those_of_older_builds_are_gone(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(served.url("page by hand"))
    page.evaluate("caches.open('gn-core-older').then(c => c.put('/cu/', new Response('cũ')))")
    page.evaluate("navigator.serviceWorker.getRegistration().then(r => r && r.unregister())")
    page.goto(served.url("home"))
    until(page, "navigator.serviceWorker.controller")
    until(page, "!(await caches.keys()).includes('gn-core-older')")
    page.evaluate(
        """async () => { const c = await caches.open('gn-read-1');
        for (let i = 0; i < 80; i++) await c.put(`/mau-${i}/`, new Response('x', {headers: {'x-saved': 'x'}})); }"""
    )
    page.goto(served.url("story"))
    _wait_for(page, served.addresses["story"])
    until(page, "(await (await caches.open('gn-read-1')).keys()).length <= 60")
    kept = set(page.evaluate(_KEPT))
    assert kept <= {"gn-read-1", "gn-files-1", *(name for name in kept if "core" in name)}
    context.close()
