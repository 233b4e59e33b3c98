"""Broken content, one case a file: what editors write, what they are told, and what still goes out.

`pytest tests/golden --update-golden` writes what the program says now; read the difference before committing it.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
import yaml
from msgspec.structs import replace

from factories import NOW, SITE_URL, Project, a_policy, item_addresses, lines
from giamngheo.ground.messages import MESSAGES
from giamngheo.ground.problems import Problem
from giamngheo.portal import BuildOptions, build_portal, check_portal

FOLDER = Path(__file__).parent
CASES = sorted(FOLDER.rglob("*.yml"))
_EXPECTED = re.compile("^problems:", re.MULTILINE)
"""Where a case ends and what is expected of it begins; what editors write is indented."""


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_content_gives_the_problems_and_the_pages_of_its_golden_file(
    case: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    given = _read(case)
    _write(tmp_path, given)
    problems, published = _run(tmp_path / "content")
    if request.config.getoption("--update-golden"):
        case.write_text(_updated(case.read_text("utf-8"), lines(problems), published), "utf-8")
    expected = _read(case)
    assert lines(problems) == expected["problems"]
    assert published == expected["published"]


def test_an_update_that_changes_nothing_leaves_every_golden_file_as_it_is() -> None:
    for case in CASES:
        text, expected = case.read_text("utf-8"), _read(case)
        assert _updated(text, expected["problems"], expected["published"]) == text, case.name


def test_every_problem_has_one_line_that_says_how_to_mend_it() -> None:
    told = [line for case in CASES for line in _read(case)["problems"]]
    assert len(told) > 150
    assert all(line.isprintable() and " Cách sửa: " in line for line in told)
    assert all(len(line) < 500 for line in told)


def test_every_code_of_content_has_a_golden_case() -> None:
    told = "\n".join(case.read_text("utf-8") for case in CASES)
    elsewhere = {"cau-hinh-sai", "bo-cong-khai-loi"}  # of mkdocs.yml and of a finished build
    assert [code for code in MESSAGES if f"[{code}]" not in told and code not in elsewhere] == []


def _read(case: Path) -> Any:  # noqa: ANN401 - what YAML holds
    return yaml.load(case.read_text("utf-8"), Loader=yaml.CSafeLoader)


def _run(root: Path) -> tuple[list[Problem], list[str]]:
    """Check, build strictly, build with items held back: all tell the same, and errors are never published."""
    options = BuildOptions(SITE_URL, NOW)
    problems = check_portal(root, options)
    strict, told = build_portal(root, options)
    has_error = any(problem.is_error for problem in problems)
    assert (strict is None) == has_error
    assert {str(p) for p in told} <= {str(p) for p in problems}
    held, _ = build_portal(root, replace(options, on_error="hold"))
    if held is None:
        return problems, ["không xuất bản gì"]
    broken = {p.location.file for p in problems if p.is_error}
    assert not broken & {entry.loaded.path for entry in held.catalog.entries}
    return problems, item_addresses(held)


def _write(folder: Path, given: Mapping[str, Any]) -> None:
    if not given.get("bare"):
        Project(folder).add(a_policy("lanh"))
    for name, value in given["files"].items():
        path = _path(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120 - the name may be bytes
        if isinstance(value, str):
            Path(os.fsdecode(path)).write_bytes(value.encode())
        else:
            _write_special(Path(os.fsdecode(path)), value)


def _path(folder: Path, name: str) -> bytes:
    if name.startswith("bytes:"):
        return os.fsencode(folder) + b"/" + unquote_to_bytes(name.removeprefix("bytes:"))
    return os.fsencode(folder / name)


def _write_special(path: Path, value: Mapping[str, Any]) -> None:
    if "folder" in value:
        path.mkdir(parents=True)
    elif "link" in value:
        path.unlink(missing_ok=True)
        path.symlink_to(value["link"])
    elif "fifo" in value:
        os.mkfifo(path)
    elif "absent" in value:
        path.unlink()
    else:
        path.write_bytes(_bytes(value))


def _bytes(value: Mapping[str, Any]) -> bytes:
    if "hex" in value:
        return bytes.fromhex(value["hex"])
    text = value.get("text", "") + value.get("then", value.get("repeat", "")) * value.get("times", 0)
    text = unicodedata.normalize(value.get("normal", "NFC"), text + value.get("end", ""))
    return text.replace("\n", value.get("newline", "\n")).encode(value.get("encoding", "utf-8"))


def _updated(text: str, problems: list[str], published: list[str]) -> str:
    """Text of a golden file with what is expected replaced."""
    result = {"problems": problems, "published": published}
    written = yaml.safe_dump(result, allow_unicode=True, width=10_000, sort_keys=False)
    return _EXPECTED.split(text, maxsplit=1)[0] + written
