"""Reads and renders many new items in parallel, into the cache: the build then runs as if nothing were new.

Nothing comes back from the processes but what they kept, so a build with them is a build without them, only sooner.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path

from giamngheo.catalog import build_catalog
from giamngheo.content.loader import load_content
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.processes import processors, start
from giamngheo.outlets.broadcast import item_scripts
from giamngheo.portal.bodies import render_items

_WORTH_IT = 48
"""Fewer new items than this are read sooner than a second process has started."""


def warm_cache(root: Path, cache: Cache, now: datetime) -> None:
    """Fill `cache` with the items below `root`, unless all but a few of them have been read before."""
    workers = processors()
    if workers == 1 or not cache.is_kept:
        return
    count = sum(1 for _ in root.glob("*/**/*.md"))
    known = cache.get(key := _key(root), int) or 0
    if count - known < _WORTH_IT:
        return
    children = [start(partial(_read_share, root, cache, now, (number, workers))) for number in range(workers)]
    for child in children:
        child.join()
    cache.put(key, count)


def _key(root: Path) -> str:
    """Key of what every item depends on: the code, the registers, the settings."""
    texts = []
    for path in (*sorted(root.glob("registers/*.yml")), root / "portal.yml"):
        with suppress(OSError):
            texts.append(path.read_bytes().hex())
    return digest("warm", code_digest(), *texts)


def _read_share(root: Path, cache: Cache, now: datetime, share: tuple[int, int]) -> None:
    content = load_content(root, cache, share=share)
    render_items(content, cache)
    item_scripts(build_catalog(content, now), cache)
