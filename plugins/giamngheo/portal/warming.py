"""Reads and renders many new items in parallel, into the cache: the build then runs as if nothing were new.

Nothing comes back from the processes but what they kept, so a build with them is a build without them, only sooner.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from giamngheo.catalog import build_catalog
from giamngheo.content.loader import load_content
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.outlets.broadcast import item_scripts
from giamngheo.portal.bodies import render_items

_WORTH_IT = 48
"""Fewer new items than this are read sooner than a second process has started."""


def warm_cache(root: Path, cache: Cache, now: datetime) -> None:
    """Fill `cache` with the items below `root`, unless all but a few of them have been read before."""
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1
    if workers == 1 or not cache.is_kept:
        return
    count = sum(1 for _ in root.glob("*/**/*.md"))
    known = cache.get(key := _key(root))
    if count - (known if isinstance(known, int) else 0) < _WORTH_IT:
        return
    _run(root, cache, now, workers)
    cache.put(key, count)


def _key(root: Path) -> str:
    """Key of what every item depends on: the code, the registers, the settings."""
    texts = []
    for path in (*sorted(root.glob("registers/*.yml")), root / "portal.yml"):
        with suppress(OSError):
            texts.append(path.read_bytes().hex())
    return digest("warm", code_digest(), *texts)


def _run(root: Path, cache: Cache, now: datetime, workers: int) -> None:
    # Imported here: only a build with much to read needs it, and every start would pay for it.
    import multiprocessing  # noqa: PLC0415

    fork = multiprocessing.get_context("fork")
    shares = [(root, cache, now, (number, workers)) for number in range(workers)]
    children = [fork.Process(target=_read_share, args=share, daemon=True) for share in shares]
    for child in children:
        child.start()
    for child in children:
        child.join()


def _read_share(root: Path, cache: Cache, now: datetime, share: tuple[int, int]) -> None:
    """Read, render and say every n-th item; whatever goes wrong goes wrong again in the build, which tells it."""
    gc.enable()  # a build switches it off, for what lives until its end
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        content = load_content(root, cache, share=share)
        render_items(content, cache)
        item_scripts(build_catalog(content, now), cache)
