"""Begins new items: the required keys of a kind with what they mean, and an identity given once."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.content.results.series import Series
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story

_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # no i, l, o, 0, 1: ids are read over the telephone
PLACEHOLDER = "ĐIỀN"
"""Stands in a scaffold wherever the editor must write; an item that still has it is not published."""

_PREFIX = {
    "policies": "cs",
    "stories": "gd",
    "plans": "kh",
    "activities": "hd",
    "questions": "hoi",
    "materials": "tl",
    "results": "sl",
}

_COMMON = """topics: [ĐIỀN]                # mã trong registers/topics.yml, ví dụ [y-te]
places: [ca-nuoc]             # mã trong registers/places.yml
author: "ĐIỀN đơn vị biên soạn"
sources:
  - id: nguon-1
    title: "ĐIỀN tên bài hoặc trang"
    publisher: "ĐIỀN nơi đăng"
"""

_OWN: dict[type[Item], str] = {
    Policy: """last_checked: {today}
benefit: "ĐIỀN được gì, một dòng"
eligibility:
  household: [ho-ngheo]       # ai được: sửa cho đúng
amounts: []
steps:
  - do: "ĐIỀN việc cần làm"
legal_basis: [ĐIỀN]           # mã trong registers/documents.yml; không có căn cứ còn hiệu lực thì ghi []
valid_from: {today}
""",
    Story: """kind: mo-hinh                 # mo-hinh, ho-gia-dinh, tap-the hoặc sang-kien
period: {{from: {year}}}
situation_before: "ĐIỀN trước đây ra sao"
support: []
results: []
members: chua-co-so
members_poor: chua-co-so
left_poverty: chua-co-so
difficulties: "ĐIỀN khó khăn"
lessons: "ĐIỀN bài học"
""",
    Plan: """number: "ĐIỀN số, ký hiệu"
doc_type: ke-hoach
issuer: ĐIỀN                  # mã trong registers/agencies.yml
issued: {today}
period: {{from: {year}, to: {year}}}
text_quality: original
""",
    Activity: """kind: tap-huan                # tap-huan, doi-thoai, hoi-nghi, chien-dich, cuoc-thi hoặc tuyen-duong
starts: ĐIỀN                  # ngày, ví dụ 2026-12-25; có giờ thì 2026-12-25 08:30
venue: "ĐIỀN ở đâu"
organiser_name: "ĐIỀN đơn vị tổ chức"   # có trong registers/agencies.yml thì ghi organiser: mã
audience: "ĐIỀN dành cho ai"
joining:
  how: "ĐIỀN tham gia thế nào"
""",
    Question: """answered_on: {today}
answered_by_name: "ĐIỀN nơi trả lời"    # có trong registers/agencies.yml thì ghi answered_by: mã
legal_basis: [ĐIỀN]           # mã trong registers/documents.yml
policies: []                  # id các chính sách mà câu trả lời dựa vào
""",
    Material: """kind: khau-hieu               # khau-hieu, to-roi, ap-phich, bai-giang, am-thanh hoặc video
slogans:                      # to-roi, ap-phich, bai-giang thay bằng attachments; am-thanh, video thay bằng recording
  - text: "ĐIỀN lời khẩu hiệu, đúng từng chữ như nguồn"
    source: nguon-1
rights: "ĐIỀN được in, phát, sửa lại thế nào"
policies: []                  # id các chính sách mà tài liệu nói tới
""",
}


_SERIES = """last_checked: {today}
author: "ĐIỀN đơn vị biên soạn"
counts: "ĐIỀN số này đếm gì"
excludes: "ĐIỀN không đếm gì, hoặc xóa dòng này"
by: "ĐIỀN ai đếm, bằng cách nào"
measure: so-dem               # ty-le, so-dem, tang-giam hoặc khac
unit: "hộ"
frequency: nam                # nam, nua-nam, quy, thang hoặc khong-deu
reckoned: cuoi-ky             # cuoi-ky: đếm lúc hết kỳ; trong-ky: cộng cả kỳ
household: [ho-ngheo]         # đếm loại hộ nào; không đếm hộ thì xóa dòng này
standards:
  - id: ca-nuoc-2022
    name: "Chuẩn nghèo của cả nước từ năm 2022"
    # document: mã trong registers/documents.yml
sources:
  - id: nguon-1
    title: "ĐIỀN tên bài hoặc trang"
    publisher: "ĐIỀN nơi đăng"
---
place,period,value,kind,source,note
ca-nuoc,{year},chua-co-so,thuc-te,nguon-1,
"""


def new_id(kind: type[Item | Series]) -> str:
    """A fresh identity, for instance "cs-7k3m9qx2": 40 bits of chance, so that two editors never meet."""
    return f"{_PREFIX[kind.KIND]}-{''.join(secrets.choice(_ALPHABET) for _ in range(8))}"


def scaffold(kind: type[Item], title: str, today: date) -> str:
    """Text of a new item as a draft: nothing of it is public before the editor removes `draft`."""
    own = _OWN[kind].format(today=today.isoformat(), year=today.year)
    return f"---\n{_head(kind, title, today)}{_COMMON}{own}---\n\n{PLACEHOLDER} nội dung bài.\n"


def scaffold_series(title: str, today: date) -> str:
    """Text of a new series as a draft, with one row that has no number yet."""
    year = today.year - 1  # of this year nothing has been counted yet
    return f"---\n{_head(Series, title, today)}{_SERIES.format(today=today.isoformat(), year=year)}"


def _head(kind: type[Item | Series], title: str, today: date) -> str:
    quoted = " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"')
    head = f'id: {new_id(kind)}\ntitle: "{quoted}"\nsummary: "ĐIỀN một hai câu tóm tắt"\ndate: {today.isoformat()}\n'
    return f"{head}draft: true                   # xóa dòng này khi bài đã sẵn sàng\n"


def missing_id(kind: type[Item | Series], path: Path) -> str | None:
    """Text of the file with an identity added as its first key, or None when it has one or cannot be read."""
    try:
        if path.is_symlink() or not path.is_file():
            return None  # what lies elsewhere is not ours to write
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None
    raw, _ = split_front_matter(SourceFile(str(path), text.replace("\r\n", "\n")))
    front = raw.front()[0] if raw else None
    if front is None or front.find(("id",)) is not None:
        return None
    first, end, rest = text.partition("\n")
    ending = "\r\n" if first.endswith("\r") else "\n"
    return f"{first}{end}id: {new_id(kind)}{ending}{rest}"
