"""The index of the search: how lists are written, what stands in it, and that it never changes without its address."""

from __future__ import annotations

import json
import zlib
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factories import NOW, Project, a_policy, a_story, late_files, page
from giamngheo.outlets.search.lists import encode
from giamngheo.outlets.search.words import BARE, find_words

_SIGNS = [chr(c) for c in range(33, 127) if chr(c) not in '"\\']


def index_of(project: Project, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    files = late_files(project.portal(**more))
    return {a.rsplit("/", 1)[1]: json.loads(text) for a, text in files.items() if a.startswith("/search/")}


def _decode(text: str) -> list[tuple[int, int]]:
    found, unit, high = [], -1, 0
    for sign in text:
        value = _SIGNS.index(sign)
        if value >= 64:
            high = high * 26 + value - 64
        else:
            unit, high = unit + high * 8 + (value >> 3) + 1, 0
            found.append((unit, value & 7))
    return found


@given(st.dictionaries(st.integers(0, 200_000), st.integers(0, 7), min_size=1, max_size=60))
def test_lists_come_back_as_they_were_written(levels: dict[int, int]) -> None:
    entries = sorted(levels.items())
    assert _decode(encode([unit << 3 | level for unit, level in entries])) == entries


@given(st.text())
def test_bare_forms_of_words_have_no_marks_and_stay_as_they_are(text: str) -> None:
    for word in find_words(text):
        assert BARE[BARE[word]] == BARE[word]


def test_any_change_of_content_changes_the_address_of_the_index(project: Project) -> None:
    addresses = set()
    for title in ("Thẻ bảo hiểm y tế", "Thẻ BHYT", "Thẻ BHYT"):
        portal = project.add(a_policy(title=title)).portal()
        addresses.add(page(portal, "/tim-kiem/").view.index)  # type: ignore[attr-defined]
        folder = page(portal, "/tim-kiem/").view.index.removesuffix("meta.json")  # type: ignore[attr-defined]
        own = [address for address in late_files(portal) if address.startswith("/search/")]
        assert f"{folder}meta.json" in own
        assert all(address.startswith(folder) for address in own)
    assert len(addresses) == 2


def test_only_what_the_public_may_see_is_in_the_index(project: Project) -> None:
    project.add(a_policy("mo"), a_story("nhap", title="Bản nháp kín", draft=True))
    project.add(a_story("mai", title="Bài hẹn giờ kín", publish_at="2026-11-22 06:00"))
    assert "kín" not in json.dumps(index_of(project), ensure_ascii=False)
    assert "kín" in json.dumps(index_of(project, now=NOW + timedelta(days=1)), ensure_ascii=False)


def test_states_follow_the_day_and_what_is_over_comes_last(project: Project) -> None:
    project.add(a_policy("a", valid_to="2026-12-31"), a_policy("b"))
    before = [group[4:] for group in index_of(project)["meta.json"]["groups"] if group[2] == "chinh-sach"]
    after = [
        g[4:] for g in index_of(project, now=NOW + timedelta(days=60))["meta.json"]["groups"] if g[2] == "chinh-sach"
    ]
    assert before == [["sắp hết hiệu lực", "soon"], ["còn hiệu lực", "good"]]
    assert after == [["còn hiệu lực", "good"], ["đã hết hiệu lực", "over"]]


def test_names_of_agencies_give_their_short_forms(project: Project) -> None:
    project.registers["agencies"] += [
        {"id": "so", "name": "Sở Lao động tỉnh A", "abbreviations": ["Sở LĐ tỉnh A", "Sở lao động A"]}
    ]
    project.write_registers()
    assert index_of(project.add(a_policy()))["meta.json"]["synonyms"] == [["lao dong", "ld"]]


def test_everyday_words_lie_with_what_they_begin_with_and_nowhere_else(project: Project) -> None:
    project.registers["everyday"] = [
        {"id": "a", "said": ["cầm sổ đỏ", "heo"], "written": ["thế chấp", "cầm sổ đỏ"]},
        {"id": "b", "said": ["Cầm  sổ đỏ!"], "written": ["bảo đảm, tiền vay", "…"]},
        {"id": "c", "said": ["?!", "giống nhau"], "written": ["giống nhau"]},
    ]
    project.write_registers()
    files = index_of(project.add(a_policy(title="Cầm sổ")))
    lists = {name: terms for name, terms in files.items() if name[0] in "wp"}
    said = {(name, key): e[e.index("") + 1 :] for name, terms in lists.items() for key, e in terms.items() if "" in e}
    number = zlib.crc32(b"cam so") % files["meta.json"]["pairs"]
    assert set(said) == {(f"p{number}.json", "cam so"), ("w0.json", "heo")}
    exact = [" ".join(find_words(text)) for text in ("cầm sổ đỏ", "thế chấp", "bảo đảm tiền vay")]
    assert said[f"p{number}.json", "cam so"] == [exact[0], ",".join(exact[1:])]
    assert said["w0.json", "heo"][0::2] == ["heo"]


def test_list_from_a_to_z_is_cut_into_pages_in_the_order_of_the_alphabet(project: Project) -> None:
    words = ("Ăn", "Áo", "Đất", "Dê", "Ớt")
    project.add(*(a_story(f"bai-{n}", title=f"{words[n % 5]} {n}") for n in range(120)))
    portal = project.portal()
    first, second = page(portal, "/tim-kiem/a-z/"), page(portal, "/tim-kiem/a-z/trang-2/")
    titles = [item.link.label for p in (first, second) for _, items in p.view.letters for item in items]  # type: ignore[attr-defined]
    assert [title.split()[0] for title in titles] == [
        word for word in ("Áo", "Ăn", "Dê", "Đất", "Ớt") for _ in range(24)
    ]
    assert [letter for letter, _ in first.view.letters] == ["A", "Ă", "D", "Đ", "Ơ"]  # type: ignore[attr-defined]


def test_portal_without_items_has_a_search_page_all_the_same(project: Project) -> None:
    assert page(project.portal(), "/tim-kiem/").view.places == ()  # type: ignore[attr-defined]
