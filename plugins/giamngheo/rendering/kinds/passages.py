"""Passages of the full text of an item: safe HTML made of front matter. "" stands for a passage with nothing in it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from giamngheo.catalog import Catalog
from giamngheo.content.schema import Figure, Item
from giamngheo.rendering.figures import figure_view


def paragraph(title: str, text: str) -> str:
    """A paragraph of plain text behind its title."""
    return f"<p><strong>{escape(title)}:</strong> {escape(text)}</p>"


def listing(title: str, lines: Iterable[str], tag: str = "ul") -> str:
    """A list of lines, which are HTML already."""
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<p><strong>{escape(title)}:</strong></p><{tag}>{items}</{tag}>" if items else ""


def figure_list(catalog: Catalog, item: Item, title: str, figures: Iterable[Figure]) -> str:
    """Figures of an item, each with its day and source."""
    views = (figure_view(catalog, item, figure) for figure in figures)
    return listing(title, (escape(f"{v.label}: {v.text} ({v.when}; nguồn: {v.source.label})") for v in views))


def basis_list(catalog: Catalog, names: Iterable[str]) -> str:
    """Documents of the register on which an item stands."""
    documents = (catalog.documents[d] for d in names if d in catalog.documents)
    return listing("Căn cứ", (escape(f"{d.number}: {d.title}") for d in documents))
