"""What a walk with eyes, thumbs and ears over all pages found, as rules that the markup keeps."""

from __future__ import annotations

from collections import defaultdict
from urllib.parse import urljoin

import pytest
from html_site import PageFile, Site
from lxml.html import HtmlElement
from shown_pages import Opened, OpenPage, Served

_MANY_LINKS = (
    "feeds",
    "loudspeaker",
    "loudspeaker of a place",
    "leaflets",
    "material",
    "duties of a plan",
    "comparison",
    "schedule",
    "open data",
    "policy",
    "story",
    "plan",
    "documents",
)


def _page(site: Site, served: Served, kind: str) -> PageFile:
    return site.pages[f"{served.addresses[kind][1:]}index.html"]


def _name(element: HtmlElement) -> str:
    return " ".join((element.get("aria-label") or element.text_content()).split())


def test_a_day_beside_a_state_says_what_it_is_the_day_of(site: Site) -> None:
    """“Còn hiệu lực 21/11/2026” was read as the last day of a policy."""
    days = [e for page in site.full_pages for e in page.tree.xpath("//li[starts-with(@class, 'card')]//time")]
    assert len(days) > 50
    before = {(e.getprevious().tail if e.getprevious() is not None else e.getparent().text) or "" for e in days}
    assert {text for text in before if not text.endswith("đăng ")} == set()


@pytest.mark.parametrize("kind", _MANY_LINKS)
def test_links_that_are_heard_alone_say_where_they_lead(site: Site, served: Served, kind: str) -> None:
    """Thirty links “30 giây” on one page are thirty riddles for whoever lists the links of a page."""
    page = _page(site, served, kind)
    targets = defaultdict(set)
    for link in page.tree.xpath("//main//a[@href]"):
        targets[_name(link)].add(urljoin(page.address, link.get("href")))
    assert {name: found for name, found in targets.items() if len(found) > 1} == {}


def test_parts_of_a_page_with_the_same_part_have_names_of_their_own(opened: Opened) -> None:
    """Of two searches on a page each says what it searches; a part that is alone may go without a name."""
    names = opened.page.evaluate("""() => {
        const told = id => document.getElementById(id)?.innerText || "";
        const name = e => e.ariaLabel || told(e.getAttribute("aria-labelledby"));
        return [...document.querySelectorAll("nav, [role=search]")].filter(e => e.checkVisibility())
          .map(e => [e.matches("nav") ? "nav" : "search", name(e)]);
    }""")
    assert len({tuple(n) for n in names}) == len(names)


def test_a_list_of_pages_has_the_next_one_in_words_and_shows_what_it_leaves_out(site: Site) -> None:
    def pager(name: str) -> list[str]:
        return [_name(e) for e in site.pages[name].tree.xpath("//nav[@class='pager']//li")]

    shown = pager("van-ban/trang-6/index.html")
    assert shown[:3] == ["‹ Trang trước", "1", "…"]
    assert (shown[-3], shown[-1]) == ("…", "Trang sau ›")
    first = pager("van-ban/index.html")
    assert ("‹ Trang trước" in first, "Trang sau ›" in first) == (False, True)


def test_a_story_shows_its_whole_way_before_it_is_told(site: Site, served: Served) -> None:
    tree = _page(site, served, "story").tree
    parts = [_name(e) for e in tree.xpath("//ol[@class='way']/li/h3")]
    assert parts == ["Trước đây", "Được hỗ trợ", "Kết quả", "Khó khăn", "Bài học"]
    assert tree.xpath("//ol[@class='way']/following::section[@class='text']")
    assert not tree.xpath("//article//figure"), "a drawing that tells nothing stands before the answer"
    photographed = _page(site, served, "story with a photograph").tree
    assert photographed.xpath("//article//figure//img/@alt") == ["Đồi chè xanh"]


def test_an_old_name_says_what_the_place_is_today_and_whom_to_ask(site: Site) -> None:
    def told(name: str) -> str:
        return _name(site.pages[f"dia-ban/{name}/index.html"].tree.xpath("//section[@class='answer']")[0])

    gone = told("huyen-luc-nam")
    assert gone.index("dùng đến hết ngày 30/06/2025") < gone.index("Xã Lục Nam, tỉnh Bắc Ninh") < gone.index("Hỏi ai")
    assert "Ủy ban nhân dân xã, phường nơi bạn ở." in gone
    assert "Ủy ban nhân dân xã Phình Hồ." in told("xa-phinh-ho")
    assert "Ủy ban nhân dân xã Phình Hồ." in told("xa-phinh-ho-tram-tau"), "one name of today: ask there"
    assert "Tên cũ" not in told("ca-nuoc")


@pytest.mark.parametrize("kind", ["policy", "story", "recording"])
def test_the_way_back_and_the_buttons_share_one_line_on_the_smallest_phone(open_page: OpenPage, kind: str) -> None:
    page = open_page(kind, width=320)
    height = page.evaluate("document.querySelector('.where').getBoundingClientRect().height")
    assert height < 64, "buttons stand below the way back, or leave a hole there"


def test_on_a_phone_a_plan_begins_soon(open_page: OpenPage) -> None:
    """Labels beside their values, chapters only: three screens of furniture before the text became two."""
    page = open_page("plan")
    assert page.evaluate("[...document.querySelectorAll('.contents li')].filter(e => e.checkVisibility()).length") < 12
    label, value = page.evaluate(
        "[...document.querySelector('.facts div').children].map(e => e.getClientRects()[0].top)"
    )
    assert label == value
