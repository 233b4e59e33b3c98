"""deploy/publish.sh: a release goes out whole or not at all, the last five stay, what did not change keeps its time."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from portal_project import REPOSITORY, Outcome, Project, small_project

_READY_SITE = """
if [ -e refuse ]; then echo "content/x.md:1: lỗi: hỏng" >&2; exit 1; fi
cp -r ready "$2"
exit "$(cat exit-code 2>/dev/null || echo 0)"
"""
"""Stands for the build where a rule of the script alone is tested: `build --site-dir FOLDER`."""

_MAIN_FILES = ("index.html", "404.html", "sitemap.xml", "rss/home.rss")
_STUB = "sh build.sh"
_REAL = f"{sys.executable} -m mkdocs build --strict -q"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """The publishing script beside a folder `ready` that stands for what a build makes."""
    made = Project(tmp_path / "source")
    shutil.copytree(REPOSITORY / "deploy", made.folder / "deploy")
    made.write("build.sh", _READY_SITE)
    for name in (
        "index.html",
        "404.html",
        "sitemap.xml",
        "rss/home.rss",
        "a/index.html",
        "assets/portal.0123456789.css",
    ):
        made.write(f"ready/{name}", name)
    return made


def publish(project: Project, build: str = _STUB, **environment: str) -> Outcome:
    """Publish into `www` beside the project."""
    fixed = {"GIAMNGHEO_BUILD": build, "GIAMNGHEO_PYTHON": sys.executable}
    return project.run(["bash", "deploy/publish.sh", str(www(project))], **fixed, **environment)


def www(project: Project) -> Path:
    """Folder that is published into."""
    return project.folder.parent / "www"


def releases(project: Project) -> list[str]:
    """Names of the releases on the disk, oldest first."""
    return sorted(p.name for p in (www(project) / "releases").iterdir())


def test_the_real_build_goes_out_through_the_script_and_its_faults_stop_it(tmp_path: Path) -> None:
    project = small_project(tmp_path / "source")
    shutil.copytree(REPOSITORY / "deploy", project.folder / "deploy")
    first = publish(project, _REAL)
    assert first.code == 0, first.stderr
    assert (www(project) / "current/chinh-sach/bao-hiem/index.html").is_file()
    before = releases(project)
    project.write("content/policies/hong.md", "không có phần đầu\n")
    second = publish(project, _REAL)
    assert second.code == 1
    assert "content/policies/hong.md" in second.stderr
    assert releases(project) == before


def test_the_next_release_takes_the_place_of_the_one_before(project: Project) -> None:
    assert publish(project).code == 0
    current = www(project) / "current"
    assert current.is_symlink()
    page, feed = current / "a/index.html", current / "rss/home.rss"
    page_time, feed_time = page.stat().st_mtime_ns, feed.stat().st_mtime_ns
    project.write("ready/a/index.html", "Tên đã đổi")
    assert publish(project).code == 0
    assert page.read_text("utf-8") == "Tên đã đổi"
    assert page.stat().st_mtime_ns != page_time
    assert feed.stat().st_mtime_ns == feed_time, "what did not change is answered 304"
    assert len(releases(project)) == 2


def test_styles_of_the_release_before_stay_for_pages_that_a_browser_kept(project: Project) -> None:
    assert publish(project).code == 0
    (project.folder / "ready/assets/portal.0123456789.css").rename(
        project.folder / "ready/assets/portal.abcdef0123.css"
    )
    assert publish(project).code == 0
    assert _styles(project) == ["portal.0123456789.css", "portal.abcdef0123.css"]
    assert publish(project).code == 0
    assert _styles(project) == ["portal.abcdef0123.css"], "and for one release only"


def test_a_build_that_fails_changes_nothing(project: Project) -> None:
    assert publish(project).code == 0
    before, served = releases(project), (www(project) / "current").resolve()
    project.write("refuse", "")
    assert publish(project).code == 1
    assert releases(project) == before
    assert (www(project) / "current").resolve() == served


def test_items_held_back_are_told_by_the_exit_code(project: Project) -> None:
    project.write("exit-code", "3")
    assert publish(project).code == 3
    assert (www(project) / "current/index.html").is_file()


@pytest.mark.parametrize("lost", _MAIN_FILES)
def test_a_site_without_its_main_files_does_not_go_out(project: Project, lost: str) -> None:
    (project.folder / "ready" / lost).unlink()
    outcome = publish(project)
    assert outcome.code == 1
    assert f"thiếu {lost}" in outcome.stderr
    assert not (www(project) / "current").exists()
    assert releases(project) == []


def test_a_site_that_lost_most_of_its_pages_does_not_go_out_by_accident(project: Project) -> None:
    for number in range(30):
        project.write(f"ready/bai-{number}/index.html", "bài")
    assert publish(project).code == 0
    for number in range(30):
        shutil.rmtree(project.folder / f"ready/bai-{number}")
    refused = publish(project)
    assert refused.code == 1
    assert "GIAMNGHEO_ALLOW_SHRINK" in refused.stderr
    assert len(releases(project)) == 1
    assert publish(project, GIAMNGHEO_ALLOW_SHRINK="1").code == 0


def test_the_last_five_releases_stay_and_never_less_than_the_one_served(project: Project) -> None:
    for _ in range(7):
        assert publish(project).code == 0
    assert len(releases(project)) == 5
    assert publish(project, GIAMNGHEO_KEEP="1").code == 0
    assert releases(project) == [(www(project) / "current").resolve().name]


def test_going_back_is_moving_the_link(project: Project) -> None:
    """The command of deploy/README.md."""
    assert publish(project).code == 0
    project.write("ready/a/index.html", "bản hỏng")
    assert publish(project).code == 0
    oldest, target = releases(project)[0], www(project)
    back = f"ln -sfn releases/{oldest} {target}/current.new && mv -Tf {target}/current.new {target}/current"
    assert project.run(["bash", "-c", back]).code == 0
    assert (target / "current/a/index.html").read_text("utf-8") == "a/index.html"


def test_it_says_how_it_is_called(project: Project) -> None:
    outcome = project.run(["bash", "deploy/publish.sh"])
    assert outcome.code == 1
    assert "deploy/publish.sh /srv/giamngheo" in outcome.stderr


def _styles(project: Project) -> list[str]:
    return sorted(path.name for path in (www(project) / "current/assets").iterdir())
