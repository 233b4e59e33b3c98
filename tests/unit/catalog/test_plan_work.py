"""Which agency a plan means, when its deadlines fall, which plans are compared."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from factories import Project, a_plan
from giamngheo.catalog import Catalog
from giamngheo.catalog.addressees import Addressees, agencies_now
from giamngheo.catalog.occurrences import first_occurrence
from giamngheo.catalog.plan_work import PlanWork, upcoming_deadlines, works_of
from giamngheo.catalog.related_plans import pair_plans
from giamngheo.ground.cache import Cache
from giamngheo.ground.clock import VIETNAM
from giamngheo.legal import YearDay, read_plan

AGENCIES: list[dict[str, object]] = [
    {"id": "so-ld-cu", "name": "Sở Lao động - Thương binh và Xã hội tỉnh Bắc Giang", "place": "tinh-cu"},
    {"id": "so-ld-moi", "name": "Sở Lao động - Thương binh và Xã hội tỉnh Bắc Ninh", "place": "tinh-moi"},
    {"id": "so-tc", "name": "Sở Tài chính tỉnh Bắc Giang", "place": "tinh-cu", "successors": ["so-tc-moi"]},
    {"id": "so-tc-moi", "name": "Sở Tài chính tỉnh Bắc Ninh", "place": "tinh-moi"},
    {"id": "phong-ld", "name": "Phòng Lao động - Thương binh và Xã hội huyện Lục Nam", "place": "huyen-cu"},
    {"id": "mttq-tinh", "name": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Bắc Giang", "place": "tinh-cu"},
    {"id": "doi-mot", "name": "Đội Một", "abbreviations": ["Đội"]},
    {"id": "doi-hai", "name": "Đội Hai", "abbreviations": ["Đội"]},
]
BODY = "V. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n- Báo cáo trước ngày {}.\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.registers["agencies"] += AGENCIES
    made.registers["abbreviations"] = [
        {"id": "ld", "short": "LĐ-TB&XH", "long": "Lao động - Thương binh và Xã hội"},
        {"id": "mttq", "short": "MTTQ", "long": "Mặt trận Tổ quốc"},
    ]
    made.write_registers()
    return made


def works_in(project: Project, now: datetime = datetime(2023, 6, 1, 12, tzinfo=VIETNAM)) -> tuple[PlanWork, ...]:
    catalog = project.catalog(now)
    readings = {e.loaded.path: read_plan(e.loaded.body) for e in catalog.entries}
    return works_of(catalog, readings)


def catalog_of(project: Project) -> Catalog:
    return project.catalog()


@pytest.mark.parametrize(
    ("name", "places", "agency"),
    [
        ("Sở Lao động - Thương binh và Xã hội", ["tinh-cu"], "so-ld-cu"),
        ("Sở Lao động - Thương binh và Xã hội", ["tinh-moi"], "so-ld-moi"),
        ("Sở LĐ-TB&XH", ["huyen-cu"], "so-ld-cu"),
        ("SỞ LAO ĐỘNG – THƯƠNG BINH VÀ XÃ HỘI TỈNH BẮC NINH", ["tinh-cu"], "so-ld-moi"),
        ("So Lao dong -Thuong binh va Xa hoi", ["tinh-cu"], "so-ld-cu"),
        ("Phòng Lao động - Thương binh và Xã hội huyện", ["huyen-cu"], "phong-ld"),
        ("Ủy ban MTTQ Việt Nam tỉnh", ["huyen-cu"], "mttq-tinh"),
        ("Phòng Lao động - Thương binh và Xã hội", ["tinh-cu"], None),
        ("Các sở, ban, ngành", ["tinh-cu"], None),
        ("Sở Y tế", ["tinh-cu"], None),
        ("Đội", ["tinh-cu"], None),
        ("", ["tinh-cu"], None),
    ],
)
def test_a_name_means_an_agency_only_where_exactly_one_is_left(
    project: Project, name: str, places: list[str], agency: str | None
) -> None:
    found = Addressees(catalog_of(project)).find(name, places)
    assert (found.id if found else None) == agency


def test_an_agency_is_followed_to_what_it_is_now(project: Project) -> None:
    catalog = catalog_of(project)
    assert [a.id for a in agencies_now(catalog, catalog.agencies["so-tc"])] == ["so-tc-moi"]
    assert agencies_now(catalog, catalog.agencies["so-tc-moi"]) == []


@pytest.mark.parametrize(
    ("day", "start", "end", "first"),
    [
        (YearDay(11, 10), date(2023, 6, 1), None, date(2023, 11, 10)),
        (YearDay(11, 10), date(2023, 11, 10), None, date(2023, 11, 10)),
        (YearDay(11, 10), date(2023, 11, 11), date(2023, 12, 31), None),
        (YearDay(2, 29), date(2023, 1, 1), None, date(2023, 2, 28)),
        (YearDay(None, 31), date(2023, 4, 5), None, date(2023, 4, 30)),
        (YearDay(None, 5), date(2023, 12, 6), None, date(2024, 1, 5)),
        (YearDay(12, 31), date(9999, 12, 31), None, date(9999, 12, 31)),
        (YearDay(1, 1), date(9999, 12, 31), None, None),
    ],
)
def test_a_day_without_a_year_falls_on_the_next_one_in_the_period(
    day: YearDay, start: date, end: date | None, first: date | None
) -> None:
    assert first_occurrence(day, start, end) == first


def test_deadlines_are_due_only_while_the_years_of_the_plan_run(project: Project) -> None:
    period = {"from": "2022", "to": "2023"}
    project.add(a_plan("mot", BODY.format("10/11 hằng năm"), places=["tinh-cu"], period=period, date="2022-01-01"))
    (running,) = works_in(project)
    assert [(d.next_day, d.is_over) for d in running.deadlines] == [(date(2023, 11, 10), False)]
    assert [a.agency.id for d in running.deadlines for a in d.to if a.agency] == ["so-tc"]
    (ended,) = works_in(project, datetime(2024, 1, 1, 12, tzinfo=VIETNAM))
    assert [(d.next_day, d.is_over) for d in ended.deadlines] == [(None, True)]


def test_the_front_page_gets_what_is_due_soon_and_nothing_of_ended_plans(project: Project) -> None:
    keys: dict[str, object] = {"places": ["tinh-cu"], "date": "2022-01-01"}
    project.add(
        a_plan("mot", BODY.format("30/6/2023"), period={"from": "2023", "to": "2023"}, **keys),
        a_plan("hai", BODY.format("15/6/2023"), period={"from": "2023", "to": "2023"}, **keys),
        a_plan("cu", BODY.format("10/6/2023"), period={"from": "2021", "to": "2022"}, **keys),
        a_plan("xa", BODY.format("15/12/2023"), period={"from": "2023", "to": "2023"}, **keys),
        a_plan("nhap", BODY.format("12/6/2023"), period={"from": "2023", "to": "2023"}, draft=True, **keys),
    )
    soon = upcoming_deadlines(works_in(project), date(2023, 6, 1), timedelta(days=60))
    assert [(d.entry.item.id, d.next_day) for d in soon] == [("hai", date(2023, 6, 15)), ("mot", date(2023, 6, 30))]
    assert soon[0].address == "/ke-hoach/hai/#phan-v-muc-1-gach-" + soon[0].due.anchor[-4:]


def test_a_summary_by_the_editors_gives_no_duties(project: Project) -> None:
    project.add(a_plan("tom-tat", BODY.format("30/6/2023"), text_quality="news-summary", date="2022-01-01"))
    assert works_in(project) == ()


def test_plans_are_compared_with_the_one_they_carry_out_else_with_one_on_the_same_document(project: Project) -> None:
    def plan(slug: str, grounds: str, place: str, **keys: object) -> None:
        body = f"KẾ HOẠCH\n\nTruyền thông\n\nThực hiện {grounds};\n\nI. MỤC ĐÍCH\n\n- Nội dung {slug}.\n"
        project.add(a_plan(slug, body, places=[place], date="2022-01-01", period={"from": "2022"}, **keys))

    plan("tinh", "Quyết định số 650/QĐ-LĐTBXH ngày 21/7/2022", "tinh-cu", number="52/KH-UBND", issued="2022-08-01")
    plan("huyen", "Kế hoạch số 52/KH-UBND ngày 01/8/2022", "huyen-cu", number="7/KH-UBND", issued="2022-09-01")
    plan(
        "tinh-khac", "Quyết định số 650/QĐ-LĐTBXH ngày 21/07/2022", "tinh-moi", number="9/KH-UBND", issued="2022-09-02"
    )
    plan("la", "Kế hoạch số 52/KH-UBND ngày 05/5/2021", "xa-moi", issued="2022-10-01")
    works = works_in(project)
    found = {
        (p.work.slug, p.other.slug, p.ground, p.document) for p in pair_plans(catalog_of(project), works, Cache(None))
    }
    assert found == {
        ("huyen", "tinh", "implements", "52/KH-UBND"),
        ("tinh-khac", "tinh", "same-document", "650/QĐ-LĐTBXH"),
    }
