"""Reads `content/` from disk: the only module of the core that opens editors' files.

Nothing outside the content folder is read, whatever links lie in it, and whatever a file holds becomes
either an item or a problem.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from giamngheo.content.frontmatter import RawItem, SourceFile, drop_control_characters, parse_front_matter
from giamngheo.content.nodes import Node, parse_nodes
from giamngheo.content.register_schema import REGISTERS, Record
from giamngheo.content.schema import KINDS, Item
from giamngheo.content.settings import Settings
from giamngheo.content.validation import validate_node
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import normalize, slugify

MAX_BYTES = 1_000_000
"""Largest text file that is read; the longest official plan of the seeds has 17 KB."""

_ASSETS = frozenset({"images", "attachments"})
_OWN_FILES = frozenset({"README.md", "portal.yml"})


@dataclass(frozen=True, slots=True, eq=False)
class LoadedItem:
    """An item as its file holds it: the typed front matter, the body, and where each line stands."""

    item: Item
    slug: str
    path: str
    front: Node
    body: str
    body_line: int
    digest: str
    """Of the whole file and its path: the same digest means the same item."""

    def locate(self, *path: int | str) -> Location:
        """Place in the editor's file of the key at `path`."""
        return Location(self.path, self.front.line_of(path))


@dataclass(slots=True)
class Content:
    """Everything that was read. `broken` names files that gave no item, with the id they probably have."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    items: list[LoadedItem] = field(default_factory=list)
    registers: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in REGISTERS})
    lines: dict[tuple[str, str], int] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def register_file(self, name: str) -> str:
        """Path of a register as shown to editors."""
        return f"{self.root.name}/registers/{name}.yml"


def load_content(root: Path) -> Content:
    """Read the whole content folder `root`; never raises for what editors wrote."""
    content = Content(root)
    if not root.is_dir():
        content.problems.append(Problem("thieu-muc", Location(root.name), {"folder": str(root)}))
        return content
    _load_settings(content)
    for name in REGISTERS:
        _load_register(content, name)
    for kind in KINDS:
        for path in _files(content, root / kind.KIND):
            _load_item(content, kind, path)
    _report_strangers(content)
    return content


def read_source(root: Path, path: Path) -> tuple[SourceFile | None, list[Problem]]:
    """Read one text file below `root` as NFC text with LF; None with a problem when it cannot be."""
    shown = f"{root.name}/{path.relative_to(root).as_posix()}"
    location = Location(shown)
    if not path.resolve().is_relative_to(root.resolve()):
        return None, [Problem("tep-ngoai-thu-muc", location, {"file": shown, "folder": root.name})]
    try:
        if (size := path.stat().st_size) > MAX_BYTES:
            values = {"size": str(size // 1000), "limit": str(MAX_BYTES // 1000)}
            return None, [Problem("tep-qua-lon", location, values)]
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None, [Problem("khong-phai-utf8", location)]
    except OSError as error:
        return None, [Problem("tep-khong-doc-duoc", location, {"reason": os.strerror(error.errno or 0)})]
    return SourceFile(shown, normalize(text)), []


def _files(content: Content, folder: Path) -> Iterator[Path]:
    """Markdown files below `folder`, sorted; links to folders are not followed."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if name.endswith(".md") and name not in _OWN_FILES:
                yield path
            elif name not in _OWN_FILES and not name.startswith("."):
                shown = f"{content.root.name}/{path.relative_to(content.root).as_posix()}"
                content.problems.append(Problem("tep-la", Location(shown)))


def _load_item(content: Content, kind: type[Item], path: Path) -> None:
    source, problems = read_source(content.root, path)
    content.problems += problems
    if source is None:
        content.broken[f"{content.root.name}/{path.relative_to(content.root).as_posix()}"] = ""
        return
    raw, problems = parse_front_matter(source)
    item: Item | None = None
    if raw is not None:
        item, found = validate_node(kind, raw.front, source.path)
        problems += found
    if path.stem != slugify(path.stem):
        values = {"name": path.stem, "suggestion": slugify(path.stem) or "bai-moi"}
        problems.append(Problem("ten-tep-sai", Location(source.path), values))
    content.problems += problems
    if raw is None or item is None:
        content.broken[source.path] = _probable_id(source, raw)
        return
    content.items.append(LoadedItem(item, path.stem, source.path, raw.front, raw.body, raw.body_line, _digest(source)))


def _digest(source: SourceFile) -> str:
    return blake2b(f"{source.path}\0{source.text}".encode("utf-8", "surrogatepass"), digest_size=20).hexdigest()


def _probable_id(source: SourceFile, raw: RawItem | None) -> str:
    """Id of a file that could not be read whole, so that what refers to it is not reported as well."""
    node = raw.front.find(("id",)) if raw else None
    if node and isinstance(node.value, str):
        return node.value
    line = next((line for line in source.text.split("\n")[:60] if line.startswith("id:")), "id:")
    return line.removeprefix("id:").strip().strip("\"'")


def _load_settings(content: Content) -> None:
    node = _load_yaml(content, content.root / "portal.yml")
    if node is not None:
        settings, problems = validate_node(Settings, node, f"{content.root.name}/portal.yml")
        content.problems += problems
        content.settings = settings or content.settings


def _load_register(content: Content, name: str) -> None:
    node = _load_yaml(content, content.root / "registers" / f"{name}.yml")
    file = content.register_file(name)
    if node is None:
        return
    if not isinstance(node.value, list):
        values = {"key": name, "expected": "một danh sách", "example": "- id: …"}
        content.problems.append(Problem("kieu-sai", Location(file, node.line), values))
        return
    for part in node.value:
        record, problems = validate_node(REGISTERS[name], part, file)
        content.problems += problems
        if record is not None:
            _add_record(content, name, record, Location(file, part.line))


def _add_record(content: Content, name: str, record: Record, location: Location) -> None:
    if record.id in content.registers[name]:
        other = f"{location.file}:{content.lines[name, record.id]}"
        content.problems.append(Problem("id-trung", location, {"id": record.id, "other": other}))
        return
    content.registers[name][record.id] = record
    content.lines[name, record.id] = location.line


def _load_yaml(content: Content, path: Path) -> Node | None:
    if not path.exists() and not path.is_symlink():
        return None  # a portal without this register simply has none
    source, problems = read_source(content.root, path)
    content.problems += problems
    if source is None:
        return None
    text, problems = drop_control_characters(source)
    node, found = parse_nodes(text, source.path)
    content.problems += problems + found
    return node


def _report_strangers(content: Content) -> None:
    """Warn of files that editors may believe to be published: Markdown outside the folders of kinds."""
    known = {kind.KIND for kind in KINDS} | _ASSETS | {"registers"}
    for path in sorted(content.root.iterdir()):
        if path.name in known or path.name in _OWN_FILES or path.name.startswith("."):
            continue
        content.problems.append(Problem("tep-la", Location(f"{content.root.name}/{path.name}")))
