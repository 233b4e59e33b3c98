"""Pages of the last build are taken over only where they would come out the same today."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from portal_project import NOON, Outcome, Project, copy_of_repository, files, small_project

from giamngheo.content.schema import KINDS
from giamngheo.portal import BuildOptions, build_portal
from giamngheo_mkdocs.unchanged import key_of, quick_key_of

_PAGE = "chinh-sach/bao-hiem/index.html"
_MARK = "<!-- dấu -->"


@pytest.fixture(scope="module")
def _first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Path]:
    """A small project, built where it lies, and a copy of it all."""
    project, copy = small_project(tmp_path_factory.mktemp("du-an")), tmp_path_factory.mktemp("ban-sao") / "du-an"
    assert project.build().code == 0
    shutil.copytree(project.folder, copy)
    return project, copy


@pytest.fixture
def built(_first: tuple[Project, Path]) -> Project:
    """That project as it was after its build, in the same place: what a build keeps holds for that place alone."""
    project, copy = _first
    shutil.rmtree(project.folder)
    shutil.copytree(copy, project.folder)
    return project


def edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_build_after_an_edit_equals_a_clean_build(built: Project, unbuilt: Callable[[str], Project]) -> None:
    clean = unbuilt("sach")
    for project in (built, clean):
        edit(project, "content/policies/bao-hiem.md", "Hỗ trợ khám, chữa bệnh", "Thẻ khám bệnh")
        assert project.build().code == 0
    assert files(built.site) == files(clean.site)
    assert "Thẻ khám bệnh" in files(built.site)["chinh-sach/index.html"].decode()


def test_a_preview_after_edits_and_faults_equals_a_preview_from_nothing(unbuilt: Callable[[str], Project]) -> None:
    """`mkdocs serve` builds again and again into one folder whose name begins like this."""
    edited, clean = unbuilt("du-an"), unbuilt("sach")
    as_served(edited)
    broken = edited.write("content/stories/hong.md", "Không có phần đầu.")
    assert "stories/hong.md:1" in as_served(edited)["gioi-thieu/index.html"].decode()
    broken.unlink()
    as_served(edited)
    for project in (edited, clean):
        edit(project, "content/policies/bao-hiem.md", "Hỗ trợ khám, chữa bệnh", "Thẻ khám bệnh")
        project.write("content/stories/hong.md", "Vẫn không có phần đầu.")
    assert as_served(edited) == as_served(clean)


def as_served(project: Project) -> dict[str, bytes]:
    """The files of a preview that is built where the last one stands."""
    folder = project.folder / "mkdocs_xem-thu"
    assert project.build("--site-dir", str(folder), GIAMNGHEO_ON_ERROR="show").code == 0
    return files(folder)


def mark(project: Project, name: str) -> None:
    """Add a mark to a file as if the last build had written it."""
    file = project.site / name
    file.write_text(file.read_text("utf-8") + _MARK, "utf-8")
    status = file.stat()
    for record in project.folder.glob(".cache/giamngheo/*.json"):
        kept = json.loads(record.read_text("utf-8"))
        if name in kept["files"]:
            kept["files"][name][-1] = [status.st_size, status.st_mtime_ns]
            record.write_text(json.dumps(kept), "utf-8")


def test_what_did_not_change_is_taken_over_and_not_made_again(built: Project) -> None:
    kept = (
        _PAGE,
        "rss/chinh-sach.rss",
        "rss/bao-chi.json",
        "id/cs-bao-hiem/item.ninjs.json",
        "id/cs-bao-hiem/index.html",
    )
    for name in kept:
        mark(built, name)
    edit(built, "content/stories/nuoi-ong.md", "title: ", "title: Mới ")
    assert built.build().code == 0
    new = files(built.site)
    assert [name for name in kept if new[name].decode().endswith(_MARK)] == [n for n in kept if n != "rss/bao-chi.json"]


def test_an_edit_of_one_text_leaves_all_that_is_made_of_front_matter_alone(built: Project) -> None:
    kept = (_PAGE, "chia-se/cs-bao-hiem.txt", "chia-se/cs-bao-hiem/index.html", "du-lieu/v1/chinh-sach.json")
    for name in kept:
        mark(built, name)
    story = built.folder / "content/stories/nuoi-ong.md"
    story.write_text(f"{story.read_text('utf-8')}\nThêm một câu.\n", "utf-8")
    assert built.build().code == 0
    new = files(built.site)
    assert [name for name in kept if not new[name].decode().endswith(_MARK)] == []
    assert "Thêm một câu." in new["guong-dien-hinh/nuoi-ong/index.html"].decode()


def test_files_of_an_edit_of_many_kinds_equal_those_of_a_clean_build(
    built: Project, unbuilt: Callable[[str], Project]
) -> None:
    clean = unbuilt("sach")
    for project in (built, clean):
        edit(project, "content/stories/nuoi-ong.md", "title: ", "withdrawn: {date: 2026-11-01, reason: Sai}\ntitle: ")
        edit(project, "content/registers/topics.yml", "Y tế", "Sức khỏe")
        (project.folder / "docs/gioi-thieu.md").unlink()
        assert project.build().code == 0
    assert files(built.site) == files(clean.site)


def test_what_keeps_its_quick_key_keeps_every_value(real_build: tuple[Project, Outcome], tmp_path: Path) -> None:
    project, cache = copy_of_repository(tmp_path), tmp_path / "cache"
    shutil.copytree(real_build[0].folder / ".cache/giamngheo", cache)
    options = BuildOptions("https://giamngheo.example/", datetime.fromtimestamp(NOON, UTC), cache=cache)
    before = _quick_and_full_keys(project, options)
    for kind in KINDS:
        edited = min((project.folder / "content" / kind.KIND).glob("*.md"))
        edited.write_text(f"{edited.read_text('utf-8')}\nThêm một câu, theo Luật 10/2026/QH16.\n", "utf-8")
    after = _quick_and_full_keys(project, options)
    same = [address for address, (quick, _) in after.items() if quick == before[address][0]]
    assert [address for address in same if after[address][1] != before[address][1]] == []
    assert 0 < len(set(after) - set(same)) < len(same)


def _quick_and_full_keys(project: Project, options: BuildOptions) -> dict[str, tuple[str, str]]:
    """Both keys of every page that has a quick one, by address."""
    portal, problems = build_portal(project.folder / "content", options)
    assert portal, problems
    return {page.address: (quick, key_of(page)) for page in portal.pages if (quick := quick_key_of(page))}


def test_a_page_touched_by_another_hand_is_laid_out_again(built: Project) -> None:
    before = files(built.site)
    (built.site / _PAGE).write_text("<p>lạ</p>", "utf-8")
    assert built.build().code == 0
    assert files(built.site) == before


def test_what_another_hand_put_into_the_site_gives_way(built: Project) -> None:
    """Whether everything is made anew, as on another day, or nearly nothing."""
    for day in map(str, (NOON, NOON, NOON + 86_400)):
        assert built.build(SOURCE_DATE_EPOCH=day).code == 0
        before = files(built.site)
        shutil.rmtree(built.site / "gioi-thieu")
        (built.site / "gioi-thieu").write_text("một tệp ở chỗ của thư mục", "utf-8")
        (built.site / "rss/home.rss").unlink()
        (built.site / "rss/home.rss/sau").mkdir(parents=True)
        (built.site / "rss/home.rss/sau/tep").write_text("một thư mục ở chỗ của tệp", "utf-8")
        (built.site / "tep-la.html").write_text("một tệp lạ", "utf-8")
        assert built.build(SOURCE_DATE_EPOCH=day).code == 0
        assert files(built.site) == before


@pytest.mark.parametrize("record", ["", "[]", "{}", '{"site": 1}', "\udcff".encode("utf-8", "surrogateescape")])
def test_a_damaged_record_costs_only_time(built: Project, record: str | bytes) -> None:
    before = files(built.site)
    built.write(".cache/giamngheo/pages.json", record)
    assert built.build().code == 0
    assert files(built.site) == before


def test_what_all_pages_show_renews_all_pages(built: Project) -> None:
    edit(built, "content/portal.yml", "is_demonstration: true", "is_demonstration: false")
    assert built.build().code == 0
    assert all(
        "Bản trình diễn" not in text.decode() for name, text in files(built.site).items() if name.endswith(".html")
    )


def test_another_day_renews_all_pages(built: Project, unbuilt: Callable[[str], Project]) -> None:
    clean = unbuilt("sach")
    later = str(NOON + 400 * 86400)
    assert (built.build(SOURCE_DATE_EPOCH=later).code, clean.build(SOURCE_DATE_EPOCH=later).code) == (0, 0)
    assert files(built.site) == files(clean.site)


def test_a_page_taken_over_is_checked_when_something_it_may_link_to_is_gone(built: Project) -> None:
    (built.folder / "docs/gioi-thieu.md").rename(built.folder / "docs/gioi-thieu-moi.md")
    assert built.build().code == 0
    assert "gioi-thieu/index.html" not in files(built.site)
    assert all(b'href="gioi-thieu/"' not in text for text in files(built.site).values())


def test_what_was_taken_over_stays_where_no_record_can_be_kept(built: Project) -> None:
    before = files(built.site)
    for record in built.folder.glob(".cache/giamngheo/*.json"):
        record.with_suffix(".part").mkdir()  # stands where the next record would be written
    assert built.build().code == 0
    assert built.build().code == 0
    assert files(built.site) == before
