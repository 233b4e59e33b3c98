"""Renders and reads the bodies of all items once, and keeps the results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from giamngheo import legal
from giamngheo.content.loader import Content, LoadedItem
from giamngheo.content.people import (
    allowed_in,
    check_body_filled_in,
    check_filled_in,
    check_people,
    check_private_data,
    fingerprint,
)
from giamngheo.content.privacy import Allowed
from giamngheo.content.register_schema import Abbreviation
from giamngheo.content.schema import Plan
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.messages import MESSAGES
from giamngheo.ground.problems import Location, Problem
from giamngheo.legal import PlanReading
from giamngheo.portal.materials import check_printable
from giamngheo.rendering import Heading, Rendered
from giamngheo.rendering.body import CitedPlace, convert_markdown, make_safe
from giamngheo.rendering.cited import cite_markup
from giamngheo.rendering.official import render_official
from giamngheo.rendering.source_checks import check_markdown, find_tangle


class RenderedItem(Struct, frozen=True):
    """The one rendering of an item, and the problems of its text."""

    rendered: Rendered
    problems: tuple[Problem, ...]
    reading: PlanReading | None = None
    """What the text of an official plan asks for."""


class _Kept(Struct, frozen=True):
    """What the cache keeps of one item beside its HTML, which lies in a file of its own and is seldom read again."""

    digest: str
    headings: tuple[Heading, ...]
    citations: tuple[CitedPlace, ...]
    links: tuple[str, ...]
    images: tuple[str, ...]
    problems: tuple[Problem, ...]
    reading: PlanReading | None = None


class _Context(Struct, frozen=True):
    """What rendering depends on besides the item."""

    items: tuple[LoadedItem, ...]
    allowed: Allowed
    abbreviations: dict[str, str]

    def render(self, index: int) -> RenderedItem:
        """Render one item, and look for what is wrong with it."""
        loaded = self.items[index]
        rendered, problems = _render(loaded, self.abbreviations)
        front = loaded.front
        problems += [*check_filled_in(loaded, front), *check_body_filled_in(loaded), *check_people(loaded)]
        problems += [*check_private_data(loaded, front, self.allowed), *check_printable(loaded, front)]
        return RenderedItem(rendered, tuple(problems), _read_plan(loaded))


def render_items(content: Content, cache: Cache) -> dict[str, RenderedItem]:
    """Render every item of `content`; returns results by file."""
    records = content.registers["abbreviations"].values()
    abbreviations = {a.short: a.long for a in records if isinstance(a, Abbreviation)}
    context = _Context(tuple(content.items), allowed_in(content), abbreviations)
    common = (code_digest(), fingerprint(context.allowed), repr(sorted(abbreviations.items())))
    results: dict[str, RenderedItem] = {}
    for index, loaded in enumerate(context.items):
        key = digest(*common, loaded.digest)
        render = partial(context.render, index)
        results[loaded.path] = _kept(cache, key, render) or _keep(cache, key, render)
    return results


def _keep(cache: Cache, key: str, render: Callable[[], RenderedItem]) -> RenderedItem:
    """Render an item and keep what was made; where nothing can be kept (it is read back to see) it stays in memory."""
    item = render()
    made = item.rendered
    cache.put(_html_key(key), made.html)
    beside = _Kept(made.digest, made.headings, made.citations, made.links, made.images, item.problems, item.reading)
    cache.put(key, beside)
    kept = _kept(cache, key, render) if cache.is_kept else None
    return kept or replace(item, rendered=made.packed())


def _html_key(key: str) -> str:
    return digest(key, "html")


def _render(loaded: LoadedItem, abbreviations: dict[str, str]) -> tuple[Rendered, list[Problem]]:
    item = loaded.item
    if isinstance(item, Plan) and item.is_official_text:
        return render_official(loaded.body), list(_check_official(loaded))
    tangle = find_tangle(loaded.body)
    try:
        converted = convert_markdown(loaded.body, abbreviations) if tangle is None else None
    except RecursionError:
        converted = None
    if converted is None:
        place = Location(loaded.path, loaded.body_line + (tangle or 0))
        return Rendered.of("", ()), [Problem("bai-long-sau", place)]
    problems = list(check_markdown(loaded.body, loaded.path, loaded.body_line, converted.markup))
    rendered = make_safe(converted)
    # Other kinds name their documents in `legal_basis`; looking through every article would cost more than it gives.
    return cite_markup(rendered) if isinstance(item, Plan) else rendered, problems


def _read_plan(loaded: LoadedItem) -> PlanReading | None:
    is_official = isinstance(loaded.item, Plan) and loaded.item.is_official_text
    return legal.read_plan(loaded.body) if is_official else None


def _check_official(loaded: LoadedItem) -> Iterator[Problem]:
    """Yield problems of an official text: that it is missing, or damaged by scanning."""
    if not loaded.body.strip():
        yield Problem("van-ban-toan-van-trong", Location(loaded.path, loaded.body_line))
    damaged = [line for line in legal.measure_damage(loaded.body) if line.is_clear]
    for first in damaged[:1]:
        values = {"count": str(len(damaged)), "word": first.impossible[0]}
        yield Problem("chu-hong", Location(loaded.path, loaded.body_line + first.line - 1), values)


def _kept(cache: Cache, key: str, render: Callable[[], RenderedItem]) -> RenderedItem | None:
    """Read what the cache kept; anything that does not fit counts as absent, and so does HTML that is gone later."""
    kept = cache.get(key, _Kept)
    if kept is None or any(problem.code not in MESSAGES for problem in kept.problems):
        return None

    def read() -> str:
        return cache.get(_html_key(key), str) or render().rendered.html

    rendered = Rendered(read, kept.digest, kept.headings, kept.citations, kept.links, kept.images)
    return RenderedItem(rendered, kept.problems, kept.reading)
