"""Reads and renders many new items in parallel, into the cache: the build then runs as if nothing were new.

Nothing comes back from the processes but what they kept, so a build with them is a build without them, only sooner.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from giamngheo.catalog import build_catalog
from giamngheo.content.disk import Folder, read_bytes
from giamngheo.content.loader import count_items, load_content, shared_files
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
    count = count_items(root)
    known = cache.get(key := _key(root), int) or 0
    if count - known < _WORTH_IT:
        return
    children = [start(partial(_read_share, root, cache, now, (number, workers))) for number in range(workers)]
    for child in children:
        child.join()
    cache.put(key, count)


def _key(root: Path) -> str:
    """Key of what every item depends on: the code, the registers, the settings."""
    folder = Folder(root)
    read = (read_bytes(folder, path) for path in shared_files(root))
    return digest("warm", code_digest(), *(data.hex() for data in read if isinstance(data, bytes)))


def _read_share(root: Path, cache: Cache, now: datetime, share: tuple[int, int]) -> None:
    content = load_content(root, cache, share=share)
    render_items(content, cache)
    item_scripts(build_catalog(content, now), cache)
