"""What all tests share: a project folder, the flag that rewrites golden files, and reproducible hypothesis."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

from factories import Project

settings.register_profile("project", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what the program says now into the golden files"
    )


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project with registers."""
    return Project(tmp_path)
