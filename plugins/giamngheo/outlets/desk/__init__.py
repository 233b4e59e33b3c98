"""Outlet: the desk of the editors, on their own machine. It shows drafts and embargoed items, so the site never has it.

`giamngheo desk` writes it into a file; `make serve` shows it at `/ban-bien-tap/`.
"""

from __future__ import annotations

from giamngheo.outlets.desk.agenda import agenda
from giamngheo.outlets.desk.bench import Bench, LinkVerdict
from giamngheo.outlets.desk.coverage import coverage
from giamngheo.outlets.desk.held import held_back
from giamngheo.outlets.desk.links import broken_links, find_outward_links
from giamngheo.outlets.desk.stale import stale
from giamngheo.outlets.desk.views import Desk
from giamngheo.rendering.local_pages import render_local_page

__all__ = ["Bench", "Desk", "LinkVerdict", "desk_page", "find_outward_links", "make_desk"]


def make_desk(bench: Bench) -> Desk:
    """Put together what editors must know today."""
    sections = (agenda(bench), stale(bench), held_back(bench), broken_links(bench))
    return Desk(bench.catalog.now, sections, coverage(bench))


def desk_page(desk: Desk, site: str) -> bytes:
    """Return the page; `site` stands before addresses of the site: its whole address, or the way up to its root."""
    return render_local_page("desk.html", title="Bàn biên tập", desk=desk, site=site).encode()
