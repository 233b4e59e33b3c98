"""Work in a process of its own, beside this one, where the machine has more than one processor."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Callable
from functools import cache
from multiprocessing import Pipe
from multiprocessing.context import ForkProcess
from pathlib import Path
from typing import TypeVar

import msgspec

Value = TypeVar("Value")


def processors() -> int:
    """How many processes may work at once; 1 where forking is impossible or, beside other threads, unsafe."""
    if not hasattr(os, "sched_getaffinity") or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def start(work: Callable[[], object]) -> ForkProcess:
    """Begin `work` with a copy of everything this process holds; only what it writes and its exit code come back.

    It says nothing: whatever goes wrong there is done again here, where it can be told.
    """
    process = ForkProcess(target=_work, args=(work,), daemon=True)
    process.start()
    return process


def ahead(work: Callable[[], Value], kind: type[Value]) -> Callable[[], Value]:
    """Begin `work` in a process of its own; what is returned waits for its value, which is of the type `kind`.

    On one processor, and where the process failed, the work is done when its value is asked for.
    """
    if processors() == 1:
        return cache(work)
    ours, theirs = Pipe(duplex=False)
    process = start(lambda: theirs.send_bytes(msgspec.msgpack.encode(work())))
    theirs.close()

    @cache
    def value() -> Value:
        try:
            return msgspec.msgpack.decode(ours.recv_bytes(), type=kind)
        except (EOFError, OSError):
            return work()
        finally:
            ours.close()
            process.join()

    return value


def _work(work: Callable[[], object]) -> None:
    gc.freeze()  # what it begins with lives until its end: looking through it would only copy it page by page
    gc.enable()  # a build switches it off, for what lives until its end
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        work()
