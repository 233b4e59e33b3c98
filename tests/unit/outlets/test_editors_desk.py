"""The desk of the editors: what is due, stale, held back, broken outside, and not covered."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import html

import report_year as year
from factories import NOW, SITE_URL, Project, a_figure, a_plan, a_policy, a_story
from giamngheo.ground.clock import VIETNAM
from giamngheo.outlets.desk import LinkVerdict
from giamngheo.portal import BuildOptions
from giamngheo.portal.build import survey_portal
from giamngheo.portal.desk import build_desk, read_verdicts, survey_links, write_verdicts

SEASON = {"from": "11-25", "to": "12-15", "what": "Nộp hồ sơ", "source": "75-2023-nd-cp"}


def desk_of(project: Project, now: datetime = NOW, cache: Path | None = None) -> html.HtmlElement:
    options = BuildOptions(SITE_URL, now, cache=cache)
    return html.fromstring(build_desk(survey_portal(project.root, options), options, SITE_URL.rstrip("/")))


def group(desk: html.HtmlElement, name: str) -> list[str]:
    """Lines of a group as an editor reads them."""
    found = desk.xpath(f"//h3[@id='{name}']/following-sibling::ul[1]/li")
    return [" ".join(" ".join(line.itertext()).split()) for line in found]


def test_what_is_due_is_sorted_by_day_and_parted_after_a_week(project: Project) -> None:
    project.add(
        a_policy("a", title="Vay vốn", season=SEASON, review_by="2026-11-28", valid_to="2026-12-21"),
        a_policy("b", title="Hẹn giờ", publish_at="2026-11-29 06:00"),
        a_story("c", title="Rời trang", expires="2026-12-20"),
        a_story("d", title="Còn lâu", expires="2026-12-22"),
        a_plan("k", "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Báo cáo trước ngày 22/11/2026.\n"),
    )
    desk = desk_of(project)
    assert [line[:40] for line in group(desk, "tuan-nay")] == [
        "22/11/2026 · Hạn của kế hoạch: Báo cáo t",
        "25/11/2026 · Bắt đầu thời gian: Nộp hồ s",
        "28/11/2026 · Đến hạn xem lại: Vay vốn co",
    ]
    assert [line[:10] for line in group(desk, "thang-nay")] == ["29/11/2026", "15/12/2026", "20/12/2026", "21/12/2026"]
    assert "chưa ghi chính sách thay thế" in group(desk, "thang-nay")[-1]


def test_the_last_day_of_a_week_belongs_to_it(project: Project) -> None:
    desk = desk_of(project.add(a_policy("a", review_by="2026-11-28"), a_policy("b", review_by="2026-11-29")))
    assert len(group(desk, "tuan-nay")) == len(group(desk, "thang-nay")) == 1


def test_rhythms_without_days_are_told_while_the_plan_runs(tmp_path: Path) -> None:
    project = year.year_project(tmp_path)
    assert (
        group(desk_of(project), "dinh-ky")[0]
        == "Hằng tháng có chuyên mục về giảm nghèo. hằng tháng content/plans/k-xa.md"
    )
    after = datetime(2027, 2, 1, 12, tzinfo=VIETNAM)
    assert "Hằng tháng" not in " ".join(group(desk_of(project, after), "dinh-ky"))


def test_a_month_without_column_is_told_and_one_with_it_is_not(project: Project) -> None:
    told = "Tháng 11/2026 chưa có bài nào cho chuyên mục hằng tháng"
    assert told in group(desk_of(project.add(a_plan("k"))), "dinh-ky")
    assert told not in group(desk_of(project.add(a_story("a"))), "dinh-ky")


def test_what_is_stale_names_the_line_to_mend(project: Project) -> None:
    old = a_policy("a", last_checked="2026-01-01", review_by="2026-11-20")
    desk = desk_of(project.add(old))
    assert group(desk, "lau-chua-kiem-tra")[0].endswith(f"content/policies/a.md:{old.line_of('last_checked')}")
    assert group(desk, "qua-han")[0].endswith(f"content/policies/a.md:{old.line_of('review_by')}")


def test_figures_of_policies_that_ended_or_are_old_are_told_those_of_stories_stay_true(project: Project) -> None:
    amounts = [a_figure(label="Cũ", on="2023-11-21"), a_figure(label="Mới", on="2024"), _ended()]
    project.add(a_policy("a", amounts=amounts), a_story("b", results=[a_figure(label="Thu nhập", on="2020")]))
    desk = desk_of(project)
    assert [line.split(" số liệu")[0] for line in group(desk, "so-lieu-cu")] == ["Thẻ bảo hiểm y tế: Cũ"]
    assert [line.split(" áp dụng")[0] for line in group(desk, "muc-da-het")] == ["Thẻ bảo hiểm y tế: Hết"]


def _ended() -> dict[str, object]:
    return a_figure(label="Hết", on="2026", valid_to="2026-11-20")


def test_each_thing_held_back_tells_why_and_where(tmp_path: Path) -> None:
    project = year.year_project(tmp_path).add(a_story("s-loi", kind="la"))
    desk = desk_of(project)
    assert group(desk, "ban-nhap") == ["zqnhap content/stories/zq-nhap.md:13"]
    assert [line.split(" content")[0] for line in group(desk, "cho-gio")] == [
        "zqhen tự mở: 00:00, ngày 24/12/2026",
        "zqmai tự mở: ngày 01/12/2026",
    ]
    assert group(desk, "rut-dong-y")[0].startswith("Mã zq-rut content/stories/zq-rut.md:")
    assert group(desk, "da-go")[0].startswith("Mã d-go từ 20/02/2026: Sai nguồn.")
    assert group(desk, "da-thay") == ["Mã s-goc content/stories/s-goc.md"]
    assert "giá trị “la” của “kind”" in group(desk, "loi")[0]


PRIVATE = {
    "phone": a_story("x", body="Gọi 0912 345 678.\n"),
    "name": a_story("x", body="Nhà bà Giàng Thị Mẫu rất nghèo.\n"),
    "broken front matter": a_story("x", lessons='a" b: [Giàng Thị Mẫu 0912 345 678'),
    "a name among the people": a_story("x", people=[{"name": "Giàng Thị Mẫu"}]),
    "a child": a_story("x", people=[{"name": "Giàng Thị Mẫu", "child": "true"}]),
}


@pytest.mark.parametrize("kind", PRIVATE)
def test_nothing_about_a_person_is_on_the_desk(project: Project, kind: str) -> None:
    item = PRIVATE[kind]
    text = item.text.replace('"a\\" b: [', "a: b: [") if kind == "broken front matter" else item.text
    project.write(item.path, text)
    desk = desk_of(project)
    assert group(desk, "loi"), "the file must be told"
    assert "Mẫu" not in desk.text_content()
    assert "0912" not in desk.text_content()


def test_titles_are_text_and_not_markup(project: Project) -> None:
    desk = desk_of(project.add(a_story("a", title='<script>alert("x")</script>', draft=True)))
    assert desk.findall(".//script") == []
    assert group(desk, "ban-nhap")[0].startswith('<script>alert("x")</script>')


def test_coverage_marks_zeros_and_names_places_without_anything(project: Project) -> None:
    desk = desk_of(project.add(a_policy("a"), a_story("b", places=["tinh-moi"], topics=["tin-dung"])))
    cells = {
        row.find("th").text_content().strip("– "): [(c.text, c.get("class")) for c in row.findall("td")]
        for row in desk.iterfind(".//tbody/tr")
    }
    assert cells["Y tế"] == [("1", None), ("0", "none")]
    assert cells["Tín dụng"] == [("0", "none"), ("1", None)]
    assert cells["Cả nước"] == [("1", None), ("1", None)]
    assert cells["Tỉnh Bắc Ninh"] == [("0", "none"), ("1", None)]
    assert "xã Lục Nam" in desk.xpath("//details/p")[0].text


def test_links_that_nobody_has_looked_at_are_not_called_good(project: Project) -> None:
    project.add(a_story("a", sources=[{"id": "n", "title": "A", "publisher": "B", "url": "https://b.example.vn/1"}]))
    desk = desk_of(project)
    assert desk.xpath("//nav//a[@href='#lien-ket']/following-sibling::b")[0].text == "?"
    assert "Chưa kiểm tra lần nào 1 địa chỉ" in desk.text_content()


def test_outward_links_are_found_in_front_matter_bodies_and_registers_with_their_lines(project: Project) -> None:
    project.registers["documents"][0]["url"] = "https://van-ban.example.vn/75"
    project.write_registers()
    sources = [{"id": "n", "title": "A", "publisher": "B", "url": "https://b.example.vn/1"}]
    story = a_story(
        "a", body="Xem [bài](https://b.example.vn/2?x=1&y=2#muc) và [bài](https://b.example.vn/1).\n", sources=sources
    )
    project.add(story, a_story("n", draft=True, body="[a](https://nhap.example.vn/)\n"))
    survey = survey_portal(project.root, BuildOptions(SITE_URL, NOW))
    links = {address: [f"{p.file}:{p.line}" for p in places] for address, places in survey_links(survey).items()}
    assert links == {
        "https://b.example.vn/1": [f"content/stories/a.md:{story.line_of('sources')}"],
        "https://b.example.vn/2?x=1&y=2": [f"content/stories/a.md:{len(story.front) + 3}"],
        "https://van-ban.example.vn/75": ["content/registers/documents.yml:1"],
    }


def test_verdicts_are_shown_with_their_day_and_what_is_not_sure_apart(project: Project, tmp_path: Path) -> None:
    sources = [
        {"id": f"n{n}", "title": "A", "publisher": "B", "url": f"https://b.example.vn/{n}"} for n in ("1", "2", "3")
    ]
    cache = tmp_path / "kho"
    verdicts = {
        "https://b.example.vn/1": LinkVerdict("không còn trang này (mã 404)", date(2026, 11, 20)),
        "https://b.example.vn/2": LinkVerdict("không trả lời", date(2026, 11, 20), is_sure=False),
        "https://b.example.vn/3": LinkVerdict("", date(2026, 11, 20)),
        "https://b.example.vn/khong-con-dung": LinkVerdict("x", date(2026, 11, 20)),
    }
    write_verdicts(cache, verdicts)
    assert read_verdicts(cache) == verdicts
    desk = desk_of(project.add(a_story("a", sources=sources)), cache=cache)
    assert len(group(desk, "hong")) == len(group(desk, "chua-ro")) == 1
    assert "(kiểm tra ngày 20/11/2026)" in group(desk, "hong")[0]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b'{"a": {"fault": "x"}}', b"\xff"])
def test_a_damaged_file_of_verdicts_counts_as_absent(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "lien-ket-ngoai.json").write_bytes(content)
    assert read_verdicts(tmp_path) == {}


def test_registers_in_error_are_told_on_the_desk_too(project: Project) -> None:
    project.write("content/registers/topics.yml", "- id: y-te\n")
    assert "content/registers/topics.yml:1" in " ".join(group(desk_of(project.add(a_policy())), "loi"))


def test_the_same_moment_has_the_same_desk(tmp_path: Path) -> None:
    project = year.year_project(tmp_path)
    options = BuildOptions(SITE_URL, NOW)
    first, second = (build_desk(survey_portal(project.root, options), options, "..") for _ in range(2))
    assert first == second
