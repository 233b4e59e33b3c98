"""MkDocs with this portal less some of its outlets, to tell what these cost: `python -m fewer_outlets newsroom build`.

`newsroom` leaves out feeds and packs; `stock` all that the stock generators do not make either: packs, spoken texts,
what is printed, exports, open data, and feeds but those of the whole and of each section. Pages still name what is left
out, so links are checked as ever, and what the check finds is not held against the site.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from mkdocs.__main__ import cli

from giamngheo.content.schema import KINDS
from giamngheo.outlets.feeds import Feeds, build
from giamngheo.outlets.feeds.subjects import Subject, find_subjects
from giamngheo.outlets.opendata import OpenData
from giamngheo.portal import publishing, warming
from giamngheo_mkdocs import publish
from giamngheo_mkdocs.check_site import check_site


def _nothing(*_: object) -> Any:  # noqa: ANN401 - stands for whatever yields something
    return iter(())


def _newsroom() -> None:
    publishing.build_feeds = lambda *_, **__: Feeds(lambda: iter(()), ())
    publishing.pack_pages = publishing.pack_files = _nothing


def _stock() -> None:
    publishing.pack_pages = publishing.pack_files = publishing.build_broadcast = _nothing
    publishing.leaflet_pages = publishing.export_files = _nothing
    publishing.has_printed = lambda _: False
    publishing.item_scripts = warming.item_scripts = lambda *_, **__: {}
    publishing.open_data = lambda material: OpenData(material, ())
    OpenData.pages = OpenData.files = _nothing  # type: ignore[method-assign]
    build.find_subjects = _few_subjects


def _few_subjects(*given: Any) -> tuple[Subject, ...]:  # noqa: ANN401 - as the original
    wanted = {"home", *(kind.SECTION for kind in KINDS)}
    return tuple(subject for subject in find_subjects(*given) if subject.name in wanted)


_LESS: dict[str, Callable[[], None]] = {"newsroom": _newsroom, "stock": _stock}


def _checked(folder: Path, files: Collection[str], checked: Collection[str] = frozenset()) -> list[str]:
    check_site(folder, files, checked)
    return []


publish.check_site = _checked

if __name__ == "__main__":
    _LESS[sys.argv.pop(1)]()
    cli(prog_name="mkdocs")
