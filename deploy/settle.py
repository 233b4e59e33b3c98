# ruff: noqa: INP001 - a script beside publish.sh, not a package
"""Looks at a new release once more and fits it to the one before. Used by publish.sh; needs Python alone.

- A site without its main files, or with less than half of the pages of the one before, does not go out.
- A file that did not change keeps its time, and with it its ETag: readers who have it are answered 304.
- Files of the release before that pages kept by browsers still ask for (assets/NAME.DIGEST.css) stay for one release.
"""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import sys
from pathlib import Path

_NEEDED = ("index.html", "404.html", "sitemap.xml", "rss/home.rss")
_LIST = ".assets"
"""Names of a release's own assets: those carried along from an earlier one are not carried further."""

_HASHED = re.compile(r".+\.[0-9a-f]{8,}\.[a-z0-9]+")


def faults(release: Path, previous: Path) -> list[str]:
    """Say in Vietnamese why the release must not go out."""
    found = [f"thiếu {name}" for name in _NEEDED if not (release / name).is_file()]
    pages, before = (sum(1 for _ in folder.rglob("index.html")) for folder in (release, previous))
    if pages * 2 < before and os.environ.get("GIAMNGHEO_ALLOW_SHRINK") != "1":
        found.append(f"chỉ còn {pages} trang, bản trước có {before}; nếu đúng vậy, đặt GIAMNGHEO_ALLOW_SHRINK=1")
    return found


def keep_times(release: Path, previous: Path) -> None:
    """Give every file that is the same as before the time it had."""
    for path in release.rglob("*"):
        old = previous / path.relative_to(release)
        if path.is_file() and old.is_file() and filecmp.cmp(path, old, shallow=False):
            shutil.copystat(old, path)


def carry_assets(release: Path, previous: Path) -> None:
    """Copy the hashed assets that the release before had made itself."""
    assets = release / "assets"
    own = sorted(path.name for path in assets.glob("*") if path.is_file())
    (release / _LIST).write_text("\n".join(own), "utf-8")
    listed = previous / _LIST
    for name in listed.read_text("utf-8").split("\n") if listed.is_file() else ():
        if _HASHED.fullmatch(name) and not (assets / name).exists() and (previous / "assets" / name).is_file():
            shutil.copy2(previous / "assets" / name, assets / name)


def main(release: Path, previous: Path) -> int:
    """Check and fit; 1 when the release must not go out."""
    found = faults(release, previous)
    for fault in found:
        sys.stderr.write(f"{release.name}: lỗi: {fault}.\n")
    if found:
        return 1
    if previous.is_dir():
        keep_times(release, previous)
    carry_assets(release, previous)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), Path(sys.argv[2])))
