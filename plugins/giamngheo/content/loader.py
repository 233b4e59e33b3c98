"""Reads `content/`: the files of items, series, registers and settings; each becomes what it holds, or a problem."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cached_property, partial
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from msgspec import Struct, field
from msgspec.structs import replace

from giamngheo.content.disk import (
    Folder,
    decode,
    fault_of_folder,
    no_real_folder,
    read_bytes,
    read_source,
    shown_path,
    unreadable,
)
from giamngheo.content.frontmatter import RawItem, SourceFile, Sources, drop_control_characters, split_front_matter
from giamngheo.content.kept_items import KeptItem, KeptItems
from giamngheo.content.nodes import Node, parse_nodes
from giamngheo.content.register_schema import REGISTERS, Record
from giamngheo.content.results.reading import LoadedSeries, read_series
from giamngheo.content.results.series import Series
from giamngheo.content.scalars import is_identifier
from giamngheo.content.schema import KINDS, Item
from giamngheo.content.settings import Settings
from giamngheo.content.validation import validate_node
from giamngheo.ground.cache import Cache, code_digest, digest
from giamngheo.ground.problems import Location, Problem
from giamngheo.ground.vietnamese import file_slug

_ASSETS = frozenset({"images", "attachments", "sounds"})
_HANDBOOK = "README.md"


class LoadedItem(Struct, frozen=True, eq=False):
    """An item as its file holds it: the typed front matter, the body, and where each line stands."""

    item: Item
    slug: str
    path: str
    sources: Sources
    digest: str
    """Of the whole file and its path: the same digest means the same item."""
    front_digest: str
    """Of the text of the front matter, and of the code that reads it."""

    @property
    def raw(self) -> RawItem:
        """Text of the file."""
        return self.sources.get(self.path)

    @property
    def identity(self) -> str:
        """Id under which the address of this file is public: of the item, or of the one that it revises."""
        return self.item.revises or self.item.id

    @property
    def body(self) -> str:
        """Text below the front matter."""
        return self.raw.body

    @property
    def body_line(self) -> int:
        """Line of the first character of the body."""
        return self.raw.body_line

    @property
    def front(self) -> Node:
        """The front matter as a tree with lines: read when it is asked for, because it is large and rarely is."""
        return self.sources.front(self.path)

    def locate(self, *path: int | str) -> Location:
        """Place in the editor's file of the key at `path`."""
        return Location(self.path, self.front.line_of(path))


class Content(Struct, dict=True):
    """Everything that was read. `broken` names files that gave no item, with the id they probably have."""

    root: Path
    settings: Settings = field(default_factory=Settings)
    items: list[LoadedItem] = field(default_factory=list)
    series: list[LoadedSeries] = field(default_factory=list)
    registers: dict[str, dict[str, Record]] = field(default_factory=lambda: {name: {} for name in REGISTERS})
    settings_node: Node = field(default_factory=lambda: Node({}, 0))
    nodes: dict[tuple[str, str], Node] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)
    unread: dict[str, list[str] | None] = field(default_factory=dict)
    """Registers and kinds of which something could not be read: the ids concerned, or None where nobody can tell."""
    closed: dict[str, Problem] = field(default_factory=dict)
    """Folders of what items share that cannot be read, each with the problem that says why."""
    lacks_settings: bool = False
    """True where the settings could not be read: what the portal itself publishes is unknown."""

    problems: list[Problem] = field(default_factory=list)
    keeps_trees: bool = False

    @cached_property
    def folder(self) -> Folder:
        """The content folder, whose links are followed once."""
        return Folder(self.root)

    @cached_property
    def sources(self) -> Sources:
        """Texts of items, read again from where they were found."""
        return Sources(partial(_read_again, self.folder))

    @property
    def settings_file(self) -> str:
        """Path of the settings as shown to editors."""
        return f"{self.root.name}/portal.yml"

    @property
    def loaded(self) -> tuple[LoadedItem | LoadedSeries, ...]:
        """Everything that has an identity and an address: items, then series."""
        return (*self.items, *self.series)

    def register_file(self, name: str) -> str:
        """Path of a register as shown to editors."""
        return f"{self.root.name}/registers/{name}.yml"

    def locate(self, name: str, record: str, *path: int | str) -> Location:
        """Place of a record of the register `name`, or of the key at `path` in it."""
        return Location(self.register_file(name), self.nodes[name, record].line_of(path))

    def shown(self, path: Path) -> str:
        """Path of a file below `root` as editors read it."""
        return shown_path(self.root, path)


def load_content(root: Path, cache: Cache | None = None, *, share: tuple[int, int] | None = None) -> Content:
    """Read the whole content folder `root`; never raises for what editors wrote.

    `cache` spares reading files that have not changed again. `share`, for reading in parallel, is the first
    item, counted from 0, and the step to the next one.
    """
    content = Content(root)
    if not root.is_dir():
        content.problems.append(Problem("thieu-muc", Location(root.name), {"folder": root.name}))
        return content
    _load_settings(content)
    for name in sorted(_ASSETS):
        _may_be_read(content, content.root / name)
    if _may_be_read(content, content.root / "registers"):
        for name in REGISTERS:
            _load_register(content, name)
    else:
        content.unread |= dict.fromkeys(REGISTERS)
    content.keeps_trees = share is not None
    first, step = share or (0, 1)
    kept = KeptItems(cache or Cache(None), str(first) if share else "")
    kept.read()
    for kind, path in list(_item_files(content))[first::step]:
        _load_item(content, kind, path, kept)
    kept.write()
    if share is None and _is_real_folder(content, folder := root / Series.KIND):
        for path in _files(content, folder, ".csv", "chuoi-tep-la"):
            _load_series(content, path)
    _report_strangers(content)
    return content


def _item_files(content: Content) -> Iterator[tuple[type[Item], Path]]:
    for kind in KINDS:
        folder = content.root / kind.KIND
        if _is_real_folder(content, folder):
            yield from ((kind, path) for path in _files(content, folder))


def count_items(root: Path) -> int:
    """How many files of items there are, faulty ones included."""
    return sum(1 for _ in _item_files(Content(root)))


def shared_files(root: Path) -> Iterator[Path]:
    """Files on which every item depends, whether they are there or not: registers and settings."""
    yield root / "portal.yml"
    yield from (root / "registers" / f"{name}.yml" for name in REGISTERS)


def _read_source(content: Content, path: Path) -> SourceFile | None:
    """Read one text file; None, and a problem in `content`, when it cannot be."""
    read = read_source(content.folder, path)
    if isinstance(read, SourceFile):
        return read
    content.problems.append(read)
    return None


def _read_again(folder: Folder, path: str) -> RawItem | None:
    """Read an item that was read without a problem before."""
    source = read_source(folder, folder.root.parent / path)
    return split_front_matter(source)[0] if isinstance(source, SourceFile) else None


def _files(content: Content, folder: Path, ending: str = ".md", stranger: str = "tep-la") -> Iterator[Path]:
    """Files below `folder` with this ending, sorted; links to folders are not followed, strangers are told."""

    def report(error: OSError) -> None:
        content.unread[folder.name] = None
        content.problems.append(unreadable(content.shown(Path(error.filename)), error))

    for parent, folders, names in os.walk(folder, onerror=report):
        folders[:] = sorted(name for name in folders if not name.startswith("."))  # tools keep copies and bins there
        for name in folders:
            _check_folder(content, folder.name, Path(parent, name))
        for name in sorted(names):
            path = Path(parent, name)
            if name == _HANDBOOK or name.startswith("."):
                continue  # programs leave such files beside the one that is being edited, and on sticks
            if name.endswith(ending):
                yield path
            else:
                content.problems.append(Problem(stranger, Location(content.shown(path))))


def _is_real_folder(content: Content, folder: Path) -> bool:
    """Whether items of one kind may be read from here; a portal without items of a kind has no such folder."""
    if fault := no_real_folder(content.root, folder):
        _note_broken(content, folder.name, fault.location.file, "")  # it concerns the items in it, not the whole portal
        content.problems.append(fault)
    return fault is None and folder.is_dir()


def _may_be_read(content: Content, folder: Path) -> bool:
    """Whether a folder of what items share may be read; one that may not is told, an absent one is empty."""
    if fault := fault_of_folder(content.root, folder):
        content.closed[folder.name] = fault
        content.problems.append(fault)
    return fault is None


def _check_folder(content: Content, kind: str, path: Path) -> None:
    """Tell an editor of a folder whose items nobody would ever see."""
    if path.is_symlink():
        content.problems.append(_not_followed(content, kind, path, "là liên kết tới thư mục khác"))
    elif path.suffix in {".md", ".csv"}:
        content.problems.append(_not_followed(content, kind, path, "là thư mục mang tên một bài"))


def _not_followed(content: Content, kind: str, path: Path, reason: str) -> Problem:
    _note_broken(content, kind, content.shown(path), "")  # it concerns the items in it, not the whole portal
    return Problem("tep-khong-doc-duoc", Location(content.shown(path)), {"reason": reason})


def _note_broken(content: Content, kind: str, shown: str, name: str) -> None:
    """Remember a file that gave no item, and its id: what refers to it has no fault of its own."""
    content.broken[shown] = name if is_identifier(name) else ""
    if not content.broken[shown]:
        content.unread[kind] = None


def _load_item(content: Content, kind: type[Item], path: Path, kept: KeptItems) -> None:
    data = read_bytes(content.folder, path)
    shown = content.shown(path)
    mark = _digest(shown, data) if isinstance(data, bytes) else ""
    known = kept.find(mark)
    if known is None:
        before = len(content.problems)
        known = _read_item(content, kind, data if isinstance(data, Problem) else decode(data, shown), mark)
        if known is None:
            return
        if len(content.problems) == before:
            kept.keep(known)
    content.items.append(LoadedItem(known.item, path.stem, shown, content.sources, mark, known.front_digest))


def _read_item(content: Content, kind: type[Item], source: SourceFile | Problem, mark: str) -> KeptItem | None:
    """Read one item anew; every fault of it goes to `content`."""
    if isinstance(source, Problem):
        content.problems.append(source)
        _note_broken(content, kind.KIND, source.location.file, "")
        return None
    raw, problems = split_front_matter(source)
    node, found = raw.front() if raw else (None, [])
    item, faults = validate_node(kind, node, source.path) if node else (None, [])
    content.problems += [*problems, *found, *faults, *_faults_of_name(source.path)]
    if raw is None or item is None:
        _note_broken(content, kind.KIND, source.path, _probable_id(source, node))
        return None
    content.sources.new[source.path] = replace(raw, tree=node) if content.keeps_trees else raw
    return KeptItem(item, mark, digest(code_digest(), raw.front_text))


def _faults_of_name(path: str) -> Iterator[Problem]:
    """The name of a file becomes a part of its address."""
    name = PurePosixPath(path).stem
    if name != (suggestion := file_slug(name, "bai")):
        yield Problem("ten-tep-sai", Location(path), {"name": name, "suggestion": suggestion})


def _load_series(content: Content, path: Path) -> None:
    source = _read_source(content, path)
    loaded, problems, name = read_series(source) if source else (None, [], "")
    content.problems += problems
    if loaded is None:
        _note_broken(content, Series.KIND, content.shown(path), name)
    else:
        content.series.append(loaded)


def _digest(path: str, data: bytes) -> str:
    return blake2b(f"{path}\0".encode("utf-8", "surrogatepass") + data, digest_size=20).hexdigest()


def _probable_id(source: SourceFile, front: Node | None) -> str:
    """Id of a file that could not be read whole, as its editor wrote it."""
    node = front.find(("id",)) if front else None
    if node and isinstance(node.value, str):
        return node.value
    line = next((line for line in source.text.split("\n")[:60] if line.startswith("id:")), "id:")
    return line.removeprefix("id:").strip().strip("\"'")


def _load_settings(content: Content) -> None:
    before = len(content.problems)
    node = _load_yaml(content, content.root / "portal.yml")
    settings = None
    if node is not None:
        content.settings_node = node
        settings, problems = validate_node(Settings, node, content.settings_file)
        content.problems += problems
    content.settings = settings or content.settings
    content.lacks_settings = settings is None and len(content.problems) > before


def _load_register(content: Content, name: str) -> None:
    path, file = content.root / "registers" / f"{name}.yml", content.register_file(name)
    before = len(content.problems)
    node = _load_yaml(content, path)
    if node is None:
        if len(content.problems) > before:
            content.unread[name] = None
        return
    if not isinstance(node.value, list):
        values = {"key": name, "expected": "một danh sách", "example": "- id: …"}
        content.problems.append(Problem("kieu-sai", Location(file, node.line), values))
        content.unread[name] = None
        return
    for part in node.value:
        record, problems = validate_node(REGISTERS[name], part, file)
        content.problems += problems
        if record is None:
            _note_unread(content, name, part)
        else:
            _add_record(content, name, record, part)


def _note_unread(content: Content, name: str, node: Node) -> None:
    """Remember the id of a record in error: what refers to it has no fault of its own."""
    id_node = node.find(("id",))
    known = content.unread.setdefault(name, [])
    if id_node is None or not is_identifier(id_node.value):
        content.unread[name] = None
    elif known is not None:
        known.append(str(id_node.value))


def _add_record(content: Content, name: str, record: Record, node: Node) -> None:
    if record.id in content.registers[name]:
        first = content.locate(name, record.id)
        values = {"id": record.id, "other": f"{first.file}:{first.line}"}
        content.problems.append(Problem("id-trung", Location(first.file, node.line_of(("id",))), values))
        return
    content.registers[name][record.id] = record
    content.nodes[name, record.id] = node


def _load_yaml(content: Content, path: Path) -> Node | None:
    source = _read_source(content, path) if os.path.lexists(path) else None
    if source is None:
        return None
    text, problems = drop_control_characters(source)
    node, found = parse_nodes(text, source.path)
    content.problems += problems + found
    return node


def _report_strangers(content: Content) -> None:
    """Warn of files that editors may believe to be published: Markdown outside the folders of kinds."""
    known = {kind.KIND for kind in KINDS} | {Series.KIND} | _ASSETS | {"registers", "portal.yml"}
    registers = {f"{name}.yml" for name in REGISTERS}
    shared = content.root / "registers"
    for path in sorted((*content.root.glob("*"), *(() if shared.is_symlink() else shared.glob("*")))):
        expected = registers if path.parent != content.root else known
        if path.name not in expected and path.name != _HANDBOOK and not path.name.startswith("."):
            content.problems.append(Problem("tep-la", Location(content.shown(path))))
