"""`giamngheo ping`: dry unless asked, only feeds that changed, and a hub on loopback that is told each once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from click.testing import CliRunner, Result
from msgspec import Struct, field

from factories import SITE_URL, Project, a_policy, a_story, files_of
from giamngheo.cli import main


class Hub(Struct):
    """A hub that remembers what it was told, and answers with `code`."""

    address: str = ""
    code: int = 204
    told: list[dict[str, list[str]]] = field(default_factory=list)

    @property
    def topics(self) -> list[str]:
        return [one["hub.url"][0].removeprefix(SITE_URL) for one in self.told]


@pytest.fixture
def hub() -> Iterator[Hub]:
    state = Hub()

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            state.told.append(parse_qs(body))
            self.send_response(state.code)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    state.address = f"http://127.0.0.1:{server.server_port}/bao"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield state
    server.shutdown()
    thread.join()
    server.server_close()


def publish(project: Project, hub: str, *, name: str = "site") -> Path:
    """Write the feeds of a project as a build does."""
    project.write("content/portal.yml", f"websub_hub: {hub}\nfeed_size: 1\n" if hub else "feed_size: 1\n")
    for file in files_of(project.portal(), "feeds"):
        project.write(f"{name}{file.address}", file.content)
    return project.folder / name


def ping(site: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["ping", "--site", str(site), "--state", str(site.parent / "told.json"), *options])


def test_without_send_nothing_is_sent_and_nothing_is_remembered(project: Project, hub: Hub) -> None:
    site = publish(project.add(a_policy("a")), hub.address)
    for _ in range(2):
        result = ping(site)
        assert result.exit_code == 0, result.output
        assert f"{SITE_URL}rss/home.rss: sẽ báo" in result.output
    assert hub.told == []


def test_each_feed_in_each_form_is_told_once_and_archives_never(project: Project, hub: Hub) -> None:
    site = publish(project.add(a_policy("a", date="2026-11-01"), a_policy("b", date="2026-10-01")), hub.address)
    assert (site / "rss/home/").is_dir()
    assert ping(site, "--send").exit_code == 0
    assert {one["hub.mode"][0] for one in hub.told} == {"publish"}
    assert len(hub.topics) == len(set(hub.topics))
    assert {"rss/home.rss", "rss/home.atom", "rss/home.json", "rss/bao-chi.rss"} <= set(hub.topics)
    assert [topic for topic in hub.topics if topic.count("/") > 1] == []
    assert ping(site, "--send").exit_code == 0
    assert len(hub.topics) == len(set(hub.topics)), "nothing changed, nothing told"


def test_only_feeds_whose_bytes_changed_are_told(project: Project, hub: Hub) -> None:
    ping(publish(project.add(a_policy("a"), a_story("b")), hub.address), "--send")
    hub.told.clear()
    site = publish(project.add(a_story("c", date="2026-11-20")), hub.address)
    assert ping(site, "--send").exit_code == 0
    assert "rss/guong-dien-hinh.rss" in hub.topics
    assert "rss/chinh-sach.rss" not in hub.topics


def test_what_a_hub_refused_is_told_again_the_next_time(project: Project, hub: Hub) -> None:
    site = publish(project.add(a_policy("a")), hub.address)
    hub.code = 500
    result = ping(site, "--send")
    assert result.exit_code == 1
    assert "trạm trả mã 500" in result.output
    hub.code = 202
    hub.told.clear()
    assert ping(site, "--send").exit_code == 0
    assert "rss/home.rss" in hub.topics


@pytest.mark.parametrize("code", [301, 307])
def test_a_hub_that_sends_elsewhere_is_not_followed(project: Project, hub: Hub, code: int) -> None:
    hub.code = code
    assert ping(publish(project.add(a_policy("a")), hub.address), "--send").exit_code == 1


def test_a_hub_that_is_not_there_is_told_in_vietnamese(project: Project, hub: Hub) -> None:
    gone = hub.address.replace("127.0.0.1", "127.0.0.1.khong-co.invalid")
    result = ping(publish(project, gone), "--send")
    assert (result.exit_code, "không tới được trạm" in result.output) == (1, True)
    assert not isinstance(result.exception, OSError)


def test_without_a_hub_there_is_nothing_to_tell(project: Project) -> None:
    result = ping(publish(project.add(a_policy("a")), ""))
    assert (result.exit_code, "0 bản tin có trạm" in result.output) == (0, True)


@pytest.mark.parametrize("state", [b"", b"[]", b"\xff", b'{"feeds": 1}'])
def test_a_damaged_memory_means_that_nothing_was_told(project: Project, hub: Hub, state: bytes) -> None:
    site = publish(project.add(a_policy("a")), hub.address)
    (site.parent / "told.json").write_bytes(state)
    assert ping(site, "--send").exit_code == 0
    assert "rss/home.rss" in hub.topics


def test_files_that_are_no_feeds_are_passed_over(project: Project, hub: Hub) -> None:
    site = publish(project.add(a_policy("a")), hub.address)
    for name in ("hong.rss", "hong.json", "la.txt"):
        (site / "rss" / name).write_bytes(b"<")
    assert ping(site).exit_code == 0
