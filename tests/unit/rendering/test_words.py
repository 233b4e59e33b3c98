"""Figures and eligibility in the words of a reader."""

from __future__ import annotations

import pytest

from factories import SOURCE, Project, a_figure, a_policy
from giamngheo.content.schema import Policy
from giamngheo.rendering.eligibility_words import who_lines
from giamngheo.rendering.figures import figure_text, figure_view


def policy(**front: object) -> Policy:
    item = a_policy(**front).item
    assert isinstance(item, Policy)
    return item


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ({}, "1,5 triệu đồng/tháng"),
        ({"value": "500000"}, "500.000 đồng/tháng"),
        ({"value": "1234567"}, "1.234.567 đồng/tháng"),
        ({"value": "100000000", "unit": "đồng/hộ", "qualifier": "toi-da"}, "tối đa 100 triệu đồng/hộ"),
        ({"value": "1500000", "value_to": "2000000"}, "1,5 triệu đến 2 triệu đồng/tháng"),
        ({"value": "6.24", "unit": "%/năm"}, "6,24%/năm"),
        ({"value": "6.50", "unit": "%"}, "6,50%"),
        ({"value": "3", "value_to": "5", "unit": "tháng", "qualifier": "khoang"}, "khoảng 3 đến 5 tháng"),
        ({"value": "30", "unit": "hộ", "qualifier": "hon"}, "hơn 30 hộ"),
        ({"value": None, "unit": None, "formula": "127% lãi suất hộ nghèo"}, "127% lãi suất hộ nghèo"),
        ({"value": "8", "unit": "%", "formula": "bằng 127% của 6,3%"}, "8% (bằng 127% của 6,3%)"),
        ({"value": "1500.5", "unit": "đồng/kWh"}, "1.500,5 đồng/kWh"),
        ({"value": "-5", "unit": "độ"}, "-5 độ"),
        ({"value": "0", "unit": "đồng"}, "0 đồng"),
    ],
)
def test_a_figure_as_people_say_it(keys: dict[str, object], text: str) -> None:
    assert figure_text(policy(amounts=[a_figure(**keys)]).amounts[0]) == text


@pytest.mark.parametrize(
    ("keys", "when"),
    [
        ({"on": "2025"}, "số liệu năm 2025"),
        ({"on": "2025-12"}, "số liệu tháng 12/2025"),
        ({"on": "2025-12-01"}, "số liệu ngày 01/12/2025"),
        ({"valid_from": "2026-01-01"}, "áp dụng từ 01/01/2026"),
        ({"valid_to": "2026-12-31"}, "áp dụng đến 31/12/2026"),
        ({"valid_from": "2026-01-01", "valid_to": "2026-12-31"}, "áp dụng từ 01/01/2026 đến 31/12/2026"),
    ],
)
def test_a_figure_says_when_it_is_true(project: Project, keys: dict[str, object], when: str) -> None:
    item = policy(amounts=[a_figure(**keys)])
    assert figure_view(project.catalog(), item, item.amounts[0]).when == when


def test_a_figure_names_its_source_from_the_item_or_from_the_register(project: Project) -> None:
    item = policy(amounts=[a_figure(), a_figure(source="nguon-1")], sources=[{**SOURCE, "date": "2025-12"}])
    views = [figure_view(project.catalog(), item, figure) for figure in item.amounts]
    assert [(v.source.label, v.source.address) for v in views] == [
        ("75/2023/NĐ-CP", "/van-ban/75-2023-nd-cp/"),
        ("Báo Dân tộc, tháng 12/2025", "https://bao.example.vn/bai"),
    ]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"household": ["ho-ngheo"]}, ("Hộ nghèo",)),
        (
            {"household": ["ho-ngheo", "ho-can-ngheo", "ho-moi-thoat-ngheo"]},
            ("Hộ nghèo, hộ cận nghèo hoặc hộ mới thoát nghèo",),
        ),
        ({"any": [{"household": ["ho-ngheo"]}, {"orphan": "true"}]}, ("Hộ nghèo", "Trẻ mồ côi")),
        ({"all": [{"household": ["ho-can-ngheo"]}, {"commune_class": ["xa-ngheo"]}]}, ("Hộ cận nghèo, ở xã nghèo",)),
        (
            {"all": [{"area": ["nong-thon"]}, {"any": [{"worker": "true"}, {"orphan": "true"}]}]},
            (
                (
                    "Ở nông thôn, và thuộc một trong các trường hợp: "
                    "/ Người lao động cần việc làm hoặc học nghề / Trẻ mồ côi"
                ),
            ),
        ),
        ({"not": {"has_pension": "true"}}, ("Trừ người có lương hưu",)),
        ({"has_pension": "false"}, ("Người không có lương hưu",)),
        ({"everyone": "true"}, ("Mọi người",)),
        ({"age": {"from": "75"}}, ("Từ đủ 75 tuổi trở lên",)),
        ({"age": {"to": "6"}}, ("Từ 6 tuổi trở xuống",)),
        ({"age": {"from": "6", "to": "10"}}, ("Từ đủ 6 đến 10 tuổi",)),
        ({"other": "đang nhận trợ cấp"}, ("Đang nhận trợ cấp",)),
        ({"all": [{"worker": "true"}, {"other": "Có giấy"}]}, ("Người lao động cần việc làm hoặc học nghề, có giấy",)),
        ({"all": [{"orphan": "true"}, {"other": "Hà Nội cấp giấy"}]}, ("Trẻ mồ côi, Hà Nội cấp giấy",)),
        ({"all": [{"orphan": "true"}, {"other": "UBND xã cấp giấy"}]}, ("Trẻ mồ côi, UBND xã cấp giấy",)),
    ],
)
def test_eligibility_in_words(rule: dict[str, object], expected: tuple[str, ...]) -> None:
    lines = who_lines(policy(eligibility=rule).eligibility)
    assert tuple(" / ".join((line.text, *(option.text for option in line.options))) for line in lines) == expected
