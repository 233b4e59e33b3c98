"""What leaves the house: pages for a template to lay out, and finished files. Every outlet yields these two."""

from __future__ import annotations

from dataclasses import dataclass

from giamngheo.rendering.figures import Link


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site, ready for its template.

    `address` begins and ends with a slash. `view` is a dataclass of the outlet, with finished values only. `feeds` are
    (title, address) of its subject; `scripts` name files of the theme's `scripts/` that improve it: it works without.
    """

    address: str
    template: str
    title: str
    description: str
    view: object
    section: str = ""
    crumbs: tuple[Link, ...] = ()
    feeds: tuple[Link, ...] = ()
    scripts: tuple[str, ...] = ()
    is_indexed: bool = True
    id: str = ""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A finished file of the site, served as it is; `address` begins with a slash."""

    address: str
    content: bytes
