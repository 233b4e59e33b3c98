"""Pages by hand are told of like items: in Vietnamese, with file and line, by the check as by the build."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from factories import NOW, SITE_URL, Project, a_policy, lines
from giamngheo.portal import BuildOptions, check_portal
from giamngheo.portal.hand_written import docs_addresses

_HEAD = "---\ntitle: Trang\n---\n"


def _told(project: Project) -> list[str]:
    docs = project.folder / "docs"
    options = replace(BuildOptions(SITE_URL, NOW), docs=docs_addresses(docs), docs_root=docs)
    return lines(check_portal(project.root, options))


def _link(to: str) -> Callable[[Path], object]:
    return lambda path: path.symlink_to(to)


FAULTS: dict[str, tuple[str | bytes | Callable[[Path], object], str, str]] = {
    "latin-1": ("---\ntitle: x\n---\nLời".encode("utf-16"), "docs/x.md", "khong-phai-utf8"),
    "a pipe": (os.mkfifo, "docs/x.md", "tep-khong-doc-duoc"),
    "a link out of the tree": (_link("/etc/hostname"), "docs/x.md", "tep-ngoai-thu-muc"),
    "a folder out of the tree": (_link("/etc"), "docs/x.md", "tep-ngoai-thu-muc"),
    "a link to nothing": (_link("khong"), "docs/x.md", "tep-khong-doc-duoc"),
    "YAML that is none": ("---\ntitle: [a\n---\nLời.\n", "docs/x.md:2", "yaml-sai"),
    "a tag": ("---\ntitle: x\nsearch: !!python/object:os.system x\n---\n", "docs/x.md:3", "yaml-neo"),
    "an open head": ("---\ntitle: x\nLời.\n", "docs/x.md:1", "phan-dau-chua-dong"),
    "a script in a link": (f"{_HEAD}\n[a](javascript:alert(1))\n", "docs/x.md:5", "lien-ket-nguy-hiem"),
    "a picture from elsewhere": (f"{_HEAD}![a](https://x.vn/a.png)\n", "docs/x.md:4", "anh-ngoai"),
    "a page that is not there": (f"{_HEAD}Lời.\n[a](khong.md#muc)\n", "docs/x.md:5", "lien-ket-hong"),
    "without a head": ("[a](khong.md)\n", "docs/x.md:1", "lien-ket-hong"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_a_page_by_hand_is_one_line_at_its_place(tmp_path: Path, fault: str) -> None:
    project = Project(tmp_path).add(a_policy())
    given, place, code = FAULTS[fault]
    path = project.write("docs/x.md", given if isinstance(given, (str, bytes)) else "")
    if callable(given):
        path.unlink()
        given(path)
    [line] = _told(project)
    assert line.startswith(f"{place}: lỗi: ")
    assert line.endswith(f"[{code}]")


def test_a_sound_page_by_hand_has_no_problems(tmp_path: Path) -> None:
    project = Project(tmp_path).add(a_policy())
    project.write(
        "docs/x.md", f"{_HEAD}<a href='y/'>y</a> [y](y.md#muc) [bài](../chinh-sach/bao-hiem-y-te/) ![hình](a.png)\n"
    )
    project.write("docs/y.md", "Không có phần khai báo.\n")
    project.write("docs/.y.md.swp", b"\xff\xfe")
    assert _told(project) == []


@pytest.mark.parametrize("name", ["index", "chinh-sach", "chinh-sach/bao-hiem-y-te", "rss", "van-ban/75-2023-nd-cp"])
def test_a_page_by_hand_never_takes_the_place_of_a_page_of_the_portal(tmp_path: Path, name: str) -> None:
    project = Project(tmp_path).add(a_policy())
    project.write(f"docs/{name}.md", _HEAD)
    [line] = _told(project)
    assert line.startswith(f"docs/{name}.md: lỗi: địa chỉ ")
    assert line.endswith("[dia-chi-trung]")
