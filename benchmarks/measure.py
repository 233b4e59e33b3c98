"""Runs one command and says what it cost; says how large what it wrote is."""

from __future__ import annotations

import gzip
import math
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from resource import struct_rusage
from statistics import median
from typing import BinaryIO

from msgspec import Struct

SAMPLE = 60
"""How many item pages are compressed to find the median size."""


class Run(Struct, frozen=True):
    """Cost of one command: seconds, megabytes (1,000,000 bytes), and how fast the machine was just then.

    `loop` is the CPU time in seconds of a fixed loop, mean of one run before and one after the command.
    `rss` is the largest resident set of one process, not the sum over processes.
    """

    code: int
    wall: float
    cpu: float
    rss: float
    loop: float

    @property
    def loops(self) -> float:
        """CPU time counted in fixed loops: comparable between a busy and an idle hour of one machine."""
        return self.cpu / self.loop


class Size(Struct, frozen=True):
    """Size of a built site: number of files, bytes of all, of the largest page and of a median item page.

    `page_gz` is the median item page after gzip -6.
    """

    files: int
    total: int
    largest: int
    page: int
    page_gz: int


def run_command(command: Iterable[str], folder: Path, environment: Mapping[str, str], limit: float) -> Run:
    """Run `command` in `folder`, its output going to `folder/log.txt`; kill it after `limit` seconds."""
    before = _fixed_loop()
    with (folder / "log.txt").open("wb") as log:
        start = time.perf_counter()
        process = _start(command, folder, environment, log)
        code, usage = _wait(process, limit)
        wall = time.perf_counter() - start
    loop = (before + _fixed_loop()) / 2
    return Run(code, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * _rss_unit() / 1e6, loop)


def measure_site(site: Path, item_pages: str) -> Size:
    """Measure the site in the folder `site`; `item_pages` is a glob that finds pages of items only."""
    files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
    largest = max((size for path, size in files.items() if path.suffix == ".html"), default=0)
    pages = sorted(site.glob(item_pages))
    sample = [page.read_bytes() for page in pages[:: max(1, len(pages) // SAMPLE)]] or [b""]
    packed = [len(gzip.compress(page, 6, mtime=0)) for page in sample]
    page, page_gz = int(median(map(len, sample))), int(median(packed))
    return Size(len(files), sum(files.values()), largest, page, page_gz)


def growth_exponent(small: tuple[int, float], large: tuple[int, float]) -> float:
    """Exponent k of cost = a * items ** k through two points (items, cost): 1 is linear, 2 quadratic."""
    return math.log(large[1] / small[1]) / math.log(large[0] / small[0])


def _start(
    command: Iterable[str], folder: Path, environment: Mapping[str, str], log: BinaryIO
) -> subprocess.Popen[bytes]:
    values = {**os.environ, **environment}
    values.pop("PYTHONDONTWRITEBYTECODE", None)  # else each run compiles our modules anew, and those of others not
    return subprocess.Popen(list(command), cwd=folder, env=values, stdout=log, stderr=log)


def _wait(process: subprocess.Popen[bytes], limit: float) -> tuple[int, struct_rusage]:
    timer = threading.Timer(limit, process.kill)
    timer.start()
    try:
        _, status, usage = os.wait4(process.pid, 0)
    finally:
        timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)  # keeps Popen from waiting again
    return process.returncode, usage


def _fixed_loop() -> float:
    """CPU seconds of a million additions, the better of two."""
    return min(_time_loop(), _time_loop())


def _time_loop() -> float:
    start, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number * number
    return time.process_time() - start


def _rss_unit() -> int:
    """`ru_maxrss` counts kilobytes, on macOS bytes."""
    return 1 if sys.platform == "darwin" else 1024
