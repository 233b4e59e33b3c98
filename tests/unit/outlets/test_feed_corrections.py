"""What newsrooms read of corrections, withdrawals, embargoes and revisions."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree
from newsroom_feeds import CORRECTED, WITHDRAWN, feed, home, parse

from factories import NOW, SITE_URL, Project, a_policy, page


@pytest.mark.parametrize("name", ["home.rss", "home.atom"])
def test_a_correction_is_the_changed_item_and_a_new_entry_that_leads_to_it(project: Project, name: str) -> None:
    project.add(a_policy("a", changes=CORRECTED))
    entries = {e.id.removeprefix(SITE_URL): e for e in parse(feed(project, name)).entries}
    assert set(entries) == {"id/a/", "id/a/dinh-chinh-2026-11-10/"}
    notice = entries["id/a/dinh-chinh-2026-11-10/"]
    assert notice.title == "[ĐÍNH CHÍNH] Thẻ bảo hiểm y tế"
    assert "Mức là 5, không phải 6" in notice.content[0].value
    assert f'href="{SITE_URL}chinh-sach/a/"' in notice.content[0].value
    assert [one.href for one in notice.links if one.rel == "related"] == [f"{SITE_URL}id/a/"]
    assert notice.updated_parsed == notice.published_parsed == entries["id/a/"].updated_parsed


def test_the_identity_of_a_correction_leads_to_what_it_says(project: Project) -> None:
    shown = page(project.add(a_policy("a", changes=CORRECTED)).portal(), "/id/a/dinh-chinh-2026-11-10/")
    assert shown.view.lines[1:] == ("Mức là 5, không phải 6",)  # type: ignore[attr-defined]
    assert not shown.is_indexed


def test_two_corrections_of_one_day_are_one_entry(project: Project) -> None:
    twice = [{"date": "2026-11-10", "kind": "correction", "note": note} for note in ("Một", "Hai")]
    notices = [e for e in parse(home(project.add(a_policy("a", changes=twice)))).entries if "ĐÍNH" in e.title]
    assert [n.content[0].value.count("<li>") for n in notices] == [2]


def test_what_was_corrected_before_publication_is_no_news(project: Project) -> None:
    early = [{"date": "2026-10-01", "kind": "correction", "note": "Trước khi đăng"}]
    assert len(parse(home(project.add(a_policy("a", changes=early)))).entries) == 1


@pytest.mark.parametrize("name", ["home", "bao-chi", "chinh-sach", "chu-de-y-te", "dia-ban-ca-nuoc"])
def test_a_withdrawal_is_told_wherever_the_item_stood_and_repeats_nothing_of_it(project: Project, name: str) -> None:
    project.add(a_policy("ma-bai", title="Tên mật", summary="Tóm mật", withdrawn=WITHDRAWN, author="Tác giả mật"))
    for form in ("rss", "atom", "json"):
        content = feed(project, f"{name}.{form}").content.decode()
        assert "[THU HỒI] Bài mang mã ma-bai" in content
        assert "Nguồn sai." in content
        assert "mật" not in content


def test_a_withdrawal_leaves_a_tombstone_in_atom_for_the_item_and_its_notices(project: Project) -> None:
    project.add(a_policy("a", changes=CORRECTED, withdrawn=WITHDRAWN))
    root = etree.fromstring(feed(project, "home.atom").content)
    stones = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert [(s.get("ref"), s.get("when")) for s in stones] == [
        (f"{SITE_URL}id/a/", "2026-11-15T00:00:00+07:00"),
        (f"{SITE_URL}id/a/dinh-chinh-2026-11-10/", "2026-11-15T00:00:00+07:00"),
    ]


@pytest.mark.parametrize("address", ["/id/a/thu-hoi-2026-11-15/", "/id/a/dinh-chinh-2026-11-10/"])
def test_the_identities_of_a_withdrawn_item_say_so(project: Project, address: str) -> None:
    shown = page(project.add(a_policy("a", changes=CORRECTED, withdrawn=WITHDRAWN)).portal(), address)
    assert (shown.title, shown.is_indexed) == ("Bài đã được gỡ", False)
    assert "Thẻ bảo hiểm y tế" not in str(shown)


@pytest.mark.parametrize("name", ["home", "bao-chi", "chu-de-y-te", "dia-ban-ca-nuoc", "dia-ban-tinh-moi"])
def test_a_corrected_series_is_told_to_all_who_may_have_printed_its_figures(project: Project, name: str) -> None:
    project.add_series("tinh-moi,2023,2.93", topics=["y-te"], changes=CORRECTED)
    for form in ("rss", "atom", "json"):
        content = feed(project, f"{name}.{form}").content.decode()
        assert "[ĐÍNH CHÍNH] Tỷ lệ hộ nghèo theo rà soát" in content
        assert f"{SITE_URL}id/sl-mot/dinh-chinh-2026-11-10/" in content
        assert "Chưa tới ngày" not in content
    notice = next(e for e in parse(feed(project, f"{name}.rss")).entries)
    assert "chúng tôi đính chính chuỗi số liệu" in notice.content[0].value
    assert f'href="{SITE_URL}ket-qua/ty-le/"' in notice.content[0].value


def test_a_series_that_was_never_corrected_is_no_entry(project: Project) -> None:
    project.add(a_policy("a")).add_series("ca-nuoc,2023,2.93", changes=[{**CORRECTED[0], "kind": "minor"}])
    assert [e.title for e in parse(home(project)).entries] == ["Thẻ bảo hiểm y tế"]


def test_a_withdrawn_series_is_told_and_its_notices_leave_a_tombstone(project: Project) -> None:
    project.add_series("ca-nuoc,2023,2.93", changes=CORRECTED, withdrawn=WITHDRAWN)
    root = etree.fromstring(feed(project, "home.atom").content)
    stones = root.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry")
    assert [s.get("ref") for s in stones] == [f"{SITE_URL}id/sl-mot/dinh-chinh-2026-11-10/"]
    assert [e.title for e in parse(home(project)).entries] == ["[THU HỒI] Chuỗi số liệu mang mã sl-mot"]
    for day in ("thu-hoi-2026-11-15", "dinh-chinh-2026-11-10"):
        assert page(project.portal(), f"/id/sl-mot/{day}/").title == "Chuỗi số liệu đã được gỡ"


def test_an_embargo_holds_to_the_minute(project: Project) -> None:
    project.add(a_policy("a", date="2026-11-21", publish_at="2026-11-21 12:00"))
    assert parse(home(project, NOW - timedelta(minutes=1))).entries == []
    entry = parse(home(project)).entries[0]
    assert datetime(*entry.published_parsed[:6], tzinfo=UTC) == NOW


def test_a_revision_changes_updated_and_keeps_identity_and_day(project: Project) -> None:
    project.add(
        a_policy("a", date="2026-11-01"),
        a_policy("b", date="2026-11-01", revises="a", publish_at="2026-11-20 08:00", title="Mới"),
    )
    entry = parse(home(project)).entries[0]
    assert (entry.id, entry.title) == (f"{SITE_URL}id/a/", "Mới")
    assert (entry.published, entry.updated) == ("Sun, 01 Nov 2026 00:00:00 +0700", "2026-11-20T08:00:00+07:00")
