"""Floor 4: Markdown and official text -> safe HTML, contents list and plain text; rendered once, used everywhere."""

from giamngheo.rendering.body import Heading, Rendered, render_markdown
from giamngheo.rendering.links import SITE, find_internal_links, resolve_links

__all__ = [
    "SITE",
    "Heading",
    "Rendered",
    "find_internal_links",
    "render_markdown",
    "resolve_links",
]
