"""Folders as they should not be: pipes, links and closed doors are told in one line, and nothing waits for them."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import NOW, SITE_URL, Project, a_material, a_policy, codes, lines
from giamngheo.content import disk
from giamngheo.content.loader import count_items
from giamngheo.portal import BuildOptions, assets, check_portal, warming


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path / "project").add(a_policy())


@pytest.fixture
def _in_time() -> Iterator[None]:
    """A check that waits for a pipe would wait for ever: let it fail instead."""
    signal.alarm(30)
    yield
    signal.alarm(0)


@pytest.mark.usefixtures("_in_time")
@pytest.mark.parametrize("file", ["content/portal.yml", "content/registers/topics.yml", "content/registers/la.yml"])
def test_a_pipe_never_holds_up_a_check_that_reads_in_parallel(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str
) -> None:
    monkeypatch.setattr(warming, "processors", lambda: 2)
    path = project.folder / file
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    problems = check_portal(project.root, replace(BuildOptions(SITE_URL, NOW), cache=tmp_path / "cache"))
    assert codes(problems) == ["tep-la" if path.name == "la.yml" else "tep-khong-doc-duoc"]


@pytest.mark.usefixtures("_in_time")
def test_a_pipe_in_place_of_the_text_of_a_sound_holds_up_nothing(project: Project) -> None:
    os.mkfifo(project.write("content/sounds/bao-hiem-y-te.wav", b"RIFF    WAVE").with_suffix(".txt"))
    assert codes(project.check()) == ["am-thanh-khong-dung"]


def test_items_are_counted_without_following_links(project: Project, tmp_path: Path) -> None:
    for number in range(3):
        Project(tmp_path / "elsewhere").add(a_policy(f"bai-{number}"))
    (project.root / "stories").symlink_to(tmp_path / "elsewhere/content/policies")
    (project.root / "policies/xa").symlink_to(tmp_path)
    assert count_items(project.root) == 1


@pytest.mark.parametrize("name", ["sounds", "images", "attachments", "registers"])
def test_a_shared_folder_that_is_a_link_is_told_in_one_line(project: Project, tmp_path: Path, name: str) -> None:
    if (folder := project.root / name).exists():
        folder.rename(tmp_path / "moved")
    folder.symlink_to("/etc")
    users: dict[str, dict[str, object]] = {
        "images": {"image": {"file": "images/a.jpg", "alt": "Ảnh", "credit": "Ảnh"}},
        "attachments": {"attachments": [{"file": "attachments/a.pdf", "title": "Tệp"}]},
    }
    project.add(a_policy(**users.get(name, {})), a_material(**users.get(name, {})))
    [line] = lines(project.check())
    assert line.startswith(f"content/{name}: lỗi: không đọc được tệp (phải là một thư mục thật). Cách sửa: ")


@pytest.mark.parametrize("name", ["sounds", "registers"])
def test_a_shared_folder_that_does_not_open_is_told_in_one_line(
    project: Project, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    closed = project.root / name
    closed.mkdir(exist_ok=True)

    def scandir(path: Path, opens=os.scandir) -> object:  # type: ignore[no-untyped-def] # noqa: ANN001
        if path == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path)

    monkeypatch.setattr(disk.os, "scandir", scandir)
    told = [line for line in lines(project.check()) if line.startswith(f"content/{name}")]
    assert [line.rpartition(" ")[2] for line in told] == ["[tep-khong-doc-duoc]"]
    assert "(không có quyền)" in told[0]


def test_a_file_to_download_that_does_not_open_is_told_on_its_line(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("content/attachments/a.pdf", b"%PDF-1.4")
    item = a_material(attachments=[{"file": "attachments/a.pdf", "title": "Bản ký"}])
    project.add(item)
    monkeypatch.setattr(assets.os, "access", lambda *_: False)  # whoever runs this may open everything
    [line] = lines(project.check())
    place = f"{item.path}:{item.line_of('attachments')}"
    assert line.startswith(f"{place}: lỗi: không đọc được tệp (không có quyền). Cách sửa: ")
