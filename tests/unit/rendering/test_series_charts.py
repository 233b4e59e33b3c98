"""Charts of series: the same bytes each time, safe under the policy, readable without colour and without eyes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from factories import Project
from giamngheo.catalog.results import PublicSeries
from giamngheo.ground.cache import Cache
from giamngheo.rendering.results import Charts
from giamngheo.rendering.results import charts as module
from giamngheo.rendering.results.words import reading

ROWS = (
    "ca-nuoc,2021,5.2",
    "ca-nuoc,2022,4.03",
    "ca-nuoc,2023,3,,,,,chuan-2",
    "ca-nuoc,2023,2,,nguon-2,,,chuan-2",
    "ca-nuoc,2024,1.93,,,,so-bo,chuan-2",
    "ca-nuoc,2025,1,ke-hoach,,khoang,,chuan-2",
)


def chart_of(series: PublicSeries, cache: Cache | None = None) -> etree._Element:
    svg = Charts(cache or Cache(None)).chart(series, "ca-nuoc", "cả nước")
    return etree.fromstring(svg)


def series_of(project: Project, *rows: str) -> PublicSeries:
    (series,) = project.add_series(*rows).catalog().results
    return series


def classes(svg: etree._Element) -> list[str]:
    return [str(g.get("class")) for g in svg.iterfind("g")]


def lines(svg: etree._Element, name: str) -> list[str]:
    """Lines (not marks) of a class: their paths have no place of their own."""
    return [str(p.get("d")) for p in svg.xpath(f"g[@class='{name}']/path[not(@transform)]")]


def test_every_kind_of_number_has_a_mark_of_its_own(project: Project) -> None:
    svg = chart_of(series_of(project, *ROWS))
    marks = {name: len(svg.xpath(f"g[@class='{name}']/path[@transform]")) for name in set(classes(svg))}
    assert {k: v for k, v in marks.items() if v} == {"actual": 2, "preliminary": 1, "plan": 1, "conflict": 2}
    shapes = {str(svg.xpath(f"g[@class='{n}']/path[@transform]")[0].get("d")) for n in ("actual", "plan", "conflict")}
    assert len(shapes) == 3
    fills = {
        n: svg.xpath(f"g[@class='{n}']/path[@transform]")[0].get("fill") for n in ("actual", "preliminary", "plan")
    }
    assert fills == {"actual": "currentColor", "preliminary": "none", "plan": "none"}


def test_lines_join_one_run_and_plans_are_dashed(project: Project) -> None:
    svg = chart_of(series_of(project, *ROWS))
    (solid,) = lines(svg, "actual")
    assert len(re.findall("[ML]", solid)) == 2, "2021 and 2022 only: after them another standard"
    assert svg.xpath("g[@class='plan']/path[not(@transform)]/@stroke-dasharray")
    assert len(lines(svg, "break")) == 1


def test_heights_begin_at_zero(project: Project) -> None:
    svg = chart_of(series_of(project, "ca-nuoc,2021,100", "ca-nuoc,2022,50"))
    places = [str(p.get("transform")) for p in svg.xpath("g[@class='actual']/path[@transform]")]
    high, low = (float(re.findall(r"[\d.]+", place)[1]) for place in places)
    base = float(re.findall(r"[\d.]+", lines(svg, "base")[0])[1])
    assert base - high == pytest.approx(2 * (base - low), abs=0.2)


def test_numbers_are_words_of_the_page_in_vietnamese_form(project: Project) -> None:
    svg = chart_of(series_of(project, "ca-nuoc,2021,5.2", "ca-nuoc,2022,4.03,,,khoang"))
    assert [t.text for t in svg.iter("text")] == ["2021", "2022", "5,2", "≈4,03"]
    assert {t.get("font-size") for t in svg.iter("text")} == {"13"}


def test_a_chart_has_no_style_no_script_and_no_foreign_id(project: Project) -> None:
    svg = chart_of(series_of(project, *ROWS))
    assert not svg.xpath("//@style | //style | //script | //*[starts-with(name(), 'use')] | //metadata")
    assert svg.xpath("//@id") == ["p_ty-le--ca-nuoc-t"] == [svg.get("aria-labelledby")]


def test_a_chart_has_a_name_and_its_sentence_stands_beside_it_once(project: Project) -> None:
    series = series_of(project, *ROWS)
    svg = chart_of(series)
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Tỷ lệ hộ nghèo theo rà soát, cả nước"
    assert svg.find("desc") is None
    assert reading(series, "ca-nuoc") == (
        "Cuối năm 2021: 5,2%; cuối năm 2022: 4,03%, giảm. Cuối năm 2024: 1,93%. "
        "Cuối năm 2023 các nguồn nói khác nhau: 3% và 2%. Kế hoạch, dự kiến cuối năm 2025: khoảng 1%."
    )


def test_one_period_gives_no_chart(project: Project) -> None:
    series = series_of(project, "ca-nuoc,2021,5.2", "ca-nuoc,2022,chua-co-so")
    assert Charts(Cache(None)).chart(series, "ca-nuoc", "cả nước") == ""


def test_a_year_and_its_last_day_are_one_moment_and_give_no_chart(project: Project) -> None:
    (series,) = project.add_series("ca-nuoc,2021,5", "ca-nuoc,2021-12-31,5", frequency="khong-deu").catalog().results
    assert Charts(Cache(None)).chart(series, "ca-nuoc", "cả nước") == ""


def test_many_periods_name_only_some_and_the_last(project: Project) -> None:
    svg = chart_of(series_of(project, *(f"ca-nuoc,{year},{year - 1990}" for year in range(1996, 2026))))
    ticks = [t.text for t in svg.xpath("g[@class='tick']/text") if t.text]
    assert len(ticks) <= module.MANY
    assert ticks[-1] == "2025"


def test_hostile_words_stay_words(project: Project) -> None:
    project.add_series("ca-nuoc,2021,5.2", "ca-nuoc,2022,4", title='Tỷ lệ <script>alert(1)</script> & "nghèo" >')
    (series,) = project.catalog().results
    svg = chart_of(series)
    assert "<script>" in (svg.findtext("title") or "")
    assert not svg.xpath("//script")


def test_a_chart_is_the_same_each_time_and_drawn_once(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    series, cache = series_of(project, *ROWS), Cache(tmp_path / "cache")
    first = Charts(cache).chart(series, "ca-nuoc", "cả nước")
    assert Charts(Cache(None)).chart(series, "ca-nuoc", "cả nước") == first
    monkeypatch.setattr("giamngheo.rendering.results.drawing.draw", None)
    assert Charts(cache).chart(series, "ca-nuoc", "cả nước") == first
    assert len(first.encode()) < 6000
