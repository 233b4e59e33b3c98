"""Pages for editors, in one file each: written on their own machine, never part of the site."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from giamngheo.ground.vietnamese import format_day, format_moment, format_number


def render_local_page(template: str, **values: object) -> str:
    """Lay out one of the templates of this folder; everything is escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("giamngheo.rendering", "local_pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(day=format_day, moment=format_moment, number=format_number)
    return environment
