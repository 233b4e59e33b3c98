"""The self-check in real Chromium: what a household fills in, is told, and takes home on paper."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
from playwright.sync_api import Page, expect
from shown_pages import OpenPage

from labelled_scores import labelled


def test_without_scripts_the_self_check_is_a_list_to_count_on_paper(open_page: OpenPage) -> None:
    page = open_page("self-check", java_script_enabled=False)
    expect(page.get_by_role("table")).to_have_count(2)
    expect(page.locator("fieldset[data-indicator]:visible")).to_have_count(12)
    expect(page.get_by_text("Trang này không quyết định gì.")).to_be_visible()
    unsent = "a form that nothing reads must not be sent anywhere"
    expect(page.locator("main button:visible"), unsent).to_have_count(0)


def test_the_self_check_tells_the_class_and_that_it_decides_nothing(open_page: OpenPage) -> None:
    page = open_page("self-check")
    page.get_by_label("Nông thôn", exact=True).check()
    page.get_by_label("Cả nhà một tháng").fill("6.000.000")
    page.get_by_label("Nhà có mấy người?").fill("4")
    for index, fieldset in enumerate(page.locator("fieldset[data-indicator]").all()):
        fieldset.get_by_label("Có" if index < 3 else "Không", exact=True).check()
    page.get_by_role("button", name="Xem kết quả").click()
    result = page.locator("#p_ket-qua")
    expect(result.locator("h2")).to_be_focused()
    expect(result).to_contain_text("Nhà bạn có thể là hộ nghèo.")
    expect(result).to_contain_text("6.000.000 đồng chia cho 4 người: 1.500.000 đồng một người một tháng")
    expect(result).to_contain_text("không quyết định gì")
    expect(result.get_by_role("link", name="Hộ nghèo được hỗ trợ gì?")).to_be_visible()
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#p_ket-qua")).to_contain_text("Nhà bạn có thể là hộ nghèo.")


_SELF_CHECK = labelled(Path(__file__).parents[1] / "eligibility/self_check.yml")


def test_labelled_households_at_the_boundaries_are_told_what_the_decree_says(open_page: OpenPage) -> None:
    page = open_page("self-check")
    address, wrong = page.url, []
    for case in _SELF_CHECK:
        page.clock.set_fixed_time(f"{case['today']}T08:00:00+07:00")
        page.goto("about:blank")
        page.goto(address)
        _fill_in(page, case)
        page.get_by_role("button", name="Xem kết quả").click()
        page.locator("#p_ket-qua h2").wait_for()
        told = page.locator("#p_ket-qua").inner_text().split("Nhà tôi đã trả lời")[0]
        wrong += [(case["who"], "lacks", words) for words in case["says"] if words not in told]
        wrong += [(case["who"], "has", words) for words in case["never"] if words in told]
    assert wrong == []


def _fill_in(page: Page, case: dict[str, Any]) -> None:
    if "standard" in case:
        page.get_by_label(case["standard"]).check()
    page.locator(".trio").first.get_by_label(case["area"], exact=True).check()
    page.get_by_label("Cả nhà một tháng").fill(case["income"])
    page.get_by_label("Nhà có mấy người?").fill(case["members"])
    _answer_indicators(page, ["Có"] * case["lacks"] + ["Không"] * case["has"])


def _answer_indicators(page: Page, given: list[str]) -> None:
    """Press the label that says it, in one question after the other."""
    pressed = page.evaluate(
        """given => [...document.querySelectorAll('fieldset[data-indicator]')].slice(0, given.length).map((set, n) => {
          const label = [...set.querySelectorAll('label')].find(l => l.textContent.trim() === given[n]);
          if (!set.checkVisibility()) throw new Error(set.dataset.indicator);
          label.click();
          return label.control.checked;
        })""",
        given,
    )
    assert pressed == [True] * len(pressed)


def test_sums_are_read_as_people_type_them(open_page: OpenPage) -> None:
    page = open_page("self-check")
    for typed, sum_ in _SUMS.items():
        assert page.evaluate("text => giamngheoStandard.sumOf(text)", typed) == sum_, typed
    page.get_by_label("Cả nhà một tháng").fill("6500000")
    expect(page.locator("#p_doc-la")).to_have_text("Đọc là: 6.500.000 đồng (6,5 triệu).")


def test_millions_can_be_told_with_the_keys_for_numbers(open_page: OpenPage) -> None:
    """A phone that shows keys for numbers has a comma, but no letters for “triệu”."""
    page = open_page("self-check")
    income = page.get_by_label("Cả nhà một tháng")
    expect(income).to_have_attribute("inputmode", "decimal")
    income.fill("6,5")
    expect(page.locator("#p_doc-la")).to_contain_text("“6,5” là mấy triệu?")
    more = page.get_by_role("button", name="thêm chữ “triệu”")
    for _ in range(2):
        more.click()
        expect(income).to_have_value("6,5 triệu")
    expect(page.locator("#p_doc-la")).to_have_text("Đọc là: 6.500.000 đồng (6,5 triệu).")


_SUMS = {
    "6.000.000": 6_000_000, "6,000,000đ": 6_000_000, "6 000 000 đồng": 6_000_000, "6000000": 6_000_000,
    "6 triệu": 6_000_000, "6TR": 6_000_000, "1,5tr": 1_500_000, "1.5 triệu": 1_500_000, "1tr5": 1_500_000,
    "1 triệu 5": 1_500_000, "2 triệu rưỡi": 2_500_000, "2 triệu 500 nghìn": 2_500_000, "2 triệu 500": 2_500_000,
    "500k": 500_000, "1.500 nghìn": 1_500_000, "500 ngàn": 500_000, "0": 0, "": 0, "không có": 0,
    "9" * 40: 999_999_999_999, "9999999999 tỷ": 999_999_999_999, "-5 triệu": 5_000_000,
}  # fmt: skip


def test_a_self_check_prints_on_two_pages_at_most_with_what_was_answered(open_page: OpenPage) -> None:
    page = open_page("self-check")
    page.get_by_label("Thành thị", exact=True).check()
    page.get_by_label("Cả nhà một tháng").fill("6000000")
    page.get_by_label("Nhà có mấy người?").fill("4")
    _answer_indicators(page, ["Có", "Không", "Không rõ"] * 4)
    page.get_by_role("button", name="Xem kết quả").click()
    page.locator("#p_ket-qua h2").first.wait_for()
    paper = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(paper[n].get_textpage().get_text_bounded().replace("\r\n", " ") for n in range(len(paper)))
    assert len(paper) <= 2
    for said in ("Kết quả tính thử", "Nhà tôi đã trả lời", "6.000.000", "Thành thị", "không quyết định gì"):
        assert said in text, said
    assert text.count("Không rõ") == 4
