"""JSON Schema (draft 2020-12) of datasets and of their records, from the declarations of the records."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from giamngheo.outlets.opendata.envelope import Envelope
from giamngheo.outlets.opendata.promise import VERSION, record_schema_address, schema_address
from giamngheo.outlets.opendata.record import Dataset

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OPEN = (
    f"Bản {VERSION}. Trong /v1/, trường chỉ được thêm, không bị đổi tên, bỏ đi hay đổi nghĩa; chương trình đọc nên "
    "bỏ qua trường lạ. Trường nào cũng luôn có mặt; không biết thì là null hoặc danh sách trống."
)


class _Generator(GenerateJsonSchema):
    """Leaves out what pydantic makes of names of classes and fields: titles say nothing to users."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - signature of pydantic
        return False


def dataset_schema(dataset: Dataset, site: str) -> JsonSchemaValue:
    """Schema of the whole file of a dataset."""
    record, head = _schema_of(dataset.record), _schema_of(Envelope)
    items = {"type": "array", "items": {"$ref": f"#/$defs/{dataset.record.__name__}"}, "description": "các mục"}
    own = {key: value for key, value in record.items() if key != "$defs"}
    definitions = {**head.get("$defs", {}), **record.get("$defs", {}), dataset.record.__name__: own}
    return {
        "$schema": _DIALECT,
        "$id": site + schema_address(dataset.name),
        "title": dataset.title,
        "description": f"{dataset.about} {_OPEN}",
        "type": "object",
        "properties": {**head["properties"], "items": items},
        "required": [*head["required"], "items"],
        "$defs": definitions,
    }


def record_schema(dataset: Dataset, site: str) -> JsonSchemaValue:
    """Schema of one record as it lies beside its page, which names its schema first."""
    record = _schema_of(dataset.record)
    own = {"$schema": {"type": "string", "format": "uri", "description": "lược đồ JSON Schema của tệp này"}}
    return {
        "$schema": _DIALECT,
        "$id": site + record_schema_address(dataset.name),
        "title": f"{dataset.title}: một mục",
        **record,
        "description": f"{record['description']} {_OPEN}",
        "properties": {**own, **record["properties"]},
        "required": ["$schema", *record["required"]],
    }


@cache
def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    schema = model.model_json_schema(by_alias=True, schema_generator=_Generator)
    cleaned: dict[str, Any] = _opened(schema)
    return cleaned


def _opened(value: Any) -> Any:  # noqa: ANN401 - JSON of any form
    """The same schema without what would forbid new keys, and without titles and defaults."""
    if isinstance(value, list):
        return [_opened(one) for one in value]
    if not isinstance(value, dict):
        return value
    is_closed = value.get("additionalProperties") is False
    dropped = {"title", "default", *(["additionalProperties"] if is_closed else [])} if "properties" in value else set()
    dropped |= {"default"} if "type" in value or "anyOf" in value or "$ref" in value else set()
    return {key: _opened(one) for key, one in value.items() if key not in dropped}
