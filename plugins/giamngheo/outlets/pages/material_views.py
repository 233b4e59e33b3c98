"""What the page of a material shows."""

from __future__ import annotations

from dataclasses import dataclass

from giamngheo.outlets.pages.views import ItemView
from giamngheo.rendering.figures import Link


@dataclass(frozen=True, slots=True)
class SloganView:
    """A slogan word for word, who says so, and its banner: a picture for the page, a file for the printer."""

    text: str
    source: Link
    note: str
    picture: str
    print_file: str


@dataclass(frozen=True, slots=True)
class RecordingView:
    """Sound or film; `note` tells kind, size and length before anything is loaded."""

    address: str
    type: str
    note: str
    seconds: int


@dataclass(frozen=True, slots=True)
class MaterialView:
    """Something to print, show or play; `language` is a code of BCP 47, of the body too."""

    item: ItemView
    kind: str
    language: str
    facts: tuple[tuple[str, Link], ...]
    slogans: tuple[SloganView, ...]
    size: str
    recording: RecordingView | None
    policies: tuple[Link, ...]
