"""The picture of an item: its photograph, or else a cloth with the sign of its topic that is called a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog, Entry
from giamngheo.content.schema import Story
from giamngheo.outlets.pages.views import ImageView
from giamngheo.rendering.motifs import border_sheet, cover
from giamngheo.rendering.outputs import OutputFile

DRAWN = "Hình vẽ theo hoa văn thổ cẩm, không phải ảnh chụp."


def drawn_cover(topic: str) -> ImageView:
    """Cover for items of a topic; its alternative text is empty, for it says nothing that the page does not."""
    return ImageView(cover(topic).address, "", DRAWN, 640, 240)


def drawn_files(catalog: Catalog) -> Iterator[OutputFile]:
    """The sheet of borders, and the covers of stories without a photograph."""
    yield border_sheet()
    for topic in sorted({_topic(entry) for entry, story in catalog.of_kind(Story) if not story.image}):
        yield cover(topic)


def _topic(entry: Entry) -> str:
    return entry.item.topics[0]
