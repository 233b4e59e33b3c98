"""Which document a citation means: linked only where one candidate is left; the rest is told to editors."""

from __future__ import annotations

import pytest

from factories import Project, a_plan
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.unknown_documents import CitingText, find_unresolved, register_entry
from giamngheo.content.schema import Plan
from giamngheo.legal import find_citations

DECREE = {"type": "nghi-dinh", "issuer": "chinh-phu", "title": "Một nghị định"}
PLAN = {"type": "ke-hoach", "issuer": "ubnd-tinh-cu", "title": "Một kế hoạch"}
DOCUMENTS = [
    {"id": "07-2021-nd-cp", "number": "07/2021/NĐ-CP", "issued": "2021-01-27", **DECREE},
    {"id": "52-kh", "number": "52/KH-UBND", "issued": "2023-03-10", **PLAN},
    {"id": "80-nq-cp-2011", "number": "80/NQ-CP", "issued": "2011-05-19", **DECREE, "type": "nghi-quyet"},
    {"id": "80-nq-cp-2022", "number": "80/NQ-CP", "issued": "2022-07-01", **DECREE, "type": "nghi-quyet"},
    {
        "id": "74-2025-qh15",
        "number": "74/2025/QH15",
        "issued": "2025",
        **DECREE,
        "type": "luat",
        "title": "Luật Việc làm",
    },
]


@pytest.fixture
def resolver(project: Project) -> CitationResolver:
    project.registers["documents"] += DOCUMENTS
    project.registers["agencies"][1]["place"] = "tinh-cu"
    project.registers["agencies"] += [{"id": "thu-tuong", "name": "Thủ tướng Chính phủ"}]
    project.write_registers()
    return CitationResolver(project.add(a_plan("a")).catalog())


def found(resolver: CitationResolver, text: str) -> list[str | None]:
    documents = [resolver.find(citation) for citation in find_citations(text)]
    return [document.id if document else None for document in documents]


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("Nghị định 7/2021/NĐ-CP", "07-2021-nd-cp"),
        ("Nghi dinh so 07/2021/ND-CP cua Chinh phu", "07-2021-nd-cp"),
        ("Nghị định số 07 ngày 27/01/2021", "07-2021-nd-cp"),
        ("Kế hoạch số 52/KH-UBND ngày 10/3/2023", "52-kh"),
        ("Kế hoạch 52/KH-UBND của UBND tỉnh Bắc Giang", "52-kh"),
        ("Nghị quyết số 80/NQ-CP năm 2011 của Chính phủ", "80-nq-cp-2011"),
        ("Luật Việc làm năm 2025", "74-2025-qh15"),
    ],
)
def test_one_candidate_is_linked(resolver: CitationResolver, text: str, document: str) -> None:
    assert found(resolver, text) == [document]


@pytest.mark.parametrize(
    "text",
    [
        "Quyết định số 07/2021/NĐ-CP",
        "Nghị định số 07/2021/NĐ-CP ngày 28/01/2021",
        "Nghị định số 07/2021/NĐ-CP của Thủ tướng Chính phủ",
        "Nghị quyết số 80/NQ-CP",
        "Kế hoạch 52/KH-UBND",
        "Kế hoạch 52/KH-UBND của UBND tỉnh",
        "Kế hoạch số 52/KH-UBND của UBND tỉnh Quảng Nam",
        "Nghị định số 07 của Chính phủ",
        "Luật Việc làm",
        "Luật Việc làm năm 2013",
    ],
)
def test_what_contradicts_or_may_be_another_is_not_linked(resolver: CitationResolver, text: str) -> None:
    assert found(resolver, text) == [None]


def test_the_province_is_that_of_the_plan_that_cites(resolver: CitationResolver) -> None:
    (citation,) = find_citations("Kế hoạch số 52/KH-UBND của UBND tỉnh")
    plan = resolver.catalog.of_kind(Plan)[0][1]
    document = resolver.find(citation, plan)
    assert document is not None
    assert document.id == "52-kh"


def test_an_unknown_document_becomes_one_entry_to_paste(resolver: CitationResolver) -> None:
    twice = "Nghị định số 99/2024/NĐ-CP;\nNghị định số 99/2024/NĐ-CP ngày 1/8/2024; "
    text = twice + "Nghị quyết số 80/NQ-CP; Luật Đất đai; Kế hoạch này"
    unknown, similar = find_unresolved(resolver, [CitingText("a.txt", 5, text)])
    assert register_entry(resolver, unknown) == (
        '- id: 99-2024-nd-cp\n  number: "99/2024/NĐ-CP"\n  type: nghi-dinh\n  issuer: chinh-phu\n'
        '  status: chua-xac-minh\n  title: "ĐIỀN trích yếu"\n  source: "Dẫn trong a.txt:5, a.txt:6"\n'
    )
    assert similar.similar == ("80-nq-cp-2011", "80-nq-cp-2022")
    assert similar.places == ("a.txt:6",)
