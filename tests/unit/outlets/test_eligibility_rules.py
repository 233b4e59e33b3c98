"""Rules in three values: compiled rules against the meaning of the schema, days, places, the words of a result."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest

from combinations import axes_of, axis_of, households, spread
from factories import NOW, Project, a_policy, page
from giamngheo.catalog import Catalog, build_catalog
from giamngheo.content.eligibility import Rule
from giamngheo.content.loader import load_content
from giamngheo.content.schema import Policy
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.eligibility.candidates import Candidate, candidates, days_of, place_options, questions
from giamngheo.outlets.eligibility.class_pages import MOST
from giamngheo.outlets.eligibility.engine import Days, because, open_facts, verdict, ways
from giamngheo.outlets.eligibility.questions import FACTS, UNKNOWN
from giamngheo.rendering.eligibility_conditions import AGE, VALUES, compile_rule, conditions_of
from labelled_scores import labelled

ROOT = Path(__file__).parents[3]
LABELLED = labelled(ROOT / "tests/eligibility/households.yml")
_STRUCTURE = {"all_", "any_", "not_", "everyone", "other"}


def a_rule(**keys: object) -> Rule:
    """A rule as an editor types it: every scalar is text."""
    return Rule.model_validate(_typed(keys))


def _typed(value: object) -> object:
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_typed(inner) for inner in value]
    return str(value).lower() if isinstance(value, (bool, int)) else value


@pytest.fixture(scope="module")
def real() -> Catalog:
    return build_catalog(load_content(ROOT / "content"), NOW)


@pytest.fixture(scope="module")
def found(real: Catalog) -> tuple[Candidate, ...]:
    return candidates(real)


def meaning(rule: Rule, answers: dict[str, str]) -> bool | None:
    """Kleene's logic straight on the schema, written apart from the engine."""
    if rule.not_ is not None:
        inner = meaning(rule.not_, answers)
        return None if inner is None else not inner
    if rule.all_ is not None or rule.any_ is not None:
        found = [meaning(part, answers) for part in rule.all_ or rule.any_ or ()]
        decided = rule.any_ is not None
        return decided if decided in found else None if None in found else not decided
    if rule.everyone is not None:
        return rule.everyone
    answer = answers.get(rule.key)
    if answer is None or rule.other is not None:
        return None
    if rule.age is not None:
        return (rule.age.from_ or 0) <= int(answer) <= (999 if rule.age.to is None else rule.age.to)
    value = getattr(rule, rule.key)
    return answer in value if isinstance(value, tuple) else (answer == "co") is value


SAID = {True: "yes", False: "no", None: "may"}


def test_every_fact_of_the_schema_has_a_question_and_every_value_an_answer() -> None:
    assert set(FACTS) - {"place"} == set(Rule.model_fields) - _STRUCTURE
    lists = {name for name, f in Rule.model_fields.items() if "Literal" in str(f.annotation)}
    assert set(VALUES) == lists


def test_compiled_real_rules_mean_what_the_schema_means(real: Catalog) -> None:
    for _, policy in real.of_kind(Policy):
        node = compile_rule(policy.eligibility)
        for answers in spread(axes_of(node), 3000):
            assert verdict(node, answers) == SAID[meaning(policy.eligibility, answers)], (policy.id, answers)


@pytest.mark.parametrize(
    "rule",
    [
        a_rule(**{"not": {"household": ["ho-ngheo"]}}),
        a_rule(**{"not": {"worker": True}}),
        a_rule(has_pension=False),
        a_rule(**{"not": {"age": {"from": 60, "to": 70}}}),
        a_rule(**{"not": {"age": {"to": 15}}}),
        a_rule(**{"not": {"not": {"orphan": True}}}),
        a_rule(
            **{
                "not": {
                    "any": [{"worker": True}, {"other": "Có giấy"}, {"all": [{"orphan": True}, {"age": {"to": 5}}]}]
                }
            }
        ),
        a_rule(everyone=True),
        a_rule(everyone=False),
        a_rule(**{"not": {"everyone": True}}),
        a_rule(any=[{"other": "Có giấy"}, {"not": {"all": [{"area": ["do-thi"]}, {"worker": False}]}}]),
    ],
)
def test_negation_means_the_contrary_for_every_household(rule: Rule) -> None:
    node = compile_rule(rule)
    facts = [c for c in conditions_of(node) if c.fact]
    axes = [axis_of(fact, facts) for fact in dict.fromkeys(c.fact for c in facts)]
    tried = list(households(axes))
    assert [verdict(node, a) for a in tried] == [SAID[meaning(rule, a)] for a in tried]


def test_a_fact_not_given_is_never_a_no(found: tuple[Candidate, ...]) -> None:
    assert [c.title for c in found if verdict(c.rule, {}) == "no"] == []


@pytest.mark.parametrize("part", ["tune", "held"])
def test_labelled_households_get_what_the_law_says(found: tuple[Candidate, ...], part: str) -> None:
    rules = {c.address.split("/")[2]: c.rule for c in found}
    cases = [case for case in LABELLED if case["part"] == part]
    wrong = [
        (case["who"], slug, verdict(rules[slug], case["answers"]))
        for case in cases
        for slug, expected in case["expect"].items()
        if verdict(rules[slug], case["answers"]) != expected
    ]
    assert wrong == []
    assert len(cases) >= 10


def test_every_current_policy_is_reached_by_answers_that_the_questions_offer(
    real: Catalog, found: tuple[Candidate, ...]
) -> None:
    offered = {q.fact: ("", *(o.value for o in q.options)) for q in questions(real, found)}
    for candidate in found:
        facts = dict.fromkeys(c.fact for c in conditions_of(candidate.rule) if c.fact)
        best = next(
            (a for a in households([(fact, offered[fact]) for fact in facts]) if verdict(candidate.rule, a) == "yes"),
            None,
        )
        words = any(not c.fact for c in conditions_of(candidate.rule))
        assert best is not None or (words and ways(candidate.rule, {})), candidate.title


def test_every_age_limit_is_on_the_right_side_and_begins_a_band(real: Catalog, found: tuple[Candidate, ...]) -> None:
    ages = [c for candidate in found for c in conditions_of(candidate.rule) if c.fact == AGE]
    bands = {int(o.value) for q in questions(real, found) if q.fact == AGE for o in q.options}
    assert ages
    for c in ages:
        if c.first:
            assert [verdict(c, {AGE: str(c.first + d)}) for d in (-1, 0)] == ["no", "yes"]
            assert c.first in bands
        if c.last is not None:
            assert [verdict(c, {AGE: str(c.last + d)}) for d in (0, 1)] == ["yes", "no"]
            assert c.last + 1 in bands


def test_nobody_is_younger_than_zero() -> None:
    assert verdict(compile_rule(a_rule(**{"not": {"age": {"from": 0}}})), {}) == "no"


@pytest.mark.parametrize("answer", ["-1", "7.5", "1e2", "٧٥", "", "75 ", "1000", "x"])
def test_an_age_that_is_no_number_of_years_counts_as_not_given(answer: str) -> None:
    assert verdict(compile_rule(a_rule(age={"from": 75})), {AGE: answer}) == "may"


def test_the_days_of_every_policy_agree_with_its_state_the_day_before_at_and_after(real: Catalog) -> None:
    content = load_content(ROOT / "content")
    edges = {p.valid_from.first_day for _, p in real.of_kind(Policy)} | {p.valid_to for _, p in real.of_kind(Policy)}
    for day in sorted({e + timedelta(days=d) for e in edges if e for d in (-1, 0, 1)}):
        catalog = build_catalog(content, datetime(day.year, day.month, day.day, 12, tzinfo=VIETNAM))
        for _, policy in real.of_kind(Policy):
            state, standing = catalog.state_of(policy), days_of(catalog, policy).standing(day)
            assert state is not None
            assert (standing == "over") == state.is_over, (policy.id, day)
            assert (standing in ("ahead", "later")) == (state.label == "chưa hiệu lực"), (policy.id, day)


def test_a_policy_that_begins_within_sixty_days_is_ahead_and_one_day_more_is_later() -> None:
    days = Days(date(2027, 1, 1), date(2027, 6, 30))
    assert days.standing(date(2026, 11, 2)) == "ahead"
    assert days.standing(date(2026, 11, 1)) == "later"
    assert days.standing(date(2027, 6, 30)) == "current"
    assert days.standing(date(2027, 7, 1)) == "over"


def test_ended_policies_appear_nowhere_and_replaced_ones_end_on_the_day_before(tmp_path: Path) -> None:
    old = a_policy("cu", id="cs-cu", title="Thẻ cũ", replaced_by="cs-moi")
    new = a_policy("moi", id="cs-moi", title="Thẻ mới", valid_from="2026-12-01")
    ended = a_policy("het", id="cs-het", title="Đã hết", valid_to="2026-11-20")
    project = Project(tmp_path).add(old, new, ended)
    found = {c.title: c.days for c in candidates(project.catalog())}
    assert found == {
        "Thẻ cũ": Days(date(2023, 12, 3), date(2026, 11, 30)),
        "Thẻ mới": Days(date(2026, 12, 1)),
    }
    assert b"het" not in next(f.content for f in project.portal().files if f.address.startswith("/assets/chinh-sach."))


def test_drafts_and_embargoed_policies_reach_neither_pages_nor_data(tmp_path: Path) -> None:
    hidden = a_policy("nhap", id="cs-nhap", title="Bản nháp kín", draft="true")
    later = a_policy("sau", id="cs-sau", title="Còn giữ kín", publish_at="2026-12-24 08:00")
    portal = Project(tmp_path).add(a_policy(), hidden, later).portal()
    data = next(f.content.decode() for f in portal.files if f.address.startswith("/assets/chinh-sach."))
    assert "kín" not in data
    assert "kín" not in str([p.shown().view for p in portal.pages if p.section == "tra-cuu"])


def test_a_local_policy_applies_in_its_place_and_below_also_after_the_merger(tmp_path: Path) -> None:
    project = Project(tmp_path).add(
        a_policy("tinh", id="cs-tinh", title="Của tỉnh cũ", places=["tinh-cu"], eligibility={"everyone": "true"}),
        a_policy("huyen", id="cs-huyen", title="Của huyện cũ", places=["huyen-cu"], eligibility={"everyone": "true"}),
    )
    catalog = project.catalog()
    rules = {c.title: c.rule for c in candidates(catalog)}
    assert [(o.value, o.label) for o in place_options(catalog)] == [
        ("tinh-moi", "Nơi khác ở tỉnh Bắc Ninh"),
        ("xa-moi", "Xã Lục Nam, tỉnh Bắc Ninh"),
        ("noi-khac", "Nơi khác"),
    ]
    said = {
        t: [verdict(r, a) for a in ({"place": "xa-moi"}, {"place": "tinh-moi"}, {"place": "noi-khac"}, {})]
        for t, r in rules.items()
    }
    assert said == {"Của tỉnh cũ": ["yes", "yes", "no", "may"], "Của huyện cũ": ["yes", "no", "no", "may"]}


def test_the_place_is_asked_only_where_a_policy_depends_on_it(tmp_path: Path) -> None:
    catalog = Project(tmp_path).add(a_policy()).catalog()
    assert [q.fact for q in questions(catalog, candidates(catalog))] == ["household"]


def test_words_that_nobody_can_answer_stay_possible_and_are_told() -> None:
    node = compile_rule(a_rule(all=[{"household": ["ho-ngheo"]}, {"other": "Vào tổ vay vốn"}]))
    assert verdict(node, {"household": "ho-ngheo"}) == "may"
    assert ways(node, {"household": "ho-ngheo"}) == (("vào tổ vay vốn",),)
    assert verdict(node, {"household": "ho-khac"}) == "no"
    assert open_facts(node, {}) == {"household"}
    assert open_facts(node, {"household": "ho-ngheo"}) == frozenset()


def test_the_one_fact_that_decides_comes_first_and_idle_facts_are_not_asked() -> None:
    pair = {"all": [{"age": {"from": 70}}, {"has_pension": False}]}
    node = compile_rule(a_rule(any=[pair, {"disability": ["nang"]}, {"all": [{"worker": True}, {"area": ["do-thi"]}]}]))
    answers = {"worker": "khong", "has_pension": "khong"}
    assert ways(node, answers) == (("từ đủ 70 tuổi trở lên",), ("người khuyết tật nặng",))
    assert open_facts(node, answers) == {"age", "disability"}
    assert because(node, {"age": "70", **answers}) == ("từ đủ 70 tuổi trở lên", "người không có lương hưu")


def test_many_alternatives_are_told_without_growing_beyond_reading() -> None:
    choice = {"any": [{"other": f"Điều {n}"} for n in range(10)]}
    found = ways(compile_rule(a_rule(all=[choice] * 12)), {})
    assert len(found) <= 10


def test_the_page_of_a_class_tells_what_is_sure_possible_and_ahead(tmp_path: Path) -> None:
    portal = (
        Project(tmp_path)
        .add(
            a_policy("mot", id="cs-mot", title="Một"),
            a_policy("hai", id="cs-hai", title="Hai", eligibility={"any": [{"worker": "true"}, {"other": "Có giấy"}]}),
            a_policy("ba", id="cs-ba", title="Ba", valid_from="2027-01-01"),
            a_policy("bon", id="cs-bon", title="Bốn", eligibility={"household": ["ho-can-ngheo"]}),
        )
        .portal()
    )
    view = page(portal, "/tra-cuu/ho-ngheo/").view
    (group,) = view.groups  # type: ignore[attr-defined]
    assert [(line.title, line.because) for line in group.sure] == [("Một", "hộ nghèo")]
    assert [(line.title, line.ways) for line in group.possible] == [
        ("Hai", ("người lao động cần việc làm hoặc học nghề", "có giấy"))
    ]
    assert [(line.title, line.when) for line in view.ahead] == [("Ba", "01/01/2027")]  # type: ignore[attr-defined]


def test_the_page_of_a_class_tells_a_policy_in_full_once_and_then_where(tmp_path: Path) -> None:
    portal = Project(tmp_path).add(a_policy("mot", title="Một", topics=["y-te", "tin-dung"])).portal()
    first, second = page(portal, "/tra-cuu/ho-ngheo/").view.groups  # type: ignore[attr-defined]
    assert ([line.title for line in first.sure], first.told) == (["Một"], ())
    assert (second.sure, second.possible) == ((), ())
    assert [(t.policy.label, t.need.address, t.is_sure) for t in second.told] == [("Một", f"#p_{first.anchor}", True)]


def test_what_is_too_long_for_the_page_of_a_class_stands_on_a_page_for_each_need(tmp_path: Path) -> None:
    many = [a_policy(f"bai-{n}", id=f"cs-{n}", title=f"Bài {n}", topics=["y-te"]) for n in range(MOST)]
    project = Project(tmp_path).add(*many)
    alone = {p.address for p in project.portal().pages if p.address.startswith("/tra-cuu/ho-ngheo/")}
    assert alone == {"/tra-cuu/ho-ngheo/"}
    portal = project.add(a_policy("vay", id="cs-vay", title="Vay", topics=["tin-dung", "y-te"])).portal()
    whole = page(portal, "/tra-cuu/ho-ngheo/").view
    assert whole.groups == ()  # type: ignore[attr-defined]
    for link in whole.needs:  # type: ignore[attr-defined]
        view = page(portal, link.address).view
        assert [other.address for other in view.needs] != [link.address]  # type: ignore[attr-defined]
        titles = [line.title for group in view.groups for line in group.sure]  # type: ignore[attr-defined]
        assert titles == (["Vay"] if "tin-dung" in link.address else [*(f"Bài {n}" for n in range(MOST)), "Vay"])
    assert len(whole.needs) == 2  # type: ignore[attr-defined]


def test_a_portal_without_policies_has_a_finder_that_says_so(tmp_path: Path) -> None:
    portal = Project(tmp_path).portal()
    assert page(portal, "/tra-cuu/").view.classes == ()  # type: ignore[attr-defined]
    assert [p.address for p in portal.pages if p.address.startswith("/tra-cuu/")] == ["/tra-cuu/"]
    assert [f.address for f in portal.files if f.address.startswith("/assets/chinh-sach.")] == []


def test_answers_that_a_page_may_send_are_those_of_the_schema(found: tuple[Candidate, ...], real: Catalog) -> None:
    for question in questions(real, found):
        values = [o.value for o in question.options]
        assert len(set(values)) == len(values)
        assert UNKNOWN not in values
        assert all(o.label for o in question.options)


def test_no_value_of_the_schema_is_left_out() -> None:
    assert all(VALUES[name] == get_args(kind) for name, kind in _literals().items())


def _literals() -> dict[str, object]:
    from giamngheo.content import eligibility  # noqa: PLC0415 - only this rule looks at the schema's names

    return {
        "household": eligibility.HouseholdClass,
        "area": eligibility.Area,
        "commune_class": eligibility.CommuneClass,
        "disability": eligibility.Disability,
        "learner": eligibility.Learner,
    }


@pytest.mark.parametrize("turned", [False, True])
def test_questions_that_are_skipped_never_change_a_result(found: tuple[Candidate, ...], *, turned: bool) -> None:
    """Whoever answers only what is still open, in any order, gets what all answers give; "?" is an answer, too."""
    asked = given = 0
    for candidate in found:
        order = list(reversed(FACTS) if turned else FACTS)
        for household in spread(axes_of(candidate.rule), 400):
            known: dict[str, str] = {}
            unknown: frozenset[str] = frozenset()
            while open_ := open_facts(candidate.rule, known, unknown):
                fact = min(open_, key=order.index)
                asked += 1
                known, unknown = _answer(known, unknown, fact, household.get(fact, ""))
            given += len(household)
            assert verdict(candidate.rule, known) == verdict(candidate.rule, household), (candidate.title, household)
    assert 0 < asked < given


def _answer(
    known: dict[str, str], unknown: frozenset[str], fact: str, value: str
) -> tuple[dict[str, str], frozenset[str]]:
    return ({**known, fact: value}, unknown) if value else (known, unknown | {fact})


def test_a_question_is_idle_when_only_a_condition_in_words_could_still_decide() -> None:
    in_words = {"other": "hỏi xã"}
    node = compile_rule(a_rule(any=[in_words, {"all": [{"worker": True}, in_words]}, {"orphan": True}]))
    assert open_facts(node, {}) == {"orphan"}
    assert open_facts(node, {}, frozenset({"orphan"})) == frozenset()
    node = compile_rule(a_rule(all=[in_words, {"any": [{"worker": True}, in_words]}, {"orphan": True}]))
    assert open_facts(node, {}) == {"orphan"}


@pytest.mark.parametrize(
    ("rule", "unknown", "left"),
    [
        ({"all": [{"worker": True}, {"orphan": True}]}, {"orphan"}, {"worker"}),
        ({"any": [{"worker": True}, {"orphan": True}]}, {"orphan"}, {"worker"}),
        ({"any": [{"all": [{"worker": True}, {"orphan": True}]}, {"other": "hỏi xã"}]}, {"orphan"}, set()),
        ({"all": [{"any": [{"worker": True}, {"orphan": True}]}, {"other": "hỏi xã"}]}, {"orphan"}, set()),
    ],
)
def test_what_the_reader_does_not_know_makes_other_questions_idle(
    rule: dict[str, object], unknown: set[str], left: set[str]
) -> None:
    assert open_facts(compile_rule(a_rule(**rule)), {}, frozenset(unknown)) == left
