"""The draft: front matter with what is certain, the open points as comments, and the text as it was read."""

from __future__ import annotations

from datetime import date

from giamngheo.content.scaffold import PLACEHOLDER, new_id
from giamngheo.content.schema import Item, Plan
from giamngheo.importing.fields import Fields
from giamngheo.legal import TYPE_NAMES

_LONGEST_TITLE = 150
_OPTIONAL = ("number", "issued", "signer", "signer_role")


def write_draft(kind: type[Item], fields: Fields, notes: list[str], body: str, today: date) -> str:
    """Return the file of a draft; lines of the body are those of `body`, which begins after one blank line."""
    head = [
        "---",
        *(f"# {note}" for note in notes),
        f"id: {new_id(kind)}",
        *([f"# title: {fields.open['subject']}"] if "subject" in fields.open else []),
        f"title: {_quoted(_title(fields))}",
        f'summary: "{PLACEHOLDER} một hai câu tóm tắt"',
        f"date: {today.isoformat()}",
        "draft: true                   # xóa dòng này khi bài đã sẵn sàng",
        f"topics: [{PLACEHOLDER}]                # mã trong registers/topics.yml",
        f"places: [{fields.certain.get('places', PLACEHOLDER)}]",
        f'author: "{PLACEHOLDER} đơn vị biên soạn"',
        *_sources(fields),
        *(_of_plan(fields) if kind is Plan else _of_policy(today)),
        "---",
    ]
    return "\n".join(head) + f"\n\n{body}"


def _sources(fields: Fields) -> list[str]:
    publisher = fields.certain.get("publisher")
    issued = fields.certain.get("issued")
    return [
        "sources:",
        "  - id: ban-goc",
        f"    title: {_quoted(_title(fields))}",
        f"    publisher: {_quoted(publisher or PLACEHOLDER + ' nơi ban hành')}",
        *([f"    date: {issued}"] if issued else []),
    ]


def _of_plan(fields: Fields) -> list[str]:
    lines = []
    for key in ("number", "doc_type", "issuer", "issued", "signer", "signer_role", "period"):
        value = fields.certain.get(key)
        if value is None:
            lines.append(f"# {key}: {fields.open[key]}")
            if key not in _OPTIONAL:
                lines.append(f"{key}: {PLACEHOLDER}" if key != "period" else f"period: {{from: {PLACEHOLDER}}}")
        else:
            lines.append(f"{key}: {value if key in {'doc_type', 'issuer', 'issued', 'period'} else _quoted(value)}")
    quality = fields.certain.get("text_quality")
    comment = "" if quality else "   # ocr-corrected khi đã đối chiếu hết các dòng hỏng"
    return [*lines, f"text_quality: {quality or PLACEHOLDER}{comment}"]


def _of_policy(today: date) -> list[str]:
    return [
        f"last_checked: {today.isoformat()}",
        f'benefit: "{PLACEHOLDER} được gì, một dòng"',
        f"eligibility: {PLACEHOLDER}",
        f"legal_basis: [{PLACEHOLDER}]           # mã trong registers/documents.yml",
        f"valid_from: {PLACEHOLDER}",
    ]


def _title(fields: Fields) -> str:
    """Type, number and subject when all are certain and not too long."""
    kind, number, subject = (fields.certain.get(key) for key in ("doc_type", "number", "subject"))
    if not (kind and number and subject):
        return f"{PLACEHOLDER} tên bài"
    if subject.isupper():  # which words are names, capitals do not tell
        return f"{PLACEHOLDER} bằng chữ thường: {TYPE_NAMES[kind]} {number}: {subject}"[:_LONGEST_TITLE]
    title = f"{TYPE_NAMES[kind]} {number}: {subject[0].lower()}{subject[1:]}"
    return title if len(title) <= _LONGEST_TITLE else f"{PLACEHOLDER} ngắn hơn: {title}"[:_LONGEST_TITLE]


def _quoted(text: str) -> str:
    return '"' + " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"') + '"'
