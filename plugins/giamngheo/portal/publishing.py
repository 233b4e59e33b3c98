"""Everything that leaves the house: gives each outlet what it needs. A new outlet is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from giamngheo.catalog import Catalog
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import PlanWork, works_of
from giamngheo.catalog.related_plans import pair_plans
from giamngheo.content.schema import Plan
from giamngheo.ground.cache import Cache, digest
from giamngheo.legal.plan_reading import PlanReading
from giamngheo.outlets.activities import build_activities
from giamngheo.outlets.broadcast import ItemScripts, build_broadcast, item_scripts, spoken_files, spoken_texts
from giamngheo.outlets.comparison import comparison_pages
from giamngheo.outlets.duties import build_duties
from giamngheo.outlets.eligibility import build_eligibility
from giamngheo.outlets.exports import export_files
from giamngheo.outlets.feeds import build_feeds
from giamngheo.outlets.materials import has_printed, leaflet_pages, printed_files
from giamngheo.outlets.opendata import Material, OpenData, open_data
from giamngheo.outlets.packs import pack_files, pack_pages
from giamngheo.outlets.pages import Bodies, build_pages, document_index, drawn_files
from giamngheo.outlets.results import build_results
from giamngheo.outlets.search import index_files, search_pages
from giamngheo.portal.assets import Assets, collect_assets, pictures_of
from giamngheo.portal.bodies import RenderedItem
from giamngheo.portal.comparing import compare_kept
from giamngheo.portal.images import size_images
from giamngheo.portal.materials import recording_files, recording_sizes, recording_sounds
from giamngheo.portal.sounds import collect_sounds
from giamngheo.rendering import Rendered, resolve_links
from giamngheo.rendering.cited import Reference, find_references, link_references
from giamngheo.rendering.links import image_address, target_file
from giamngheo.rendering.outputs import LateFile, LateWork, OutputFile, Page, SearchedPage
from giamngheo.rendering.results import Charts


@dataclass(frozen=True, slots=True)
class Portal:
    """Everything that leaves the house, and what was kept back."""

    catalog: Catalog
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    """Images, attachments, and whatever else is served as it is."""
    late: tuple[LateWork, ...]
    """Makes the index of the search, packs, feeds and texts to be spoken, open data, and what is printed or played."""
    held: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sources:
    """Where outlets find and keep what is not in the catalog; `held` are files with errors that were kept back.

    `hand_written` are pages that the adapter lays out itself, for the search.
    """

    root: Path
    site_url: str
    cache: Cache
    held: tuple[str, ...]
    hand_written: tuple[SearchedPage, ...] = ()


@dataclass(frozen=True, slots=True)
class _Texts:
    """Bodies with their links resolved, the documents they cite, what plans ask for; all by file.

    `plans_digest` is of the texts of all plans: what is told of one may have been read in another.
    """

    bodies: dict[str, Rendered]
    references: dict[str, tuple[Reference, ...]]
    readings: dict[str, PlanReading]
    plans_digest: str


def publish(
    catalog: Catalog, rendered: dict[str, RenderedItem], address_of: Callable[[str], str | None], sources: Sources
) -> Portal:
    """Make everything that leaves the house; empties `rendered`, whose place in memory goes to resolved texts."""
    texts = _resolve(catalog, rendered, address_of)
    works = works_of(catalog, texts.readings)
    assets = collect_assets(sources.root, catalog, texts.bodies, sources.cache)
    scripts = item_scripts(catalog, sources.cache)
    sounds, sound_files = collect_sounds(sources.root, scripts)
    pictures, spoken = pictures_of(catalog, assets), spoken_texts(scripts)
    recorded = sounds | recording_sounds(sources.root, catalog)
    feeds = build_feeds(catalog, texts.bodies, sources.site_url, pictures=pictures, spoken=spoken, sounds=recorded)
    outputs: list[Page | OutputFile | LateFile] = [  # files here are few; what each item has is made late
        *_pages(catalog, texts, works, assets, sources),
        *feeds.pages,
        *build_eligibility(catalog),
        *build_activities(catalog, sources.site_url),
        *build_broadcast(catalog, scripts, sounds),
        *pack_pages(catalog, sources.site_url),
        *leaflet_pages(catalog),
        *sound_files,
        *assets.files,
        *drawn_files(catalog),
        *document_index(catalog),
    ]
    pages = [output for output in outputs if isinstance(output, Page)]
    data = _data_of(catalog, texts, works, pages, sources)
    pages = [*_with_copies(pages, data)]
    others = (*_searched(pages), *sources.hand_written)
    pages += search_pages(catalog, others)
    files = tuple(output for output in outputs if isinstance(output, OutputFile))
    late = [
        LateWork("search", partial(index_files, catalog, texts.bodies, others)),
        LateWork(
            "packs",
            partial(pack_files, catalog, assets.files, sources.site_url, sources.cache),
            lambda: digest(catalog.fingerprint, assets.digest),
        ),
        LateWork("feeds", feeds.files),
        LateWork("open-data", data.files, lambda: data.material.digest),
        LateWork(
            "texts",
            partial(_texts_to_take, catalog, scripts, works, outputs, sources),
            lambda: digest(catalog.fingerprint, texts.plans_digest),
        ),
    ]
    if has_printed(catalog):
        late.append(LateWork("printed", partial(_printed_and_played, catalog, sources)))
    return Portal(catalog, tuple(pages), files, tuple(late), sources.held)


def _texts_to_take(
    catalog: Catalog,
    scripts: Mapping[str, ItemScripts],
    works: Sequence[PlanWork],
    outputs: Iterable[object],
    sources: Sources,
) -> Iterator[LateFile]:
    """Yield texts to be read out, calendars, and official texts in other forms."""
    yield from spoken_files(catalog, scripts)
    yield from (output for output in outputs if isinstance(output, LateFile))
    yield from export_files(catalog, works, sources.site_url, sources.cache)


def _searched(pages: Iterable[Page]) -> Iterator[SearchedPage]:
    for page in pages:
        if page.searched:
            yield SearchedPage(page.address, page.title, page.description, page.searched)


def _printed_and_played(catalog: Catalog, sources: Sources) -> Iterator[LateFile]:
    yield from recording_files(sources.root, catalog)
    yield from printed_files(catalog, sources.site_url, sources.cache)


def _resolve(catalog: Catalog, rendered: dict[str, RenderedItem], address_of: Callable[[str], str | None]) -> _Texts:
    resolver = CitationResolver(catalog)
    bodies: dict[str, Rendered] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    readings: dict[str, PlanReading] = {}
    for entry in catalog.entries:
        path = entry.loaded.path
        item = rendered.pop(path)
        references[path] = find_references(resolver, entry.item, item.rendered.citations)
        bodies[path] = _resolved(item.rendered, path, address_of, references[path])
        if item.reading:
            readings[path] = item.reading
    plans_digest = digest(*(bodies[entry.loaded.path].digest for entry, _ in catalog.of_kind(Plan)))
    return _Texts(bodies, references, readings, plans_digest)


def _resolved(
    rendered: Rendered, path: str, address_of: Callable[[str], str | None], references: tuple[Reference, ...]
) -> Rendered:
    """The body with links to addresses; one without links is as it was."""
    if not (rendered.links or rendered.images or references):
        return rendered
    targets = [address_of(target_file(path, link)[0]) for link in rendered.links]
    documents = [reference.document.id if reference.document else None for reference in references]
    images = tuple(image_address(path, image) for image in rendered.images)

    def change(html: str) -> str:
        return link_references(resolve_links(html, path, address_of), references)

    return rendered.changed(change, repr((targets, documents, images)), images)


def _sized(bodies: Mapping[str, Rendered], assets: Assets) -> Iterator[tuple[str, Rendered]]:
    """Yield the bodies that show images, with their sizes told."""
    for path, body in bodies.items():
        if body.images:
            shown = {address: assets.images[address] for address in body.images}
            known = repr([(image.width, image.height, image.smaller) for image in shown.values()])
            yield path, body.changed(partial(size_images, images=shown), known, body.images)


def _data_of(
    catalog: Catalog, texts: _Texts, works: Sequence[PlanWork], pages: Sequence[Page], sources: Sources
) -> OpenData:
    addresses = frozenset(page.address for page in pages)
    known = digest(catalog.fingerprint, texts.plans_digest)
    return open_data(Material(catalog, sources.site_url.rstrip("/"), texts.references, works, addresses, known))


def _with_copies(pages: Sequence[Page], data: OpenData) -> tuple[Page, ...]:
    """All pages, each naming its machine copy, and those about the data."""
    copies = data.copies()
    named = (replace(page, data=copies[page.address]) if page.address in copies else page for page in pages)
    return (*named, *data.pages())


def _pages(
    catalog: Catalog, texts: _Texts, works: Sequence[PlanWork], assets: Assets, sources: Sources
) -> Iterator[Page | OutputFile]:
    """Yield the pages, and what is made of the work that plans ask for."""
    pairs = pair_plans(catalog, works)
    texts.bodies.update(dict(_sized(texts.bodies, assets)))
    by_file = {work.entry.loaded.path: work for work in works}
    sizes = assets.sizes | recording_sizes(sources.root, catalog)
    bodies = Bodies(texts.bodies, assets.views, texts.references, by_file, pairs, texts.plans_digest, sizes)
    charts = Charts(sources.cache)
    yield from build_pages(catalog, bodies, charts)
    yield from build_results(catalog, charts, sources.site_url)
    yield from build_duties(catalog, works, sources.site_url)
    yield from comparison_pages(pairs, works, partial(compare_kept, sources.cache))
