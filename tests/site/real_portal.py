"""The portal of the real content, built once in a run: strictly, as its users do."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from made_once import made_once
from portal_project import Outcome, Project, copy_of_repository

_OUTCOME = "outcome.json"


def real_portal(factory: pytest.TempPathFactory) -> tuple[Project, Outcome]:
    """The project and how its build ended; only to be read."""
    folder = made_once(factory, "real", _build)
    return Project(folder), msgspec.json.decode((folder / _OUTCOME).read_bytes(), type=Outcome)


def _build(folder: Path) -> None:
    outcome = copy_of_repository(folder).run([sys.executable, "-m", "mkdocs", "build", "--strict"])
    (folder / _OUTCOME).write_bytes(msgspec.json.encode(outcome))
