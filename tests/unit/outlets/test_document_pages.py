"""Pages of documents: links in official texts, who cites whom, the drawing, lists and records of the search."""

from __future__ import annotations

import html
import json
import re
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from factories import Project, a_plan, page
from giamngheo.content.register_schema import DocumentType
from giamngheo.legal import TYPE_NAMES
from giamngheo.outlets.pages.kinds.plan import PlanView
from giamngheo.outlets.pages.views import DocumentsView, DocumentView
from giamngheo.rendering import SITE
from giamngheo.rendering.official import render_official

DECREE = "Nghị định số 75/2023/NĐ-CP"
BODY = f"Thực hiện {DECREE} ngày 19/10/2023 của Chính phủ; Quyết định số 1/QĐ-XYZ <b>&amp;\n\nI. MỤC ĐÍCH\n"
PIECES = [BODY, "Luật Trẻ em 2016", "<cite n=", '<cite n="0">', "&lt;", "số 52/KH-UBND", "\n", "| ", "- Nghị định này"]
_MARK = re.compile(r"</?cite[^>]*>")
_TAG = re.compile("<[^>]+>")


def document_view(project: Project, address: str) -> DocumentView:
    view = page(project.portal(), address).view
    assert isinstance(view, DocumentView)
    return view


def test_a_citation_links_to_its_document_and_no_character_changes(project: Project) -> None:
    view = page(project.add(a_plan("a", body=BODY)).portal(), "/ke-hoach/a/").view
    assert isinstance(view, PlanView)
    link = f'<a class="cite" href="{SITE}/van-ban/75-2023-nd-cp/">Nghị định số 75/2023/NĐ-CP</a>'
    assert link in view.item.html
    assert html.unescape(_TAG.sub("", view.item.html)).split() == BODY.split()


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_marking_citations_keeps_every_character(body: str) -> None:
    unmarked = _MARK.sub("", render_official(body).html)
    assert html.unescape(_TAG.sub(" ", unmarked)).split() == body.split()


def test_the_page_of_a_document_tells_who_names_it_and_where(project: Project) -> None:
    view = document_view(project.add(a_plan("a", body=BODY)), "/van-ban/75-2023-nd-cp/")
    ((plan, places),) = view.cited_in
    assert plan.address == "/ke-hoach/a/"
    assert places[0].clause == "Thực hiện Nghị định số 75/2023/NĐ-CP ngày 19/10/2023 của Chính phủ"
    assert re.fullmatch("/ke-hoach/a/#can-cu-[0-9a-f]{4}", places[0].address)


def test_the_drawing_and_the_list_beside_it_say_the_same(project: Project) -> None:
    project.registers["documents"].append(
        {
            "id": "146-2018-nd-cp",
            "number": "146/2018/NĐ-CP",
            "type": "nghi-dinh",
            "issuer": "chinh-phu",
            "issued": "2018",
            "title": "Nghị định <trước>",
        }
    )
    project.registers["documents"][0]["cites"] = ["146-2018-nd-cp"]
    project.write_registers()
    view = document_view(project.add(a_plan("a", body=BODY)), "/van-ban/146-2018-nd-cp/")
    assert view.chain is not None
    assert [row.link.label for row in view.chain.rows] == [
        "Nghị định 146/2018/NĐ-CP",
        "Nghị định 75/2023/NĐ-CP",
        "Kế hoạch truyền thông",
    ]
    assert (
        "Nghị định 75/2023/NĐ-CP dẫn Nghị định 146/2018/NĐ-CP; Kế hoạch truyền thông dẫn Nghị định 75"
        in view.chain.drawing
    )
    assert view.chain.drawing.count('class="arc') == 2
    assert "style=" not in view.chain.drawing
    assert [line.number for line in view.cited_by] == ["75/2023/NĐ-CP"]


def test_a_document_alone_has_no_drawing(project: Project) -> None:
    assert document_view(project.add(a_plan("a")), "/van-ban/75-2023-nd-cp/").chain is None


def test_an_unpublished_plan_cites_nothing(project: Project) -> None:
    project.add(a_plan("a", body=BODY, draft="true"), a_plan("b", body=BODY, date="2027-01-01"))
    view = document_view(project, "/van-ban/75-2023-nd-cp/")
    assert (view.cited_in, view.chain) == ((), None)


def test_documents_are_listed_by_type_year_issuer_and_state(project: Project) -> None:
    portal = project.portal()
    view = page(portal, "/van-ban/").view
    assert isinstance(view, DocumentsView)
    addresses = [link.address for facet in view.facets for link, _, _ in facet.choices]
    assert addresses == [
        "/van-ban/theo-loai/nghi-dinh/",
        "/van-ban/theo-nam/2023/",
        "/van-ban/theo-co-quan/chinh-phu/",
        "/van-ban/theo-tinh-trang/con-hieu-luc/",
    ]
    assert {p.address for p in portal.pages} >= set(addresses)


def test_records_of_the_search_hold_what_is_sought(project: Project) -> None:
    (file,) = [file for file in project.portal().files if file.address == "/van-ban/danh-sach.json"]
    records = json.loads(file.content)
    row = ["75-2023-nd-cp", "75/2023/NĐ-CP", "Sửa đổi quy định về bảo hiểm y tế", "nghi-dinh", "chinh-phu", "2023"]
    assert records["van-ban"] == [[*row, "con-hieu-luc", "19/10/2023"]]
    assert records["co-quan"] == {"chinh-phu": "Chính phủ"}


def test_every_type_of_the_register_has_a_name() -> None:
    assert set(get_args(DocumentType)) == set(TYPE_NAMES)
