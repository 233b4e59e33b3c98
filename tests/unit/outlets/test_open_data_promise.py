"""The promise of open data: no field goes or changes its type, and each is explained."""

from __future__ import annotations

import json

import pytest

from giamngheo.outlets.opendata.datasets import all_datasets
from giamngheo.outlets.opendata.schemas import dataset_schema
from open_data_promise import HELD, Shapes, broken, shapes


def test_no_field_of_version_1_has_gone_or_changed_its_type() -> None:
    faults = broken(json.loads(HELD.read_text("utf-8")), shapes())
    assert faults == [], (
        "Lời hứa của /du-lieu/v1/: trường chỉ được thêm. Trả lại trường cũ; nếu buộc phải bỏ, mở v2 và giữ v1. "
        "Thêm trường mới: tăng VERSION, ghi vào CHANGES của promise.py, rồi chạy python tests/open_data_promise.py"
    )


def test_fields_that_were_added_are_written_into_the_promise() -> None:
    assert shapes() == json.loads(HELD.read_text("utf-8")), (
        "Có trường mới chưa ghi vào lời hứa: tăng VERSION, ghi vào CHANGES của promise.py, rồi chạy "
        "python tests/open_data_promise.py"
    )


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        ({"a": {"id": "string"}}, []),
        ({"a": {"id": "string", "new": "integer"}, "b": {"id": "string"}}, []),
        ({"a": {}}, ["a.id: mất"]),
        ({}, ["a: mất"]),
        ({"a": {"id": "integer"}}, ["a.id: string thành integer"]),
        ({"a": {"id": "string, không bắt buộc"}}, ["a.id: string thành string, không bắt buộc"]),
    ],
)
def test_the_promise_is_broken_by_what_goes_or_changes_and_not_by_what_comes(now: Shapes, fault: list[str]) -> None:
    assert broken({"a": {"id": "string"}}, now) == fault


def test_every_field_is_explained() -> None:
    for dataset in all_datasets():
        assert len(dataset.about) >= 50, "search engines show no shorter description of a dataset"
        schema = dataset_schema(dataset, "https://x.example")
        for name, definition in [("", schema), *schema["$defs"].items()]:
            assert not definition["description"].isascii(), (dataset.name, name, "in Vietnamese")
            for key, field in definition["properties"].items():
                assert field.get("description"), (dataset.name, name, key)
        assert "additionalProperties" not in json.dumps(schema).replace('"additionalProperties": true', "")
