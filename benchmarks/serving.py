"""How long an editor waits under `mkdocs serve`: from the command to the first page, from saving a file to the page.

    python benchmarks/serving.py                     1,000 items, this project and stock mkdocs-material
    python benchmarks/serving.py --items 3000 --edits 5 --work FOLDER

Both servers look for changes twice a second, which is part of what is measured. It asserts nothing: quote ratios.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from contenders import BLOG, OURS, Contender, Site, python_for

if TYPE_CHECKING:
    from collections.abc import Iterator

_READY, _SHOWN = "Serving on", "Reloading browsers"
_LOOK = 0.02  # seconds between two looks into the log


def main() -> None:
    """Read the command line, measure one server after the other, print."""
    arguments = _arguments()
    work = Path(tempfile.mkdtemp(prefix="giamngheo-serving-", dir=arguments.work))
    try:
        found = {c.name: _measure(c, work, arguments) for c in (OURS, BLOG)}
    finally:
        shutil.rmtree(work, ignore_errors=True)
    first, edited = (found[BLOG.name][n] / found[OURS.name][n] for n in (0, 1))
    print(f"{BLOG.name} / {OURS.name}, {arguments.items} items: first page {first:.1f}x, edit {edited:.1f}x")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--edits", type=int, default=3, help="edits after the first page; the median is shown")
    parser.add_argument("--work", type=Path, help="existing folder for the temporary sites")
    return parser.parse_args()


def _measure(contender: Contender, work: Path, arguments: argparse.Namespace) -> tuple[float, float]:
    """Seconds to the first page with no caches, and from an edit to its page."""
    python = python_for(contender)
    if python is None:
        raise SystemExit(f"{contender.name} cannot be installed; is there a network?")
    site = Site(contender, arguments.items, work, python)
    start = time.perf_counter()
    with _serving(site) as log:
        _wait(log, _READY, 1)
        first, waits = time.perf_counter() - start, []
        for turn in range(arguments.edits):
            time.sleep(1)  # the server has to see the time of a file change
            start = time.perf_counter()
            site.edit(turn)
            _wait(log, _SHOWN, turn + 1)
            waits.append(time.perf_counter() - start)
    shown = ", ".join(f"{wait:.1f}" for wait in waits)
    print(f"{contender.name}: first page after {first:.1f} s, edits after {shown} s", file=sys.stderr, flush=True)
    return first, median(waits)


@contextmanager
def _serving(site: Site) -> Iterator[Path]:
    """Serve the site as an editor does; gives the file of what the server prints."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = site.folder / "serve.log"
    values = {**os.environ, **site.environment, "GIAMNGHEO_ON_ERROR": "show"}
    command = (site.command[0], "-m", site.contender.module, "serve", "-a", address)
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=site.folder, env=values, stdout=out, stderr=out, start_new_session=True)
    try:
        yield log
    finally:
        os.killpg(server.pid, signal.SIGINT)
        server.wait()


def _wait(log: Path, words: str, times: int) -> None:
    while log.read_text("utf-8", "replace").count(words) < times:
        time.sleep(_LOOK)


if __name__ == "__main__":
    main()
