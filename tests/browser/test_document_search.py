"""The search of documents: filters on the page, a shareable address, and plain lists where no script runs."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect
from shown_pages import OpenPage, Served

_SHOWN = "main > div:not([hidden]) .lines > li"


def test_typing_without_diacritics_filters_and_the_address_tells_it(open_page: OpenPage) -> None:
    page = open_page("documents")
    page.get_by_label("Số hiệu hoặc từ trong tên").fill("chuan ngheo")
    page.get_by_text("Lọc kết quả").click()
    page.get_by_label("Loại văn bản").select_option("nghi-dinh")
    expect(page).to_have_url(re.compile(r"\?q=chuan\+ngheo&loai=nghi-dinh$"))
    links = page.locator(_SHOWN).get_by_role("link")
    one_link = "07/2021/NĐ-CP: Chuẩn nghèo đa chiều giai đoạn 2021–2025"  # number and name
    expect(links.filter(has_text=one_link)).to_have_text([one_link])
    expect(links.filter(has_not_text=re.compile(r"^[^:]*NĐ-CP:"))).to_have_count(0)
    expect(page.get_by_role("status").first).to_have_text(f"Tìm thấy {links.count()} văn bản.")


def test_a_shared_address_shows_what_was_found(browser: Browser, served: Served) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.url('documents')}?q=650&co-quan=bo-ld-tbxh")
    expect(page.locator(_SHOWN)).to_have_count(1)
    page.locator(_SHOWN).get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(re.compile("650/QĐ-LĐTBXH"))
    context.close()


def test_nothing_found_says_so(open_page: OpenPage) -> None:
    page = open_page("documents")
    page.get_by_label("Số hiệu hoặc từ trong tên").fill("khong co van ban nao nhu vay")
    expect(page.get_by_role("status").first).to_contain_text("Không thấy văn bản nào")
    expect(page.locator(_SHOWN)).to_have_count(0)


def test_without_scripts_lists_by_type_lead_to_documents(open_page: OpenPage) -> None:
    page = open_page("documents", java_script_enabled=False)
    page.get_by_text("Loại văn bản").click()
    page.get_by_role("link", name=re.compile("Chỉ thị")).click()
    expect(page.get_by_role("link", name="05-CT/TW")).to_be_visible()


def test_the_chain_is_read_as_one_picture_and_as_a_list(open_page: OpenPage) -> None:
    page = open_page("document")
    picture = page.get_by_role("img", name=re.compile("Chuỗi văn bản"))
    expect(picture).to_be_visible()
    labels = picture.locator(".name").count()
    expect(page.locator(".chains ol > li")).to_have_count(labels)
