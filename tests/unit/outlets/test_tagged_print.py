"""What a screen reader and a copying reader get of printed files: everything, in order, in the letters of the text."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdf
import pytest

from factories import SITE_URL, Project, a_figure, a_policy
from giamngheo.content.schema import Policy
from giamngheo.outlets.materials.banner_files import write_pdf
from giamngheo.outlets.materials.banners import lay_out
from giamngheo.outlets.materials.leaflet_pdf import write_leaflet
from giamngheo.outlets.materials.leaflets import leaflet_of
from giamngheo.outlets.materials.paragraphs import Laid
from giamngheo.outlets.materials.sheets import Document

FULL = {
    "steps": [{"do": "Đến xã hỏi", "where": "Bộ phận một cửa", "papers": ["Căn cước"]}],
    "amounts": [a_figure(label="Mức mỗi tháng"), a_figure(label="Mức mỗi quý")],
    "eligibility": {"all": [{"other": "Ở xã nghèo"}, {"any": [{"other": "Trên 75 tuổi"}, {"other": "Khuyết tật"}]}]},
}
EVERY_LETTER = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
Node = tuple[str, str, tuple[int, ...], list["Node"]]
"""Kind, alternative text, marks, what is inside."""


def leaflet_file(project: Project, **front: object) -> bytes:
    catalog = project.add(a_policy(**{**FULL, **front})).catalog()
    ((_, policy),) = catalog.of_kind(Policy)
    return write_leaflet(leaflet_of(catalog, policy, SITE_URL))


def nodes(page: pdfium.PdfPage) -> list[Node]:
    """Tags that say something of a page, as trees."""
    tree = pdf.FPDF_StructTree_GetForPage(page)
    tops = [pdf.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(pdf.FPDF_StructTree_CountChildren(tree))]
    try:
        return [node(top) for top in tops if top]
    finally:
        pdf.FPDF_StructTree_Close(tree)


def node(element: object) -> Node:
    marks = (
        pdf.FPDF_StructElement_GetMarkedContentIdAtIndex(element, i)
        for i in range(pdf.FPDF_StructElement_GetMarkedContentIdCount(element))
    )
    inner = (
        pdf.FPDF_StructElement_GetChildAtIndex(element, i) for i in range(pdf.FPDF_StructElement_CountChildren(element))
    )
    kind, alt = said(pdf.FPDF_StructElement_GetType, element), said(pdf.FPDF_StructElement_GetAltText, element)
    return kind, alt, tuple(mark for mark in marks if mark >= 0), [node(one) for one in inner if one]


def said(ask: object, element: object) -> str:
    length = ask(element, None, 0)  # type: ignore[operator] # a function of the C library
    buffer = ctypes.create_string_buffer(length)
    ask(element, buffer, length)  # type: ignore[operator] # as above
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def read_out(page: pdfium.PdfPage) -> list[tuple[str, str]]:
    """What is said of a page: kind and words of each tag, in the order of the tags."""
    text, words = page.get_textpage(), dict[int, str]()
    for drawn in page.get_objects(filter=[pdf.FPDF_PAGEOBJ_TEXT]):
        mark = pdf.FPDFPageObj_GetMarkedContentID(drawn)
        length = pdf.FPDFTextObj_GetText(drawn, text, None, 0)
        buffer = (ctypes.c_ushort * length)()
        pdf.FPDFTextObj_GetText(drawn, text, buffer, length)
        words[mark] = words.get(mark, "") + bytes(buffer).decode("utf-16-le").rstrip("\0")
    assert -1 not in words, "letters that no tag speaks of"
    told = [(kind, words.pop(mark, alt)) for kind, alt, marks, _ in flat(nodes(page)) for mark in marks]
    assert not words, "letters that no screen reader comes to"
    return [(kind, " ".join(line.split())) for kind, line in told]


def flat(found: list[Node]) -> Iterator[Node]:
    for one in found:
        yield one
        yield from flat(one[3])


def test_all_of_a_leaflet_is_read_out_as_what_it_is(project: Project) -> None:
    with pdfium.PdfDocument(leaflet_file(project)) as document:
        assert pdf.FPDFCatalog_IsTagged(document)
        outside, inside = (read_out(page) for page in document)
    assert ("H1", "Thẻ bảo hiểm y tế") in outside
    assert [kind for kind, _ in (*outside, *inside)].count("H1") == 1
    assert [words for kind, words in outside if kind == "H2"][:1] == ["Nói ngắn gọn"]
    assert [words for kind, words in inside if kind == "H2"] == ["Được gì", "Ai được", "Làm thế nào", "Các mức"]
    assert ("Figure", "Mã vuông (QR) dẫn tới https://giamngheo.example/id/bao-hiem-y-te/") in outside
    assert ("P", "1. Đến xã hỏi") in inside
    items = [words for kind, words in inside if kind == "LBody"]
    assert items[:2] == ["Ở xã nghèo, và thuộc một trong các trường hợp:", "Trên 75 tuổi"]
    assert len([item for item in items if item.startswith("Mức mỗi")]) == 2


def test_an_inner_list_belongs_to_the_item_before_it(project: Project) -> None:
    with pdfium.PdfDocument(leaflet_file(project)) as document:
        lists = [one for one in flat(nodes(document[1])) if one[0] == "L"]
    who = lists[0]
    assert [kind for kind, *_ in who[3]] == ["LI"] * len(who[3])
    inner = [one for one in flat(who[3]) if one[0] == "L"]
    assert len(inner) == 1
    assert len(inner[0][3]) == 2


def test_the_cover_is_read_first_and_the_back_last(project: Project) -> None:
    with pdfium.PdfDocument(leaflet_file(project)) as document:
        outside = read_out(document[0])
    words = [text for _, text in outside]
    assert words.index("Thẻ bảo hiểm y tế") < words.index("Nói ngắn gọn") < words.index("Trước khi dùng")


@pytest.mark.parametrize("text", [EVERY_LETTER, EVERY_LETTER.upper(), "giá 5 € × 2 m² – “ba” … ½", "(a\\b) <c> [d] %e"])
def test_what_is_copied_is_what_was_written(project: Project, text: str) -> None:
    words = re.sub(r"(\w{9})(?=\w)", r"\1 ", text)
    with pdfium.PdfDocument(leaflet_file(project, benefit=words)) as document:
        copied = " ".join(document[1].get_textpage().get_text_range().split())
        assert words in copied
        assert ("P", words) in read_out(document[1])


def test_a_word_longer_than_its_line_is_broken_after_a_sign() -> None:
    document = Document("", "", "")
    sheet = document.sheet((400, 400))
    Laid("large", "tối đa 4 triệu đồng/người/tháng", 14, 10, 100, 190).draw(sheet, document.tag)
    with pdfium.PdfDocument(document.file()) as read:
        assert read[0].get_textpage().get_text_range().split() == ["tối", "đa", "4", "triệu", "đồng/người/", "tháng"]


def test_a_banner_says_its_slogan_though_it_is_all_curves() -> None:
    with pdfium.PdfDocument(write_pdf(lay_out("Vì người nghèo"), "52/KH-UBND", "Giảm nghèo")) as document:
        told = read_out(document[0])
    assert told[0] == ("H1", "Vì người nghèo")
    assert told[2] == ("P", "Nguồn lời khẩu hiệu: 52/KH-UBND. Giảm nghèo")


def test_programs_of_printers_find_nothing_to_mend(project: Project) -> None:
    """Readers mend files in silence; printers' programs do not all."""
    for content in (leaflet_file(project), write_pdf(lay_out("Vì người nghèo"), "52/KH-UBND", "Giảm nghèo")):
        with pikepdf.open(BytesIO(content)) as read:
            assert not read.check_pdf_syntax()
            assert not {"/CreationDate", "/ModDate"} & set(read.docinfo)
            assert read.Root.Lang == "vi"


def test_a_tag_knows_its_page_and_every_mark_its_tag(project: Project) -> None:
    """Programs that read a page alone go from marks to tags, those that read a document the other way."""
    with pikepdf.open(BytesIO(leaflet_file(project))) as read:
        parents = read.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(read.pages):
            assert [parents[2 * number], page.StructParents] == [number, number]
            for mark, tag in enumerate(parents[2 * number + 1]):
                assert tag.Pg.objgen == page.objgen
                assert mark in list(tag.K)


def test_lone_surrogates_and_brackets_in_a_title_harm_nothing() -> None:
    document = Document("bốn\ud800 (hai\\) >>", ")", "")
    document.sheet((10, 10))
    with pdfium.PdfDocument(document.file()) as read:
        assert read.get_metadata_value("Title") == "bốn? (hai\\) >>"
