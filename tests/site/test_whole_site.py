"""Rules for every page of the real site."""

from __future__ import annotations

import gzip
import re
import zipfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from html_site import HOST, PageFile, Site
from lxml import etree
from portal_project import Outcome, Project

_LISTS = ("ul", "ol", "dl", "nav", "section", "table", "tbody", "figure", "article", "main", "p", "li", "dd", "dt")


_PACKED = re.compile(r"search/[0-9a-f]+/[pw]\d+\.json")
"""Parts of the index of search: letters of words, and numbers packed into any characters, '{%' among them."""


def test_strict_build_of_the_real_content_passes(real_build: tuple[Project, Outcome]) -> None:
    _, outcome = real_build
    assert outcome.code == 0, outcome.stderr
    assert outcome.problems == []


def test_every_link_and_asset_leads_to_a_file(site: Site) -> None:
    broken = [
        f"{page.name} -> {target}"
        for page in site.pages.values()
        for target in page.targets
        if target.startswith(HOST) and target.partition("#")[0] != page.address and site.file_at(target) is None
    ]
    assert broken == []


def test_every_fragment_leads_to_an_id(site: Site) -> None:
    broken = []
    for page in site.pages.values():
        for target in page.targets:
            address, _, fragment = target.partition("#")
            name = page.name if address == page.address else site.file_at(address)
            if fragment and address.startswith(HOST) and fragment not in site.pages[name or page.name].anchors:
                broken.append(f"{page.name} -> {target}")
    assert broken == []


def test_no_id_occurs_twice_on_a_page(site: Site) -> None:
    doubled = {p.name: [i for i, n in Counter(p.anchors).items() if n > 1] for p in site.pages.values()}
    assert {name: ids for name, ids in doubled.items() if ids} == {}


def test_links_leave_only_to_the_web(site: Site) -> None:
    schemes = {target.partition(":")[0] for page in site.pages.values() for target in page.targets}
    assert schemes <= {"http", "https", "mailto", "tel"}


def test_pages_load_nothing_from_elsewhere(site: Site) -> None:
    loaded = [
        f"{page.name}: {value}"
        for page in site.pages.values()
        for value in page.tree.xpath("//@src | //@srcset | //@poster | //link[not(@rel='canonical')]/@href")
        if re.match(r"[a-z]+:|//", str(value))
    ]
    assert loaded == []


def test_nothing_is_written_inline_that_the_security_policy_forbids(site: Site) -> None:
    found = [
        page.name
        for page in site.pages.values()
        if page.tree.xpath("//@style | //style | //@*[starts-with(name(), 'on')]")
        or page.tree.xpath("//script[not(@src)][not(@type='application/ld+json')]")  # data, never run
    ]
    assert found == []


def test_no_placeholder_is_left(site: Site) -> None:
    marks = ("site:/", "{{", "{%", "None", "Undefined", "�")
    left = [
        f"{name}: {mark}"
        for name in sorted(site.names)
        if not name.endswith((".gz", ".png", ".pdf")) and not _PACKED.fullmatch(name)
        for text in [_text_of(site.folder / name)]
        for mark in marks
        if mark in text
    ]
    assert left == []


def test_sitemap_lists_all_indexed_pages_and_no_other(site: Site) -> None:
    listed = [str(loc.text) for loc in etree.parse(str(site.folder / "sitemap.xml")).getroot().iter("{*}loc")]
    indexed = [page.address for page in site.pages.values() if page.is_indexed and page.name != "404.html"]
    assert sorted(listed) == sorted(indexed)
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()) == (site.folder / "sitemap.xml").read_bytes()


def test_every_indexed_page_names_its_own_address_as_canonical(site: Site) -> None:
    for page in site.pages.values():
        canonical = page.tree.xpath("//link[@rel='canonical']/@href")
        if page.is_redirect or (canonical and not page.is_indexed):
            assert site.file_at(canonical[0]), page.name
        else:
            assert canonical == ([page.address] if page.is_indexed else []), page.name


def test_every_page_has_title_description_language_and_one_main_heading(site: Site) -> None:
    for page in site.full_pages:
        tree = page.tree
        assert tree.get("lang") == "vi", page.name
        assert _text(tree, "//title"), page.name
        assert len(tree.xpath("//meta[@name='description']/@content")) == 1, page.name
        assert tree.xpath("string(//meta[@name='description']/@content)").strip(), page.name
        assert len(tree.xpath("//h1")) == 1, page.name
        assert len(tree.xpath("//main")) == 1, page.name


def test_titles_tell_pages_apart(site: Site) -> None:
    pages = [p for p in site.full_pages if p.is_indexed and not p.name.startswith("dia-ban/")]  # places share names
    titles = Counter(_text(page.tree, "//title") for page in pages)
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_line_of_a_title_ends_in_a_word_of_one_letter(site: Site) -> None:
    """Phones broke the first title of the portal between the syllables of "y tế"."""
    titles = [h.text_content() for page in site.full_pages for h in page.tree.xpath("//article//h1 | //li/h2/a")]
    assert any("bảo hiểm y\N{NO-BREAK SPACE}tế" in title for title in titles)
    assert [title for title in titles if re.search(r"(?<!\w)[^\W\d_] ", title)] == []


def test_no_element_that_should_hold_something_is_empty(site: Site) -> None:
    empty = [
        f"{page.name}: <{element.tag} class={element.get('class')}>"
        for page in site.full_pages
        for element in page.tree.iter(*_LISTS, "h1", "h2", "h3", "h4", "a")
        if not _holds_something(element)
    ]
    assert empty == []


def test_no_heading_stands_without_content(site: Site) -> None:
    bare = [f"{page.name}: {heading}" for page in site.full_pages for heading in _bare_headings(page)]
    assert bare == []


def test_a_time_of_answer_is_promised_only_where_somebody_receives(site: Site) -> None:
    receives = "p_noi-tiep-nhan" in site.pages["lien-he/index.html"].anchors
    reports = [text for page in site.full_pages for text in page.tree.xpath("//p[@class='report']")]
    assert len(reports) > 100
    assert {"2 ngày làm việc" in report.text_content() for report in reports} == {receives}


def test_every_menu_entry_leads_to_a_page_with_entries(site: Site) -> None:
    home = site.pages["index.html"]
    for link in home.tree.xpath("//nav[@aria-label='Mục chính']//a/@href"):
        page = site.pages[str(link).lstrip("./") + "index.html"]
        assert len(page.tree.xpath("//main//li//a")) > 0, link


def test_headings_skip_no_level(site: Site) -> None:
    skipping = []
    for page in site.full_pages:
        levels = [int(h.tag[1]) for h in page.tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        if any(after > before + 1 for before, after in pairwise(levels)):
            skipping.append(page.name)
    assert skipping == []


def test_pages_answer_with_a_slash_at_the_end_in_folders_of_plain_letters(site: Site) -> None:
    assert [n for n in site.names if not re.fullmatch(r"[a-z0-9./-]+", n)] == []


@pytest.mark.parametrize("section", ["chinh-sach", "guong-dien-hinh", "ke-hoach", "hoat-dong", "hoi-dap"])
def test_every_item_has_an_address_that_never_changes(site: Site, section: str) -> None:
    stable = {page.tree.xpath("string(//link[@rel='canonical']/@href)") for page in _identities(site)}
    items = [p.address for n, p in site.pages.items() if re.fullmatch(rf"{section}/(?!trang-)[^/]+/index\.html", n)]
    assert items
    assert set(items) <= stable


def _identities(site: Site) -> list[PageFile]:
    return [page for name, page in site.pages.items() if name.startswith("id/")]


def _text_of(file: Path) -> str:
    """Of a packed file the text of all that is in it."""
    if file.suffix not in {".docx", ".zip"}:
        return file.read_text("utf-8", "replace")
    with zipfile.ZipFile(file) as packed:
        names = [name for name in packed.namelist() if not name.endswith((".png", ".docx"))]
        return "\n".join(packed.read(name).decode("utf-8", "replace") for name in names)


def _text(tree: etree._Element, path: str) -> str:
    return str(tree.xpath(f"string({path})")).strip()


def _holds_something(element: etree._Element) -> bool:
    if element.get("role") == "status":
        return True  # must be there before it has anything to say
    if element.get("aria-hidden") == "true" or element.xpath("ancestor::*[@aria-hidden='true']"):
        return True
    return bool(str(element.xpath("string(.)")).strip() or element.xpath(".//img[@alt!=''] | .//svg | .//input"))


def _bare_headings(page: PageFile) -> list[str]:
    """Headings followed at once by another of the same or a higher level, or by nothing."""
    flow = page.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or not(*)][not(ancestor::svg)]")
    bare, open_heading = [], None
    for element in flow:
        if re.fullmatch("h[1-4]", str(element.tag)):
            if open_heading is not None and element.tag <= open_heading.tag:
                bare.append(str(open_heading.xpath("string(.)")))
            open_heading = element
        elif open_heading is not None and open_heading not in element.iterancestors() and _holds_text(element):
            open_heading = None
    return bare + ([str(open_heading.xpath("string(.)"))] if open_heading is not None else [])


def _holds_text(element: etree._Element) -> bool:
    return bool(str(element.xpath("string(..)")).strip())
