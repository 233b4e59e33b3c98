"""Official texts as HTML: every word and marker as issued, under the outline that the parser finds.

Markdown would renumber lists and swallow signs; an official text is never reworded, dropped or reordered.
"""

from __future__ import annotations

from html import escape

from giamngheo import legal
from giamngheo.legal import CLOSING_KINDS, HEAD_KINDS, Block, BlockKind
from giamngheo.rendering.body import CitedPlace, Heading, Rendered
from giamngheo.rendering.cited import cite_in

_TITLES = frozenset({BlockKind.PART, BlockKind.ARTICLE, BlockKind.ANNEX})


_WITHOUT_CITATIONS = HEAD_KINDS | CLOSING_KINDS | {BlockKind.SEPARATOR}


def render_official(body: str) -> Rendered:
    """Render an official text; each block carries its stable anchor, each citation a mark."""
    outline = legal.parse_outline(body)
    cited: list[CitedPlace] = []
    blocks: list[str] = []
    for block in outline.blocks:
        text = " ".join(outline.source_of(block).split())
        if block.kind in _WITHOUT_CITATIONS:
            markup = escape(text, quote=False)
        else:
            markup, places = cite_in(text, block.anchor, len(cited))
            cited += places
        blocks.append(_block(block, markup))
    headings = tuple(Heading(min(2 + h.depth, 4), h.title, h.anchor) for h in outline.headings)
    return Rendered.of("\n".join(blocks), headings, tuple(cited))


def _block(block: Block, markup: str) -> str:
    tag = "p"
    if block.is_heading:
        tag = "h2" if block.kind in _TITLES else "h3"
    return f'<{tag} id="{escape(block.anchor)}" class="{_css(block)}">{markup}</{tag}>'


def _css(block: Block) -> str:
    if block.kind in HEAD_KINDS:
        return "vb-dau"
    if block.kind in {BlockKind.SIGNATURE, BlockKind.RECIPIENTS}:
        return "vb-cuoi"
    return f"vb vb-{min(block.depth, 5)}"
