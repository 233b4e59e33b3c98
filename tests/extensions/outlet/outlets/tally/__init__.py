"""Outlet: how many items there are. An outlet made up for a test."""

from __future__ import annotations

from collections.abc import Iterator

from giamngheo.catalog import Catalog
from giamngheo.rendering.outputs import OutputFile

__all__ = ["build_tally"]


def build_tally(catalog: Catalog) -> Iterator[OutputFile]:
    """Yield the number of public items."""
    yield OutputFile("/so-bai.txt", str(len(catalog.entries)).encode())
