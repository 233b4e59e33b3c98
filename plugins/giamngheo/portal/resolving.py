"""Bodies as outlets take them: links lead to addresses, citations to documents, images have their sizes.

Nothing is changed here and now: each body is told how, and is changed when its HTML is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.catalog.citations import CitationResolver
from giamngheo.content.schema import Plan
from giamngheo.ground.cache import digest
from giamngheo.legal import PlanReading
from giamngheo.portal.bodies import RenderedItem
from giamngheo.portal.images import PublishedImage, size_images
from giamngheo.rendering import Rendered, resolve_links
from giamngheo.rendering.cited import Reference, find_references, link_references
from giamngheo.rendering.links import image_address, target_file


class Texts(Struct, frozen=True):
    """Bodies with their links resolved, the documents they cite, what plans ask for; all by file.

    `plans_digest` is of the texts of all plans: what is told of one may have been read in another.
    """

    bodies: dict[str, Rendered]
    references: dict[str, tuple[Reference, ...]]
    readings: dict[str, PlanReading]
    plans_digest: str


def resolve_texts(
    catalog: Catalog, rendered: dict[str, RenderedItem], address_of: Callable[[str], str | None]
) -> Texts:
    """Resolve the bodies of all public items; empties `rendered`, whose place in memory goes to them."""
    resolver = CitationResolver(catalog)
    bodies: dict[str, Rendered] = {}
    references: dict[str, tuple[Reference, ...]] = {}
    readings: dict[str, PlanReading] = {}
    over = _over(catalog)
    for entry in catalog.entries:
        path = entry.loaded.path
        item = rendered.pop(path)
        references[path] = find_references(resolver, entry.item, item.rendered.citations)
        bodies[path] = _resolved(item.rendered, path, address_of, references[path], over)
        if item.reading:
            readings[path] = item.reading
    plans_digest = digest(*(bodies[entry.loaded.path].digest for entry, _ in catalog.of_kind(Plan)))
    return Texts(bodies, references, readings, plans_digest)


def _over(catalog: Catalog) -> dict[str, str]:
    """Files of items that are over today, each with the name of its state."""
    states = ((entry.loaded.path, catalog.state_of(entry.item)) for entry in catalog.entries)
    return {path: state.label for path, state in states if state is not None and state.is_over}


def _resolved(
    rendered: Rendered,
    path: str,
    address_of: Callable[[str], str | None],
    references: tuple[Reference, ...],
    over: Mapping[str, str],
) -> Rendered:
    """The body with links to addresses; one without links is as it was."""
    if not (rendered.links or rendered.images or references):
        return rendered
    files = [target_file(path, link)[0] for link in rendered.links]
    targets = [(address_of(file), over.get(file)) for file in files]
    documents = [reference.document.id if reference.document else None for reference in references]
    images = tuple(image_address(path, image) for image in rendered.images)

    def change(html: str) -> str:
        return link_references(resolve_links(html, path, address_of, over), references)

    return rendered.changed(change, repr((targets, documents, images)), images)


def sized_bodies(
    bodies: Mapping[str, Rendered], images: Mapping[str, PublishedImage]
) -> Iterator[tuple[str, Rendered]]:
    """Yield the bodies that show images, with their sizes told."""
    for path, body in bodies.items():
        if body.images:
            shown = {address: images[address] for address in body.images}
            known = repr([(image.width, image.height, image.smaller) for image in shown.values()])
            yield path, body.changed(partial(size_images, images=shown), known, body.images)
