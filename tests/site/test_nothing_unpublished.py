"""What the public may not see leaves no trace in any file of the site."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from portal_project import Project, a_policy, a_story, files, small_project

_CONSENT = {"date": "2026-01-02", "form": "giấy có chữ ký", "scope": "nêu tên trong bài"}
_TAKEN_BACK = {**_CONSENT, "withdrawn": "2026-06-01"}
_WITHDRAWN = {"date": "2026-06-01", "reason": "Người trong bài đề nghị gỡ."}

HIDDEN: dict[str, dict[str, object]] = {
    "nhap": {"draft": True},
    "hengio": {"publish_at": "2027-01-01 06:00"},
    "tuonglai": {"date": "2027-02-02"},
    "goroi": {"withdrawn": _WITHDRAWN},
    "rutten": {"people": [{"name": "Giàng A Mẫu", "role": "public", "source": "nguonmau", "consent": _TAKEN_BACK}]},
    "rutanh": {},
    "banmoi": {"revises": "gd-nuoi-ong", "publish_at": "2027-01-01 06:00"},
    "loi": {"kind": "khong-co-loai-nay"},
}
"""Kinds of items that stay hidden, each by a name of letters that occurs nowhere else."""

_SHOWS_NOTICE = {"goroi"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built while holding back what is in error, with one hidden story of each kind."""
    project = small_project(tmp_path_factory.mktemp("hidden"))
    for kind, keys in HIDDEN.items():
        _add_hidden_story(project, kind, keys)
    links = "\n\n".join(f"[xem thêm](../stories/zq{kind}tep.md)" for kind in HIDDEN)
    project.write("content/policies/bao-hiem.md", a_policy(f"## Lưu ý\n\n{links}", id="cs-bao-hiem"))
    outcome = project.build(GIAMNGHEO_ON_ERROR="hold")
    assert outcome.code == 3, outcome.stderr + outcome.stdout
    in_error = {problem.partition(":")[0] for problem in outcome.problems}
    assert in_error == {"content/stories/zqloitep.md"}, "the others must be hidden for their own reason"
    return project.site


@pytest.mark.parametrize("kind", HIDDEN)
def test_hidden_item_leaves_no_trace_anywhere(site: Path, kind: str) -> None:
    own = {f"guong-dien-hinh/zq{kind}tep/index.html", f"zq{kind}cu/index.html", f"id/zq{kind}ma/index.html"}
    allowed = own if kind in _SHOWS_NOTICE else set()
    shown = f"zq{kind}ma" if kind in _SHOWS_NOTICE else "\0"  # newsrooms must be told which item: by its id alone
    token = f"zq{kind}"
    traces = {
        name
        for name, content in files(site).items()
        if token in name.lower().replace(shown, "") or token.encode() in content.lower().replace(shown.encode(), b"")
    }
    assert traces - allowed == set()


@pytest.mark.parametrize("kind", sorted(_SHOWS_NOTICE))
def test_withdrawn_item_leaves_only_a_notice_at_its_addresses(site: Path, kind: str) -> None:
    for address in (f"guong-dien-hinh/zq{kind}tep", f"zq{kind}cu", f"id/zq{kind}ma"):
        page = (site / address / "index.html").read_text("utf-8")
        assert "Bài đã được gỡ" in page
        assert "noindex" in page
        assert f"zq{kind}" not in page


def test_links_to_hidden_items_become_plain_text(site: Path) -> None:
    page = (site / "chinh-sach/bao-hiem/index.html").read_text("utf-8")
    assert page.count("xem thêm") == len(HIDDEN)
    assert "xem thêm</a>" not in page


@pytest.mark.parametrize("mode", ["stop", "show"])
def test_the_desk_of_the_editors_is_in_no_site(tmp_path: Path, mode: str) -> None:
    project = small_project(tmp_path)
    _add_hidden_story(project, "nhap", HIDDEN["nhap"])
    assert project.build(GIAMNGHEO_ON_ERROR=mode).code == 0
    assert [
        name for name, content in files(project.site).items() if "ban-bien-tap" in name or b"zqnhap" in content
    ] == []


def test_sections_with_only_hidden_items_have_no_page_and_no_menu_entry(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    project.write("content/stories/nuoi-ong.md", a_story(id="gd-nuoi-ong", draft=True))
    assert project.build("--strict").code == 0
    assert not (project.site / "guong-dien-hinh").exists()
    assert not (project.site / "rss/guong-dien-hinh.rss").exists()
    whole = b"".join(files(project.site).values())
    assert [name for name in (b"guong-dien-hinh", b"hoat-dong", b"hoi-dap") if name in whole] == []


@pytest.mark.parametrize("keys", [{"withdrawn": _WITHDRAWN}, {"draft": True}], ids=["withdrawn", "made a draft"])
def test_nothing_of_an_item_that_was_public_is_left_after_the_next_build(
    tmp_path: Path, keys: dict[str, object]
) -> None:
    project = small_project(tmp_path)
    _add_hidden_story(project, "congkhai", {})
    assert project.build().code == 0
    assert b"zqcongkhaithan" in b"".join(files(project.site).values())
    _add_hidden_story(project, "congkhai", keys)
    for _ in range(3):  # a folder of an earlier build is written over again
        assert project.build().code == 0
        assert b"zqcongkhaithan" not in b"".join(files(project.site).values())
        assert [name for name in files(project.site) if "zqcongkhaianh" in name or "zqcongkhaidinh" in name] == []


def test_embargoed_item_appears_when_its_moment_has_come(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    _add_hidden_story(project, "hengio", HIDDEN["hengio"])
    assert project.build(SOURCE_DATE_EPOCH="1798800000").code == 0  # 01/01/2027, 17:40 in Viet Nam
    assert (project.site / "guong-dien-hinh/zqhengiotep/index.html").is_file()


def _add_hidden_story(project: Project, kind: str, keys: dict[str, object]) -> None:
    """A story whose every place that may leak holds the token "zq" + kind + place."""
    image: dict[str, object] = {"file": f"images/zq{kind}anh.png", "alt": f"zq{kind}moanh", "credit": f"zq{kind}quyen"}
    if kind == "rutanh":
        image |= {"shows_people": True, "people_consent": _TAKEN_BACK}
    source = {"id": "nguonmau", "title": f"zq{kind}nguon", "publisher": f"zq{kind}bao"}
    attachment = {"file": f"attachments/zq{kind}dinh.pdf", "title": f"zq{kind}kem"}
    front: dict[str, object] = {
        "id": f"zq{kind}ma",
        "title": f"zq{kind}tieude",
        "summary": f"zq{kind}tomtat",
        "aliases": [f"/zq{kind}cu/"],
        "image": image,
        "sources": [source],
        "attachments": [attachment],
        "lessons": f"zq{kind}bai hoc.",
        "author": f"zq{kind}soan",
    }
    body = f"## zq{kind}muc\n\nzq{kind}than\n\n![zq{kind}anhhai](../images/zq{kind}hai.png)"
    project.write(f"content/stories/zq{kind}tep.md", a_story(body, **{**front, **keys}))
    for name in (f"zq{kind}anh", f"zq{kind}hai"):
        project.write(f"content/images/{name}.png", _picture())
    project.write(f"content/attachments/zq{kind}dinh.pdf", f"%PDF-1.4 zq{kind}noidungtep")


def _picture() -> bytes:
    out = BytesIO()
    Image.new("RGB", (8, 8), "green").save(out, "PNG")
    return out.getvalue()
