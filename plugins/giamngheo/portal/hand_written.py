"""Hand-written pages of `docs/`: their addresses, and what keeps them from going out.

The site generator makes them. Here they are read as far as a fault of theirs would stop it in its own words, hang it,
or go out unseen: what is no text, lies elsewhere, is no YAML, or leads where no page may lead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from giamngheo.content.disk import Folder, read_source, shown_path
from giamngheo.content.frontmatter import RawItem, SourceFile, split_front_matter
from giamngheo.ground.problems import Location, Problem
from giamngheo.rendering.body import convert_markdown
from giamngheo.rendering.links import target_file
from giamngheo.rendering.source_checks import check_targets, find_tangle, is_elsewhere, read_made
from giamngheo.rendering.source_lines import lines_of

_FIRST_PAGES = frozenset({"index", "README"})


def docs_addresses(folder: Path) -> dict[str, str]:
    """Hand-written pages by file ("docs/lien-he.md"), with the address that the generator gives them."""
    found: dict[str, str] = {}
    for path in _files(folder):
        if path.suffix == ".md" and path.is_file():
            inner = PurePosixPath(path.relative_to(folder).as_posix())
            parts = inner.parent if inner.stem in _FIRST_PAGES else inner.with_suffix("")
            found[f"{folder.name}/{inner}"] = f"/{parts}/" if str(parts) != "." else "/"
    return found


def read_page(folder: Path, name: str) -> SourceFile | Problem:
    """One hand-written page, by its file."""
    return read_source(Folder(folder), folder.parent / name)


def check_docs(root: Path | None, docs: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what keeps hand-written pages from going out; `docs` are their files with their addresses."""
    if root is None:
        return
    folder = Folder(root)
    for path in _files(root):
        if not folder.holds(path):
            shown = shown_path(root, path)
            yield Problem("tep-ngoai-thu-muc", Location(shown), {"file": shown, "folder": root.name})
        elif path.suffix == ".md" and not path.is_dir():
            source = read_source(folder, path)
            yield from [source] if isinstance(source, Problem) else _check_page(source, docs)


def _files(root: Path) -> Iterator[Path]:
    """Files that the generator would take, and links to folders: it follows them."""
    for parent, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(parent, name).is_symlink()]
        yield from (Path(parent, name) for name in sorted([*names, *links]) if not name.startswith("."))


def _check_page(source: SourceFile, docs: Mapping[str, str]) -> Iterator[Problem]:
    """Front matter, where there is one, and links."""
    raw: RawItem | None = RawItem(source.path, "", source.text, 1)
    if source.text.startswith("---"):
        raw, problems = split_front_matter(source)
        yield from problems
        yield from raw.front()[1] if raw else ()
    if raw is not None and find_tangle(raw.body) is None:
        yield from _check_links(raw, docs)


def _check_links(raw: RawItem, docs: Mapping[str, str]) -> Iterator[Problem]:
    try:
        made = read_made(convert_markdown(raw.body, {}).markup)
    except RecursionError:
        return
    start = Location(raw.path, raw.body_line)
    yield from check_targets(made, raw.body, start)
    for target in dict.fromkeys(made.links):
        file = target_file(raw.path, target)[0]
        if file.endswith(".md") and not is_elsewhere(target) and file not in docs:
            for index in lines_of(raw.body, target):
                hint = "viết đường dẫn tới trang viết tay có thật, hoặc địa chỉ của bài, ví dụ ../chinh-sach/ten-bai/"
                yield Problem("lien-ket-hong", Location(raw.path, start.line + index), {"target": target, "hint": hint})
