"""Page and styles: sizes, fonts and distances of Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I and II."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from msgspec import Struct

FONT = "Times New Roman"
PAGE_WIDTH, PAGE_HEIGHT = 210, 297
"""Millimetres, as all widths here."""
TOP, BOTTOM, LEFT, RIGHT = 20, 20, 30, 20
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
LEFT_COLUMN = 64
RIGHT_COLUMN = TEXT_WIDTH - LEFT_COLUMN
PADDING = 3.8
"""Left and right together, in every cell: what Word has where nothing is said."""
_PAGE_NUMBER_FROM_EDGE = 10

_CENTRE, _JUSTIFY, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT
_FROM_TEMPLATE = frozenset({"Normal", "Default Paragraph Font", "Normal Table", "No List"})
_PARTS = frozenset(
    {
        RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
        RELATIONSHIP_TYPE.CORE_PROPERTIES,
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.FONT_TABLE,
    }
)


class _Style(Struct, frozen=True):
    """Size and distances in points, indent of the first line in millimetres. The name is also its identity."""

    name: str
    size: float
    align: WD_ALIGN_PARAGRAPH
    bold: bool = False
    italic: bool = False
    capitals: bool = False
    indent: float = 0
    before: float = 0
    after: float = 0
    goes_with_next: bool = False


STYLES = (
    _Style("CoQuanChuQuan", 12, _CENTRE, capitals=True),
    _Style("CoQuanBanHanh", 12, _CENTRE, bold=True, capitals=True),
    _Style("QuocHieu", 12, _CENTRE, bold=True, capitals=True),
    _Style("TieuNgu", 13, _CENTRE, bold=True),
    _Style("SoKyHieu", 13, _CENTRE, before=4),
    _Style("NoiVaNgay", 13, _CENTRE, italic=True, before=4),
    _Style("TenLoai", 14, _CENTRE, bold=True, capitals=True, before=14, goes_with_next=True),
    _Style("TrichYeu", 14, _CENTRE, bold=True, goes_with_next=True),
    _Style("KinhGui", 14, _CENTRE, before=6, after=6),
    _Style("TenKinhGui", 14, _LEFT, after=2),
    _Style("CanCu", 14, _JUSTIFY, italic=True, indent=12.7, after=6),
    _Style("NoiDung", 14, _JUSTIFY, indent=12.7, after=6),
    _Style("DeMuc", 14, _JUSTIFY, bold=True, indent=12.7, after=6, goes_with_next=True),
    _Style("PhanChuong", 14, _CENTRE, bold=True, before=6, after=6, goes_with_next=True),
    _Style("TenPhuLuc", 14, _CENTRE, bold=True, capitals=True, goes_with_next=True),
    _Style("DanPhuLuc", 14, _CENTRE, italic=True, goes_with_next=True),
    _Style("BangDau", 13, _CENTRE, bold=True, before=2, after=2),
    _Style("BangChu", 13, _LEFT, before=2, after=2),
    _Style("BangSo", 13, _CENTRE, before=2, after=2),
    _Style("QuyenHan", 14, _CENTRE, bold=True, capitals=True, goes_with_next=True),
    _Style("NguoiKy", 14, _CENTRE, bold=True),
    _Style("NoiNhan", 12, _LEFT, bold=True, italic=True),
    _Style("TenNoiNhan", 11, _LEFT),
    _Style("DuongKe", 2, _CENTRE),
    _Style("CachDong", 8, _LEFT),
    _Style("SoTrang", 13, _CENTRE),
    _Style("ChanTrang", 8, _CENTRE, italic=True),
)


def new_docx() -> DocxDocument:
    """Return an empty file with page and styles; its bytes are made once, for the template of python-docx is large."""
    return Document(BytesIO(_empty()))


@cache
def _empty() -> bytes:
    document = Document()
    _shrink(document)
    for style in STYLES:
        _add(document, style)
    _set_page(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _shrink(document: DocxDocument) -> None:
    """Drop what nothing here uses: a hundred styles of the template, its colours, picture and custom XML."""
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.name_val not in _FROM_TEMPLATE:
            styles.remove(style)
    styles.remove(styles.find(qn("w:latentStyles")))
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype not in _PARTS]:
            rels.pop(key)
    normal = document.styles["Normal"]
    assert isinstance(normal, ParagraphStyle)  # noqa: S101 - the template says so
    _set_font(normal)
    normal.font.size = Pt(14)


def _set_font(style: ParagraphStyle) -> None:
    style.font.name = FONT
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in ("w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(theme), None)


def _add(document: DocxDocument, look: _Style) -> None:
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)  # noqa: S101 - the type asked for
    style.base_style = document.styles["Normal"]
    style.font.size = Pt(look.size)
    style.font.bold, style.font.italic, style.font.all_caps = look.bold, look.italic, look.capitals
    form = style.paragraph_format
    form.alignment = look.align
    form.first_line_indent = Mm(look.indent)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing = 1.0
    form.keep_with_next = look.goes_with_next
    form.widow_control = True


def begin_annex(document: DocxDocument) -> None:
    """Go on with a new section on a new page, whose pages are counted from 1 and numbered from 2 (Mục III.1.c)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.different_first_page_header_footer = True
    numbers = OxmlElement("w:pgNumType")
    numbers.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(numbers, "w:cols", "w:titlePg", "w:docGrid")  # noqa: SLF001 - not in python-docx


def _set_page(document: DocxDocument) -> None:
    """A4 upright; page numbers in the middle of the upper margin from the second page on."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(PAGE_WIDTH), Mm(PAGE_HEIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = section.footer_distance = Mm(_PAGE_NUMBER_FROM_EDGE)
    section.different_first_page_header_footer = True
    section.first_page_header.is_linked_to_previous = False
    number = section.header.paragraphs[0]
    number.style = document.styles["SoTrang"]
    _add_page_number(number)


def _add_page_number(paragraph: Paragraph) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields


def set_style(paragraph: Paragraph, style: str) -> None:
    """Give a paragraph one of `STYLES`. By identity: python-docx looks names up anew, at half the cost of a file."""
    paragraph._p.style = style  # noqa: SLF001 - as said


def draw_rule(paragraph: Paragraph, width: float, column: float) -> None:
    """Draw a line of `width` millimetres in the middle of a column."""
    set_style(paragraph, "DuongKe")
    side = Mm(max(0.0, (column - width) / 2))
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-docx has no borders
    borders = parse_xml(
        f'<w:pBdr {nsdecls("w")}><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    )
    properties.insert_element_before(borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")


def width_of(text: str, size: float) -> float:
    """Estimate the width of bold `text` in millimetres, measured on Times New Roman: 0.59 em a capital, 0.43 else."""
    return len(text) * size * (0.59 if text.isupper() else 0.43) * 25.4 / 72
