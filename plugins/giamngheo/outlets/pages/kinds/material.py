"""The page of a material: slogans with their banners, files to print, sound and film with their transcript."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.languages import LANGUAGE_NAMES
from giamngheo.content.schema import Material
from giamngheo.outlets.pages.kinds.page import KindPage, PageContext
from giamngheo.outlets.pages.views import ItemView
from giamngheo.rendering.figures import Link, source_link
from giamngheo.rendering.media import media_type
from giamngheo.rendering.printed import BANNER, banner_address, duration_words, file_note

_MATERIAL_KINDS = {
    "khau-hieu": "Khẩu hiệu",
    "to-roi": "Tờ rơi",
    "ap-phich": "Áp phích",
    "bai-giang": "Bài giảng",
    "am-thanh": "Bài nghe",
    "video": "Video",
}


class SloganView(Struct, frozen=True):
    """A slogan word for word, who says so, and its banner: a picture for the page, a file for the printer."""

    text: str
    source: Link
    note: str
    picture: str
    print_file: str


class RecordingView(Struct, frozen=True):
    """Sound or film; `note` tells kind, size and length before anything is loaded."""

    address: str
    type: str
    note: str
    seconds: int


class MaterialView(Struct, frozen=True):
    """Something to print, show or play; `language` is a code of BCP 47, of the body too."""

    item: ItemView
    kind: str
    language: str
    facts: tuple[tuple[str, Link], ...]
    slogans: tuple[SloganView, ...]
    size: str
    recording: RecordingView | None
    policies: tuple[Link, ...]


def material_view(context: PageContext, material: Material) -> MaterialView:
    """The page of one material."""
    catalog, entry, sizes = context.catalog, context.entry, context.bodies.sizes
    width, height = (side / 1000 for side in BANNER)
    policies = (catalog.by_id.get(name) for name in material.policies)
    return MaterialView(
        item=context.common,
        kind=_MATERIAL_KINDS[material.kind],
        language=material.language,
        facts=tuple((label, Link(text)) for label, text in _facts(material) if text),
        slogans=tuple(_slogans(catalog, entry, material)),
        size=f"{width:g} m × {height:g} m".replace(".", ","),
        recording=_recording(material, sizes),
        policies=tuple(Link(e.item.title, e.address) for e in policies if e),
    )


def _facts(material: Material) -> Iterator[tuple[str, str]]:
    yield "Ngôn ngữ", _capital(LANGUAGE_NAMES[material.language])
    yield "Đơn vị làm", material.made_by or ""
    yield "Quyền sử dụng", material.rights


def _slogans(catalog: Catalog, entry: Entry, material: Material) -> Iterator[SloganView]:
    for number, slogan in enumerate(material.slogans, 1):
        yield SloganView(
            text=slogan.text,
            source=source_link(catalog, material, slogan.source),
            note=slogan.note or "",
            picture=banner_address(entry, number, "svg"),
            print_file=banner_address(entry, number, "pdf"),
        )


def _recording(material: Material, sizes: Mapping[str, int]) -> RecordingView | None:
    recording = material.recording
    if recording is None:
        return None
    address = f"/{recording.file}"
    note = f"{file_note(recording.file, sizes.get(address))}, {duration_words(recording.length)}"
    return RecordingView(address, media_type(recording.file), note, recording.length)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


PAGE: KindPage[Material] = KindPage("materials.html", material_view)
