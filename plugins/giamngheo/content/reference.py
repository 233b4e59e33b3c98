"""The schema as editors and their tools read it: JSON Schema, and the table of keys in the handbook."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from giamngheo.content.register_schema import REGISTERS
from giamngheo.content.results.series import Series, SeriesStandard, Unlike
from giamngheo.content.schema import (
    Activity,
    Award,
    Change,
    Consent,
    Contest,
    Figure,
    Image,
    Item,
    Joining,
    Material,
    Outcome,
    Period,
    Person,
    Plan,
    Policy,
    Question,
    Recording,
    Slogan,
    Source,
    Step,
    Story,
    Support,
)

_TITLES: dict[str, type[BaseModel]] = {
    "Mọi bài": Item,
    "Chính sách (policies)": Policy,
    "Gương điển hình (stories)": Story,
    "Kế hoạch (plans)": Plan,
    "Hoạt động (activities)": Activity,
    "Hỏi đáp (questions)": Question,
    "Tài liệu tuyên truyền (materials)": Material,
    "Chuỗi số liệu (results)": Series,
    "Chuẩn của chuỗi (standards)": SeriesStandard,
    "Chuỗi trông giống (unlike)": Unlike,
    "Số liệu": Figure,
    "Nguồn (sources)": Source,
    "Bước làm (steps)": Step,
    "Hỗ trợ (support)": Support,
    "Cách tham gia (joining)": Joining,
    "Cuộc thi (contest)": Contest,
    "Kết quả (outcome)": Outcome,
    "Giải thưởng, khen thưởng (awards)": Award,
    "Khẩu hiệu (slogans)": Slogan,
    "Âm thanh, video (recording)": Recording,
    "Thời gian (period)": Period,
    "Nhật ký sửa (changes)": Change,
    "Ảnh (image)": Image,
    "Người được nêu tên (people)": Person,
    "Đồng ý (consent)": Consent,
    **{f"Sổ {name}.yml": model for name, model in REGISTERS.items()},
}


def json_schema(kind: type[Item | Series]) -> dict[str, object]:
    """JSON Schema (draft 2020-12) of the front matter of one kind."""
    schema = kind.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def reference_table() -> str:
    """Markdown tables of all keys: name, whether it is required, what it means."""
    return "".join(_table(title, model) for title, model in _TITLES.items()) + "\n"


def _table(title: str, model: type[BaseModel]) -> str:
    rows = "".join(
        f"| `{name}` | {'có' if required else ''} | {meaning} |\n" for name, required, meaning in _rows(model)
    )
    return f"\n### {title}\n\n| Khóa | Bắt buộc | Ý nghĩa |\n| --- | --- | --- |\n{rows}"


def _rows(model: type[BaseModel]) -> Iterator[tuple[str, bool, str]]:
    inherited = Item.model_fields if issubclass(model, Item) and model is not Item else {}
    for name, field in model.model_fields.items():
        same = inherited.get(name)
        if not same or (field.is_required(), field.description) != (same.is_required(), same.description):
            yield field.alias or name, field.is_required(), _meaning(field)


def _meaning(field: FieldInfo) -> str:
    return (field.description or "").replace("|", "\\|")
