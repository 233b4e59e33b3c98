"""`mkdocs serve` while editing: a change is seen, a fault is shown on the page instead of ending the server."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from msgspec import Struct
from portal_project import Project, a_policy, environment_of_build, small_project
from web_server import held_port

from giamngheo.ground.processes import processors

_PATIENCE = 110.0  # seconds for a build on a busy machine
_BROKEN_ITEM = a_policy(id="cs-bao-hiem", date="2025-13-40")
_BROKEN_REGISTER = "- id: y-te\n"


class Preview(Struct, frozen=True):
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

    def wait_until_said(self, words: str, *, times: int) -> None:
        """Wait until the server has printed `words` so often."""
        until = time.monotonic() + _PATIENCE
        while self.log.read_text("utf-8").count(words) < times:
            assert time.monotonic() < until, self.log.read_text("utf-8")
            time.sleep(0.05)


@contextmanager
def preview(project: Project) -> Iterator[Preview]:
    """Serve the project for its editor, with a folder of its own for what is temporary."""
    log, temporary = project.folder / "serve.log", project.folder / "tmp"
    temporary.mkdir()
    signal.signal(signal.SIGINT, signal.default_int_handler)  # tests that run in the background would hand on deafness
    with held_port() as port, log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=project.folder,
            env=environment_of_build(GIAMNGHEO_ON_ERROR="show", TMPDIR=str(temporary)),
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            yield Preview(port, process, log)
        finally:
            with suppress(ProcessLookupError):  # the test has ended it
                os.killpg(process.pid, signal.SIGKILL)
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


def test_a_stopped_server_leaves_nothing_behind_however_far_a_build_has_come(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with preview(project) as server:
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")
        project.write("content/policies/bao-hiem.md", a_policy(id="cs-bao-hiem", title="Tên đã đổi"))
        server.wait_until_said("Building documentation", times=2)
        os.killpg(server.process.pid, signal.SIGINT)
        assert server.process.wait(timeout=_PATIENCE) == 0
        assert list((tmp_path / "tmp").iterdir()) == []


def test_where_the_process_that_builds_was_ended_the_server_builds_by_itself(tmp_path: Path) -> None:
    project = small_project(tmp_path)
    with preview(project) as server:
        server.wait_for("/chinh-sach/bao-hiem/", "Hỗ trợ khám, chữa bệnh")
        for child in _children(server.process.pid):
            os.kill(child, signal.SIGKILL)
        project.write("content/policies/bao-hiem.md", a_policy(id="cs-bao-hiem", title="Tên đã đổi"))
        server.wait_for("/chinh-sach/bao-hiem/", "Tên đã đổi")


def _children(process: int) -> list[int]:
    text = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    assert text or processors() == 1, "nothing was forked"
    return [int(child) for child in text.split()]
