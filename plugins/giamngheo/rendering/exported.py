"""Addresses of the files into which a plan is exported; shared by its page and by the outlet that makes them."""

from __future__ import annotations

from giamngheo.catalog import Entry
from giamngheo.content.schema import Plan
from giamngheo.rendering.figures import Link

FORMATS = {
    "docx": "Văn bản Word (.docx), trình bày theo Nghị định 30/2020/NĐ-CP",
    "txt": "Chữ thuần (.txt)",
    "xml": "Akoma Ntoso (.xml), cho phần mềm",
    "json": "JSON: bố cục, viện dẫn, nhiệm vụ, thời hạn, cho phần mềm",
}
"""Endings of the files, and what they are in words, in the order in which readers see them."""


def export_address(entry: Entry, ending: str) -> str:
    """Address of one file of a plan: "/ke-hoach/<tên>/<tên>.docx"."""
    return f"{entry.address}{entry.loaded.slug}.{ending}"


def export_links(entry: Entry) -> tuple[Link, ...]:
    """The files of a plan; none where what is published is not the official text."""
    if not (isinstance(entry.item, Plan) and entry.item.is_official_text):
        return ()
    return tuple(Link(label, export_address(entry, ending)) for ending, label in FORMATS.items())
