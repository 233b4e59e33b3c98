"""Puts together every feed of the portal and the pages about them; `press` makes the files, later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from pathlib import Path

from msgspec import Struct

from giamngheo.catalog import Catalog
from giamngheo.ground.cache import digest
from giamngheo.outlets.feeds.documents import LIST_OF_ALL, cut
from giamngheo.outlets.feeds.kept_digests import KeptDigests
from giamngheo.outlets.feeds.pages import feeds_page, notice_pages, preview_page
from giamngheo.outlets.feeds.posts import Picture
from giamngheo.outlets.feeds.subjects import find_subjects
from giamngheo.rendering import Rendered
from giamngheo.rendering.outputs import LateFile, Page, Sound, SpokenText


class Feeds(Struct, frozen=True):
    """What leaves this outlet: files made, and checked, when they are written; pages."""

    files: Callable[[], Iterator[LateFile]]
    pages: tuple[Page, ...]


def build_feeds(  # noqa: PLR0913 - four of them go by name
    catalog: Catalog,
    bodies: Mapping[str, Rendered],
    site_url: str,
    *,
    pictures: Mapping[str, Picture],
    spoken: Mapping[str, SpokenText],
    sounds: Mapping[str, Sound],
    kept: Path | None = None,
) -> Feeds:
    """Build all feeds. `bodies` by file; the other three by id of the item; `site_url` ends with a slash.

    `kept` is a file for what tells the next build which feeds are still right.
    """
    digests = KeptDigests(kept, digest(catalog.made_from, repr(pictures), repr(sounds), site_url))
    rendered = dict(bodies)  # as they are now: pages size the images in them later
    subjects = find_subjects(catalog, pictures, spoken, sounds)
    documents = {subject: cut(subject, catalog.settings.feed_size) for subject in subjects}
    pages = [feeds_page(catalog, subjects), *notice_pages(catalog)]
    shown = cache(partial(digest, catalog.fingerprint, *spoken))
    pages += [preview_page(first, archives, shown) for first, *archives in documents.values()]

    def files() -> Iterator[LateFile]:
        from giamngheo.outlets.feeds.opml import opml  # noqa: PLC0415 - loads lxml
        from giamngheo.outlets.feeds.press import Press, ninjs_files  # noqa: PLC0415 - loads feedgen and lxml

        press = Press(catalog, rendered, site_url, digests)
        yield from chain.from_iterable(map(press.files, documents.values()))
        yield LateFile(LIST_OF_ALL, partial(opml, subjects, catalog.settings.name, site_url))
        yield from ninjs_files(press, pictures, subjects[0].posts)
        digests.write()

    return Feeds(files, tuple(pages))
