"""The real nginx on loopback, with the configuration of deploy/ and nothing of the machine's own."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from portal_project import REPOSITORY

TEMPLATE = REPOSITORY / "deploy/nginx/giamngheo.conf.template"
MISSING = (
    "Không có nginx / nginx is not installed. Cách sửa / to mend: make test, hoặc / or "
    "apt-get install --no-install-recommends nginx"
)
_MIME_TYPES = Path("/etc/nginx/mime.types")
_PATIENCE = 60.0  # seconds that a server may take on a busy machine

_AROUND = """
{user}
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
worker_processes 1;
events {{ worker_connections 64; }}
http {{
    include {mime_types};
    default_type application/octet-stream;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/giamngheo.conf;
}}
"""


class Answer(Struct, frozen=True):
    """What the server answered; names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


class WebServer(Struct, frozen=True):
    """A running server."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask once; underscores in names of headers stand for hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=_PATIENCE)
        connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
        response = connection.getresponse()
        answer = Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return answer


def find_nginx() -> str | None:
    """Program file of nginx; distributions keep it where only root looks."""
    return shutil.which("nginx", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"]))


def security_policy() -> str:
    """The Content-Security-Policy that deploy/ sets: its single source."""
    found = re.findall(r'^\s*add_header Content-Security-Policy "([^"]+)"', TEMPLATE.read_text("utf-8"), re.MULTILINE)
    assert len(found) == 1
    return str(found[0])


@contextmanager
def held_port() -> Iterator[int]:
    """A port of loopback on which one server that reuses addresses, as all do, may listen.

    A port that was only looked up may be given to somebody else before the server has come up. This one stays bound
    meanwhile, so the system gives it to nobody who asks for any port.
    """
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])


@contextmanager
def nginx(root: Path, folder: Path) -> Iterator[WebServer]:
    """Serve the releases below `root`; `folder` takes the server's own files."""
    with held_port() as port:
        running = subprocess.Popen(_command(root, folder, port), stderr=subprocess.PIPE)
        try:
            _wait_until_open(port, running)
            yield WebServer(port)
        finally:
            running.terminate()
            running.communicate(timeout=_PATIENCE)


def _command(root: Path, folder: Path, port: int) -> list[str]:
    """How the server is started, and the files it reads then."""
    program = find_nginx()
    assert program, MISSING
    values = {"LISTEN": f"127.0.0.1:{port}", "NAME": "localhost", "ROOT": str(root)}
    text = TEMPLATE.read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"${{GIAMNGHEO_{name}}}", value)
    folder.mkdir()
    (folder / "giamngheo.conf").write_text(text, "utf-8")
    user = "user root;" if os.getuid() == 0 else ""  # pytest's folders are closed to others
    around = _AROUND.format(user=user, folder=folder, mime_types=_MIME_TYPES)
    (folder / "nginx.conf").write_text(around, "utf-8")
    return [program, "-p", str(folder), "-c", str(folder / "nginx.conf")]


def _wait_until_open(port: int, running: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        assert running.poll() is None, running.communicate()[1].decode()
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise AssertionError("nginx did not start")
