"""Draws which document names which: one below the other, oldest first, with an arc from each to those that name it.

A column suits a phone; the arcs stand at the left, those of the document shown are drawn in full and thick, others
dashed and thin, so that the drawing can be read in black and white. Classes only: a style attribute would need a
laxer security policy.
"""

from __future__ import annotations

from html import escape

from giamngheo.outlets.pages.citation_graph import CitationGraph, Node
from giamngheo.outlets.pages.views import ChainRow, ChainView

_WIDTH, _ROW, _LANE = 328, 58, 74
_NARROWEST, _WIDEST = 14, 84
_LONGEST_NAME, _LONGEST_LINE = 27, 34
"""Letters that fit beside the arcs, in bold at 14 px and at 13 px."""


def make_chain(graph: CitationGraph, key: str) -> ChainView | None:
    """Return the chain around a document, or None where nothing names it and it names nothing."""
    nodes = graph.around(key)
    if len(nodes) == 1:
        return None
    rows = {node.key: index for index, node in enumerate(nodes)}
    named = ((cited, node.key) for node in nodes for cited in graph.cites(node.key) if cited in rows)
    edges = [(rows[cited], rows[citing]) for cited, citing in named]
    return ChainView(_draw(nodes, edges, rows[key]), tuple(_row(graph, node, rows, key) for node in nodes))


def _row(graph: CitationGraph, node: Node, rows: dict[str, int], key: str) -> ChainRow:
    cites = tuple(graph.nodes[cited].link for cited in graph.cites(node.key) if cited in rows)
    about = ", ".join(filter(None, (node.issuer, node.issued)))
    return ChainRow(node.link, about, node.key == key, cites)


def _draw(nodes: list[Node], edges: list[tuple[int, int]], shown: int) -> str:
    height = _ROW * len(nodes)
    words = "; ".join(f"{nodes[below].link.label} dẫn {nodes[above].link.label}" for above, below in edges)
    longest = max((abs(below - above) for above, below in edges), default=1)
    arcs = "".join(
        _arc((above, below), shown, longest) for above, below in sorted(edges, key=lambda edge: shown in edge)
    )
    labels = "".join(_label(node, index, shown) for index, node in enumerate(nodes))
    return (
        f'<svg class="chain" viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="p_chuoi p_chuoi-loi">'
        f'<title id="p_chuoi">Chuỗi văn bản dẫn nhau, cũ ở trên, mới ở dưới</title>'
        f'<desc id="p_chuoi-loi">{escape(words)}.</desc>{arcs}{labels}</svg>'
    )


def _arc(edge: tuple[int, int], shown: int, longest: int) -> str:
    """From the document named to the one that names it, ending in an arrow; the farther, the wider."""
    cited, citing = edge
    start, end = (index * _ROW + _ROW // 2 for index in edge)
    reach = _LANE - 8 - (_NARROWEST + (_WIDEST - _NARROWEST) * abs(citing - cited) // longest)
    own = " own" if shown in {cited, citing} else ""
    tip = _LANE - 7
    return (
        f'<path class="arc{own}" d="M{_LANE} {start}C{reach} {start} {reach} {end} {tip - 6} {end}"/>'
        f'<path class="tip{own}" d="M{tip} {end}l-9 -5v10z"/>'
    )


def _label(node: Node, index: int, shown: int) -> str:
    middle = index * _ROW + _ROW // 2
    own = " own" if index == shown else ""
    about = " · ".join(filter(None, (node.issued, node.short_issuer)))
    lines = (_cut(node.link.label, _LONGEST_NAME), _cut(about, _LONGEST_LINE))
    return (
        f'<circle class="dot{own}" cx="{_LANE}" cy="{middle}" r="{7 if own else 5}"/>'
        f'<text class="name{own}" x="{_LANE + 14}" y="{middle - 3}">{escape(lines[0])}</text>'
        f'<text x="{_LANE + 14}" y="{middle + 15}">{escape(lines[1])}</text>'
    )


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
