"""The server of `mkdocs serve`: it answers while a process of its own builds, as fast as any build.

Once the server has threads, dividing its process could leave a lock held for ever, so the builds of a preview would
have to do everything one after the other; the process that builds is therefore forked before the first thread.
"""

from __future__ import annotations

import atexit
import traceback
from collections.abc import Callable
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from multiprocessing.context import ForkProcess

from mkdocs.exceptions import Abort

Build = Callable[[], None]


def build_aside(build: Build, tidy: Callable[[], None]) -> Build:
    """Return what does `build` in a process that begins now; raises Abort where that failed, which the server tells.

    When the server ends, however far a build has come, the process does `tidy` and ends too.
    """
    ours, theirs = Pipe()
    process = ForkProcess(target=_answer, args=(build, tidy, theirs, ours))
    process.start()
    theirs.close()
    atexit.register(ours.close)  # before the process is waited for: it ends when nobody can ask any more

    def ask() -> None:
        try:
            ours.send(None)
            fault = ours.recv()
        except (OSError, EOFError):  # somebody ended it
            build()
            return
        if fault is not None:
            raise Abort(fault)

    return ask


def _answer(build: Build, tidy: Callable[[], None], asked: Connection, other_end: Connection) -> None:
    """Build at every question; the answer is None, or what went wrong, as the server would tell it."""
    other_end.close()
    try:
        while True:
            asked.recv()
            asked.send(_fault_of(build))
    except (EOFError, OSError, KeyboardInterrupt):  # the server has ended
        tidy()


def _fault_of(build: Build) -> str | None:
    try:
        build()
    except SystemExit as end:
        return str(end)
    except Exception:  # noqa: BLE001 - a fault of ours: the server goes on, and prints it as of its own
        return traceback.format_exc()
    return None
