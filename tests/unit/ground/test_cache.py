"""The cache folder: what no build asks for any more goes, everything else stays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from giamngheo.ground.cache import KEPT_DAYS, Cache, digest

DAY = 86_400


def _age(folder: Path, days: float) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            moment = file.stat().st_mtime - days * DAY
            os.utime(file, (moment, moment))


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path)
    for name in ("used", "forgotten"):
        cache.put(digest(name), name)
    return cache


def test_what_nobody_asked_for_in_two_weeks_is_removed_and_what_was_used_stays(cache: Cache, tmp_path: Path) -> None:
    _age(tmp_path, KEPT_DAYS + 1)
    assert cache.get(digest("used"), str) == "used"
    cache.sweep()
    assert cache.get(digest("used"), str) == "used"
    assert cache.get(digest("forgotten"), str) is None


def test_younger_results_stay(cache: Cache, tmp_path: Path) -> None:
    _age(tmp_path, KEPT_DAYS - 1)
    cache.sweep()
    assert cache.get(digest("forgotten"), str) == "forgotten"


def test_it_is_looked_through_once_a_day(cache: Cache, tmp_path: Path) -> None:
    cache.sweep()
    _age(tmp_path, KEPT_DAYS + 1)
    (tmp_path / "swept").touch()
    cache.sweep()
    assert cache.get(digest("forgotten"), str) == "forgotten"


def test_files_that_each_build_replaces_are_no_results(cache: Cache, tmp_path: Path) -> None:
    index = cache.beside("search.index")
    assert index is not None
    index.write_text("x")
    _age(tmp_path, KEPT_DAYS + 1)
    cache.sweep()
    assert index.read_text() == "x"


def test_without_a_folder_or_rights_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "no")

    Cache(None).sweep()
    cache = Cache(tmp_path)
    cache.put(digest("a"), "a")
    _age(tmp_path, KEPT_DAYS + 1)
    monkeypatch.setattr(os, "utime", refuse)
    monkeypatch.setattr(Path, "touch", refuse)
    cache.sweep()
    assert cache.get(digest("a"), str) == "a"


def test_only_the_last_of_what_changes_with_each_build_is_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    made: list[str] = []

    def make() -> dict[str, int]:
        made.append("x")
        return {"số lần": len(made)}

    for text in ("một", "một", "hai", "hai", "một"):
        cache.last_value("tên", text, dict[str, int], make)
    assert cache.last_value("tên", "một", dict[str, int], make) == {"số lần": 3}
    assert len([file for file in tmp_path.rglob("*") if file.is_file()]) == 1


@pytest.mark.parametrize("damage", [b"", b"{", b'["m\xe1\xbb\x99t",{"a":"b"}]', b'["m\xe1\xbb\x99t"]', b"\xff"])
def test_a_last_value_that_does_not_fit_counts_as_absent(tmp_path: Path, damage: bytes) -> None:
    cache = Cache(tmp_path)
    cache.last_value("tên", "một", dict[str, int], lambda: {"a": 1})
    (file,) = (file for file in tmp_path.rglob("*") if file.is_file())
    file.write_bytes(damage)
    assert cache.last_value("tên", "một", dict[str, int], lambda: {"a": 2}) == {"a": 2}


def test_without_a_folder_every_value_is_made_anew() -> None:
    cache = Cache(None)
    assert [cache.last_value("tên", "một", int, lambda n=n: n) for n in (1, 2)] == [1, 2]  # type: ignore[misc]
