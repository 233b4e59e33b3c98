"""What a notice says."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.content.kinds.notice import Notice

from giamngheo.catalog import Catalog
from giamngheo.rendering.kinds.passages import paragraph
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words


def _in_full(_catalog: Catalog, notice: Notice) -> Iterator[str]:
    yield paragraph("Việc phải làm", notice.order)


def _told(_catalog: Catalog, notice: Notice) -> Iterator[Telling]:
    yield Telling(MUST, f"Việc phải làm: {notice.order}")


WORDS: Words[Notice] = Words(ArticleWords(before=_in_full), _told, GroupWords(own=_told))
