"""Whole projects in temporary folders, and what building one gives. Nothing is ever built in the repository itself."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from msgspec import Struct

REPOSITORY = Path(__file__).parents[2]
NOON = 1795237200
"""A moment for builds that need a fixed one: 21/11/2026, 12:00 in Viet Nam, in seconds since 1970."""

_LONGEST = 600  # seconds until a build that does not end is given up; a busy machine takes its time

REGISTERS = {
    "topics": [
        {"id": "y-te", "name": "Y tế", "need": "Khám, chữa bệnh", "order": 1},
        {"id": "sinh-ke", "name": "Sinh kế", "need": "Làm ăn", "order": 2},
    ],
    "places": [
        {"id": "ca-nuoc", "name": "Việt Nam", "unit": "quốc gia", "level": "quoc-gia"},
        {"id": "xa-mau", "name": "Mẫu", "unit": "xã", "level": "xa", "parent": "ca-nuoc"},
    ],
    "agencies": [{"id": "chinh-phu", "name": "Chính phủ", "place": "ca-nuoc"}],
    "documents": [
        {
            "id": "01-2020-nd-cp",
            "number": "01/2020/NĐ-CP",
            "type": "nghi-dinh",
            "issuer": "chinh-phu",
            "title": "Hỗ trợ hộ nghèo",
        }
    ],
}


class Outcome(Struct, frozen=True):
    """What a command of the portal ended with."""

    code: int
    stdout: str
    stderr: str

    @property
    def problems(self) -> list[str]:
        """Lines that name a fault, as editors read them."""
        return [line for line in self.stderr.splitlines() if ": lỗi: " in line]


def a_material(body: str = "Lời nói trong bài.", /, **keys: object) -> str:
    """Text of a material; only what matters to a test is named."""
    own = {"title": "Bài nghe về khám, chữa bệnh", "rights": "Được phát lại, ghi nguồn."}
    return _item(body, {**_COMMON, **own, **keys})


class Project:
    """A folder with mkdocs.yml, docs/ and content/ that can be built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.site = folder / "site"

    def write(self, name: str, text: str | bytes) -> Path:
        """Write one file of the project."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def build(self, *options: str, first: str = "", **environment: str) -> Outcome:
        """Build in the folder of the project, without the start-up of a process; `first` is Python to run before."""
        with TemporaryDirectory() as outside:
            out, err = Path(outside, "out"), Path(outside, "err")
            task: dict[str, object] = {
                "folder": str(self.folder),
                "arguments": ["build", *options],
                "environment": environment_of_build(**environment),
                "first": first,
                "stdout": str(out),
                "stderr": str(err),
            }
            return Outcome(_ask(task), out.read_text("utf-8"), err.read_text("utf-8"))

    def run(self, command: Iterable[str], **environment: str) -> Outcome:
        """Run any command in the folder of the project, as its users do."""
        done = subprocess.run(
            [*command],
            cwd=self.folder,
            env=environment_of_build(**environment),
            capture_output=True,
            text=True,
            check=False,
            timeout=_LONGEST,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)


@cache
def _build_server() -> subprocess.Popen[str]:
    script = Path(__file__).with_name("build_server.py")
    server = subprocess.Popen(
        [sys.executable, str(script)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=gettempdir()
    )
    atexit.register(_stop, server)
    return server


def _stop(server: subprocess.Popen[str]) -> None:
    """End the server: its input ends."""
    server.communicate(timeout=_LONGEST)


def _ask(task: dict[str, object]) -> int:
    server = _build_server()
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps(task) + "\n")
    server.stdin.flush()
    return int(server.stdout.readline())


def environment_of_build(**more: str) -> dict[str, str]:
    """Variables of a build: those of the tests less what would steer it, with a fixed moment."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("GIAMNGHEO_")}
    return {**kept, "SOURCE_DATE_EPOCH": str(NOON), "NO_MKDOCS_2_WARNING": "1", **more}


def copy_of_repository(folder: Path) -> Project:
    """The real content and the real configuration, in a folder of their own."""
    for name in ("content", "docs"):
        shutil.copytree(REPOSITORY / name, folder / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return Project(folder)


def small_project(folder: Path) -> Project:
    """One policy, one story, one plan, the registers they need, one page by hand, and the real configuration."""
    project = Project(folder)
    text = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    project.write("mkdocs.yml", text[: text.index("\nnav:")] + "\n")
    project.write("docs/gioi-thieu.md", "---\ntitle: Giới thiệu\ndescription: Trang nói về gì.\n---\nMột trang mẫu.\n")
    project.write("content/portal.yml", "is_demonstration: true\n")
    for name, records in REGISTERS.items():
        project.write(f"content/registers/{name}.yml", json.dumps(records, ensure_ascii=False, indent=1))
    project.write("content/policies/bao-hiem.md", a_policy(id="cs-bao-hiem"))
    project.write("content/stories/nuoi-ong.md", a_story(id="gd-nuoi-ong"))
    project.write("content/plans/truyen-thong.md", a_plan(id="kh-truyen-thong"))
    return project


_COMMON = {
    "title": "Hỗ trợ khám, chữa bệnh",
    "summary": "Một câu tóm tắt đủ rõ cho người đọc.",
    "date": "2026-01-05",
    "topics": ["y-te"],
    "places": ["xa-mau"],
    "author": "Ban biên tập",
}


def a_policy(body: str = "## Lưu ý\n\nHỏi xã trước khi đi.", /, **keys: object) -> str:
    """Text of a policy; only what matters to a test is named."""
    own = {
        "last_checked": "2026-11-01",
        "benefit": "Được khám, chữa bệnh không mất tiền.",
        "eligibility": {"household": ["ho-ngheo"]},
        "legal_basis": ["01-2020-nd-cp"],
        "valid_from": "2020-02-01",
    }
    return _item(body, {**_COMMON, **own, **keys})


def a_story(body: str = "## Cách làm\n\nCả xóm cùng làm.", /, **keys: object) -> str:
    """Text of a story; only what matters to a test is named."""
    own = {
        "title": "Nuôi ong ở vùng cao",
        "topics": ["sinh-ke"],
        "kind": "mo-hinh",
        "period": {"from": "2020"},
        "difficulties": "Thiếu vốn lúc đầu.",
        "lessons": "Làm chung thì đỡ rủi ro.",
    }
    return _item(body, {**_COMMON, **own, **keys})


def a_plan(body: str = "## Mục tiêu\n\nĐưa tin tới mọi xóm.", /, **keys: object) -> str:
    """Text of a plan in our own words; only what matters to a test is named."""
    own = {
        "title": "Kế hoạch truyền thông",
        "doc_type": "ke-hoach",
        "issuer": "chinh-phu",
        "period": {"from": "2025", "to": "2027"},
        "text_quality": "news-summary",
    }
    return _item(body, {**_COMMON, **own, **keys})


def an_activity(body: str = "## Chương trình\n\nNghe dân hỏi.", /, **keys: object) -> str:
    """Text of an activity; only what matters to a test is named."""
    own = {
        "title": "Đối thoại với dân",
        "kind": "doi-thoai",
        "starts": "2026-12-25 08:30",
        "ends": "2026-12-25 11:00",
        "organiser_name": "Hội Nông dân xã",
    }
    return _item(body, {**_COMMON, **own, **keys})


def a_question(body: str = "Hỏi xã để biết thêm.", /, **keys: object) -> str:
    """Text of a question; only what matters to a test is named."""
    own = {
        "title": "Có phải mua thẻ không?",
        "answered_on": "2026-01-05",
        "answered_by_name": "Ban biên tập",
        "legal_basis": ["01-2020-nd-cp"],
    }
    return _item(body, {**_COMMON, **own, **keys})


def _item(body: str, keys: dict[str, object]) -> str:
    front = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items())
    return f"---\n{front}\n---\n\n{body}\n"


def tree(folder: Path) -> dict[str, str]:
    """Digest of every file below `folder`, by name: two equal answers mean the same bytes."""
    return {name: sha256(content).hexdigest() for name, content in files(folder).items()}


def files(folder: Path) -> dict[str, bytes]:
    """Every file below `folder`, by name."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
