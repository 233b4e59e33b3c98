"""The finder in real Chromium: a household's way through, whatever stands in its address."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect
from shown_pages import BRIEF, SECOND_LOOK, OpenPage, OpenWindow, Served, until


def test_a_household_finds_its_policies_with_the_keyboard_alone(open_page: OpenPage) -> None:
    page = open_page("finder")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_role("link", name="Hộ nghèo", exact=True).focus()
    page.keyboard.press("Enter")
    for _ in range(20):
        if page.locator("#p_ket-qua h2").count():
            break
        legend = page.locator("fieldset:visible legend")
        expect(legend).to_be_focused()
        assert re.match(r"Câu \d+( trong khoảng \d+|, câu cuối)", legend.inner_text())
        before, text = page.url, legend.text_content() or ""
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowUp")  # the last answer: "Tôi không rõ"
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url, before=before: url != before)
        expect(page.locator("fieldset:visible legend, #p_ket-qua:visible h2").first).not_to_have_text(text)
    heading = page.locator("#p_ket-qua h2").first
    expect(heading).to_be_focused()
    assert re.match(r"Kết quả: [1-9]\d* chính sách được hưởng, [1-9]", heading.inner_text())
    expect(page.locator("#p_ket-qua").get_by_text("Vì: hộ nghèo.")).not_to_have_count(0)
    for_all = page.locator("#p_ket-qua h2", has_text="Cho mọi người").locator("+ ul h3")
    expect(for_all.filter(has_text="Rà soát, công nhận hộ nghèo")).to_have_count(1)
    got = page.locator("#p_ket-qua h2", has_text="Được hưởng").locator("+ ul h3")
    expect(got.filter(has_text="Chuẩn nghèo")).to_have_count(0)
    assert [url for url in asked if "household" in url.split("#")[0]] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


def test_the_way_back_and_the_address_keep_every_answer(open_page: OpenPage) -> None:
    page = open_page("finder")
    page.get_by_role("link", name="Hộ nghèo", exact=True).click()
    page.get_by_label("Vay vốn").check()
    page.get_by_role("button", name="Tiếp tục").click()
    page.wait_for_url("**need=tin-dung*")
    page.go_back()
    expect(page.locator("fieldset:visible legend")).to_contain_text("Bạn đang cần gì?")
    page.go_forward()
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("fieldset:visible")).to_be_visible()
    page.get_by_role("button", name="Xem kết quả ngay").click()
    expect(page.locator("#p_ket-qua dd").first).to_contain_text("Hộ nghèo")
    page.get_by_role("link", name="Sửa").first.click()
    expect(page.locator("fieldset:visible input:checked")).to_have_value("ho-ngheo")
    page.get_by_role("radio", name="Hộ cận nghèo", exact=True).check()
    page.get_by_role("button", name=re.compile("Tiếp tục|Xem kết quả$")).click()
    page.wait_for_url("**household=ho-can-ngheo*")


def test_all_questions_stand_on_one_page_for_those_who_want_it(open_page: OpenPage) -> None:
    page = open_page("finder")
    page.get_by_role("link", name="Tôi không rõ").click()
    page.get_by_role("button", name="Hỏi tất cả trên một trang").click()
    expect(page.locator("fieldset:visible").nth(5)).to_be_visible()
    page.locator('fieldset[data-fact="worker"]').get_by_label("Không", exact=True).check()
    page.wait_for_url("**worker=khong*")
    page.get_by_role("button", name="Xem kết quả", exact=True).click()
    expect(page.locator("#p_ket-qua h2").first).to_be_focused()


def test_going_on_without_an_answer_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page("finder")
    page.get_by_role("link", name="Hộ nghèo", exact=True).click()
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.get_by_role("alert")).to_have_text("Hãy chọn một câu trả lời, hoặc chọn “Tôi không rõ”.")


@pytest.mark.parametrize(
    "fragment",
    [
        "household=la&age=abc",
        "age=-5&ket-qua=1",
        "ngay=2026-99-99&household=ho-ngheo&ket-qua=1",
        "sua=constructor&household=%3F",
        "household=<img src=x onerror=alert(1)>&ket-qua=1&need=?",
        "household=?&nguoi=__proto__.co*age.x*learner.%3Cb%3E&nguoi=.*.&ket-qua=1",
    ],
)
def test_a_hostile_address_shows_the_finder_and_runs_nothing(
    open_window: OpenWindow, served: Served, fragment: str
) -> None:
    page = open_window()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: (faults.append("dialog"), dialog.dismiss()))
    page.goto(f"{served.url('finder')}#{fragment}")
    until(page, "[...document.querySelectorAll('#p_bat-dau, #p_cau-hoi, #p_ket-qua')].some(e => !e.hidden)")
    page.evaluate("() => new Promise(requestAnimationFrame)")  # what an injected image would do is done by then
    assert faults == []


def test_without_scripts_each_class_leads_to_a_page_of_policies_by_need(open_page: OpenPage) -> None:
    page = open_page("finder", java_script_enabled=False)
    expect(page.locator("main form")).to_be_hidden()
    page.get_by_role("link", name="Hộ cận nghèo").click()
    expect(page.get_by_role("heading", name="Vay vốn", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Vay vốn cho hộ cận nghèo").first).to_be_visible()


_LONG = """count => {
  const set = document.querySelector('#p_cau-hoi fieldset'), last = set.querySelector('.choice:last-of-type');
  for (let n = 0; n < count; n++) {
    const label = document.createElement('label');
    label.className = 'choice';
    label.innerHTML = `<input type="radio" name="household" value="noi-${n}"><span></span>`;
    label.lastChild.textContent = n === 7 ? 'Xã Đồng Cốc, tỉnh Bắc Ninh' : `Xã Hạnh Phúc ${n}, tỉnh Lào Cai`;
    last.before(label);
  }
  const field = '<label class="sift" hidden>Tìm <input type="search"></label><p role="status"></p>';
  set.querySelector('legend').insertAdjacentHTML('afterend', field);
}"""


def test_a_list_of_hundreds_of_places_is_found_by_typing_without_marks(open_window: OpenWindow, served: Served) -> None:
    page = open_window()
    page.route("**/finder.*.js", lambda route: route.abort())
    page.goto(served.url("finder"))
    page.evaluate(_LONG, 300)
    page.unroute("**/finder.*.js")
    page.evaluate("location.hash = 'sua=household&household=%3F'")
    page.add_script_tag(url=page.locator("script[src*=finder]").get_attribute("src"))
    field = page.locator(".sift input")
    field.fill("dong coc")
    shown = page.locator("fieldset:visible .choice:visible")
    expect(shown).to_have_text(["Xã Đồng Cốc, tỉnh Bắc Ninh", "Tôi không rõ"])
    field.press("Enter")
    expect(page.get_by_label("Xã Đồng Cốc")).to_be_checked()
    field.fill("hanh phuc")
    expect(page.locator("fieldset:visible [role=status]")).to_contain_text("299 nơi khớp")
    assert shown.count() <= 10


def test_a_result_counts_every_person_of_the_household_and_says_for_whom(
    open_window: OpenWindow, served: Served
) -> None:
    page = open_window()
    page.goto(
        f"{served.url('finder')}#household=ho-khac&need=tro-cap&commune_class=khac&child_under_16=khong&age=75&has_pension=khong&disability=khong&ket-qua=1"
    )
    page.get_by_role("button", name="Thêm một người trong nhà").click()
    page.get_by_label("Dưới 16 tuổi").check()
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Xem kết quả ngay").click()
    line = page.locator("#p_ket-qua li", has_text="Trợ cấp hưu trí xã hội")
    expect(line).to_contain_text("Vì: từ đủ 75 tuổi trở lên, người không có lương hưu.")
    expect(line).to_contain_text("Cho: người thứ 1 (từ 75 tuổi trở lên).")
    page.get_by_role("button", name="Bỏ người thứ 1").click()
    page.locator("#p_ket-qua summary", has_text="không khớp").click()
    expect(page.locator("#p_ket-qua details li", has_text="Trợ cấp hưu trí xã hội")).to_have_count(1)


_PLACES = (
    "finder#household=ho-ngheo",
    "finder#household=ho-ngheo&need=%3F&age=70&ket-qua=1",
    "finder#cach=mot-trang&household=%3F",
    "self-check#ngay=2026-11-21&noi=nong-thon&tong=1000000&nguoi=1",
)


@pytest.mark.parametrize("place", _PLACES)
def test_axe_finds_nothing_while_answering(
    open_window: OpenWindow, served: Served, axe_source: str, place: str
) -> None:
    kind, fragment = place.split("#")
    page = open_window(color_scheme="light")
    page.goto(f"{served.url(kind)}#{fragment}")
    until(page, "[...document.querySelectorAll('#p_ket-qua, #p_cau-hoi')].some(e => !e.hidden)")
    if "ket-qua" in place or kind == "self-check":
        page.locator("#p_ket-qua").wait_for()
    page.evaluate(axe_source)
    axe = "async rules => (await axe.run(rules)).violations.map(v => `${v.id}: ${v.nodes.map(n => n.html)}`)"
    found = page.evaluate(axe, BRIEF)
    page.emulate_media(color_scheme="dark")
    found += page.evaluate(axe, SECOND_LOOK)
    small = page.evaluate("""() => [...document.querySelectorAll('.choice, .link, .button')]
        .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.5)
        .map(e => e.outerHTML.slice(0, 90))""")
    wide = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert (found, small, wide) == ([], [], False)
