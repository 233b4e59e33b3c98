"""The project folder as the commands find it: where its content, cache and hand-written pages are, and its address."""

from __future__ import annotations

import os
import re
from datetime import datetime
from pathlib import Path

import click

from giamngheo.ground.clock import moment_of_build
from giamngheo.portal import BuildOptions

_SITE_URL = re.compile(r"""^site_url:[ \t]*["']?(https?://[^\s"'#]+)""", re.MULTILINE)
_EXAMPLE = "https://giamngheo.example/"


def options_of(root: Path) -> BuildOptions:
    """What a command depends on besides the content folder `root`."""
    docs = root.parent / "docs"
    pages = {f"docs/{p.name}": f"/{p.stem}/" for p in sorted(docs.glob("*.md"))} if docs.is_dir() else {}
    return BuildOptions(site_url_of(root), now(), cache=cache_of(root), docs=pages)


def now() -> datetime:
    """Moment of the command in Viet Nam."""
    try:
        return moment_of_build(os.environ)
    except ValueError as error:
        raise click.UsageError("SOURCE_DATE_EPOCH không phải số giây. Cách sửa: bỏ biến này.") from error


def cache_of(root: Path) -> Path | None:
    """The cache of the build, where there is one: a check then costs only what changed."""
    cache = root.parent / ".cache"
    return cache / "giamngheo" if cache.is_dir() else None


def site_url_of(root: Path) -> str:
    """Address of the site after mkdocs.yml, which only the generator reads whole: it may hold tags of its own."""
    try:
        found = _SITE_URL.search((root.parent / "mkdocs.yml").read_text("utf-8"))
    except (OSError, ValueError):
        found = None
    return f"{found[1].rstrip('/')}/" if found else _EXAMPLE


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder, each whole or not at all; raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        part = folder / f".{name}.new"
        part.write_bytes(content)
        part.replace(folder / name)
