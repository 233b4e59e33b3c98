"""`mkdocs serve` while editing: a change is seen, a fault is shown on the page instead of ending the server."""

from __future__ import annotations

import http.client
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from portal_project import Project, a_policy, environment_of_build, small_project
from web_server import held_port

_PATIENCE = 110.0  # seconds for a build on a busy machine
_BROKEN_ITEM = a_policy(id="cs-bao-hiem", date="2025-13-40")
_BROKEN_REGISTER = "- id: y-te\n"


@dataclass(frozen=True)
class Preview:
    """A running server with the file of what it prints."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    def text(self, path: str) -> str:
        """The page at `path`, whatever its status; empty while the server does not answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read().decode("utf-8", "replace")
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def wait_for(self, path: str, words: str, *, gone: bool = False) -> None:
        """Wait until the page at `path` holds `words`, or no longer does."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, f"the server ended:\n{self.log.read_text('utf-8')}"
            text = self.text(path)
            if text and (words in text) != gone:
                return
            time.sleep(0.05)
        raise AssertionError(f"{words!r} at {path} in vain:\n{self.log.read_text('utf-8')}\n{self.text(path)[:2000]}")


@contextmanager
def preview(project: Project) -> Iterator[Preview]:
    """Serve the project for its editor."""
    log = project.folder / "serve.log"
    with held_port() as port, log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project.folder,
            env=environment_of_build(GIAMNGHEO_ON_ERROR="show"),
            stdout=out,
            stderr=out,
        )
        try:
            yield Preview(port, process, log)
        finally:
            process.kill()
            process.wait(timeout=_PATIENCE)


def test_a_change_is_rebuilt_a_fault_is_shown_and_its_mending_recovers(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with preview(project) as server:
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")
        project.write("content/policies/bao-hiem.md", a_policy(id="cs-bao-hiem", title="Tên đã đổi"))
        server.wait_for("/chinh-sach/bao-hiem/", "Tên đã đổi")
        project.write("content/policies/bao-hiem.md", _BROKEN_ITEM)
        server.wait_for("/", "content/policies/bao-hiem.md:")
        server.wait_for("/ban-bien-tap/", "content/policies/bao-hiem.md:")
        project.write("content/registers/topics.yml", _BROKEN_REGISTER)
        server.wait_for("/", "content/registers/topics.yml:")
        small_project(tmp_path)
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")
        server.wait_for("/", "content/registers/topics.yml:", gone=True)


def test_a_broken_item_at_the_start_is_shown_and_its_mending_recovers(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    project.write("content/policies/bao-hiem.md", _BROKEN_ITEM)
    with preview(project) as server:
        server.wait_for("/", "content/policies/bao-hiem.md:")
        project.write("content/policies/bao-hiem.md", a_policy(id="cs-bao-hiem"))
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")


def test_a_broken_register_at_the_start_is_shown_and_its_mending_recovers(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    whole = (tmp_path / "content/registers/topics.yml").read_text("utf-8")
    project.write("content/registers/topics.yml", _BROKEN_REGISTER)
    with preview(project) as server:
        server.wait_for("/", "content/registers/topics.yml:")
        server.wait_for("/", "Chưa dựng được trang")
        server.wait_for("/gioi-thieu/", "content/registers/topics.yml:")
        server.wait_for("/ban-bien-tap/", "content/registers/topics.yml:")
        project.write("content/registers/topics.yml", whole)
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")
