"""A build that fails leaves the last good site as it was, says why in Vietnamese, and nothing else behind."""

from __future__ import annotations

import re
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from portal_project import Outcome, Project, a_policy, tree

_BROKEN_ITEM = a_policy(id="cs-hong", date="2025-13-40")
_LINE = re.compile(r"^\S+?(:\d+)?: lỗi: .+\. Cách sửa: .+\. \[[a-z0-9-]+\]$")

FAULTS: dict[str, Callable[[Project], object]] = {
    "an item in error": lambda p: p.write("content/policies/hong.md", _BROKEN_ITEM),
    "two items in error": lambda p: (
        p.write("content/policies/hong.md", _BROKEN_ITEM),
        p.write("content/stories/hong-nua.md", "không có phần đầu\n"),
    ),
    "front matter that is no YAML": lambda p: p.write("content/policies/hong.md", "---\nid: [\n---\nchữ\n"),
    "a file that is no text": lambda p: p.write("content/policies/hong.md", b"\xff\xfe\x00"),
    "a link to nowhere": lambda p: p.write("content/policies/hong.md", a_policy("[xem](khong-co.md)", id="cs-hong")),
    "an image that is none": lambda p: (
        p.write("content/images/hong.png", "chữ"),
        p.write("content/policies/hong.md", a_policy("![mô tả](../images/hong.png)", id="cs-hong")),
    ),
    "a broken register": lambda p: p.write("content/registers/topics.yml", "- id: y-te\n"),
    "settings with an unknown key": lambda p: p.write("content/portal.yml", "mau_sac: xanh\n"),
    "a page by hand that is no text": lambda p: p.write("docs/hong.md", "---\ntitle: Trang\n---\n".encode("utf-16")),
    "two items of one identity": lambda p: p.write("content/policies/hong.md", a_policy(id="cs-bao-hiem")),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_everything_and_the_last_good_site_stays(published: Project, fault: str) -> None:
    before = tree(published.site)
    FAULTS[fault](published)
    outcome = published.build()
    assert outcome.code == 1
    _assert_told_in_vietnamese(outcome)
    _assert_untouched(published, before)


def test_every_fault_is_told_at_once_on_a_line_of_its_own(published: Project) -> None:
    FAULTS["two items in error"](published)
    published.write("content/registers/agencies.yml", "- id: chinh-phu\n  name: Chính phủ\n  mau: xanh\n")
    told = {line.partition(":")[0] for line in published.build().problems}
    assert told >= {"content/policies/hong.md", "content/stories/hong-nua.md", "content/registers/agencies.yml"}


@pytest.mark.parametrize("was_built", [True, False])
def test_a_failing_build_never_removes_a_file_of_the_project(
    published: Project, unbuilt: Callable[[str], Project], *, was_built: bool
) -> None:
    """Rule born of an accident: a build that failed early once removed the folder it was started in."""
    project = published if was_built else unbuilt("new")
    FAULTS["an item in error"](project)
    before = tree(project.folder)
    assert project.build().code == 1
    after = tree(project.folder)
    assert {name: after.get(name) for name in before} == before


@pytest.mark.parametrize("site_dir", [".", "content", "docs"])
def test_a_site_folder_that_holds_something_else_is_refused(published: Project, site_dir: str) -> None:
    sources = {
        name: digest for name, digest in tree(published.folder).items() if name.startswith(("content/", "docs/"))
    }
    outcome = published.build("-d", site_dir)
    assert outcome.code == 1
    assert "Traceback" not in outcome.stderr
    after = tree(published.folder)
    assert {name: after.get(name) for name in sources} == sources


def test_held_back_items_do_not_stop_the_others(published: Project) -> None:
    published.write("content/policies/hong.md", _BROKEN_ITEM)
    published.write("content/policies/bao-hiem.md", a_policy("[bài hỏng](hong.md)", id="cs-bao-hiem", title="Tên mới"))
    outcome = published.build(GIAMNGHEO_ON_ERROR="hold")
    assert outcome.code == 3
    _assert_told_in_vietnamese(outcome)
    assert "content/policies/hong.md" in outcome.stdout
    page = (published.site / "chinh-sach/bao-hiem/index.html").read_text("utf-8")
    assert "Tên mới" in page
    assert re.search(r"bài hỏng(?!</a>)", page)
    assert not (published.site / "chinh-sach/hong").exists()
    _assert_nothing_beside(published)


@pytest.mark.parametrize("fault", ["a broken register", "settings with an unknown key"])
def test_faults_that_concern_every_page_stop_even_when_items_may_be_held_back(published: Project, fault: str) -> None:
    before = tree(published.site)
    FAULTS[fault](published)
    assert published.build(GIAMNGHEO_ON_ERROR="hold").code == 1
    _assert_untouched(published, before)


def test_strict_build_with_a_broken_link_in_a_page_by_hand_does_not_go_out(published: Project) -> None:
    before = tree(published.site)
    published.write("docs/lien-he.md", "---\ntitle: Liên hệ\n---\n[xem](khong-co.md)\n")
    outcome = published.build("--strict")
    assert outcome.code == 1
    assert "Traceback" not in outcome.stderr
    _assert_untouched(published, before)


def test_a_page_by_hand_that_links_to_no_page_of_the_portal_does_not_go_out(published: Project) -> None:
    before = tree(published.site)
    published.write(
        "docs/lien-he.md", "---\ntitle: Liên hệ\n---\n<a href='../chinh-sach/khong-co/'>xem</a> [x](/khong/)\n"
    )
    published.write("docs/tro-nang.md", '---\ntitle: Trợ năng\n---\n<a href="../chinh-sach/khong-co/">xem</a>\n')
    outcome = published.build("--no-strict")
    assert outcome.code == 1
    _assert_told_in_vietnamese(outcome)
    _assert_untouched(published, before)


_FULL_DISK = """
import errno, mkdocs.utils
def write_file(content, output_path, inner=mkdocs.utils.write_file):
    if output_path.endswith("chinh-sach/bao-hiem/index.html"):
        raise OSError(errno.ENOSPC, "No space left on device", output_path)
    inner(content, output_path)
mkdocs.utils.write_file = write_file
"""


def test_a_full_disk_leaves_the_last_good_site(published: Project) -> None:
    before = tree(published.site)
    outcome = published.build(first=_FULL_DISK)
    assert outcome.code == 1
    assert "(ổ đĩa hết chỗ)" in outcome.stderr
    _assert_told_in_vietnamese(outcome)
    _assert_untouched(published, before)


_DIES = """
import os, signal, mkdocs.utils
def write_file(content, output_path, inner=mkdocs.utils.write_file):
    inner(content, output_path)
    if output_path.endswith("chinh-sach/bao-hiem/index.html"):
        os.kill(os.getpid(), signal.SIGKILL)
mkdocs.utils.write_file = write_file
"""


def test_a_build_killed_in_the_middle_leaves_the_last_good_site_and_the_next_works(published: Project) -> None:
    before = tree(published.site)
    published.write("content/policies/moi.md", a_policy(id="cs-moi", title="Chính sách mới"))
    assert published.build(first=_DIES).code == -signal.SIGKILL
    assert tree(published.site) == before
    assert published.build().code == 0
    assert (published.site / "chinh-sach/moi/index.html").is_file()
    _assert_nothing_beside(published)


_STOPS_IN_THE_END = """
import errno, os, signal
def replace(source, target, inner=os.replace, moved=[]):
    moved += [target] if "/site.ready/" in str(source) else []
    if len(moved) > 3:
        {stop}
    inner(source, target)
os.replace = replace
"""


@pytest.mark.parametrize(
    ("stop", "code"),
    [("os.kill(os.getpid(), signal.SIGKILL)", -signal.SIGKILL), ('raise OSError(errno.EIO, "Input", target)', 1)],
)
def test_a_build_stopped_while_it_puts_files_in_place_is_finished_even_by_a_build_that_fails(
    published: Project, unbuilt: Callable[[str], Project], stop: str, code: int
) -> None:
    before, whole = tree(published.site), unbuilt("tu-dau")
    for project in (published, whole):
        (project.folder / "content/policies/bao-hiem.md").unlink()
        project.write("content/policies/moi.md", a_policy(id="cs-moi", title="Chính sách mới"))
    assert whole.build().code == 0
    stopped = published.build(first=_STOPS_IN_THE_END.format(stop=stop))
    assert stopped.code == code
    assert "Không xuất bản gì" not in stopped.stderr
    assert tree(published.site) not in (before, tree(whole.site))
    FAULTS["an item in error"](published)
    assert published.build().code == 1
    _assert_untouched(published, tree(whole.site))


def test_a_build_stopped_by_the_keyboard_leaves_the_last_good_site(published: Project) -> None:
    before = tree(published.site)
    heard = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # in the background it is not
    outcome = published.build(first=heard + _DIES.replace("SIGKILL", "SIGINT"))
    assert outcome.code != 0
    assert "Aborted!" in outcome.stderr
    assert tree(published.site) == before


def test_a_site_folder_that_cannot_be_written_is_told_in_one_line(published: Project) -> None:
    before = tree(published.site)
    blocked = published.folder / "site.new"
    blocked.write_text("một tệp ở chỗ của thư mục", "utf-8")
    outcome = published.build()
    assert "Traceback" not in outcome.stderr
    assert outcome.code in (0, 1)
    if outcome.code:
        assert tree(published.site) == before


def _assert_told_in_vietnamese(outcome: Outcome) -> None:
    assert "Traceback" not in outcome.stderr + outcome.stdout
    assert outcome.problems
    assert [line for line in outcome.problems if not _LINE.match(line)] == []


def _assert_untouched(project: Project, before: dict[str, str]) -> None:
    assert tree(project.site) == before
    _assert_nothing_beside(project)


def _assert_nothing_beside(project: Project) -> None:
    left: list[Path] = [p for p in project.folder.iterdir() if p.name.startswith("site") and p.name != "site"]
    assert left == []
    assert project.site.is_dir()
