"""Graphs read with rdflib, as users of the catalogue do."""

from __future__ import annotations

import warnings

from rdflib import Graph


def read_graph(data: bytes, form: str) -> Graph:
    """Parse JSON-LD ("json-ld") or Turtle ("turtle"); nothing is fetched."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's own parser still uses what rdflib deprecates
        return Graph().parse(data=data, format=form)
