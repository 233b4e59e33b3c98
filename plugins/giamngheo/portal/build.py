"""Builds the portal of one moment. Reads through the loader only; writes nothing but the render cache."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from giamngheo.catalog import Catalog, build_catalog
from giamngheo.catalog.checks import check_content, check_freshness
from giamngheo.catalog.verbatim import check_slogans
from giamngheo.content.loader import Content, load_content
from giamngheo.ground.cache import Cache
from giamngheo.ground.problems import Problem, sort_problems
from giamngheo.portal.addresses import LinkTargets, check_reserved
from giamngheo.portal.assets import check_assets
from giamngheo.portal.bodies import RenderedItem, render_items
from giamngheo.portal.hand_written import check_docs
from giamngheo.portal.materials import check_recording
from giamngheo.portal.published_series import check_series
from giamngheo.portal.publishing import Portal, Sources, publish
from giamngheo.portal.sounds import check_sounds
from giamngheo.portal.warming import warm_cache
from giamngheo.rendering.outputs import SearchedPage

OnError = Literal["stop", "hold", "show"]
"""`stop`: an error anywhere publishes nothing. `hold`: items in error are kept back, the rest goes out.
`show`: as `hold`, for the editor's own preview, which also shows the problems."""


class BuildOptions(Struct, frozen=True):
    """What a build depends on besides the content; `site_url` ends with a slash."""

    site_url: str
    now: datetime
    on_error: OnError = "stop"
    cache: Path | None = None
    docs: Mapping[str, str] = field(default_factory=dict)
    """Hand-written pages: file ("docs/lien-he.md") -> address ("/lien-he/")."""
    docs_root: Path | None = None
    """Where they lie; None: somebody else answers for them."""
    searched: tuple[SearchedPage, ...] = ()
    """The same pages as search finds them."""


def check_portal(root: Path, options: BuildOptions) -> list[Problem]:
    """Return every problem of the content, sorted, warnings included."""
    return survey_portal(root, options).problems


class Survey(Struct, frozen=True):
    """The content as its editors answer for it: what is public at one moment, what is not, what is wrong."""

    content: Content
    catalog: Catalog
    rendered: dict[str, RenderedItem]
    problems: list[Problem]
    held: frozenset[str]
    """Files of items that are kept back because of their errors."""
    is_whole: bool
    """False where an error stands in a register or in the settings: then nothing may be concluded from the rest."""


def survey_portal(root: Path, options: BuildOptions) -> Survey:
    """Read and check everything without making a page."""
    content, rendered, problems = _read(root, options)
    held = frozenset(p.location.file for p in problems if p.is_error)
    catalog = build_catalog(content, options.now, held)
    problems += _warn(content, catalog, rendered, options)
    is_whole = not (held and _concerns_all(content, held))
    return Survey(content, catalog, rendered, sort_problems(problems), held, is_whole)


def build_portal(root: Path, options: BuildOptions) -> tuple[Portal | None, list[Problem]]:
    """Build the portal. Returns None where the errors found forbid to publish anything."""
    content, rendered, problems = _read(root, options)
    held = {p.location.file for p in problems if p.is_error}
    if held and (options.on_error == "stop" or _concerns_all(content, held)):
        return None, sort_problems(problems)
    catalog = build_catalog(content, options.now, held)
    problems += _warn(content, catalog, rendered, options)
    address_of = LinkTargets(content, rendered, options, catalog).address_of
    cache = Cache(options.cache)
    cache.sweep()
    sources = Sources(content.root, options.site_url, cache, tuple(sorted(held)), options.searched)
    return publish(catalog, rendered, address_of, sources), sort_problems(problems)


def _read(root: Path, options: BuildOptions) -> tuple[Content, dict[str, RenderedItem], list[Problem]]:
    cache = Cache(options.cache)
    warm_cache(root, cache, options.now)
    content = load_content(root, cache)
    problems = [
        *content.problems,
        *check_content(content),
        *check_slogans(content),
        *check_reserved(content, options.docs),
        *check_docs(options.docs_root, options.docs),
        *check_series(content, options.now, cache),
    ]
    rendered = render_items(content, cache)
    targets = LinkTargets(content, rendered, options)
    for loaded in content.items:
        problems += rendered[loaded.path].problems
        problems += targets.check(loaded)
        problems += check_assets(content, loaded, rendered[loaded.path].rendered)
        problems += check_recording(content, loaded)
    return content, rendered, problems


def _warn(
    content: Content, catalog: Catalog, rendered: Mapping[str, RenderedItem], options: BuildOptions
) -> Iterator[Problem]:
    """Yield what depends on the day: items to look at again, links that readers see as plain text."""
    yield from check_freshness(catalog)
    yield from check_sounds(content, catalog, Cache(options.cache))
    yield from LinkTargets(content, rendered, options, catalog).check_hidden(catalog)


def _concerns_all(content: Content, files: Iterable[str]) -> bool:
    """True when an error lies outside items and series: registers and settings are the ground of every page."""
    items = {loaded.path for loaded in content.loaded} | set(content.broken)
    return not items.issuperset(files)
