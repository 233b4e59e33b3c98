"""The table of messages and the source agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from giamngheo.content.privacy.findings import FindingKind
from giamngheo.ground.messages import MESSAGES
from giamngheo.ground.problems import Location, Problem, sort_problems

PLUGINS = Path(__file__).parents[3] / "plugins"
_SOURCE = "\n".join(p.read_text("utf-8") for p in PLUGINS.rglob("*.py") if p.name != "messages.py")
_MADE = re.compile(r'(?:Problem|PydanticCustomError|_problem|_told|_RefusedError)\(\s*"([a-z0-9-]+)"')


def test_each_code_used_in_the_source_has_a_row() -> None:
    assert sorted(set(_MADE.findall(_SOURCE)) - set(MESSAGES)) == []


def test_each_row_is_used() -> None:
    assert [code for code in MESSAGES if f'"{code}"' not in _SOURCE and f"[{code}]" not in _SOURCE] == []


@pytest.mark.parametrize("code", MESSAGES)
def test_each_row_prints_on_one_line_whatever_fills_its_gaps(code: str) -> None:
    gaps = set(re.findall(r"{(\w+)}", MESSAGES[code].what + MESSAGES[code].mend))
    hostile = dict.fromkeys(gaps, "a\nb\x00{x}%s�\u202e")
    line = str(Problem(code, Location("content/x.md", 3), hostile))
    assert line.isprintable()
    assert line.startswith("content/x.md:3: ")
    assert line.endswith(f" [{code}]")


def test_problems_are_sorted_by_file_and_line_each_once() -> None:
    late, early = Location("b.md", 1), Location("a.md", 10)
    found = [Problem("thieu-phan-dau", late), Problem("thieu-phan-dau", early), Problem("thieu-phan-dau", late)]
    assert [p.location for p in sort_problems(found)] == [early, late]


def test_a_long_value_is_cut_and_our_own_words_are_not() -> None:
    line = str(Problem("khoa-la", Location("a.md"), {"key": "k" * 200, "hint": "h" * 200}))
    assert "k" * 81 not in line
    assert "h" * 200 in line


def test_every_kind_of_private_data_has_words_for_the_editor() -> None:
    from giamngheo.content import people  # noqa: PLC0415 - the table is private to that module

    assert set(people._KINDS) == set(FindingKind.__args__)  # type: ignore[attr-defined]  # noqa: SLF001
