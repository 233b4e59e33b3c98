"""Tables of an administrative text. Written as XML at once: python-docx takes a second for a hundred rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as DocxDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from giamngheo.ground.characters import drop_illegal
from giamngheo.rendering.official_docx.document import OfficialLink, OfficialTable, TableColumn

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""

_EDGES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_PROPERTIES = (
    '<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
    f"<w:tblBorders>{_EDGES}</w:tblBorders>"
    '<w:tblLayout w:type="fixed"/></w:tblPr>'
)
_MOST_OF_A_FIELD = 1000
"""Characters of an address that is made a link: Word refuses longer codes of fields."""


def write_table(docx: DocxDocument, table: OfficialTable) -> None:
    """Add a table; rows are not broken over pages, the heading is repeated on each."""
    widths = [round(column.width * _TWIPS) for column in table.columns]
    head = _row([c.title for c in table.columns], widths, ["BangDau"] * len(widths), is_head=True)
    styles = [_style(column) for column in table.columns]
    rows = "".join(_row(row, widths, styles) for row in table.rows)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = _PROPERTIES.format(width=sum(widths))
    markup = f"<w:tbl {nsdecls('w')}>{properties}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
    docx.element.body[-1].addprevious(parse_xml(markup))  # the last element holds the page


def _style(column: TableColumn) -> str:
    return "BangSo" if column.is_number else "BangChu"


def _row(
    cells: Iterable[str | OfficialLink], widths: Iterable[int], styles: Iterable[str], *, is_head: bool = False
) -> str:
    whole = "".join(_cell(c, w, s) for c, w, s in zip(cells, widths, styles, strict=True))
    repeated = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{whole}</w:tr>"


def _cell(cell: str | OfficialLink, width: int, style: str) -> str:
    content = "".join(_content(cell))
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph}</w:tc>'


def _content(cell: str | OfficialLink) -> Iterator[str]:
    """Yield the run; of a link a field, which needs no list of addresses beside the text as a hyperlink would."""
    text = cell if isinstance(cell, str) else cell.text
    run = f'<w:r><w:t xml:space="preserve">{escape(drop_illegal(" ".join(text.split())))}</w:t></w:r>'
    address = "" if isinstance(cell, str) else drop_illegal(cell.address)
    if address and '"' not in address and len(address) <= _MOST_OF_A_FIELD:
        code = quoteattr(f'HYPERLINK "{address}"')
        yield f"<w:fldSimple w:instr={code}>{run}</w:fldSimple>"
    else:
        yield run
