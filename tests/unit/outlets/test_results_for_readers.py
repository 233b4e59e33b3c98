"""Pages and files of series: complete, honest about plans and conflicts, gone without a trace where there is none."""

from __future__ import annotations

import csv
import io
import json
from datetime import timedelta
from pathlib import Path

import pytest

from factories import NOW, Project, a_policy, a_series, codes, late_files, page
from giamngheo.outlets.pages.views import HomeView, PlaceView
from giamngheo.outlets.results.views import SeriesListView, SeriesView
from giamngheo.portal import Portal
from giamngheo.rendering.outputs import NoticeView, RedirectView

ROWS = (
    "ca-nuoc,2022,4.03",
    "ca-nuoc,2023,2.93",
    "ca-nuoc,2024,1,ke-hoach,,khoang",
    "tinh-cu,2023,2.63",
    "tinh-cu,2023,2.7,,nguon-2,,,,Nguồn nói khác",
    "tinh-moi,2022,3,,,,,,Tính lại",
    "tinh-moi,2024,2,,,,,chuan-2",
)


def files(portal: Portal) -> dict[str, bytes]:
    return {file.address: file.content for file in portal.files if file.address.startswith("/ket-qua/")}


def view(portal: Portal, address: str = "/ket-qua/ty-le/") -> SeriesView:
    shown = page(portal, address).view
    assert isinstance(shown, SeriesView)
    return shown


def test_without_series_nothing_of_them_is_made(project: Project) -> None:
    (project.folder / "content/results").mkdir()
    portal = project.add(a_policy()).portal()
    addresses = [p.address for p in portal.pages] + [f.address for f in portal.files]
    assert [a for a in addresses if "ket-qua" in a] == []
    home = page(portal, "/").view
    assert isinstance(home, HomeView)
    assert home.chart is None


def test_a_draft_and_a_series_of_tomorrow_leave_no_trace(project: Project) -> None:
    for hidden in ({"draft": "true"}, {"date": "2026-12-01"}, {"publish_at": "2026-12-01 08:00"}):
        portal = project.add_series(*ROWS, **hidden).portal()
        assert files(portal) == {}
        assert not [p.address for p in portal.pages if p.address.startswith("/ket-qua/")]
        assert not [name for name, text in late_files(portal).items() if "ket-qua" in text.decode("utf-8", "replace")]


def test_every_value_stands_in_a_table_with_its_source_and_day(project: Project) -> None:
    shown = view(project.add_series(*ROWS).portal())
    rows = [(b.anchor, r.period, r.text, r.sort, r.source.label, r.published) for b in shown.places for r in b.rows]
    assert rows == [
        ("ca-nuoc", "2022", "4,03%", "thực tế", "Báo Dân tộc", ""),
        ("ca-nuoc", "2023", "2,93%", "thực tế", "Báo Dân tộc", ""),
        ("ca-nuoc", "2024", "khoảng 1%", "kế hoạch, dự kiến", "Báo Dân tộc", ""),
        ("tinh-cu", "2023", "2,63%", "thực tế", "Báo Dân tộc", ""),
        ("tinh-cu", "2023", "2,7%", "thực tế", "Báo Nhân dân", "tháng 01/2025"),
        ("tinh-moi", "2022", "3%", "thực tế", "Báo Dân tộc", ""),
        ("tinh-moi", "2024", "2%", "thực tế", "Báo Dân tộc", ""),
    ]


def test_a_conflict_is_told_at_the_top_at_the_place_and_in_the_rows(project: Project) -> None:
    shown = view(project.add_series(*ROWS).portal())
    assert [c.label for c in shown.conflicts] == [
        "Tỉnh Bắc Giang, cuối năm 2023 các nguồn nói khác nhau: 2,63% và 2,7%"
    ]
    (block,) = (b for b in shown.places if b.anchor == "tinh-cu")
    assert [row.is_conflict for row in block.rows] == [True, True]
    assert "không lấy số ở giữa" in block.warnings[0]
    assert block.now == "tỉnh Bắc Ninh"


def test_a_change_of_standard_and_new_borders_are_said(project: Project) -> None:
    project.registers["places"][1]["from"] = "2025-07-01"
    project.write_registers()
    shown = view(project.add_series(*ROWS).portal())
    (block,) = (b for b in shown.places if b.anchor == "tinh-moi")
    mixed, borders = block.warnings
    assert mixed == (
        "Không so số đếm theo chuẩn này với số đếm theo chuẩn khác: "
        "2022 theo “Chuẩn thứ nhất”; 2024 theo “Chuẩn thứ hai”."
    )
    assert borders == "Số của những năm trước được nguồn tính theo địa giới có từ 01/07/2025."


def test_series_that_look_alike_point_to_one_another_while_public(project: Project) -> None:
    unlike = [{"series": "sl-hai", "why": "Cộng cả hộ cận nghèo."}]
    project.add_series(*ROWS, unlike=unlike)
    other: dict[str, object] = {"id": "sl-hai", "title": "Tỷ lệ nghèo đa chiều", "slug": "da-chieu", "counts": "Cả hai"}
    project.add_series(*ROWS, **other)  # type: ignore[arg-type]
    assert [(link.address, why) for link, why in view(project.portal()).unlike] == [
        ("/ket-qua/da-chieu/", "Cộng cả hộ cận nghèo.")
    ]
    project.add_series(*ROWS, **{**other, "draft": "true"})  # type: ignore[arg-type]
    assert view(project.portal()).unlike == ()


def test_the_list_gives_each_series_with_its_last_count_never_a_plan(project: Project) -> None:
    shown = page(project.add_series(*ROWS).portal(), "/ket-qua/").view
    assert isinstance(shown, SeriesListView)
    (line,) = shown.lines
    assert line.latest
    assert (line.latest.text, line.latest.when, line.place, line.has_conflict) == (
        "2,93%",
        "cuối năm 2023",
        "cả nước",
        True,
    )


def test_home_shows_one_chart_of_a_series_that_editors_chose(project: Project) -> None:
    project.add_series(*ROWS, featured="true")
    home = page(project.portal(), "/").view
    assert isinstance(home, HomeView)
    assert home.chart
    assert home.chart.series.address == "/ket-qua/ty-le/#ca-nuoc"
    project.add_series(*ROWS)
    assert page(project.portal(), "/").view.chart is None  # type: ignore[attr-defined]


def test_a_place_shows_its_own_figures_on_its_first_page(project: Project) -> None:
    project.add(a_policy(places=["tinh-cu"])).add_series(*ROWS)
    shown = page(project.portal(), "/dia-ban/tinh-cu/").view
    assert isinstance(shown, PlaceView)
    assert [(f.text, f.warning) for f in shown.results] == [("2,63% hoặc 2,7%", "các nguồn nói khác nhau")]
    assert [s.label for s in shown.results[0].sources] == ["Báo Dân tộc", "Báo Nhân dân"]
    country = page(project.portal(), "/dia-ban/tinh-moi/").view
    assert [f.text for f in country.results] == ["2%"]  # type: ignore[attr-defined]


def test_identity_and_old_addresses_lead_to_the_page(project: Project) -> None:
    portal = project.add_series(*ROWS, aliases=["/so-lieu/cu/"]).portal()
    for old in ("/id/sl-mot/", "/so-lieu/cu/"):
        shown = page(portal, old).view
        assert isinstance(shown, RedirectView)
        assert shown.target == "/ket-qua/ty-le/"


def test_a_withdrawn_series_leaves_a_notice_and_no_number(project: Project) -> None:
    withdrawn = {"date": "2026-11-10", "reason": "Nguồn đã rút số."}
    portal = project.add_series(*ROWS, withdrawn=withdrawn).portal()
    for address in ("/ket-qua/ty-le/", "/id/sl-mot/"):
        shown = page(portal, address).view
        assert isinstance(shown, NoticeView)
        assert "Nguồn đã rút số." in shown.lines[1]
    assert files(portal) == {}
    assert "/ket-qua/" not in [p.address for p in portal.pages]


def test_a_series_in_error_is_held_back_and_the_rest_goes_out(project: Project) -> None:
    project.add(a_policy()).add_series(*ROWS)
    project.write("content/results/sai.csv", a_series("ca-nuoc,2023,x", id="sl-sai", title="Chuỗi sai", counts="Khác"))
    strict, problems = project.build()
    assert strict is None
    assert "chuoi-so-sai" in codes(problems)
    portal = project.portal(on_error="hold")
    assert portal.held == ("content/results/sai.csv",)
    assert [s.address for s in portal.catalog.results] == ["/ket-qua/ty-le/"]


def test_an_item_may_link_to_the_file_of_a_series(project: Project) -> None:
    project.add(a_policy(body="Xem [tỷ lệ](../results/ty-le.csv).\n")).add_series(*ROWS)
    assert codes(project.check()) == ["chuoi-mau-thuan"]


def test_the_csv_has_a_mark_for_spreadsheets_and_a_decimal_point(project: Project) -> None:
    content = files(project.add_series("ca-nuoc,2022,4.03,,,hon,,,Ghi chú; có dấu").portal())[
        "/ket-qua/ty-le/ty-le.csv"
    ]
    assert content.startswith(b"\xef\xbb\xbfplace,")
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (row["value"], row["qualifier"], row["period_end"], row["in_conflict"]) == (
        "4.03",
        "hon",
        "2022-12-31",
        "false",
    )
    assert row["source_url"] == "https://bao.example.vn/bai"


def test_the_json_says_what_is_counted_and_gives_numbers(project: Project) -> None:
    data = json.loads(files(project.add_series(*ROWS).portal())["/ket-qua/ty-le/ty-le.json"])
    assert (data["counts"], data["unit"], data["standards"][0]["id"]) == ("Hộ nghèo trong 100 hộ", "%", "chuan-1")
    assert [v["value"] for v in data["values"]] == [4.03, 2.93, 1, 2.63, 2.7, 3, 2]
    assert [v["kind"] for v in data["values"]].count("ke-hoach") == 1


@pytest.mark.parametrize("package", ["datapackage.json", "ty-le/datapackage.json"])
def test_data_packages_are_valid(project: Project, tmp_path: Path, package: str) -> None:
    from frictionless import Package  # noqa: PLC0415 - takes a second to load

    rows = (*ROWS, "ca-nuoc,2025,chua-co-so", "xa-moi,2025,7,,75-2023-nd-cp,,uoc-tinh")
    for address, content in files(project.add_series(*rows).portal()).items():
        path = tmp_path / "site" / address[1:]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    report = Package(str(tmp_path / "site/ket-qua" / package)).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])
    assert report.tasks[0].stats["rows"] == len(rows)


def test_an_old_check_is_told_on_the_page(project: Project) -> None:
    project.add_series(*ROWS, last_checked="2026-11-01")
    assert not view(project.portal()).is_stale
    assert view(project.portal(now=NOW + timedelta(days=200))).is_stale


def test_a_long_series_is_light_and_quick(project: Project) -> None:
    rows = [f"{place},{1900 + year},{year % 90}" for place in ("ca-nuoc", "tinh-cu", "tinh-moi") for year in range(120)]
    shown = view(project.add_series(*rows).portal())
    assert [len(b.chart) < 8_000 for b in shown.places] == [True] * 3
    assert sum(len(b.rows) for b in shown.places) == 360
