"""Official texts as HTML: every word and marker as issued, under the outline that the parser finds.

Markdown would renumber lists and swallow signs; an official text is never reworded, dropped or reordered.
"""

from __future__ import annotations

from html import escape

from giamngheo.legal import Block, BlockKind, parse_outline
from giamngheo.rendering.body import Heading, Rendered

_TITLES = frozenset({BlockKind.PART, BlockKind.ARTICLE, BlockKind.ANNEX})
_HEAD = frozenset(
    {
        BlockKind.ISSUER,
        BlockKind.NATIONAL_TITLE,
        BlockKind.NUMBER,
        BlockKind.PLACE_AND_DATE,
        BlockKind.DOC_TYPE,
        BlockKind.SUBJECT,
    }
)


def render_official(body: str) -> Rendered:
    """Render an official text; each block carries its stable anchor."""
    outline = parse_outline(body)
    markup = "\n".join(_block(block, " ".join(outline.source_of(block).split())) for block in outline.blocks)
    headings = tuple(Heading(min(2 + h.depth, 4), h.title, h.anchor) for h in outline.headings)
    return Rendered(markup, headings)


def _block(block: Block, text: str) -> str:
    tag = "p"
    if block.is_heading:
        tag = "h2" if block.kind in _TITLES else "h3"
    return f'<{tag} id="{escape(block.anchor)}" class="{_css(block)}">{escape(text, quote=False)}</{tag}>'


def _css(block: Block) -> str:
    if block.kind in _HEAD:
        return "vb-dau"
    if block.kind in {BlockKind.SIGNATURE, BlockKind.RECIPIENTS}:
        return "vb-cuoi"
    return f"vb vb-{min(block.depth, 5)}"
