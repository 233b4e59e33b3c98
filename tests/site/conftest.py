"""Shared by whole-site tests: the real site, built once, and a small project to break."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from html_site import Site
from portal_project import Outcome, Project, copy_of_repository, small_project


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Outcome]:
    """The real content, built strictly."""
    project = copy_of_repository(tmp_path_factory.mktemp("real"))
    return project, project.run([sys.executable, "-m", "mkdocs", "build", "--strict"])


@pytest.fixture(scope="session")
def site(real_build: tuple[Project, Outcome]) -> Site:
    """The site of the real content."""
    project, outcome = real_build
    assert outcome.code == 0, outcome.stderr + outcome.stdout
    return Site(project.site)


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = small_project(tmp_path_factory.mktemp("small"))
    outcome = project.build()
    assert outcome.code == 0, outcome.stderr + outcome.stdout
    return project


@pytest.fixture
def published(_published: Project, tmp_path: Path) -> Project:
    """A small project of one's own, with its last good site."""
    shutil.copytree(_published.folder, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def unbuilt(tmp_path: Path) -> Callable[[str], Project]:
    """Make small projects that were never built, by name."""
    return lambda name: small_project(tmp_path / name)
