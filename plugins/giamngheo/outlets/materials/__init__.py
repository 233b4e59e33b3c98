"""Outlet: what is printed: banners of slogans, a folded leaflet for each policy, and the page that lists the leaflets.

Files are made late and kept by all that stands on them, so a build that changes nothing draws nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache as cache_once
from functools import partial
from importlib import metadata

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Material, Policy, Slogan
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.outlets.materials.leaflets import Leaflet, leaflet_of
from giamngheo.outlets.materials.pages import leaflet_pages
from giamngheo.rendering.figures import source_link
from giamngheo.rendering.outputs import LateFile
from giamngheo.rendering.printed import banner_address, has_leaflet, leaflet_address

__all__ = ["has_printed", "leaflet_pages", "printed_files"]


def has_printed(catalog: Catalog) -> bool:
    """True where there is something to print or to play: others need no process for it."""
    return bool(catalog.of_kind(Policy) or catalog.of_kind(Material))


def printed_files(catalog: Catalog, site_url: str, cache: Cache) -> Iterator[LateFile]:
    """Yield leaflets and banners of all public items; `site_url` ends with a slash."""
    for entry, policy in catalog.of_kind(Policy):
        if has_leaflet(catalog, entry):
            leaflet = leaflet_of(catalog, policy, site_url)
            yield _file(leaflet_address(entry), cache, ("leaflet", repr(leaflet)), partial(_leaflet, leaflet))
    for entry, material in catalog.of_kind(Material):
        yield from _banner_files(catalog, entry, material, cache)


def _banner_files(catalog: Catalog, entry: Entry, material: Material, cache: Cache) -> Iterator[LateFile]:
    portal, capitals = catalog.settings.name, material.capitals
    for number, slogan in enumerate(material.slogans, 1):
        source, said = source_link(catalog, material, slogan.source).label, (repr(slogan), repr(capitals))
        drawn = partial(_svg, slogan, capitals=capitals)
        yield _file(banner_address(entry, number, "svg"), cache, ("banner svg", *said), drawn)
        printed = partial(_pdf, slogan, source, portal, capitals=capitals)
        yield _file(banner_address(entry, number, "pdf"), cache, ("banner pdf", *said, source, portal), printed)


def _leaflet(leaflet: Leaflet) -> bytes:
    from giamngheo.outlets.materials.leaflet_pdf import write_leaflet  # noqa: PLC0415 - loads fontTools

    return write_leaflet(leaflet)


def _svg(slogan: Slogan, *, capitals: bool) -> bytes:
    from giamngheo.outlets.materials.banner_files import lay_out, write_svg  # noqa: PLC0415 - loads fontTools

    return write_svg(lay_out(slogan.text, capitals=capitals, lines=slogan.lines))


def _pdf(slogan: Slogan, source: str, portal: str, *, capitals: bool) -> bytes:
    from giamngheo.outlets.materials.banner_files import lay_out, write_pdf  # noqa: PLC0415 - loads fontTools

    return write_pdf(lay_out(slogan.text, capitals=capitals, lines=slogan.lines), source, portal)


def _file(address: str, cache: Cache, parts: tuple[str, ...], make: Callable[[], bytes]) -> LateFile:
    """A file known by the words on it: where the last site has it, it is neither made nor read from the cache."""
    key = digest(code_digest(), _libraries(), *parts)
    return LateFile(address, partial(cache.bytes_of, key, make), lambda: key)


@cache_once
def _libraries() -> str:
    names = ("fonttools", "pikepdf", "segno", "fontpkg-be-vietnam-pro")
    return " ".join(f"{name} {metadata.version(name)}" for name in names)
