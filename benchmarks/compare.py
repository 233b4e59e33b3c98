"""Compares this project's build with stock mkdocs-material on the same synthetic items; prints tables.

    python benchmarks/compare.py                              1,000, 3,000 and 10,000 items, stock at 1,000
    python benchmarks/compare.py --sizes 1000 --repeats 5 --peers

It asserts nothing: times depend on the machine. Quote ratios.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

from contenders import BLOG, FEWER, OURS, PEERS, Contender, Site, python_for
from measure import measure_site, run_command
from report import Row, as_record, write_report


def main() -> None:
    """Read the command line, measure, print."""
    arguments = _arguments()
    work = Path(tempfile.mkdtemp(prefix="giamngheo-benchmark-", dir=arguments.work))
    try:
        rows = _prepare(arguments, work)
        for turn in range(arguments.repeats):
            for row in rows:
                _measure(row, turn, arguments)
                _keep(rows, arguments.json)
        print("\n".join(write_report(rows, arguments.repeats)))
    finally:
        if not arguments.keep:
            shutil.rmtree(work, ignore_errors=True)
    raise SystemExit(any(row.failure for row in rows))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    add = parser.add_argument
    add("--sizes", type=int, nargs="*", default=[1000, 3000, 10000], help="numbers of items for this project")
    add("--stock-sizes", type=int, nargs="*", default=[1000], help="numbers of items for the others")
    add("--repeats", type=int, default=3, help="builds per figure; the median is shown")
    add("--peers", action="store_true", help="also plain pages with Material and with Zensical")
    add("--outlets", action="store_true", help="also this project with fewer outlets")
    add("--limit", type=float, default=1800, help="seconds after which a build is killed")
    add("--work", type=Path, help="existing folder for the temporary sites (a RAM disk is steadier)")
    add("--keep", action="store_true", help="leave the temporary sites where they are")
    add("--json", type=Path, help="also write every single run to this file")
    return parser.parse_args()


def _prepare(arguments: argparse.Namespace, work: Path) -> list[Row]:
    ours = (OURS, *FEWER) if arguments.outlets else (OURS,)
    plans = [(contender, size) for contender in ours for size in sorted(arguments.sizes)]
    others = (BLOG, *PEERS) if arguments.peers else (BLOG,)
    plans += [(other, size) for other in others for size in arguments.stock_sizes]
    pythons = {contender: _python(contender) for contender, _ in plans}
    able = [(contender, python) for contender, python in pythons.items() if python]
    for contender, python in able:
        _warm_up(Site(contender, 10, work, python), arguments.limit)
    return [_row(c, size, work, python) for c, python in able for other, size in plans if other == c]


def _row(contender: Contender, size: int, work: Path, python: str) -> Row:
    _progress(f"writing {size} items for {contender.name}")
    return Row(Site(contender, size, work, python))


def _warm_up(site: Site, limit: float) -> None:
    """Build a small site, so that no measured build compiles Python or reads a cold disk."""
    _progress(f"warming up {site.contender.name}")
    run_command(site.command, site.folder, site.environment, limit)


def _python(contender: Contender) -> str | None:
    python = python_for(contender)
    if python is None:
        names = " ".join(contender.requirements)
        _progress(f"not measured: {contender.name} (pip could not install {names}; is there a network?)")
    return python


def _measure(row: Row, turn: int, arguments: argparse.Namespace) -> None:
    """Build once from nothing and once after an edit, unless this row failed before."""
    if row.failure:
        return
    site = row.site
    site.clean()
    for mode, runs in (("cold", row.cold), ("rebuild", row.rebuild)):
        if mode == "rebuild":
            site.edit(turn)
        run = run_command(site.command, site.folder, site.environment, arguments.limit)
        turns = f"{turn + 1}/{arguments.repeats}"
        _progress(f"{turns} {row.name} {row.items} {mode}: {run.wall:.1f} s, {run.cpu:.1f} s CPU, {run.rss:.0f} MB")
        if run.code:
            log = (site.folder / "log.txt").read_text("utf-8", "replace")
            row.failure = f"exit {run.code}: {log[-2000:]}"
            return
        runs.append(run)
    row.size = row.size or measure_site(site.folder / "site", site.contender.item_pages)


def _keep(rows: list[Row], file: Path | None) -> None:
    """Write what is known so far: a long series may be stopped."""
    if file:
        file.write_text(json.dumps([as_record(row) for row in rows], indent=1), "utf-8")


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
