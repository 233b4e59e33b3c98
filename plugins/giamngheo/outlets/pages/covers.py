"""The picture of an item: its photograph, or else a cloth with the sign of its topic that is called a drawing."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.outlets.pages.kinds import page_of
from giamngheo.outlets.pages.views import ImageView
from giamngheo.rendering.motifs import WEAVES, border_sheet, cover
from giamngheo.rendering.outputs import OutputFile

DRAWN = "Hình vẽ theo hoa văn thổ cẩm, không phải ảnh chụp."


def drawn_cover(topic: str, place: int = 0) -> ImageView:
    """Cover for items of a topic; `place` is that in a list, so that neighbours look different.

    Its alternative text is empty, for it says nothing that the page does not.
    """
    return ImageView(cover(topic, place % len(WEAVES)).address, "", DRAWN, 640, 240)


def drawn_files(catalog: Catalog) -> Iterator[OutputFile]:
    """The sheet of borders, and the covers of items that show a drawing because they have no photograph."""
    yield border_sheet()
    items = (entry.item for entry in catalog.entries)
    for topic in sorted({item.topics[0] for item in items if page_of(item).has_drawn_cover and not item.image}):
        yield from (cover(topic, weave) for weave in range(len(WEAVES)))
