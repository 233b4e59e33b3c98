"""Glossary in plain words: official terms and abbreviations, each explained in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.ground.vietnamese import collation_key, slugify
from giamngheo.outlets.pages.views import GlossaryEntry, GlossaryView
from giamngheo.rendering.figures import Link
from giamngheo.rendering.outputs import Page, Searched


def glossary_pages(catalog: Catalog) -> Iterator[Page]:
    """The page "Giải thích từ ngữ"; none where there is nothing to explain."""
    terms = [GlossaryEntry(slugify(t.name), t.name, t.meaning, _source(catalog, t.document)) for t in catalog.terms]
    short = [GlossaryEntry("", name, meaning) for name, meaning in catalog.abbreviations.items()]
    if terms or short:
        yield Page(
            address="/tu-dien/",
            template="glossary.html",
            title="Giải thích từ ngữ",
            description="Từ ngữ trong giấy tờ về giảm nghèo và các chữ viết tắt, nói bằng lời thường ngày.",
            view=GlossaryView(_sorted(terms), _sorted(short)),
            section="tu-dien",
            crumbs=(Link("Trang chủ", "/"),),
            searched=Searched(
                "từ điển, viết tắt, nghĩa là gì",
                (
                    *((e.anchor, e.name, e.meaning) for e in _sorted(terms)),
                    ("p_viet-tat", "", "\n".join(f"{e.name}: {e.meaning}" for e in _sorted(short))),
                ),
            ),
        )


def _sorted(entries: list[GlossaryEntry]) -> tuple[GlossaryEntry, ...]:
    return tuple(sorted(entries, key=lambda entry: collation_key(entry.name)))


def _source(catalog: Catalog, name: str | None) -> Link | None:
    document = catalog.documents.get(name or "")
    return Link(document.number, f"/van-ban/{document.id}/") if document else None
