"""Builds the portal of one moment. Reads through the loader only; writes nothing but the render cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Literal

from giamngheo.catalog import Catalog, build_catalog
from giamngheo.catalog.checks import check_content, check_freshness
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import works_of
from giamngheo.catalog.related_plans import pair_plans
from giamngheo.content.loader import Content, load_content
from giamngheo.ground.cache import Cache
from giamngheo.ground.problems import Problem, sort_problems
from giamngheo.legal.plan_reading import PlanReading
from giamngheo.outlets.broadcast import build_broadcast, item_scripts, spoken_texts
from giamngheo.outlets.comparison import comparison_pages
from giamngheo.outlets.duties import build_duties
from giamngheo.outlets.eligibility import build_eligibility
from giamngheo.outlets.exports import build_exports
from giamngheo.outlets.feeds import build_feeds
from giamngheo.outlets.pages import Bodies, build_pages, document_index, drawn_files
from giamngheo.outlets.search import index_files, search_pages
from giamngheo.portal.addresses import LinkTargets, check_reserved
from giamngheo.portal.assets import check_assets, collect_assets, pictures_of
from giamngheo.portal.bodies import RenderedItem, render_items
from giamngheo.portal.comparing import compare_kept
from giamngheo.portal.images import size_images
from giamngheo.portal.sounds import check_sounds, collect_sounds
from giamngheo.portal.warming import warm_cache
from giamngheo.rendering import Rendered, resolve_links
from giamngheo.rendering.cited import Reference, find_references, link_references
from giamngheo.rendering.outputs import LateFile, OutputFile, Page

OnError = Literal["stop", "hold", "show"]
"""`stop`: an error anywhere publishes nothing. `hold`: items in error are kept back, the rest goes out.
`show`: as `hold`, for the editor's own preview, which also shows the problems."""


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What a build depends on besides the content; `site_url` ends with a slash."""

    site_url: str
    now: datetime
    on_error: OnError = "stop"
    cache: Path | None = None
    docs: Mapping[str, str] = field(default_factory=dict)
    """Hand-written pages: file ("docs/lien-he.md") -> address ("/lien-he/")."""


LateWork = Callable[[], Iterator[OutputFile | LateFile]]
"""Makes files one after the other, each to be written and let go; raises `Faulty` where something must not go out."""


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything that leaves the house, and what was kept back."""

    catalog: Catalog
    pages: tuple[Page, ...]
    feeds: tuple[LateFile, ...]
    """Feeds in every form, their archives and list, the ninjs files of items."""
    files: tuple[OutputFile, ...]
    """Images, attachments, and whatever else is served as it is."""
    late: tuple[LateWork, ...]
    """Makes the index of the search, and the feeds, once they are checked: no page waits for these."""
    held: tuple[str, ...]


def check_portal(root: Path, options: BuildOptions) -> list[Problem]:
    """Return every problem of the content, sorted, warnings included."""
    content, rendered, problems = _read(root, options)
    held = {p.location.file for p in problems if p.is_error}
    problems += _warn(content, build_catalog(content, options.now, held), rendered, options)
    return sort_problems(problems)


def build_portal(root: Path, options: BuildOptions) -> tuple[Portal | None, list[Problem]]:
    """Build the portal. Returns None where the errors found forbid to publish anything."""
    content, rendered, problems = _read(root, options)
    held = {p.location.file for p in problems if p.is_error}
    if held and (options.on_error == "stop" or _concerns_all(content, held)):
        return None, sort_problems(problems)
    catalog = build_catalog(content, options.now, held)
    problems += _warn(content, catalog, rendered, options)
    return _publish(content, catalog, rendered, options, tuple(sorted(held))), sort_problems(problems)


def _read(root: Path, options: BuildOptions) -> tuple[Content, dict[str, RenderedItem], list[Problem]]:
    cache = Cache(options.cache)
    warm_cache(root, cache, options.now)
    content = load_content(root, cache)
    problems = [*content.problems, *check_content(content), *check_reserved(content, options.docs)]
    rendered = render_items(content, cache)
    targets = LinkTargets(content, rendered, options)
    for loaded in content.items:
        problems += rendered[loaded.path].problems
        problems += targets.check(loaded)
        problems += check_assets(content, loaded, rendered[loaded.path].rendered)
    return content, rendered, problems


def _warn(
    content: Content, catalog: Catalog, rendered: Mapping[str, RenderedItem], options: BuildOptions
) -> Iterator[Problem]:
    """Yield what depends on the day: items to look at again, links that readers see as plain text."""
    yield from check_freshness(catalog)
    yield from check_sounds(content, catalog, Cache(options.cache))
    yield from LinkTargets(content, rendered, options, catalog).check_hidden(catalog)


def _concerns_all(content: Content, files: Iterable[str]) -> bool:
    """True when an error lies outside the items: registers and settings are the ground of every page."""
    items = {loaded.path for loaded in content.items} | set(content.broken)
    return not items.issuperset(files)


def _publish(
    content: Content,
    catalog: Catalog,
    rendered: dict[str, RenderedItem],
    options: BuildOptions,
    held: tuple[str, ...],
) -> Portal:
    targets = LinkTargets(content, rendered, options, catalog)
    resolver = CitationResolver(catalog)
    bodies: dict[str, Rendered] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    readings: dict[str, PlanReading] = {}
    for entry in catalog.entries:
        path = entry.loaded.path
        item = rendered.pop(path)  # its place in memory goes to the resolved one
        references[path] = find_references(resolver, entry.item, item.rendered.citations)
        html = link_references(resolve_links(item.rendered.html, path, targets.address_of), references[path])
        bodies[path] = Rendered(html, item.rendered.headings)
        if item.reading:
            readings[path] = item.reading
    scripts = item_scripts(catalog, Cache(options.cache))
    sounds, sound_files = collect_sounds(content.root, scripts)
    assets = collect_assets(content, catalog, bodies, Cache(options.cache))
    feeds = build_feeds(
        catalog,
        bodies,
        options.site_url,
        pictures=pictures_of(catalog, assets),
        spoken=spoken_texts(scripts),
        sounds=sounds,
    )
    works = works_of(catalog, readings)
    pairs = pair_plans(catalog, works)
    for path, body in bodies.items() if assets.images else ():
        bodies[path] = Rendered(size_images(body.html, assets.images), body.headings)
    outputs: list[Page | OutputFile] = [
        *build_pages(catalog, Bodies(bodies, assets.views, references, {w.entry.loaded.path: w for w in works}, pairs)),
        *feeds.pages,
        *build_eligibility(catalog),
        *search_pages(catalog),
        *build_broadcast(catalog, scripts, sounds),
        *build_duties(catalog, works, options.site_url),
        *build_exports(catalog, works, options.site_url, Cache(options.cache)),
        *comparison_pages(pairs, works, partial(compare_kept, Cache(options.cache))),
        *sound_files,
        *assets.files,
        *drawn_files(catalog),
        *document_index(catalog),
    ]
    pages = tuple(output for output in outputs if isinstance(output, Page))
    files = tuple(output for output in outputs if isinstance(output, OutputFile))
    return Portal(
        catalog, pages, feeds.files, files, (partial(index_files, catalog, bodies), feeds.checked_files), held
    )
