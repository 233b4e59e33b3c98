"""The repository itself: its content has no errors, its floors hold, its files name no machine."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from giamngheo.content.loader import load_content
from giamngheo.ground.clock import VIETNAM
from giamngheo.portal import BuildOptions, build_portal
from giamngheo.project import options_of

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 12, 0, tzinfo=VIETNAM)
_TEXTS = {".py", ".md", ".yml", ".yaml", ".toml", ".txt", ".cfg", ".html", ".css", ".js", ".json", ".conf", ".sh", ""}
_SKIPPED = re.compile(
    r"(^|/)(\.git|\.venv|site|node_modules|[^/]*\.egg-info|\.[a-z_]*cache|__pycache__|\.hypothesis)(/|$)"
)
_MACHINE = re.compile(
    r"/(?:home|Users)/[a-z]\w+/|/root/|/wor[k]/|(?:localhost|127\.0\.0\.1):3141|[a-z0-9.-]*(?:artifactory|nexus|jfrog|devpi)[a-z0-9.-]*\.[a-z]{2,}|file:///opt/"
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


def test_the_floors_of_the_house_hold() -> None:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout


def test_text_files_name_no_machine_and_no_registry() -> None:
    own = Path(__file__)
    found = [
        f"{path.relative_to(ROOT)}:{number}: {match.group()}"
        for path in sorted(ROOT.rglob("*"))
        if path.is_file()
        and path != own
        and path.suffix in _TEXTS
        and not _SKIPPED.search(path.relative_to(ROOT).as_posix())
        for number, line in enumerate(path.read_text("utf-8", "replace").split("\n"), 1)
        if (match := _MACHINE.search(line))
    ]
    assert found == []
