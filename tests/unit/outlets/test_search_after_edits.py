"""An index made from the last one equals, file by file, an index made from nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from factories import NOW, Project, a_plan, a_policy, a_story, an_activity
from giamngheo.catalog.states import State
from giamngheo.ground.cache import Cache, digest
from giamngheo.ground.vietnamese import normalize
from giamngheo.outlets.search import IndexPlan, build, index_files
from giamngheo.outlets.search.aligning import stayed
from giamngheo.outlets.search.lists import change, decode, encode, move
from giamngheo.outlets.search.planning import Group, PlannedPage
from giamngheo.outlets.search.units import Section, Unit
from giamngheo.outlets.search.words import exact_form, find_words
from giamngheo.portal import Portal

Files = dict[str, bytes]

_WORDS = "hộ nghèo ho ngheo vay vốn bò sữa 10 2026 kỹ kĩ hoà hòa hiểm, BHYT đ".split()  # noqa: SIM905
_SAID = {"ho ngheo": ["hộ nghèo lắm", "cận nghèo"], "ba ngoai": ["bà ngoại", "bà"], "zz": ["zz", "b"]}
_KINDS = ("change", "add", "remove", "swap", "same")


def some_words(chance: Random) -> str:
    return " ".join(chance.choices(_WORDS, k=chance.randrange(9)))


def a_unit(chance: Random) -> Unit:
    title, summary, names, also = (some_words(chance) for _ in range(4))
    sections = tuple(Section("m", some_words(chance), some_words(chance)) for _ in range(chance.randrange(3)))
    topics, places = (tuple(chance.sample(["y-te", "xa-moi"], k=chance.randrange(3))) for _ in range(2))
    address, is_first = chance.choice(["/a/", "/b/", "/c/"]), chance.random() < 0.5
    return Unit(address, title, "", summary, sections, is_first, names, also, topics, places)


def a_page(chance: Random) -> list[Unit]:
    return [a_unit(chance) for _ in range(chance.randint(1, 3))]


def a_plan_of(pages: Sequence[Sequence[Unit]]) -> IndexPlan:
    """Two groups: texts of the pages of the first lie apart. The register of everyday words comes and goes."""
    planned = [
        PlannedPage(digest(repr((tuple(units), n < 3))), lambda units=units: units) for n, units in enumerate(pages)
    ]  # type: ignore[misc]
    groups = (
        Group("chinh-sach", "Chính sách", State("còn", "good"), 2, tuple(planned[:3]), is_long=True),
        Group("dia-ban", "Địa bàn", None, 2, tuple(planned[3:])),
    )
    said = _SAID if len(pages) % 2 else {}
    return IndexPlan(f"/search/{digest(repr(pages))}/", groups, [["bao hiem y te", "bhyt"]], said)


def made(plan: IndexPlan, cache: Path | None = None) -> Files:
    files = list(index_files(plan, Cache(cache)))
    assert len({file.address for file in files}) == len(files)
    return {file.address: file.content for file in files}


def edit(pages: list[Any], kind: str, at: int, new: list[Unit]) -> None:
    if kind == "add":
        pages.insert(at, new)
    elif kind == "swap":
        pages.reverse()
    elif at < len(pages) and kind != "same":
        pages[at : at + 1] = [new] if kind == "change" else []


@settings(max_examples=40, phases=[Phase.generate])  # a smaller seed is no simpler case: looking for one takes minutes
@given(st.integers(0, 2**32))
def test_any_edits_one_after_the_other_give_the_index_of_what_is_there(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - drawing each word from hypothesis takes twenty times as long
    site = [a_page(chance) for _ in range(chance.randrange(8))]
    with TemporaryDirectory() as folder:
        for _ in range(3):
            plan = a_plan_of(site)
            assert made(plan, Path(folder)) == made(plan)
            for _ in range(chance.randint(1, 3)):
                edit(site, chance.choice(_KINDS), chance.randrange(7), a_page(chance))


def some_pages(count: int) -> list[list[Unit]]:
    words = [f"{a}{b}" for a in "bcdghklm" for b in ("ao", "ân", "iêu", "ô")]
    return [
        [Unit(f"/{n}/", f"bài {n}", "", "", (Section("", "", " ".join(words[n % 7 :: 1 + n % 5])),))]
        for n in range(count)
    ]


def unread(plan: IndexPlan, pages: Iterable[int]) -> IndexPlan:
    """The same plan, where nothing but some pages can be read."""

    def refuse() -> Iterable[Unit]:
        raise AssertionError

    groups, first = [], 0
    for group in plan.groups:
        planned = enumerate(group.pages, start=first)
        groups.append(replace(group, pages=tuple(p if n in pages else replace(p, units=refuse) for n, p in planned)))
        first += len(group.pages)
    return replace(plan, groups=tuple(groups))


@contextmanager
def no_lists_from_nothing(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    with monkeypatch.context() as patch:
        patch.delattr(build, "Postings")
        yield


def test_after_an_edit_only_what_changed_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = some_pages(60)
    made(a_plan_of(pages), tmp_path)
    for kind, at in (("change", 20), ("change", 1), ("add", 0), ("add", 30), ("remove", 0), ("same", 0)):
        edit(pages, kind, at, [replace(pages[at][0], title=f"bài mới {kind} {at}", address=f"/moi/{kind}{at}/")])
        with no_lists_from_nothing(monkeypatch):
            plan = a_plan_of(pages)
            patched = made(unread(plan, {2, 3, at}), tmp_path)  # what moves from one group to the other is made anew
        assert patched == made(plan)


def test_where_much_changed_what_is_known_is_still_not_read(tmp_path: Path) -> None:
    pages = some_pages(300)
    made(a_plan_of(pages), tmp_path)
    came = range(100, 300)
    for at in came:
        pages[at] = [replace(pages[at][0], title=f"bài mới {at}", topics=("y-te",))]
    plan = a_plan_of(pages)
    assert made(unread(plan, came), tmp_path) == made(plan)


def test_an_index_given_up_half_way_is_no_last_index(tmp_path: Path) -> None:
    pages = some_pages(20)
    made(a_plan_of(pages), tmp_path)
    pages[3] = [replace(pages[3][0], title="bài dở")]
    files = index_files(a_plan_of(pages), Cache(tmp_path))
    for _ in range(5):
        next(files)
    files.close()  # type: ignore[attr-defined] # a generator
    assert made(a_plan_of(pages), tmp_path) == made(a_plan_of(pages))


def test_what_lies_in_the_cache_may_be_damaged_or_anything(tmp_path: Path) -> None:
    plan = a_plan_of(some_pages(10))
    whole = made(plan, tmp_path)
    kept = tmp_path / "search.index"
    for damaged in (b"", b"{}", kept.read_bytes()[:-30], kept.read_bytes()[5:], b"x" * 400):
        kept.write_bytes(damaged)
        assert made(plan, tmp_path) == whole


def test_what_other_code_kept_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = some_pages(10)
    plan = a_plan_of(pages)
    monkeypatch.setattr(build, "code_digest", lambda: "cũ")
    old = [replace(page, units=lambda: pages[0]) for page in plan.groups[1].pages]
    made(replace(plan, groups=(plan.groups[0], replace(plan.groups[1], pages=tuple(old)))), tmp_path)
    monkeypatch.undo()
    assert made(plan, tmp_path) == made(plan)


_entries = st.dictionaries(st.integers(0, 90_000), st.integers(0, 7), max_size=40)


@given(_entries, st.integers(0, 90_000), st.integers(0, 300), st.integers(0, 3), st.integers(0, 9_000))
def test_lists_move_as_their_units_do(levels: dict[int, int], first: int, gone: int, come: int, second: int) -> None:
    cuts = [(first + gone, come - gone), (first + gone + second, 5)]

    def place(unit: int) -> int:
        return unit + sum(by for start, by in cuts if unit >= start)

    entries = [unit << 3 | level for unit, level in sorted(levels.items()) if not first <= unit < first + gone]
    moved = [place(entry >> 3) << 3 | entry & 7 for entry in entries]
    assert decode(encode(entries)) == entries
    assert move(encode(entries), cuts) == encode(moved)
    lost, new = set(entries[::3]), [(10**6 + n) << 3 for n in range(come)]
    left = [after for before, after in zip(entries, moved, strict=True) if before not in lost]
    assert decode(change(encode(entries), lost, new, cuts)) == [*left, *new]


@pytest.mark.parametrize("entries", [[8, 0], [8, 9], [9, 8], [1 << 20, 8]])
def test_a_list_that_cannot_be_is_refused_at_once(entries: list[int]) -> None:
    with pytest.raises(ValueError, match="out of order, or two of one unit"):
        encode(entries)


@given(st.lists(st.integers(0, 8), unique=True), st.lists(st.integers(0, 8), unique=True))
def test_what_stayed_is_in_order_in_both(old: list[int], new: list[int]) -> None:
    kept = stayed([str(n) for n in old], [str(n) for n in new])
    assert all(old[before] == new[after] for before, after in kept)
    assert kept == sorted(kept)
    assert len({before for before, _ in kept}) == len(kept)
    if old == new:
        assert len(kept) == len(old)


@given(st.text() | st.text(st.sampled_from("aÁΑΣς\u0301\u0323 \u00a0\u200b\n\r\x1c.,0 9_İ\u2000\u1100\u1161")))
def test_words_of_a_text_are_those_of_the_whole_of_it(text: str) -> None:
    whole = re.findall(r"[0-9]+|[^\W\d_]+", normalize(text).lower())
    assert find_words(text) == [exact_form(word) for word in whole]


class Searched:
    """A project that is built again and again: with what the last build kept, and with nothing."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.by_address: dict[str, Files] = {}

    def build(self, now: datetime = NOW) -> Files:
        patched = _search_files(self.project.portal(now, cache=self.project.folder / "cache"))
        assert patched == _search_files(self.project.portal(now))
        folder = next(iter(patched)).rsplit("/", 1)[0]
        assert self.by_address.setdefault(folder, patched) == patched
        return patched


def _search_files(portal: Portal) -> Files:
    work = next(work for work in portal.late if work.name == "search")
    return {file.address: file.content for file in work.make()}  # type: ignore[union-attr]


@pytest.fixture
def searched(project: Project) -> Searched:
    stories = [a_story(f"bai-{n}", body=f"## Mục một\n\nNuôi ong {n}.\n\n## Mục hai\n\nLời kết.\n") for n in range(5)]
    project.add(a_policy(), a_plan(), *stories, an_activity("le-hoi"))
    found = Searched(project)
    found.build()
    return found


def test_edits_of_a_portal_are_found_like_those_of_a_new_one(searched: Searched) -> None:
    project = searched.project
    long = "".join(f"## Mục {n}\n\n{'Trồng chè vụ đông. ' * 100}\n\n" for n in range(6))
    for item in (
        a_story("bai-1", body="## Mục một\n\nNuôi dê.\n"),
        a_story("bai-2", title="Tên khác"),
        a_story("bai-3", topics=["tin-dung"]),
        a_story("bai-4", body=long),
        a_story("bai-4", body=long.replace("vụ đông", "vụ xuân", 1)),
        a_story("bai-moi", date="2026-11-20"),
        a_policy(valid_to="2026-11-30"),
    ):
        before = set(searched.by_address)
        project.add(item)
        searched.build()
        assert set(searched.by_address) > before
    (project.root / "stories/bai-0.md").unlink()
    searched.build()


def test_one_address_has_one_index_whatever_the_day(searched: Searched) -> None:
    project = searched.project
    project.registers["places"][-1]["until"] = "2026-11-22"
    project.write_registers()
    project.add(a_story("bai-1", places=["xa-moi"]), a_policy(valid_to="2026-11-24"))
    for days in range(5):
        searched.build(NOW + timedelta(days=days))
    assert len(searched.by_address) > 3
    assert searched.build(NOW) == searched.build(NOW)
