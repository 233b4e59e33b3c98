"""The finder and the self-check in real Chromium: the shipped engines against Python, and a household's way through."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from itertools import product
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from portal_project import Project
from shown_pages import BRIEF, SECOND_LOOK, OpenPage, OpenWindow, Served, until

from combinations import axes_of, households, pairs, spread
from giamngheo.catalog import Catalog, build_catalog
from giamngheo.content.loader import load_content
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.eligibility.candidates import Candidate, candidates
from giamngheo.outlets.eligibility.engine import Days, because, open_facts, verdict, ways
from giamngheo.outlets.eligibility.poverty import Household, lacking_range, outcomes
from giamngheo.outlets.eligibility.selfcheck import lines_of

_RULES = "window.giamngheoRules.whole()"
_FIGURES = "fetch(document.getElementById('p_tinh-thu').dataset.figures).then(answer => answer.json())"
_VERDICTS = f"""async axes => {{
  const {{ policies }} = await {_RULES};
  const {{ verdict }} = window.giamngheoRules;
  return policies.map((policy, index) => {{
    const said = [];
    const walk = (left, answers) => {{
      if (!left.length) {{ said.push(verdict(policy.rule, answers)[0]); return; }}
      const [[fact, values], ...others] = left;
      for (const value of values) walk(others, value ? {{ ...answers, [fact]: value }} : answers);
    }};
    walk(axes[index], {{}});
    return said.join('');
  }});
}}"""
_WORDS = f"""async tried => {{
  const {{ policies, words }} = await {_RULES};
  const {{ verdict, because, ways, openFacts }} = window.giamngheoRules;
  return policies.map(({{ rule }}, index) => tried[index].map(answers => ({{
    yes: verdict(rule, answers) === 'yes' ? because(rule, answers, words) : [],
    may: verdict(rule, answers) === 'may' ? ways(rule, answers) : [],
    open: openFacts(rule, answers).sort(),
    asked: openFacts(rule, answers, ['age', 'disability', 'worker']).sort(),
  }})));
}}"""
_STANDINGS = f"""async days => {{
  const {{ policies, ahead }} = await {_RULES};
  return policies.map(p => days.map(day => window.giamngheoRules.standing(p.first, p.last, day, ahead)));
}}"""


@pytest.fixture(scope="module")
def catalog(project: Project, served: Served, browser: Browser) -> Catalog:
    """The content of the served site, on the day of its build."""
    page = browser.new_page()
    page.goto(served.url("finder"))
    day = page.locator("#p_cau-hoi").get_attribute("data-day") or ""
    page.close()
    now = datetime.combine(date.fromisoformat(day), datetime.min.time(), VIETNAM).replace(hour=12)
    return build_catalog(load_content(project.folder / "content"), now)


@pytest.fixture(scope="module")
def found(catalog: Catalog) -> tuple[Candidate, ...]:
    return candidates(catalog)


def test_python_and_the_browser_agree_on_every_combination_of_the_facts_of_every_rule(
    open_page: OpenPage, found: tuple[Candidate, ...]
) -> None:
    axes = [axes_of(candidate.rule) for candidate in found]
    said: list[str] = open_page("finder").evaluate(_VERDICTS, axes)
    tried = 0
    for candidate, own, letters in zip(found, axes, said, strict=True):
        expected = "".join(verdict(candidate.rule, answers)[0] for answers in households(own))
        tried += len(expected)
        assert letters == expected, candidate.title
    assert tried > 10_000


def test_python_and_the_browser_agree_in_words_and_on_what_is_still_open(
    open_page: OpenPage, found: tuple[Candidate, ...]
) -> None:
    tried = [list(spread(axes_of(candidate.rule), 150)) for candidate in found]
    said = open_page("finder").evaluate(_WORDS, tried)
    for candidate, own, words in zip(found, tried, said, strict=True):
        expected = [_in_words(candidate, answers) for answers in own]
        assert words == expected, candidate.title


def _in_words(candidate: Candidate, answers: dict[str, str]) -> dict[str, Any]:
    answer = verdict(candidate.rule, answers)
    return {
        "yes": list(because(candidate.rule, answers)) if answer == "yes" else [],
        "may": [list(way) for way in ways(candidate.rule, answers)] if answer == "may" else [],
        "open": sorted(open_facts(candidate.rule, answers)),
        "asked": sorted(open_facts(candidate.rule, answers, frozenset({"age", "disability", "worker"}))),
    }


def test_python_and_the_browser_agree_on_pairs_of_all_facts_for_every_rule(
    open_page: OpenPage, found: tuple[Candidate, ...]
) -> None:
    every: dict[str, tuple[str, ...]] = {}
    for fact, values in (axis for candidate in found for axis in axes_of(candidate.rule)):
        every[fact] = tuple(dict.fromkeys((*every.get(fact, ()), *values)))
    tried = [*pairs(every.items()), {"age": "x"}, {"age": "0075"}, {"age": "-1"}, {"household": "la"}, {"age": "999"}]
    said = open_page("finder").evaluate(
        f"""async tried => {{
          const {{ policies }} = await {_RULES};
          return policies.map(p => tried.map(a => window.giamngheoRules.verdict(p.rule, a)[0]).join(''));
        }}""",
        tried,
    )
    assert said == ["".join(verdict(c.rule, answers)[0] for answers in tried) for c in found]


def test_python_and_the_browser_agree_on_the_day_before_at_and_after_every_limit(
    open_page: OpenPage, found: tuple[Candidate, ...]
) -> None:
    limits = {edge for c in found for edge in (c.days.first, c.days.last) if edge}
    days = sorted({edge + timedelta(days=d) for edge in limits for d in (-61, -60, -1, 0, 1)})
    said = open_page("finder").evaluate(_STANDINGS, [day.isoformat() for day in days])
    assert said == [[c.days.standing(day) for day in days] for c in found]
    assert {"current", "ahead", "later"} <= {one for line in said for one in line}


def test_python_and_the_browser_agree_on_every_count_income_area_and_day(open_page: OpenPage, catalog: Catalog) -> None:
    ids = [i.id for i in catalog.indicators]
    counts = [(a, b) for a in (0, 1, 2, 3, 4, 12) for b in {0, 9, 12 - a} if a + b <= 12]
    sums = {line.amount * n + d for line in lines_of(catalog.standards) for n in (1, 3) for d in (-1, 0, 1)}
    incomes = [(0, 0), *((total, n) for total in sorted({0, *sums}) for n in (1, 3))]
    days = ["2026-11-21", "2026-12-31", "2027-01-01", "2030-12-31", "2031-01-01"]
    cases = [
        {"area": area, "total": total, "members": n, "lacks": ids[:a], "has": ids[a : a + b]}
        for area, (total, n), (a, b) in product(("", "nong-thon", "do-thi"), incomes, counts)
    ]
    said = open_page("self-check").evaluate(
        f"""async ([days, ids, choices]) => {{
          const figures = await {_FIGURES};
          const [areas, incomes, counts] = choices;
          const {{ outcomes, linesOf, indicatorsOf }} = window.giamngheoStandard;
          return days.map(day => {{
            const lines = linesOf(figures, day, ''), indicators = indicatorsOf(figures, day), said = [];
            for (const area of areas) for (const [total, members] of incomes) for (const [a, b] of counts)
              said.push(outcomes(lines, indicators,
                {{ area, total, members, lacks: ids.slice(0, a), has: ids.slice(a, a + b) }}).sort().join('+'));
            return said.join(' ');
          }});
        }}""",
        [days, ids, [["", "nong-thon", "do-thi"], incomes, counts]],
    )
    for day, words in zip(days, said, strict=True):
        lines = [s for s in lines_of(catalog.standards) if s.days.standing(date.fromisoformat(day)) == "current"]
        own = [
            i.id
            for i in catalog.indicators
            if Days(i.valid_from, i.valid_to).standing(date.fromisoformat(day)) == "current"
        ]
        expected = ["+".join(sorted(outcomes(lines, own, _household(case)))) for case in cases]
        assert words == " ".join(expected), day


def _household(case: dict[str, Any]) -> Household:
    return Household(case["area"], case["total"], case["members"], frozenset(case["lacks"]), frozenset(case["has"]))


def test_python_and_the_browser_count_every_set_of_twelve_indicators_alike(open_page: OpenPage) -> None:
    ids = [str(n) for n in range(12)]
    sets = [[i for n, i in enumerate(ids) if number >> n & 1] for number in range(4096)]
    said = open_page("self-check").evaluate(
        "([ids, sets]) => sets.map(lacks => window.giamngheoStandard.lackingRange(ids, { lacks, has: ['0', '5'] }))",
        [ids, sets],
    )
    everything = frozenset(ids)
    expected = [list(lacking_range(everything, Household(lacks=frozenset(s), has=frozenset("05")))) for s in sets]
    assert said == expected


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


_SELF_CHECK = yaml.safe_load((Path(__file__).parents[1] / "eligibility/self_check.yml").read_text("utf-8"))


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
    for index, fieldset in enumerate(page.locator("fieldset[data-indicator]").all()):
        fieldset.get_by_label(("Có", "Không", "Không rõ")[index % 3], exact=True).check()
    page.get_by_role("button", name="Xem kết quả").click()
    page.locator("#p_ket-qua h2").first.wait_for()
    paper = pypdfium2.PdfDocument(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(paper[n].get_textpage().get_text_bounded().replace("\r\n", " ") for n in range(len(paper)))
    assert len(paper) <= 2
    for said in ("Kết quả tính thử", "Nhà tôi đã trả lời", "6.000.000", "Thành thị", "không quyết định gì"):
        assert said in text, said
    assert text.count("Không rõ") == 4


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
