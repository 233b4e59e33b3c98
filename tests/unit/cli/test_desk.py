"""The command `giamngheo desk`, and how it asks pages elsewhere: a server on loopback that misbehaves on purpose."""

from __future__ import annotations

import ssl
import subprocess
import threading
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from factories import Project, a_story
from giamngheo.cli import main
from giamngheo.outward import Answer, Manners, ask, ask_all

QUICK = Manners(patience=60, pause=0)
LET_GO = threading.Event()
"""Until this is set, slow pages stay slow: what is tested never hangs on how fast a machine is."""
ASKED: Counter[tuple[str, str]] = Counter()
_REDIRECTS = {
    "/chuyen": "/co",
    "/ve-trang-chu": "/",
    "/ve-index": "/index.html",
    "/vong": "/vong-hai",
    "/vong-hai": "/vong",
    "/ra-tep": "file:///etc/passwd",
    "/ra-rong": "",
}
_STATUSES = {"/mat": 404, "/go": 410, "/cam": 403, "/loi": 500, "/chi-get": 405}


class _Handler(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        ASKED[self.command, self.path] += 1
        if self.path == "/cham":
            LET_GO.wait(60)
        if self.path == "/giot":  # a byte now and then, so that no single wait is too long
            for _ in range(600):
                self.wfile.write(b"H")
                if LET_GO.wait(0.1):
                    break
        status = _STATUSES.get(self.path, 200)
        if self.path == "/chi-get" and self.command == "GET":
            status = 200
        self.send_response(301 if self.path in _REDIRECTS else status)
        if self.path in _REDIRECTS:
            self.send_header("Location", _REDIRECTS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer  # noqa: N815 - names of http.server

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Callers that give up are what is tested."""


@pytest.fixture(scope="module")
def origin() -> Iterator[str]:
    server = _Server(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def slow(origin: str) -> Iterator[str]:
    """The same server, whose slow pages take until the test is over."""
    LET_GO.clear()
    yield origin
    LET_GO.set()


@pytest.mark.parametrize(
    ("path", "fault", "is_sure"),
    [
        ("/co", "", True),
        ("/", "", True),
        ("/chuyen", "", True),
        ("/chi-get", "", True),
        ("/có dấu?x=tiếng Việt", "", True),
        ("/mat", "không còn trang này (mã 404)", True),
        ("/go", "không còn trang này (mã 410)", True),
        ("/ve-trang-chu", "chuyển về trang chủ của trang kia: bài có lẽ đã bị gỡ", True),
        ("/ve-index", "chuyển về trang chủ của trang kia: bài có lẽ đã bị gỡ", True),
        ("/vong", "chuyển hướng vòng quanh", True),
        ("/ra-tep", "chuyển tới một địa chỉ không phải trang web", True),
        ("/cam", "bên kia từ chối trả lời máy kiểm tra (mã 403)", False),
        ("/loi", "máy chủ bên kia báo lỗi (mã 500)", False),
    ],
)
def test_each_answer_of_a_page_is_told_in_words(origin: str, path: str, fault: str, is_sure: bool) -> None:  # noqa: FBT001
    assert ask(origin + path, QUICK) == Answer(fault, is_sure)


def test_a_page_that_does_not_answer_is_not_called_gone(slow: str) -> None:
    answer = ask(f"{slow}/cham", Manners(patience=0.2))
    assert answer == Answer("không trả lời trong thời gian chờ", is_sure=False, is_reached=False)


def test_a_server_that_does_not_speak_tls_is_told(origin: str) -> None:
    assert ask(origin.replace("http://", "https://"), QUICK) == Answer("không lập được kết nối bảo mật", is_sure=False)


def test_a_certificate_that_nobody_vouches_for_is_told(tmp_path: Path) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(_self_signed(tmp_path))
    server = _Server(("127.0.0.1", 0), _Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    answer = ask(f"https://127.0.0.1:{server.server_port}/co", QUICK)
    server.shutdown()
    server.server_close()
    assert answer == Answer("chứng chỉ bảo mật của trang kia không hợp lệ", is_sure=False)


@pytest.mark.parametrize(
    "address", ["http://[", "http://a.b:99999999/", "ftp://a.example/", "http:///x", "http://é..vn/"]
)
def test_an_address_that_is_none_is_told_and_nothing_is_raised(address: str) -> None:
    assert ask(address, QUICK).fault


def test_a_closed_port_is_not_sure() -> None:
    assert ask("http://127.0.0.1:9/", QUICK) == Answer("không kết nối được", is_sure=False, is_reached=False)


def test_every_address_gets_one_answer_and_a_server_that_drips_does_not_hold_up_the_rest(
    slow: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = slow.replace("127.0.0.1", "localhost")
    answers: dict[str, Answer] = {}
    monkeypatch.setattr(Manners, "longest", property(lambda _: 60 if len(answers) < 2 else 0.1))
    ask_all([f"{slow}/giot", f"{other}/co", f"{other}/mat"], QUICK, answers.__setitem__)
    assert answers[f"{slow}/giot"].fault == "không trả lời trong thời gian chờ", "the drip was not waited for"
    assert answers[f"{other}/co"] == Answer("")
    assert answers[f"{other}/mat"].fault


def test_a_page_is_asked_by_head_alone_where_that_is_answered(origin: str) -> None:
    ASKED.clear()
    ask_all([f"{origin}/co", f"{origin}/mat"], QUICK, lambda *_: None)
    assert ASKED == {("HEAD", "/co"): 1, ("HEAD", "/mat"): 1, ("GET", "/mat"): 1}


def test_no_address_at_all_ends_at_once() -> None:
    ask_all([], QUICK, lambda *_: None)


@pytest.fixture
def linked(project: Project, origin: str, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795237200")  # 2026-11-21T12:00 +07:00
    return project.add(a_story("a", body=f"[a]({origin}/co) [b]({origin}/mat)\n"))


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["desk", *arguments, "--content", str(project.root)])


def test_the_desk_is_a_local_file_and_nothing_is_asked_without_being_told_to(linked: Project) -> None:
    ASKED.clear()
    result = run(linked)
    assert result.exit_code == 0, result.output
    assert "Chưa kiểm tra lần nào 2 địa chỉ" in (linked.folder / "bao-cao/ban-bien-tap.html").read_text("utf-8")
    assert not ASKED


def test_broken_links_are_told_never_block_and_good_ones_are_not_asked_again(linked: Project) -> None:
    first = run(linked, "--links", "--patience", "60")
    assert first.exit_code == 0, first.output
    assert "2 địa chỉ đã kiểm tra, 1 có vấn đề" in first.stderr
    assert "không còn trang này (mã 404)" in (linked.folder / "bao-cao/ban-bien-tap.html").read_text("utf-8")
    ASKED.clear()
    assert "bỏ qua 1 địa chỉ vừa kiểm tra" in run(linked, "--links", "--patience", "60").stderr
    assert {path for _, path in ASKED} == {"/mat"}
    assert run(linked).exit_code == 0


def test_a_machine_without_network_calls_no_page_broken(project: Project) -> None:
    result = run(project.add(a_story("a", body="[a](http://127.0.0.1:9/a)\n")), "--links")
    assert result.exit_code == 0
    assert "có lẽ máy này không có mạng" in result.stderr
    assert "Chưa kiểm tra lần nào" in (project.folder / "bao-cao/ban-bien-tap.html").read_text("utf-8")


def test_errors_of_content_do_not_stop_the_desk_that_tells_them(project: Project) -> None:
    assert run(project.add(a_story("a", kind="la"))).exit_code == 0


def test_a_file_that_cannot_be_written_is_1(project: Project, tmp_path: Path) -> None:
    (tmp_path / "ra").write_text("x")
    result = run(project.add(a_story("a")), "--out", str(tmp_path / "ra/ban.html"))
    assert result.exit_code == 1
    assert "không ghi được" in result.stderr


def _self_signed(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that no authority signed, made by openssl."""
    file = folder / "tu-ky.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-keyout", str(file), "-out", str(folder / "cert.pem")],
        check=True, capture_output=True,
    )  # fmt: skip
    file.write_text(file.read_text() + (folder / "cert.pem").read_text())
    return file
