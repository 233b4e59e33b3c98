"""The way from a text to its outline: lines, drafts, anchors, blocks."""

from giamngheo.legal.anchors import make_anchors
from giamngheo.legal.blocks import Block, Outline
from giamngheo.legal.drafts import Draft, is_title
from giamngheo.legal.lines import measure_width, split_lines
from giamngheo.legal.reader import Reader


def parse_outline(text: str) -> Outline:
    """Return the outline of `text`; never raises, takes time in proportion to its length.

    Whatever is not recognised becomes a paragraph; nothing is lost: `source_text()` gives `text` again.
    """
    lines = list(split_lines(text))
    drafts = Reader(measure_width(lines)).read(lines)
    anchors = make_anchors(drafts)
    return Outline(text, tuple(_finish(draft, anchor) for draft, anchor in zip(drafts, anchors, strict=True)))


def _finish(draft: Draft, anchor: str) -> Block:
    text = draft.text
    return Block(
        draft.kind,
        draft.marker,
        text,
        draft.start,
        draft.last.end,
        draft.place.depth,
        anchor,
        is_title(draft.kind, text),
    )
