"""The service worker: what it keeps is listed here, and its version changes with the bytes of what is listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path

from giamngheo.ground.json_text import compact
from giamngheo.outlets.pages import OFFLINE
from giamngheo.portal import Portal
from giamngheo.rendering.motifs import border_sheet
from giamngheo_mkdocs.assets import THEME, address_of_asset, addresses_of_scripts

_AHEAD = ("/", "/chinh-sach/", "/tra-cuu/", "/tu-kiem-tra/")
"""What a household may need where there is no network, as far as the portal has it."""


def service_worker(find: Callable[[str], Path], portal: Portal) -> str:
    """Script of the service worker for a site that is otherwise finished; `find` tells where each of its files lies."""
    first, later = sorted(set(_first())), sorted(set(_later(portal)))
    state = blake2b(digest_size=8)
    for address in (*first, *later):
        state.update(find(_file(address)).read_bytes())
    build = {"version": state.hexdigest(), "first": first, "later": later}
    return f"const BUILD = {compact(build).decode()};\n{(THEME / 'sw.js').read_text('utf-8')}"


def _first() -> Iterator[str]:
    """What every page needs, and the page that is shown where none was kept."""
    yield from (OFFLINE, border_sheet().address, address_of_asset("portal.css"))
    yield from (addresses_of_scripts()[name] for name in ("reading", "aloud"))


def _later(portal: Portal) -> Iterator[str]:
    """Pages that one may need next, with their scripts and the files that these fetch."""
    scripts = addresses_of_scripts()
    for page in portal.pages:
        if page.address in _AHEAD:
            yield page.address
            yield from (scripts[name] for name in page.scripts)
            yield from page.loads


def _file(address: str) -> str:
    return f"{address[1:]}index.html" if address.endswith("/") else address[1:]
