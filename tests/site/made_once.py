"""What a whole run of the tests makes once: the first worker that needs it makes it, the others wait and take it."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Folder `name` of this run as `make` left it; nobody may write into it afterwards.

    What a worker left behind that ended in the middle is made anew.
    """
    folder = _of_the_run(factory) / name
    whole = folder.with_suffix(".whole")
    with _alone(folder.with_suffix(".lock")):
        if not whole.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            whole.touch()
    return folder


def _of_the_run(factory: pytest.TempPathFactory) -> Path:
    """The temporary folder that the workers of one run share; that of a worker lies in it."""
    own = factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@contextmanager
def _alone(lock: Path) -> Iterator[None]:
    """One process at a time; the system opens the lock when its holder ends, however that is."""
    with lock.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
