"""Content for tests: a complete small portal, of which a test names only what matters to it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pikepdf
from msgspec import Struct, field
from msgspec.structs import replace
from PIL import Image

from giamngheo.catalog import Catalog, build_catalog
from giamngheo.content.frontmatter import SourceFile, split_front_matter
from giamngheo.content.loader import load_content
from giamngheo.content.schema import Activity, Item, Material, Plan, Policy, Question, Story
from giamngheo.content.validation import validate_node
from giamngheo.ground.clock import VIETNAM
from giamngheo.ground.problems import Problem
from giamngheo.portal import BuildOptions, Portal, build_portal, check_portal
from giamngheo.portal.build import OnError
from giamngheo.rendering.outputs import LateFile, Page

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=VIETNAM)
SITE_URL = "https://giamngheo.example/"

CONSENT = {"date": "2026-01-01", "form": "Giấy đồng ý có chữ ký", "scope": "Nêu tên trên trang này"}
SOURCE = {"id": "nguon-1", "title": "Bài báo", "publisher": "Báo Dân tộc", "url": "https://bao.example.vn/bai"}

REGISTERS: dict[str, list[dict[str, object]]] = {
    "topics": [
        {"id": "y-te", "name": "y tế", "need": "Khám chữa bệnh", "order": "1"},
        {"id": "tin-dung", "name": "tín dụng", "need": "Vay vốn", "order": "2"},
    ],
    "places": [
        {"id": "ca-nuoc", "name": "Cả nước", "unit": "nước", "level": "quoc-gia"},
        {"id": "tinh-moi", "name": "Bắc Ninh", "unit": "tỉnh", "level": "tinh", "parent": "ca-nuoc"},
        {
            "id": "tinh-cu",
            "name": "Bắc Giang",
            "unit": "tỉnh",
            "level": "tinh",
            "parent": "ca-nuoc",
            "until": "2025-06-30",
            "successors": ["tinh-moi"],
        },
        {
            "id": "huyen-cu",
            "name": "Lục Nam",
            "unit": "huyện",
            "level": "huyen",
            "parent": "tinh-cu",
            "until": "2025-06-30",
            "successors": ["xa-moi"],
        },
        {"id": "xa-moi", "name": "Lục Nam", "unit": "xã", "level": "xa", "parent": "tinh-moi", "from": "2025-07-01"},
    ],
    "agencies": [
        {"id": "chinh-phu", "name": "Chính phủ"},
        {"id": "ubnd-tinh-cu", "name": "Ủy ban nhân dân tỉnh Bắc Giang"},
    ],
    "documents": [
        {
            "id": "75-2023-nd-cp",
            "number": "75/2023/NĐ-CP",
            "type": "nghi-dinh",
            "issuer": "chinh-phu",
            "issued": "2023-10-19",
            "status": "con-hieu-luc",
            "title": "Sửa đổi quy định về bảo hiểm y tế",
        },
    ],
}

COMMON: dict[str, object] = {
    "title": "Thẻ bảo hiểm y tế",
    "summary": "Hộ nghèo được cấp thẻ.",
    "date": "2026-11-01",
    "topics": ["y-te"],
    "places": ["ca-nuoc"],
    "author": "Ban biên tập",
}
OWN: dict[type[Item], dict[str, object]] = {
    Policy: {
        "last_checked": "2026-11-01",
        "benefit": "Được cấp thẻ không mất tiền.",
        "eligibility": {"household": ["ho-ngheo"]},
        "legal_basis": ["75-2023-nd-cp"],
        "valid_from": "2023-12-03",
    },
    Story: {
        "kind": "mo-hinh",
        "period": {"from": "2021", "to": "2024"},
        "difficulties": "Thiếu vốn.",
        "lessons": "Làm chung.",
    },
    Plan: {
        "doc_type": "ke-hoach",
        "issuer": "ubnd-tinh-cu",
        "period": {"from": "2021", "to": "2026"},
        "text_quality": "original",
    },
    Activity: {"kind": "doi-thoai", "starts": "2026-12-25 08:30", "organiser_name": "Hội Nông dân xã"},
    Question: {
        "answered_on": "2026-11-01",
        "answered_by_name": "Ban biên tập",
        "legal_basis": ["75-2023-nd-cp"],
    },
    Material: {
        "kind": "khau-hieu",
        "slogans": [{"text": "Vì người nghèo - Không để ai bị bỏ lại phía sau", "source": "75-2023-nd-cp"}],
        "rights": "In tự do, ghi nguồn.",
    },
}


class ItemFile(Struct, frozen=True):
    """One Markdown file as an editor would write it."""

    kind: type[Item]
    slug: str
    front: Mapping[str, object]
    body: str = "Lời bài.\n"

    @property
    def path(self) -> str:
        return f"content/{self.kind.KIND}/{self.slug}.md"

    @property
    def text(self) -> str:
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.front.items())
        return f"---\n{''.join(lines)}---\n{self.body}"

    @property
    def item(self) -> Item:
        """The typed front matter; the test is wrong when it does not fit the schema."""
        raw, problems = split_front_matter(SourceFile(self.path, self.text))
        assert raw is not None, problems
        front, problems = raw.front()
        assert front is not None, problems
        item, found = validate_node(self.kind, front, self.path)
        assert item is not None, [str(p) for p in found]
        return item

    def line_of(self, key: str) -> int:
        """Line of a key in the file."""
        return 2 + list(self.front).index(key)


def _an_item(kind: type[Item], slug: str, body: str, front: Mapping[str, object]) -> ItemFile:
    keys = {"id": slug, **COMMON, **OWN[kind], **front}
    return ItemFile(kind, slug, {key: value for key, value in keys.items() if value is not None}, body)


def a_policy(slug: str = "bao-hiem-y-te", body: str = "Lời bài.\n", **front: object) -> ItemFile:
    """A policy; a key given as None is left out of the file."""
    return _an_item(Policy, slug, body, front)


def a_story(slug: str = "nuoi-ong", body: str = "Lời bài.\n", **front: object) -> ItemFile:
    """A story; a key given as None is left out of the file."""
    return _an_item(Story, slug, body, {"title": "Nuôi ong", **front})


def a_plan(slug: str = "ke-hoach-2021", body: str = "I. MỤC ĐÍCH\n\nNội dung.\n", **front: object) -> ItemFile:
    """A plan; a key given as None is left out of the file."""
    return _an_item(Plan, slug, body, {"title": "Kế hoạch truyền thông", **front})


def an_activity(slug: str = "doi-thoai", body: str = "Lời bài.\n", **front: object) -> ItemFile:
    """An activity; a key given as None is left out of the file."""
    return _an_item(Activity, slug, body, {"title": "Đối thoại với dân", **front})


def a_question(slug: str = "mua-the", body: str = "Lời bài.\n", **front: object) -> ItemFile:
    """A question; a key given as None is left out of the file."""
    return _an_item(Question, slug, body, {"title": "Có phải mua thẻ không?", **front})


def a_material(slug: str = "khau-hieu", body: str = "Lời bài.\n", **front: object) -> ItemFile:
    """A material; a key given as None is left out of the file."""
    return _an_item(Material, slug, body, {"title": "Khẩu hiệu", **front})


SERIES: dict[str, object] = {
    "title": "Tỷ lệ hộ nghèo theo rà soát",
    "summary": "Trong 100 hộ có bao nhiêu hộ nghèo.",
    "date": "2026-11-01",
    "last_checked": "2026-11-01",
    "author": "Ban biên tập",
    "counts": "Hộ nghèo trong 100 hộ",
    "by": "Các xã rà soát",
    "measure": "ty-le",
    "unit": "%",
    "frequency": "nam",
    "reckoned": "cuoi-ky",
    "standards": [{"id": "chuan-1", "name": "Chuẩn thứ nhất"}, {"id": "chuan-2", "name": "Chuẩn thứ hai"}],
    "sources": [SOURCE, {"id": "nguon-2", "title": "Bài khác", "publisher": "Báo Nhân dân", "date": "2025-01"}],
}
SERIES_COLUMNS = "place,period,value,kind,source,qualifier,status,standard,note"


def a_series(*rows: str, **front: object) -> str:
    """Text of a series; a row is "ca-nuoc,2023,2.93", what is not given is actual, of nguon-1 and chuan-1.

    A key given as None is left out.
    """
    keys = {"id": "sl-mot", **SERIES, **front}
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items() if value is not None
    )
    usual = ["", "", "", "thuc-te", "nguon-1", "", "", "chuan-1", ""]
    whole = [",".join([cell or usual[i] for i, cell in enumerate(f"{row},,,,,,,,".split(",")[:9])]) for row in rows]
    return "\n".join([f"---\n{head}---", SERIES_COLUMNS, *whole, ""])


def a_figure(**keys: object) -> dict[str, object]:
    """A complete figure; a key given as None is left out."""
    figure = {"label": "Mức", "value": "1500000", "unit": "đồng/tháng", "on": "2025", "source": "75-2023-nd-cp", **keys}
    return {key: value for key, value in figure.items() if value is not None}


def an_image(width: int = 40, height: int = 30, kind: str = "JPEG", **save: object) -> bytes:
    """Bytes of a small picture."""
    out = BytesIO()
    Image.new("RGB", (width, height), "green").save(out, kind, **save)
    return out.getvalue()


class Project(Struct):
    """A project folder below `folder`; registers of `REGISTERS` unless a test gives its own."""

    folder: Path
    registers: dict[str, list[dict[str, object]]] = field(default_factory=lambda: json.loads(json.dumps(REGISTERS)))

    def __post_init__(self) -> None:
        self.write_registers()

    @property
    def root(self) -> Path:
        return self.folder / "content"

    def write_registers(self) -> None:
        for name, records in self.registers.items():
            lines = "".join(f"- {json.dumps(record, ensure_ascii=False)}\n" for record in records)
            self.write(f"content/registers/{name}.yml", lines)

    def write(self, path: str, content: str | bytes) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def add(self, *items: ItemFile) -> Project:
        for item in items:
            self.write(item.path, item.text)
        return self

    def add_series(self, *rows: str, slug: str = "ty-le", **front: object) -> Project:
        self.write(f"content/results/{slug}.csv", a_series(*rows, **front))
        return self

    def check(self, now: datetime = NOW) -> list[Problem]:
        return check_portal(self.root, BuildOptions(SITE_URL, now))

    def build(
        self, now: datetime = NOW, on_error: OnError = "stop", **more: object
    ) -> tuple[Portal | None, list[Problem]]:
        return build_portal(self.root, replace(BuildOptions(SITE_URL, now, on_error), **more))  # type: ignore[arg-type]

    def portal(self, now: datetime = NOW, on_error: OnError = "stop", **more: object) -> Portal:
        """The portal; the test is wrong when it cannot be built."""
        portal, problems = self.build(now, on_error, **more)
        assert portal is not None, [str(p) for p in problems]
        return portal

    def catalog(self, now: datetime = NOW) -> Catalog:
        content = load_content(self.root)
        assert not [p for p in content.problems if p.is_error], [str(p) for p in content.problems]
        return build_catalog(content, now)


def page(portal: Portal, address: str) -> Page:
    """The one page at an address."""
    found = [page for page in portal.pages if page.address == address]
    assert len(found) == 1, [p.address for p in portal.pages]
    return found[0].shown()


def files_of(portal: Portal, name: str) -> list[LateFile]:
    """Files of the late work of that name; none where there is no such work."""
    made = (file for work in portal.late if work.name == name for file in work.make())
    return [file for file in made if isinstance(file, LateFile)]


def late_files(portal: Portal) -> dict[str, bytes]:
    """What is made beside the pages, by address: the index of the search, feeds."""
    files = (file for work in portal.late for file in work.make())
    return {f.address: f.checked() if isinstance(f, LateFile) else f.content for f in files}


def item_addresses(portal: Portal) -> list[str]:
    """Addresses of the items and series that went out."""
    return [entry.address for entry in (*portal.catalog.entries, *portal.catalog.results)]


def lines(problems: list[Problem]) -> list[str]:
    """Problems as an editor reads them."""
    return [str(problem) for problem in problems]


def codes(problems: list[Problem]) -> list[str]:
    """Only the codes of problems, in their order."""
    return [problem.code for problem in problems]


def unpacked(content: bytes) -> bytes:
    """A PDF with every object to be read as it is, for what is packed no search finds."""
    plain = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        pdf.save(plain, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    return plain.getvalue()
