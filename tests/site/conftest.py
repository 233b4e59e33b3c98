"""Shared by whole-site tests: the real site, built once, and a small project to break."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from html_site import Site
from made_once import made_once
from portal_project import Outcome, Project, small_project
from real_portal import real_portal


@pytest.fixture(scope="session")
def real_build(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Outcome]:
    """The real content, built strictly; it belongs to all workers, so nobody writes into it."""
    return real_portal(tmp_path_factory)


@pytest.fixture(scope="session")
def site(real_build: tuple[Project, Outcome]) -> Site:
    """The site of the real content."""
    project, outcome = real_build
    assert outcome.code == 0, outcome.stderr + outcome.stdout
    return Site(project.site)


@pytest.fixture(scope="session")
def _published(tmp_path_factory: pytest.TempPathFactory) -> Project:
    def make(folder: Path) -> None:
        outcome = small_project(folder).build()
        assert outcome.code == 0, outcome.stderr + outcome.stdout

    return Project(made_once(tmp_path_factory, "small", make))


@pytest.fixture
def published(_published: Project, tmp_path: Path) -> Project:
    """A small project of one's own, with its last good site."""
    shutil.copytree(_published.folder, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def unbuilt(tmp_path: Path) -> Callable[[str], Project]:
    """Make small projects that were never built, by name."""
    return lambda name: small_project(tmp_path / name)
