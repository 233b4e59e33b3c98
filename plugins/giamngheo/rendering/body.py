"""Renders a Markdown body to safe HTML. Raw HTML is never passed through; what Markdown makes is sanitised.

Two walls, because each alone has failed elsewhere: Python-Markdown here does not know HTML at all (tags
come out as text, and editors are told), and nh3 keeps only the elements and attributes listed below.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, Self

import nh3
from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from msgspec import Struct
from msgspec.structs import replace

from giamngheo.ground.cache import digest
from giamngheo.ground.characters import drop_illegal
from giamngheo.ground.packing import pack, unpack
from giamngheo.ground.vietnamese import slugify
from giamngheo.legal import Citation
from giamngheo.rendering.captions import FigureExtension
from giamngheo.rendering.links import find_images, find_internal_links
from giamngheo.rendering.plain_texts import PlainTextExtension

_TAGS = set(
    "p br hr h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong del sub sup a img figure figcaption "  # noqa: SIM905
    "table thead tbody tr th td abbr div".split()
)
_ATTRIBUTES = {
    "a": {"href", "title", "class", "id"},
    "img": {"src", "alt", "title"},
    "abbr": {"title"},
    "th": {"align"},
    "td": {"align"},
    "ol": {"start"},
    "div": {"class"},
    "p": {"class"},
    "li": {"id"},
    "sup": {"id"},
    **{f"h{n}": {"id"} for n in range(2, 7)},
}
_CLASSES = re.compile(
    r"(admonition( (note|warning|tip|danger))?|admonition-title|footnote|footnote-ref|footnote-backref)"
)
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")+>')  # a value in quotes may hold ">"
_BLOCK_END = re.compile(r"</(p|h\d|li|dt|dd|th|td|tr|figcaption|blockquote|pre)>|<br ?/?>")
_FOOTNOTE_MARK = re.compile(r'<sup id="fnref.*?</sup>|<a class="footnote-backref".*?</a>', re.DOTALL)
_ABBREVIATION = re.compile(r'<abbr title="[^"]*">([^<]*)</abbr>')
_SCHEMES = {"http", "https", "mailto", "tel"}


class Heading(Struct, frozen=True):
    """One line of the contents list: level 2-6, text, and the anchor in the page."""

    level: int
    text: str
    anchor: str


class CitedPlace(Struct, frozen=True):
    """A citation where it stands: anchor of its block, the clause around it, and what is cited."""

    anchor: str
    clause: str
    citation: Citation


class Rendered(Struct, frozen=True):
    """The one rendering of a body: HTML whose internal links still name files, headings, what it links to and shows.

    Citations are marked in the HTML by their index in `citations`; which document each means is found afterwards
    (`rendering.cited`), so that the cached HTML does not depend on the register. The HTML itself is read when it is
    asked for: after one edit nobody asks for the others.
    """

    read: Callable[[], str]
    digest: str
    """Of all that follows and of the HTML."""
    headings: tuple[Heading, ...]
    citations: tuple[CitedPlace, ...]
    links: tuple[str, ...]
    """Targets within the site, each once, as the editor wrote them."""
    images: tuple[str, ...]
    """Files, each once, as the editor wrote them."""

    def __eq__(self, other: object) -> bool:
        """Equal where all that the digest stands for is."""
        return isinstance(other, Rendered) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    @classmethod
    def of(cls, html: str, headings: tuple[Heading, ...], citations: tuple[CitedPlace, ...] = ()) -> Self:
        """Read what stands in the HTML, and hold it as it is."""
        links, images = dict.fromkeys(find_internal_links(html)), dict.fromkeys(find_images(html))
        found = digest(html, repr(headings), repr(citations))
        return cls(lambda: html, found, headings, citations, tuple(links), tuple(images))

    def packed(self) -> Rendered:
        """Return it with its HTML packed, to be kept: bodies would be a third of what a build holds."""
        return replace(self, read=partial(unpack, pack(self.html)))

    def changed(self, change: Callable[[str], str], by: str, images: tuple[str, ...]) -> Rendered:
        """Return it with its HTML changed by a function that depends on nothing but `by`, and showing `images`."""
        return replace(self, read=lambda: change(self.html), digest=digest(self.digest, by), images=images)

    @property
    def html(self) -> str:
        """The HTML, a new text each time."""
        return self.read()

    @property
    def text(self) -> str:
        """Plain text, one line per block."""
        return plain_text(self.html)


class Converted(Struct, frozen=True):
    """What Markdown made of a body, not yet sanitised: to be read by checks, never to be shown."""

    markup: str
    headings: tuple[Heading, ...]


def render_markdown(body: str, abbreviations: Mapping[str, str]) -> Rendered:
    """Render a body; `abbreviations` maps a short form to its full form, explained at its first use."""
    return make_safe(convert_markdown(body, abbreviations))


def convert_markdown(body: str, abbreviations: Mapping[str, str]) -> Converted:
    """Convert a body; raises RecursionError when it is nested deeper than any reader could follow."""
    converter = _converter(tuple(sorted(abbreviations.items())))
    converter.reset()
    try:
        markup = converter.convert(drop_illegal(body))
    except RecursionError:
        _converter.cache_clear()  # stopped half-way it would render the next bodies wrongly
        raise
    return Converted(markup, tuple(_headings(converter.toc_tokens)))  # type: ignore[attr-defined]


def make_safe(converted: Converted) -> Rendered:
    """Sanitise what Markdown made, and read its plain text."""
    clean = _first_abbreviations_only(_sanitise(converted.markup))
    return Rendered.of(clean, converted.headings)


def plain_text(markup: str) -> str:
    """Text of rendered HTML, one line per block, without marks of footnotes."""
    text = _BLOCK_END.sub("\n", _FOOTNOTE_MARK.sub("", markup))
    lines = (" ".join(line.split()) for line in html.unescape(_TAG.sub("", text)).split("\n"))
    return "\n".join(line for line in lines if line)


@lru_cache(maxsize=4)
def _converter(abbreviations: tuple[tuple[str, str], ...]) -> Markdown:
    """One converter for a process: making one costs as much as rendering a page."""
    converter = Markdown(
        extensions=[
            TableExtension(use_align_attribute=True),  # a style attribute would need a laxer security policy
            "def_list",
            "admonition",
            "sane_lists",
            FootnoteExtension(BACKLINK_TITLE="Trở lại chỗ đánh dấu {}", BACKLINK_TEXT="↩"),
            AbbrExtension(glossary=dict(abbreviations)),
            TocExtension(slugify=lambda text, _: slugify(text) or "muc", toc_depth="2-4"),
            FigureExtension(),
            PlainTextExtension(),
        ],
        output_format="html",
    )
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter


def _sanitise(markup: str) -> str:
    clean = nh3.clean(
        markup,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_keep_attribute,
        url_schemes=_SCHEMES,
        link_rel=None,
        strip_comments=True,
    )
    return drop_illegal(clean)  # an entity such as "&#7;" becomes the character only here


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return value if _CLASSES.fullmatch(value) else None
    if tag == "img" and name == "src":
        return value if not value.startswith(("//", "http:", "https:")) else None
    return value


def _first_abbreviations_only(markup: str) -> str:
    """Explain each abbreviation once: a screen reader that spells out the tenth "UBND" helps nobody."""
    seen: set[str] = set()

    def once(match: re.Match[str]) -> str:
        short = match[1]
        if short in seen:
            return short
        seen.add(short)
        return match[0]

    return _ABBREVIATION.sub(once, markup)


def _headings(tokens: list[dict[str, Any]]) -> list[Heading]:
    found: list[Heading] = []
    for token in tokens:
        found.append(Heading(int(token["level"]), html.unescape(str(token["name"])), str(token["id"])))
        found.extend(_headings(token["children"]))
    return found
