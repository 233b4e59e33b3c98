"""What all tests share: a project folder, the flag that rewrites golden files, reproducible hypothesis, the workers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

from distribution import TogetherScheduling, in_order_of_beginning
from factories import Project

settings.register_profile("project", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("project")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write what the program says now into the golden files"
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = in_order_of_beginning(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> TogetherScheduling:  # noqa: ANN401 - xdist's own
    config.option.loadscopereorder = False
    return TogetherScheduling(config, log)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """An empty project with registers."""
    return Project(tmp_path)
