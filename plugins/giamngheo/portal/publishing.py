"""Everything that leaves the house: gives each outlet what it needs. A new outlet is one line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from giamngheo.catalog import Catalog
from giamngheo.catalog.plan_work import PlanWork, works_of
from giamngheo.catalog.related_plans import pair_plans
from giamngheo.ground.cache import Cache, digest
from giamngheo.outlets.activities import build_activities
from giamngheo.outlets.broadcast import ItemScripts, build_broadcast, item_scripts, spoken_files, spoken_texts
from giamngheo.outlets.comparison import comparison_pages
from giamngheo.outlets.duties import build_duties
from giamngheo.outlets.eligibility import build_eligibility
from giamngheo.outlets.exports import export_files
from giamngheo.outlets.feeds import Feeds, build_feeds
from giamngheo.outlets.materials import has_printed, leaflet_pages, printed_files
from giamngheo.outlets.opendata import Material, OpenData, open_data
from giamngheo.outlets.packs import pack_files, pack_pages
from giamngheo.outlets.pages import Bodies, build_pages, document_index, drawn_files
from giamngheo.outlets.results import build_results
from giamngheo.outlets.search import index_files, plan_index, search_pages
from giamngheo.portal.assets import Assets, collect_assets, pictures_of
from giamngheo.portal.bodies import RenderedItem
from giamngheo.portal.comparing import compare_kept
from giamngheo.portal.materials import recording_files, recording_sizes, recording_sounds
from giamngheo.portal.resolving import Texts, resolve_texts, sized_bodies
from giamngheo.portal.sounds import collect_sounds
from giamngheo.rendering.outputs import LateFile, LateWork, OutputFile, Page, Preview, SearchedPage, Sound
from giamngheo.rendering.results import Charts
from giamngheo.rendering.sharing import previews


class Portal(Struct, frozen=True):
    """Everything that leaves the house, and what was kept back."""

    catalog: Catalog
    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    """Images, attachments, and whatever else is served as it is."""
    late: tuple[LateWork, ...]
    """Makes the index of the search, packs, feeds and texts to be spoken, open data, and what is printed or played."""
    held: tuple[str, ...]


class Sources(Struct, frozen=True):
    """Where outlets find and keep what is not in the catalog; `held` are files with errors that were kept back.

    `hand_written` are pages that the adapter lays out itself, for the search.
    """

    root: Path
    site_url: str
    cache: Cache
    held: tuple[str, ...]
    hand_written: tuple[SearchedPage, ...] = ()


class _Ready(Struct, frozen=True):
    """What several outlets are made from."""

    catalog: Catalog
    sources: Sources
    texts: Texts
    works: tuple[PlanWork, ...]
    assets: Assets
    scripts: Mapping[str, ItemScripts]
    """Texts to be read out, by id of the item."""
    previews: Mapping[str, Preview]
    """Likewise."""

    @property
    def digest(self) -> str:
        """Of all front matter and registers, and of the texts of plans: what is made of no other body."""
        return digest(self.catalog.fingerprint, self.texts.plans_digest)


def publish(
    catalog: Catalog, rendered: dict[str, RenderedItem], address_of: Callable[[str], str | None], sources: Sources
) -> Portal:
    """Make everything that leaves the house; empties `rendered`, whose place in memory goes to resolved texts."""
    texts = resolve_texts(catalog, rendered, address_of)
    works = works_of(catalog, texts.readings)
    assets = collect_assets(sources.root, catalog, texts.bodies, sources.cache)
    shown = previews(catalog, assets.contents, sources.cache)
    ready = _Ready(catalog, sources, texts, works, assets, item_scripts(catalog, sources.cache), shown)
    sounds, sound_files = collect_sounds(sources.root, ready.scripts)
    feeds = _feeds(ready, sounds)
    outputs: list[Page | OutputFile | LateFile] = [  # files here are few; what each item has is made late
        *_pages(ready),
        *feeds.pages,
        *build_eligibility(catalog),
        *build_activities(catalog, sources.site_url),
        *build_broadcast(catalog, ready.scripts, sounds),
        *pack_pages(catalog, shown, sources.site_url),
        *leaflet_pages(catalog),
        *sound_files,
        *assets.files,
        *drawn_files(catalog),
        *document_index(catalog),
    ]
    pages = [output for output in outputs if isinstance(output, Page)]
    data = _data_of(ready, pages)
    pages = [*_with_copies(pages, data)]
    others = (*_searched(pages), *sources.hand_written)
    index = plan_index(catalog, texts.bodies, others, sources.cache)
    pages += search_pages(catalog, index.first, has_others=bool(others))
    files = tuple(output for output in outputs if isinstance(output, OutputFile))
    late = (
        LateWork("search", partial(index_files, index, sources.cache), lambda: index.folder),
        LateWork("feeds", feeds.files),
        LateWork("open-data", data.files, lambda: data.material.digest),
        *_late(ready, [output for output in outputs if isinstance(output, LateFile)]),
    )
    return Portal(catalog, tuple(pages), files, late, sources.held)


def _late(ready: _Ready, files: Sequence[LateFile]) -> Iterator[LateWork]:
    """Yield packs, texts to be read out, calendars, official texts in other forms, what is printed and played."""
    catalog, sources, assets = ready.catalog, ready.sources, ready.assets

    def texts() -> Iterator[LateFile]:
        yield from spoken_files(catalog, ready.scripts)
        yield from files
        yield from export_files(catalog, ready.works, sources.site_url, sources.cache)

    packs = partial(pack_files, catalog, ready.previews, assets.contents, sources.site_url, sources.cache)
    yield LateWork("packs", packs, lambda: digest(catalog.fingerprint, assets.digest))
    yield LateWork("texts", texts, lambda: ready.digest)
    if has_printed(catalog):
        yield LateWork("printed", partial(_printed_and_played, catalog, sources))


def _feeds(ready: _Ready, sounds: dict[str, Sound]) -> Feeds:
    catalog, sources = ready.catalog, ready.sources
    return build_feeds(
        catalog,
        ready.texts.bodies,
        sources.site_url,
        pictures=pictures_of(catalog, ready.assets),
        spoken=spoken_texts(ready.scripts),
        sounds=sounds | recording_sounds(sources.root, catalog),
        kept=sources.cache.beside("entries"),
    )


def _searched(pages: Iterable[Page]) -> Iterator[SearchedPage]:
    for page in pages:
        if page.searched:
            yield SearchedPage(page.address, page.title, page.description, page.searched)


def _printed_and_played(catalog: Catalog, sources: Sources) -> Iterator[LateFile]:
    yield from recording_files(sources.root, catalog)
    yield from printed_files(catalog, sources.site_url, sources.cache)


def _data_of(ready: _Ready, pages: Sequence[Page]) -> OpenData:
    addresses = frozenset(page.address for page in pages)
    site = ready.sources.site_url.rstrip("/")
    return open_data(Material(ready.catalog, site, ready.texts.references, ready.works, addresses, ready.digest))


def _with_copies(pages: Sequence[Page], data: OpenData) -> tuple[Page, ...]:
    """All pages, each naming its machine copy, and those about the data."""
    copies = data.copies()
    named = (replace(page, data=copies[page.address]) if page.address in copies else page for page in pages)
    return (*named, *data.pages())


def _pages(ready: _Ready) -> Iterator[Page | OutputFile | LateFile]:
    """Yield the pages, and what is made of the work that plans ask for."""
    catalog, sources, texts, works, assets = ready.catalog, ready.sources, ready.texts, ready.works, ready.assets
    pairs = pair_plans(catalog, works, sources.cache)
    texts.bodies.update(dict(sized_bodies(texts.bodies, assets.images)))
    by_file = {work.entry.loaded.path: work for work in works}
    sizes = assets.sizes | recording_sizes(sources.root, catalog)
    bodies = Bodies(texts.bodies, assets.views, texts.references, by_file, pairs, texts.plans_digest, sizes)
    charts = Charts(sources.cache)
    yield from build_pages(catalog, bodies, charts, ready.previews)
    yield from build_results(catalog, charts, sources.site_url)
    yield from build_duties(catalog, works, sources.site_url)
    yield from comparison_pages(pairs, works, partial(compare_kept, sources.cache))
