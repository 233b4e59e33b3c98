"""Splits an editor's file into front matter and body; both keep the line where they begin."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct, field

from giamngheo.content.nodes import Node, parse_nodes
from giamngheo.ground.characters import ILLEGAL, drop_illegal
from giamngheo.ground.problems import Location, Problem

_FENCE = "---"

MAX_LINES = 20_000
"""Most lines of a file; the longest official plan of the seeds has 209. Readers of texts take some 0.1 ms a line."""

MAX_NODES = 5000
"""Most values, lists and groups in front matter; real ones have about a hundred."""


class SourceFile(Struct, frozen=True):
    """Text of one file, as the loader read it; `path` is relative to the project, with slashes."""

    path: str
    text: str


class RawItem(Struct, frozen=True):
    """Text of the front matter, and the body with the line of its first character."""

    path: str
    front_text: str
    body: str
    body_line: int
    tree: Node | None = None
    """The front matter, read; kept only where it is soon asked for again, because it is large."""

    def front(self) -> tuple[Node | None, list[Problem]]:
        """Read the front matter as a tree with lines; None, with a problem, when it is no mapping of keys."""
        if self.tree is not None:
            return self.tree, []
        node, problems = parse_nodes(self.front_text, self.path, first_line=2, most=MAX_NODES)
        if node is not None and isinstance(node.value, dict):
            node.line = 1  # a missing key is reported where the front matter begins
            return node, problems
        return None, problems or [Problem("phan-dau-sai-dang", Location(self.path, 1))]


class Sources(Struct):
    """Texts of items by file: new ones are kept, others read again by `read`, because together they are large."""

    read: Callable[[str], RawItem | None]
    new: dict[str, RawItem] = field(default_factory=dict)
    _last: tuple[str, Node] = ("", Node({}, 1))

    def get(self, path: str) -> RawItem:
        """Text of one file; empty where it has gone since it was read."""
        return self.new.get(path) or self.read(path) or RawItem(path, "", "", 0)

    def front(self, path: str) -> Node:
        """Front matter of one file; only the last one asked for is kept, for problems come file by file."""
        if self._last[0] != path:
            self._last = path, self.get(path).front()[0] or Node({}, 1)
        return self._last[1]


def split_front_matter(source: SourceFile) -> tuple[RawItem | None, list[Problem]]:
    """Split one Markdown file at its fences. Returns None when it has none."""
    text, problems = drop_control_characters(source)
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        values = {"count": str(len(lines)), "limit": str(MAX_LINES)}
        return None, [*problems, Problem("tep-qua-nhieu-dong", Location(source.path), values)]
    if lines[0].rstrip() != _FENCE:
        return None, [*problems, Problem("thieu-phan-dau", Location(source.path, 1))]
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        return None, [*problems, Problem("phan-dau-chua-dong", Location(source.path, 1))]
    return RawItem(source.path, "\n".join(lines[1:end]), "\n".join(lines[end + 1 :]), end + 2), problems


def drop_control_characters(source: SourceFile) -> tuple[str, list[Problem]]:
    """Drop what no page and no feed may carry; one warning per line that had such a character."""
    if not ILLEGAL.search(source.text):
        return source.text, []
    problems: list[Problem] = []
    for number, line in enumerate(source.text.split("\n"), 1):
        if match := ILLEGAL.search(line):
            values = {"character": f"U+{ord(match.group()):04X}"}
            problems.append(Problem("ky-tu-dieu-khien", Location(source.path, number), values))
    return drop_illegal(source.text), problems
