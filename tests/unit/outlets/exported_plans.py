"""An official plan with every component, and what is exported of it."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.text.paragraph import Paragraph

from factories import SITE_URL, ItemFile, Project, a_plan, files_of
from giamngheo.catalog.citations import CitationResolver
from giamngheo.catalog.plan_work import PlanWork
from giamngheo.content.schema import Plan
from giamngheo.legal import PlanReading, parse_outline
from giamngheo.outlets.exports.sources import PlanSource
from giamngheo.portal import Portal

ROOT = Path(__file__).parents[3]
SourceOf = Callable[[str], PlanSource]

FULL = """ỦY BAN NHÂN DÂN

TỈNH BẮC GIANG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM

Độc lập - Tự do - Hạnh phúc

Số: 52/KH-UBND

Bắc Giang, ngày 10 tháng 3 năm 2023

KẾ HOẠCH

Truyền thông về giảm nghèo

Thực hiện Nghị định số 75/2023/NĐ-CP ngày 19/10/2023 của Chính phủ;

I. MỤC ĐÍCH

1. Mục đích chung

a) Người dân biết chính sách
của Nhà nước.

- Ưu tiên xã khó khăn.

II. TỔ CHỨC THỰC HIỆN

1. Ủy ban nhân dân tỉnh Bắc Giang chủ trì, báo cáo trước ngày 15/11/2023.

Nơi nhận:

- Các sở;

KT. CHỦ TỊCH

PHÓ CHỦ TỊCH

Mai Sơn

PHỤ LỤC I

KINH PHÍ

1. Ngân sách tỉnh.
"""
KEYS: dict[str, object] = {
    "number": "52/KH-UBND",
    "issued": "2023-03-10",
    "signer": "Mai Sơn",
    "signer_role": "Phó Chủ tịch",
}


def full_plan(**keys: object) -> ItemFile:
    return a_plan("ke-hoach-52", FULL, **{**KEYS, **keys})


def exported(portal: Portal, ending: str, slug: str = "ke-hoach-52") -> bytes:
    return next(f.content for f in files_of(portal, "texts") if f.address == f"/ke-hoach/{slug}/{slug}.{ending}")


def paragraphs(content: bytes) -> list[Paragraph]:
    """Paragraphs of the file in their order, those of tables included."""
    document = Document(BytesIO(content))
    return [Paragraph(p, document) for p in document.element.body.iter(f"{{{document.element.nsmap['w']}}}p")]


def styles_of(content: bytes) -> dict[str, str]:
    return {p.text: str(p.style.name) for p in paragraphs(content) if p.text and p.style}


def sources_of(project: Project) -> SourceOf:
    """What takes any text as if it were that of the plan."""
    catalog = project.add(full_plan()).catalog()
    (entry,) = catalog.entries
    assert isinstance(entry.item, Plan)
    work = PlanWork(entry, entry.item, PlanReading(), (), ())
    resolver = CitationResolver(catalog)
    return lambda text: PlanSource(work, parse_outline(text), resolver, SITE_URL.rstrip("/"), "Cổng thông tin")
