"""What is compared: this project and stock generators, each with its layout, command and packages."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from generate import TODAY

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
VENVS = ROOT / ".cache/benchmarks"
MATERIAL = ("mkdocs==1.6.1", "mkdocs-material==9.8.1", "mkdocs-rss-plugin==1.19.0")


class Contender(Struct, frozen=True):
    """One generator. `requirements` empty: it runs in the environment of this script."""

    name: str
    layout: str
    item_pages: str
    module: str = "mkdocs"
    arguments: tuple[str, ...] = ("build", "-q")
    configuration: str = ""
    requirements: tuple[str, ...] = ()


OURS = Contender("giamngheo", "portal", "[cgk]*/*-ban-tin-*/index.html")
BLOG = Contender(
    "Material blog + rss", "blog", "blog/**/*-ban-tin-*/index.html", "mkdocs",
    configuration="mkdocs-blog.yml", requirements=MATERIAL,
)  # fmt: skip
FEWER = (
    Contender(
        "giamngheo without feeds and packs", "portal", OURS.item_pages, "fewer_outlets", ("newsroom", "build", "-q")
    ),
    Contender("giamngheo, what stock makes too", "portal", OURS.item_pages, "fewer_outlets", ("stock", "build", "-q")),
)
"""Measured with `--outlets`: what outlets cost is the difference."""

PEERS = (
    Contender(
        "Material, plain pages", "plain", "tin/*-ban-tin-*/index.html", "mkdocs",
        configuration="mkdocs-plain.yml", requirements=MATERIAL,
    ),
    Contender(
        "Zensical, plain pages", "plain", "tin/*-ban-tin-*/index.html", "zensical", arguments=("build",),
        configuration="mkdocs-plain.yml", requirements=("zensical==0.0.73",),
    ),
)  # fmt: skip
"""Measured with `--peers`: pages and search only, no lists and no feeds."""


def python_for(contender: Contender) -> str | None:
    """Interpreter that has the contender's packages, installed on first use; None when that fails."""
    if not contender.requirements:
        return sys.executable
    name = sha256("\n".join(contender.requirements).encode()).hexdigest()[:12]
    folder = VENVS / f"venv-{name}"
    python = folder / "bin/python"
    if not (folder / "complete").exists():
        venv.create(folder, with_pip=True, clear=True)
        install = [str(python), "-m", "pip", "install", "-qq", "--retries", "1", *contender.requirements]
        if subprocess.run(install, check=False).returncode:
            return None
        (folder / "complete").touch()
    return str(python)


class Site:
    """Generated content of one size in a folder of its own, ready to be built again and again."""

    def __init__(self, contender: Contender, items: int, work: Path, python: str) -> None:
        self.contender, self.items = contender, items
        self.folder = work / "-".join((contender.layout, contender.module, contender.arguments[0], str(items)))
        self.command = (python, "-m", contender.module, *contender.arguments)
        self.environment = _environment(self.folder)
        self._generate()
        self._inputs = {path.name for path in self.folder.iterdir()}

    def clean(self) -> None:
        """Remove everything that a build left: pages and caches."""
        for path in self.folder.iterdir():
            if path.name not in self._inputs:
                shutil.rmtree(path) if path.is_dir() else path.unlink()

    def edit(self, turn: int) -> None:
        """Add a sentence to one item, each turn to another one."""
        number = (self.items // 2 + 10 * turn + 5) % self.items
        path = next(self.folder.rglob(f"*-ban-tin-{number + 1}.md"))
        path.write_text(f"{path.read_text('utf-8')}\nCập nhật lần {turn + 1}.\n", "utf-8")

    def _generate(self) -> None:
        """In a process of its own: the memory of this one would count as the first memory of each build."""
        script, layout = str(HERE / "generate.py"), self.contender.layout
        command = [sys.executable, script, layout, "--items", str(self.items), "--out", str(self.folder)]
        subprocess.run(command, check=True)
        if self.contender.configuration:
            shutil.copy(HERE / "stock" / self.contender.configuration, self.folder / "mkdocs.yml")


def _environment(folder: Path) -> dict[str, str]:
    """Set one day for everybody and no notice about MkDocs 2.

    Caches lie inside the folder that `clean` empties, compiled Python outside it: the warm-up writes that.
    """
    moment = datetime(TODAY.year, TODAY.month, TODAY.day, 5, tzinfo=UTC)
    return {
        "SOURCE_DATE_EPOCH": str(int(moment.timestamp())),
        "XDG_CACHE_HOME": os.fspath(folder / ".cache"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONPATH": os.fspath(HERE),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": os.fspath(folder.parent / "compiled"),
        "PYTHONHASHSEED": "0",
    }
