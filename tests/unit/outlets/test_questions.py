"""Questions and answers: an answer whose ground has ended says so by itself, everywhere."""

from __future__ import annotations

import json
from datetime import timedelta

from factories import NOW, SITE_URL, Project, a_policy, a_question, files_of, late_files, page
from giamngheo.outlets.pages import structured_data
from giamngheo.outlets.pages.kinds.question import QuestionView
from giamngheo.portal import Portal

OLD = {"id": "cu-2020", "number": "1/2020/NĐ-CP", "type": "nghi-dinh", "issuer": "chinh-phu", "title": "Cũ"}


def with_old_decree(project: Project) -> None:
    project.registers["documents"].append({**OLD, "replaced_by": ["75-2023-nd-cp"]})
    project.write_registers()


def view(portal: Portal, slug: str = "mua-the") -> QuestionView:
    found = page(portal, f"/hoi-dap/{slug}/").view
    assert isinstance(found, QuestionView)
    return found


def faq(portal: Portal, address: str) -> dict[str, str]:
    data = structured_data(page(portal, address), SITE_URL, portal.catalog.settings)
    nodes = [n for n in json.loads(data)["@graph"] if n["@type"] == "FAQPage"]
    return {q["name"]: q["acceptedAnswer"]["text"] for n in nodes for q in n["mainEntity"]}


def test_an_answer_whose_documents_all_ended_is_over_and_leads_to_the_newer_one(project: Project) -> None:
    with_old_decree(project)
    found = view(project.add(a_question(legal_basis=["cu-2020"])).portal())
    assert found.is_over
    assert found.item.state is not None
    assert found.item.state.label == "căn cứ đã hết hiệu lực"
    (ended,) = found.ended
    assert ended.what.label == "Văn bản 1/2020/NĐ-CP"
    assert [link.label for link in ended.newer] == ["75/2023/NĐ-CP"]


def test_an_answer_of_which_one_document_ended_says_which_and_stays(project: Project) -> None:
    with_old_decree(project)
    found = view(project.add(a_question(legal_basis=["cu-2020", "75-2023-nd-cp"])).portal())
    assert not found.is_over
    assert found.warning.startswith("Một phần căn cứ")
    assert [e.what.label for e in found.ended] == ["Văn bản 1/2020/NĐ-CP"]


def test_an_answer_ends_by_itself_on_the_day_its_policy_does(project: Project) -> None:
    project.add(a_policy("moi", title="Thẻ mới"), a_policy("cu", valid_to="2026-11-22", replaced_by="moi"))
    project.add(a_question(policies=["cu"]))
    today, later = project.portal(), project.portal(NOW + timedelta(days=2))
    assert not view(today).warning
    assert view(later).is_over
    assert view(later).ended[0].newer[0].label == "Thẻ mới"


def test_of_several_policies_one_that_ended_makes_the_answer_doubtful_not_over(project: Project) -> None:
    project.add(a_policy("moi"), a_policy("het", valid_to="2025-12-31"), a_question(policies=["moi", "het"]))
    found = view(project.portal())
    assert (found.is_over, bool(found.warning)) == (False, True)


def test_what_has_ended_is_left_out_of_the_data_for_search_engines_and_of_the_policy(project: Project) -> None:
    with_old_decree(project)
    keys: dict[str, object] = {"policies": ["bao-hiem-y-te"]}
    project.add(
        a_policy(),
        a_question("moi", title="Mới?", summary="Có.", **keys),
        a_question("nua", title="Nửa?", legal_basis=["cu-2020", "75-2023-nd-cp"], **keys),
        a_question("het", title="Hết?", legal_basis=["cu-2020"], **keys),
    )
    portal = project.portal()
    policy = page(portal, "/chinh-sach/bao-hiem-y-te/").view
    assert {c.title for c in policy.questions} == {"Mới?", "Nửa?"}  # type: ignore[attr-defined]
    assert faq(portal, "/chinh-sach/bao-hiem-y-te/")["Mới?"] == "Có."
    assert not {"Nửa?", "Hết?"} & set(faq(portal, "/chinh-sach/bao-hiem-y-te/"))
    assert faq(portal, "/hoi-dap/moi/") == {"Mới?": "Có. Lời bài."}
    assert faq(portal, "/hoi-dap/het/") == faq(portal, "/hoi-dap/nua/") == {}


def test_lists_and_search_put_what_has_ended_last(project: Project) -> None:
    with_old_decree(project)
    project.add(
        a_question("a-het", title="Hết?", legal_basis=["cu-2020"], date="2026-11-20"), a_question("b", title="Còn?")
    )
    portal = project.portal()
    assert [c.title for c in page(portal, "/hoi-dap/").view.cards] == ["Còn?", "Hết?"]  # type: ignore[attr-defined]
    (meta,) = [json.loads(c) for a, c in late_files(portal).items() if a.endswith("/meta.json")]
    assert [group[4:] for group in meta["groups"] if group[2] == "hoi-dap"] == [[], ["căn cứ đã hết hiệu lực", "over"]]


def test_a_document_names_the_questions_that_rest_on_it(project: Project) -> None:
    portal = project.add(a_question()).portal()
    assert [c.title for c in page(portal, "/van-ban/75-2023-nd-cp/").view.questions] == ["Có phải mua thẻ không?"]  # type: ignore[attr-defined]


def test_question_and_short_answer_are_read_out_as_such(project: Project) -> None:
    portal = project.add(a_question(summary="Không phải mua.")).portal()
    (spoken,) = [f.content.decode() for f in files_of(portal, "texts") if f.address == "/phat-thanh/mua-the-30.txt"]
    assert "Có phải mua thẻ không?\nTrả lời: Không phải mua." in spoken.replace("? ", "?\n")


def test_feeds_tell_answer_answerer_and_what_has_ended(project: Project) -> None:
    with_old_decree(project)
    portal = project.add(a_question(legal_basis=["cu-2020", "75-2023-nd-cp"], answered_by="chinh-phu")).portal()
    feed = late_files(portal)["/rss/hoi-dap.rss"].decode()
    assert "Chính phủ; Ban biên tập, ngày 01/11/2026" in feed
    assert "Văn bản 1/2020/NĐ-CP đã được thay thế. Nay xem: 75/2023/NĐ-CP." in feed


def test_an_answer_counts_as_checked_on_the_day_it_was_given(project: Project) -> None:
    project.add(a_question(answered_on="2026-01-02", date="2026-01-02"))
    assert view(project.portal()).item.is_stale
    assert "kiem-tra-qua-han" in [p.code for p in project.check()]


def test_without_questions_nothing_shows_that_there_could_be_some(project: Project) -> None:
    portal = project.add(a_policy(), a_question(draft=True)).portal()
    said = (
        repr([p.shown() for p in portal.pages])
        + str(sorted(late_files(portal)))
        + str([f.address for f in portal.files])
    )
    assert "hoi-dap" not in said
    assert "Hỏi đáp" not in said
