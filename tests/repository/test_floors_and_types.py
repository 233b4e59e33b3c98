"""The code as a whole: its floors and its types hold.

Run as tests, so that the workers share them: one after the other before all tests they take a core for a quarter minute
while the other one has nothing to do.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def _run(tool: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name(tool)), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_floors_of_the_house_hold() -> None:
    result = _run("lint-imports", "--no-cache")
    assert result.returncode == 0, result.stdout


def test_the_types_of_the_code_hold() -> None:
    result = _run("mypy")
    assert result.returncode == 0, result.stdout + result.stderr
