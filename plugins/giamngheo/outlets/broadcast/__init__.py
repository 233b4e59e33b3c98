"""Outlet: texts for loudspeakers and radio, in words only; per item in three lengths, per place a programme a week."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from giamngheo.catalog import Catalog
from giamngheo.ground.vietnamese import collation_key
from giamngheo.outlets.broadcast.scripts import ItemScripts, item_scripts, spoken_texts
from giamngheo.outlets.broadcast.views import BroadcastView
from giamngheo.outlets.broadcast.weeks import Week, sheets, texts_and_sound
from giamngheo.rendering.aloud import spoken_address
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import LateFile, Page, Searched, Sound, SpokenText

__all__ = ["ItemScripts", "build_broadcast", "item_scripts", "spoken_files", "spoken_texts"]


def build_broadcast(
    catalog: Catalog, scripts: Mapping[str, ItemScripts], sounds: Mapping[str, Sound]
) -> Iterator[Page | LateFile]:
    """Yield the weekly sheets, and the overview; nothing where nothing is read out."""
    entries = [entry for entry in catalog.entries if entry.item.id in scripts]
    links: list[Link] = []
    for page, text in sheets(catalog, scripts, sounds):
        name = page.title.partition(": ")[2]
        links.append(Link(name[0].upper() + name[1:], page.address))
        yield from (page, text)
    if entries:
        newest = entries[: catalog.settings.page_size]
        lines = tuple((Link(e.item.title, e.address), texts_and_sound(catalog, e.item, sounds)) for e in newest)
        yield _overview(catalog, tuple(sorted(links, key=lambda link: collation_key(link.label))), lines)


def spoken_files(catalog: Catalog, scripts: Mapping[str, ItemScripts]) -> Iterator[LateFile]:
    """Yield the texts of `scripts`, as they are pasted into the software of a loudspeaker."""
    for entry in catalog.entries:
        for seconds, spoken in scripts[entry.item.id].texts.items() if entry.item.id in scripts else ():
            yield LateFile(spoken_address(entry.item, seconds), partial(_file, spoken), partial(repr, spoken))


def _file(spoken: SpokenText) -> bytes:
    return f"{spoken.text}\n".encode()


def _overview(catalog: Catalog, links: tuple[Link, ...], lines: tuple[tuple[Link, tuple[Link, ...]], ...]) -> Page:
    rate = catalog.settings.broadcast.syllables_per_minute
    return Page(
        address="/phat-thanh/",
        template="broadcast.html",
        title="Bài đọc loa",
        description="Bài cho loa truyền thanh: mọi số, ngày, chữ tắt đã viết thành lời, dán vào máy đọc là phát được.",
        view=BroadcastView(str(Week.around(catalog.today)), rate, links, lines),
        section="phat-thanh",
        crumbs=(Link("Trang chủ", "/"),),
        searched=Searched("loa truyền thanh, loa phát thanh, đài truyền thanh xã"),
    )
