"""The repository itself: its content has no errors, its files name no machine."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime
from pathlib import Path

import pytest

from giamngheo.content.loader import load_content
from giamngheo.ground.clock import VIETNAM
from giamngheo.portal import BuildOptions, build_portal
from giamngheo.project import options_of

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=VIETNAM)
_TEXTS = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".cfg", ".html", ".css", ".js", ".json", ".conf", ".sh", ""}
_MACHINE = re.compile(
    r"/(?:home|Users)/[a-z]\w+/|/root/|/wor[k]/|(?:localhost|127\.0\.0\.1):3141|(?:artifactory|nexus|jfrog|devpi)[a-z0-9.-]*\.[a-z]{2,}|file:///opt/"
    r"|--(?:extra-)?index-url|--trusted-host",
    re.IGNORECASE,
)


def options() -> BuildOptions:
    return BuildOptions("https://giamngheo.example/", NOW, docs=options_of(ROOT / "content").docs)


def test_the_real_content_has_no_errors_and_is_published() -> None:
    portal, problems = build_portal(ROOT / "content", options())
    assert [str(p) for p in problems if p.is_error] == []
    assert portal is not None


def test_the_real_content_is_large_enough_to_be_a_portal() -> None:
    content = load_content(ROOT / "content")
    kinds = [type(i.item).KIND for i in content.items]
    assert kinds.count("policies") >= 18
    assert kinds.count("stories") >= 12
    assert kinds.count("plans") >= 5
    assert len(content.registers["documents"]) >= 60


def test_numbers_for_readers_are_written_in_one_way() -> None:
    """As official texts write them: 2,5% and 1.500.000; "2,5 %" would part at the end of a line."""
    files = [
        p for folder in ("content", "docs") for p in (ROOT / folder).rglob("*") if p.suffix in {".md", ".yml", ".csv"}
    ]
    assert len(files) > 70
    spaced = re.compile(r"\d %(?![^\W\d_])")
    assert [f"{p.name}: {m.group()}" for p in files for m in spaced.finditer(p.read_text("utf-8"))] == []


def test_text_files_name_no_machine_and_no_registry() -> None:
    texts = {name: (ROOT / name).read_text("utf-8", "replace") for name in _own_files() if Path(name).suffix in _TEXTS}
    assert len(texts) > 500
    del texts[Path(__file__).relative_to(ROOT).as_posix()]
    assert [f"{name}: {match.group()}" for name, text in texts.items() for match in _MACHINE.finditer(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "/home/lan/giamngheo",
        "/Users/Lan/x",
        "a=/root/.cache",
        "http://localhost:3141/x",
        "https://pypi.nexus.tinh.example/simple",
        "ARTIFACTORY.example",
        "pip install --extra-index-url x",
        "--trusted-host y",
    ],
)
def test_a_machine_or_registry_is_known_when_it_is_named(text: str) -> None:
    assert _MACHINE.search(f"trước {text} sau")


def _own_files() -> list[str]:
    """Files of the repository and those about to become such: all but what git is told to leave alone."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\0")
    return sorted({name for name in listed if (ROOT / name).is_file()})
