"""The engines of finder and self-check that are shipped, in real Chromium, against those in Python."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Browser
from portal_project import Project
from shown_pages import OpenPage, Served

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
