"""What a material says: in which language it is, its slogans word for word, who may use it how."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.content.languages import LANGUAGE_NAMES
from giamngheo.content.schema import Material
from giamngheo.rendering.figures import source_link
from giamngheo.rendering.kinds.passages import listing, paragraph
from giamngheo.rendering.kinds.words import MUST, ArticleWords, GroupWords, Telling, Words


def _before(catalog: Catalog, material: Material) -> Iterator[str]:
    if material.language != "vi":
        yield paragraph("Ngôn ngữ", LANGUAGE_NAMES[material.language])
    quoted = ((s.text, source_link(catalog, material, s.source).label) for s in material.slogans)
    yield listing("Khẩu hiệu", (escape(f"{text} (nguồn: {source})") for text, source in quoted))
    yield paragraph("Quyền sử dụng", material.rights)


def _aloud(_catalog: Catalog, material: Material) -> Iterator[Telling]:
    yield Telling(MUST, material.summary)
    yield from (Telling(2, f"Khẩu hiệu: {slogan.text.rstrip('.!')}.") for slogan in material.slogans)


def _in_group(_catalog: Catalog, material: Material) -> Iterator[Telling]:
    yield from (Telling(3, f"“{slogan.text}”") for slogan in material.slogans)


WORDS: Words[Material] = Words(article=ArticleWords(before=_before), aloud=_aloud, group=GroupWords(own=_in_group))
