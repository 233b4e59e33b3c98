"""Items that were read before are found by the bytes of their files, and by nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factories import Project, a_plan, a_policy, a_story, codes
from giamngheo.content import kept_items, loader
from giamngheo.content.loader import Content, LoadedItem, load_content
from giamngheo.ground.cache import Cache


@pytest.fixture
def load(project: Project, tmp_path: Path) -> Callable[[], Content]:
    return lambda: load_content(project.root, Cache(tmp_path / "kho"))


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files whose front matter was read anew."""
    files: list[str] = []
    real = loader.split_front_matter
    monkeypatch.setattr(loader, "split_front_matter", lambda source: (files.append(source.path), real(source))[1])
    return files


def told(content: Content) -> list[tuple[object, ...]]:
    return [values(loaded) for loaded in content.items]


def values(loaded: LoadedItem) -> tuple[object, ...]:
    raw = loaded.raw
    return (loaded.item, loaded.slug, loaded.path, loaded.digest, loaded.front_digest, raw.front_text, raw.body)


def test_what_was_kept_equals_what_is_read(project: Project, load: Callable[[], Content], read: list[str]) -> None:
    project.add(*(a_policy(f"a{n}") for n in range(20)), a_story("b"), a_plan("c"))
    anew = told(load_content(project.root))
    assert told(load()) == anew
    del read[:]
    assert load().items[0].item == anew[0][0]
    assert read == []
    assert told(load()) == anew


def test_only_the_file_with_other_bytes_is_read_again(
    project: Project, load: Callable[[], Content], read: list[str], tmp_path: Path
) -> None:
    project.add(*(a_policy(f"a{n}") for n in range(20)))
    load()
    whole = (tmp_path / "kho/items").read_bytes()
    for title in ("Một tên khác", "Thêm một tên khác"):
        project.add(a_policy("a7", title=title))
        del read[:]
        assert title in {loaded.item.title for loaded in load().items}
        assert read == ["content/policies/a7.md"]
    assert (tmp_path / "kho/items").read_bytes() == whole, "a small edit does not write everything again"
    del read[:]
    load()
    assert read == []


def test_a_file_under_another_name_is_another_file(project: Project, load: Callable[[], Content]) -> None:
    path = project.write("content/policies/a.md", a_policy("a").text)
    load()
    path.rename(path.with_name("b.md"))
    assert [(loaded.path, loaded.slug) for loaded in load().items] == [("content/policies/b.md", "b")]


def test_an_item_that_is_gone_stays_gone(project: Project, load: Callable[[], Content]) -> None:
    project.add(a_policy("a"), a_policy("b"))
    load()
    (project.root / "policies/a.md").unlink()
    assert [loaded.slug for loaded in load().items] == ["b"]


def test_a_warning_is_told_at_every_build(project: Project, load: Callable[[], Content]) -> None:
    project.write("content/policies/a.md", a_policy("a").text.replace("\n---\n", "\n---\nx\x07\n", 1))
    project.write("content/policies/B.md", a_policy("b").text)
    first = codes(load().problems)
    assert sorted(first) == ["ky-tu-dieu-khien", "ten-tep-sai"]
    assert codes(load().problems) == first


@pytest.mark.parametrize("damage", [b"", b"\x80", b"x" * 500, None])
def test_a_damaged_file_costs_only_time(
    project: Project, load: Callable[[], Content], tmp_path: Path, damage: bytes | None
) -> None:
    project.add(a_policy("a"))
    first = told(load())
    kept = tmp_path / "kho/items"
    kept.write_bytes(kept.read_bytes()[:-1] + b"?" if damage is None else damage)
    assert told(load()) == first


def test_what_other_code_kept_is_read_again(
    project: Project, load: Callable[[], Content], read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    project.add(a_policy("a"))
    load()
    monkeypatch.setattr(kept_items, "code_digest", lambda: "mới hơn")
    del read[:]
    load()
    assert read == ["content/policies/a.md"]


def test_a_folder_that_cannot_be_written_costs_only_time(project: Project, tmp_path: Path) -> None:
    project.add(a_policy("a"))
    (tmp_path / "kho").write_text("một tệp")
    assert [loaded.slug for loaded in load_content(project.root, Cache(tmp_path / "kho")).items] == ["a"]
