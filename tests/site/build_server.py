"""Runs builds for tests, each in a fork of a process that has built once: the same code, without start-up.

Templates are compiled once, by Jinja's own cache of compiled templates. Reads one JSON object a line (folder,
arguments, environment, file for output and for errors, lines of Python to run first), answers with the exit code of the
build on a line. Builds that must be quite like a user's run as processes of their own instead.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Mapping
from functools import partialmethod
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config
from portal_project import small_project


def _serve() -> None:
    with TemporaryDirectory() as templates, TemporaryDirectory() as folder:
        cache = FileSystemBytecodeCache(templates)
        Environment.__init__ = partialmethod(Environment.__init__, bytecode_cache=cache)  # type: ignore[method-assign]
        _warm_up(Path(folder))
        _answer()


def _warm_up(folder: Path) -> None:
    """Build a small portal: what a build imports, compiles and works out once for a process, forks then have."""
    small_project(folder)
    build(load_config(str(folder / "mkdocs.yml")))


def _answer() -> None:
    for line in sys.stdin:
        task = json.loads(line)
        child = os.fork()
        if child == 0:
            _build(task)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _build(task: Mapping[str, Any]) -> None:
    """Become the build: never returns."""
    code = 1
    for name, descriptor in (("stdout", 1), ("stderr", 2)):
        os.dup2(os.open(task[name], os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), descriptor)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        os.chdir(task["folder"])
        os.environ.clear()
        os.environ.update(task["environment"])
        exec(task["first"], {})  # noqa: S102 - a test's own
        cli(args=task["arguments"], prog_name="mkdocs")
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001 - what Python itself would print and end with
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    _serve()
