"""What tests of several workers share is made once, whole, and taken from nobody."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import cast

import pytest
from made_once import made_once
from web_server import held_port

from distribution import BEGIN, ON_ONE_PAGE, ON_THE_REAL_SITE


class _Run:
    """Stands for the temporary folder of a run."""

    def __init__(self, folder: Path) -> None:
        self.getbasetemp = lambda: folder


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.TempPathFactory:
    monkeypatch.delenv("PYTEST_XDIST_WORKER", raising=False)
    return cast("pytest.TempPathFactory", _Run(tmp_path))


def _make(folder: Path, began: list[Path]) -> None:
    began.append(folder)
    (folder / "a").write_text("ready")


def test_however_many_ask_at_once_it_is_made_once_and_all_get_it_whole(run: pytest.TempPathFactory) -> None:
    began: list[Path] = []
    with ThreadPoolExecutor(8) as workers:
        got = list(workers.map(lambda _: made_once(run, "x", partial(_make, began=began)) / "a", range(8)))
    assert len(began) == 1
    assert [file.read_text() for file in got] == ["ready"] * 8


def test_what_was_left_in_the_middle_is_made_anew(run: pytest.TempPathFactory) -> None:
    def fail(folder: Path) -> None:
        (folder / "half").write_text("")
        raise OSError

    with pytest.raises(OSError):  # noqa: PT011 - the test's own
        made_once(run, "x", fail)
    made = made_once(run, "x", partial(_make, began=[]))
    assert [file.name for file in made.iterdir()] == ["a"]


def test_workers_of_one_run_share_and_two_runs_do_not(
    run: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert made_once(run, "x", partial(_make, began=[])).parent == tmp_path
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw0")
    assert made_once(run, f"{tmp_path.name}-y", partial(_make, began=[])).parent == tmp_path.parent


def test_a_held_port_may_be_served_on_and_belongs_to_nobody_else() -> None:
    with held_port() as port:
        with socket.socket() as stranger, pytest.raises(OSError, match="in use"):
            stranger.bind(("127.0.0.1", port))
        HTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler).server_close()


@pytest.mark.parametrize("part", [*BEGIN, *ON_ONE_PAGE, *ON_THE_REAL_SITE])
def test_modules_that_are_given_out_by_name_are_there(part: str) -> None:
    tests = Path(__file__).parents[1]
    assert any(part in path.as_posix() for path in tests.glob("*/test_*.py"))
