"""Work in other processes: what comes back, and what happens where such a process fails."""

from __future__ import annotations

import os

import pytest

from giamngheo.ground import processes
from giamngheo.ground.processes import ahead

LARGE = {f"tệp-{number}": (number, number << 40) for number in range(20_000)}
"""More than a pipe holds."""


@pytest.mark.parametrize("count", [1, 2])
def test_what_was_begun_ahead_gives_its_value_each_time(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(processes, "processors", lambda: count)
    value = ahead(lambda: LARGE, dict[str, tuple[int, int]])
    assert value() == LARGE
    assert value() is value()


def test_it_is_done_in_another_process_where_there_are_two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    assert ahead(os.getpid, int)() != os.getpid()


def test_what_a_process_could_not_do_is_done_here_where_its_fault_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "processors", lambda: 2)
    here = os.getpid()
    assert ahead(lambda: os.getpid() if os.getpid() == here else os._exit(9), int)() == here
    with pytest.raises(FileNotFoundError):
        ahead(lambda: os.listdir("/khong-co"), list[str])()  # noqa: PTH208 - any call that fails
