"""Who sees what, and from when: drafts, embargoes, days ahead, withdrawals, consents, revisions."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from factories import CONSENT, NOW, Project, a_policy, a_story, codes, files_of, item_addresses, page
from giamngheo.catalog.visibility import is_public, is_withdrawn
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.pages.kinds.policy import PolicyView
from giamngheo.rendering.outputs import NoticeView

MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def test_a_plain_item_is_public() -> None:
    assert is_public(a_policy().item, NOW)


def test_a_draft_is_not_public() -> None:
    assert not is_public(a_policy(draft=True).item, NOW)


def test_an_embargo_ends_to_the_minute() -> None:
    item = a_policy(publish_at="2026-11-21 08:30").item
    assert not is_public(item, at("2026-11-21T08:29"))
    assert is_public(item, at("2026-11-21T08:30"))


def test_an_item_of_tomorrow_appears_with_the_day_in_viet_nam() -> None:
    item = a_policy(date="2026-11-22").item
    assert not is_public(item, at("2026-11-21T23:59"))
    assert is_public(item, at("2026-11-22T00:00"))


def test_a_withdrawn_item_leaves_a_notice_at_every_address_it_had(project: Project) -> None:
    item = a_policy("go", aliases=["/cu/"], withdrawn={"date": "2026-11-20", "reason": "Số liệu sai"})
    portal = project.add(item).portal()
    for address in ("/chinh-sach/go/", "/cu/", "/id/go/"):
        view = page(portal, address).view
        assert isinstance(view, NoticeView)
        assert view.lines == ("Bài ở địa chỉ này đã được gỡ ngày 20/11/2026.", "Lý do: Số liệu sai")


@pytest.mark.parametrize("never", [{"draft": True}, {"publish_at": "2027-01-01"}, {"date": "2027-01-01"}])
def test_what_was_never_public_leaves_no_notice_when_it_is_withdrawn(never: dict[str, object]) -> None:
    item = a_policy(withdrawn={"date": "2026-11-01", "reason": "Thôi"}, **never).item
    assert not is_withdrawn(item, NOW)
    assert not is_public(item, NOW)


@pytest.mark.parametrize(
    "front",
    [
        {"people": [{"name": "Lý Thị A", "consent": {**CONSENT, "withdrawn": "2026-11-21"}}]},
        {
            "people": [
                {"name": "Lý Thị A", "ethnicity": "Mông", "ethnicity_consent": {**CONSENT, "withdrawn": "2026-11-21"}}
            ]
        },
        {
            "image": {
                "file": "images/a.jpg",
                "alt": "a",
                "credit": "b",
                "people_consent": {**CONSENT, "withdrawn": "2026-11-21"},
            }
        },
    ],
)
def test_a_consent_taken_back_hides_the_item_from_that_day(front: dict[str, object]) -> None:
    item = a_story(**front).item
    assert is_public(item, at("2026-11-20T23:59"))
    assert not is_public(item, at("2026-11-21T00:00"))


def titles(project: Project, now: datetime = NOW) -> dict[str, str]:
    return {entry.address: entry.item.title for entry in project.portal(now).catalog.entries}


def test_a_revision_takes_over_identity_and_address_at_its_minute(project: Project) -> None:
    project.add(a_policy("the", title="Cũ", aliases=["/cu/"]))
    project.add(a_policy("the-2027", title="Mới", revises="the", publish_at="2027-01-01 00:00"))
    assert titles(project, at("2026-12-31T23:59")) == {"/chinh-sach/the/": "Cũ"}
    later = project.portal(at("2027-01-01T00:00"))
    assert [(e.address, e.item.id, e.item.title) for e in later.catalog.entries] == [("/chinh-sach/the/", "the", "Mới")]
    assert page(later, "/cu/").view.target == "/chinh-sach/the/"  # type: ignore[union-attr]


def test_of_several_revisions_the_latest_that_has_come_wins(project: Project) -> None:
    project.add(a_policy("the", title="Một"))
    project.add(a_policy("the-b", title="Hai", revises="the", publish_at="2026-10-01"))
    project.add(a_policy("the-a", title="Ba", revises="the", publish_at="2026-11-20", date="2026-11-20"))
    assert titles(project, at("2026-11-19T12:00")) == {"/chinh-sach/the/": "Hai"}
    assert titles(project) == {"/chinh-sach/the/": "Ba"}


def test_a_revision_of_a_revision_takes_over_the_first_item(project: Project) -> None:
    project.add(a_policy("the", title="Một"), a_policy("hai", title="Hai", revises="the", publish_at="2026-10-01"))
    project.add(a_policy("ba", title="Ba", revises="hai", publish_at="2026-11-10"))
    assert titles(project) == {"/chinh-sach/the/": "Ba"}


def test_a_withdrawn_revision_does_not_bring_the_old_text_back(project: Project) -> None:
    project.add(a_policy("the", title="Cũ"))
    gone = {"date": "2026-11-20", "reason": "Sai"}
    project.add(a_policy("moi", title="Mới", revises="the", publish_at="2026-11-01", withdrawn=gone))
    portal = project.portal()
    assert item_addresses(portal) == []
    assert isinstance(page(portal, "/chinh-sach/the/").view, NoticeView)


def test_a_link_to_a_revised_file_still_leads_to_its_page(project: Project) -> None:
    project.add(a_policy("the"), a_policy("moi", revises="the", publish_at="2026-11-10"))
    project.add(a_policy("khac", body="Xem [thẻ](the.md).\n"))
    portal, problems = project.build()
    assert portal is not None
    assert codes(problems) == []
    view = page(portal, "/chinh-sach/khac/").view
    assert isinstance(view, PolicyView)
    assert '/chinh-sach/the/">thẻ</a>' in view.item.html


def test_an_expired_item_keeps_its_page_and_leaves_front_page_and_feeds(project: Project) -> None:
    portal = project.add(a_story("het", title="Đã hết hạn tin", expires="2026-11-20")).portal()
    assert page(portal, "/guong-dien-hinh/het/")
    assert "Đã hết hạn tin" not in str(page(portal, "/").view)
    holding = [feed.address for feed in files_of(portal, "feeds") if "Đã hết hạn tin".encode() in feed.content]
    assert holding == ["/id/het/item.ninjs.json"]  # stands beside the page, and says when it expired
    assert {link.address for p in portal.pages for link in p.feeds} <= {
        feed.address for feed in files_of(portal, "feeds")
    }


def test_the_last_day_of_an_item_is_still_current(project: Project) -> None:
    portal = project.add(a_story("nay", title="Còn hạn tin", expires="2026-11-21")).portal()
    assert "Còn hạn tin" in str(page(portal, "/").view)
