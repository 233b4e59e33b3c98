"""What a new kind of content and a new outlet take: a folder of their own, and a name in these few places.

The folders in `tests/extensions` are laid over a copy of the product, the lines below put in, and a portal is built.
`plugins/README.md` tells the same steps; a test holds them together.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from portal_project import REPOSITORY, Outcome, Project, small_project

EXTENSIONS = REPOSITORY / "tests/extensions"

Places = dict[str, tuple[tuple[str, str], ...]]
"""File of the core: what stands there, and the line or name that is put in before it."""


def a_kind(module: str, name: str) -> Places:
    """Where a kind is named."""
    line = f"from giamngheo.content.kinds.{module} import {name}\n"
    return {
        "content/schema.py": (("from giamngheo.content.kinds.plan import", line), ("Plan, Material)\n", f"{name}, "))
    }


ITS_OWN_WORDS: Places = {
    f"{floor}/kinds/__init__.py": (
        ("\n__all__", "from giamngheo.content.kinds.notice import Notice\n"),
        ("plan, ", "notice, "),
        ("    Plan: plan.", f"    Notice: notice.{record},\n"),
    )
    for floor, record in (("catalog", "RULES"), ("rendering", "WORDS"), ("outlets/pages", "PAGE"))
}

AN_OUTLET: Places = {
    "portal/publishing.py": (
        ("from giamngheo.portal.assets", "from giamngheo.outlets.tally import build_tally\n"),
        ("        *build_eligibility(catalog),\n", "        *build_tally(catalog),\n"),
    )
}

_COMMON = """date: 2026-01-05
topics: [y-te]
places: [xa-mau]
author: Ban biên tập
"""
A_NOTICE = f"""---
id: tb-mot
title: Lấy ý kiến hộ nghèo
summary: Xã lấy ý kiến về danh sách.
{_COMMON}until: 2026-12-31
order: Đến nhà văn hóa xem danh sách.
---
Danh sách niêm yết ở nhà văn hóa.
"""
AN_APPEAL = f"""---
id: kg-mot
title: Cần người dạy nghề
summary: Tổ hợp tác cần người dạy đan lát.
{_COMMON}needed: Người dạy đan lát
---
Dạy vào buổi tối.
"""


def test_a_kind_is_one_module_and_a_name_and_an_outlet_a_folder_and_a_line(tmp_path: Path) -> None:
    product, project = Product(tmp_path / "product"), small_project(tmp_path / "project")
    product.extend("plain_kind", a_kind("appeal", "Appeal"))
    product.extend("kind", a_kind("notice", "Notice") | ITS_OWN_WORDS)
    product.extend("outlet", AN_OUTLET)
    project.write("content/appeals/day-nghe.md", AN_APPEAL)
    project.write("content/notices/lay-y-kien.md", A_NOTICE)
    outcome = product.build(project)
    assert outcome.code == 0, outcome.stderr
    _is_told_everywhere(project)
    _speaks_for_itself(project)
    assert _read(project, "so-bai.txt") == "5"


def _is_told_everywhere(project: Project) -> None:
    """A kind that is only declared has a page, a list, feeds, texts to read out and to post, data, and is found."""
    told = "Tổ hợp tác cần người dạy đan lát."
    assert "Ai cần giúp gì." in _read(project, "keu-goi/index.html")
    for name in (
        "keu-goi/day-nghe/index.html",
        "rss/keu-goi.rss",
        "phat-thanh/kg-mot-60.txt",
        "chia-se/kg-mot/index.html",
    ):
        assert told in _read(project, name), name
    assert "Người dạy đan lát" in _read(project, "du-lieu/v1/keu-goi.json")
    assert any(told in path.read_text("utf-8") for path in project.site.glob("search/*/h*.json"))


def _speaks_for_itself(project: Project) -> None:
    """A kind with a row on each floor says and shows what it wants."""
    page, told = _read(project, "thong-bao/lay-y-kien/index.html"), "Việc phải làm: Đến nhà văn hóa xem danh sách."
    assert '"SpecialAnnouncement"' in page
    assert "thông báo mới" in page
    assert told in _read(project, "phat-thanh/tb-mot-30.txt")
    assert told in _read(project, "chia-se/tb-mot/index.html")
    assert "Việc phải làm" in _read(project, "rss/thong-bao.rss")


def test_the_recipe_names_every_place() -> None:
    recipe = (REPOSITORY / "plugins/README.md").read_text("utf-8")
    recipe = recipe[recipe.index("## Where to put a new thing") : recipe.index("## Decisions worth knowing")]
    for place in (*a_kind("notice", "Notice"), *ITS_OWN_WORDS, *AN_OUTLET):
        assert f"`{place}`" in recipe, place
    for module in sorted((EXTENSIONS / "kind").rglob("*.py")):
        folder = module.parent.relative_to(EXTENSIONS / "kind").as_posix()
        assert f"`{folder}/`" in recipe, folder


def test_every_outlet_stands_in_the_layers() -> None:
    contracts = (REPOSITORY / "pyproject.toml").read_text("utf-8")
    folders = [path.parent.name for path in sorted((REPOSITORY / "plugins/giamngheo/outlets").glob("*/__init__.py"))]
    assert len(folders) > 10
    for name in folders:
        assert f"giamngheo.outlets.{name} " in contracts.replace('"', " "), name


class Product:
    """A copy of the product that a test may extend."""

    def __init__(self, folder: Path) -> None:
        self.core = folder / "giamngheo"
        for package in ("giamngheo", "giamngheo_mkdocs"):
            shutil.copytree(REPOSITORY / "plugins" / package, folder / package)

    def extend(self, name: str, places: Places) -> None:
        """Lay a folder of `tests/extensions` over the core, and put in what names it."""
        shutil.copytree(EXTENSIONS / name, self.core, dirs_exist_ok=True)
        for file, insertions in places.items():
            path = self.core / file
            text = path.read_text("utf-8")
            for before, inserted in insertions:
                assert text.count(before) == 1, f"{file}: {before!r}"
                text = text.replace(before, inserted + before)
            path.write_text(text, "utf-8")

    def build(self, project: Project) -> Outcome:
        """Build a project with this copy, strictly."""
        return project.run([sys.executable, "-m", "mkdocs", "build", "--strict"], PYTHONPATH=str(self.core.parent))


def _read(project: Project, name: str) -> str:
    return (project.site / name).read_text("utf-8")
