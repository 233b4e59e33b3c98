"""YAML as a tree that remembers lines and keeps every scalar as text.

Plain PyYAML turns `010` into 8 and `no` into False, drops doubled keys silently and crashes on
`2025-13-40`. Here the events of libyaml are stacked into nodes without any resolving: the schema alone
decides types. Anchors, aliases, tags and merge keys are refused: editors do not need them, and they are
how a few bytes of YAML grow into gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from msgspec import Struct, field

from giamngheo.ground.characters import ILLEGAL, drop_illegal
from giamngheo.ground.problems import Location, Problem

MAX_DEPTH = 20
"""Deepest nesting that content may have; the schema needs 8."""

_OTHER_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
"""Line ends for YAML 1.1, not for editors: left in, every line number after one would be wrong."""

_NULLS = frozenset({"", "~", "null"})


class Node(Struct):
    """A scalar (`str`, or None when left empty), a list or a mapping, with its line counted from 1."""

    value: str | list[Node] | dict[str, Node] | None
    line: int
    key_lines: dict[str, int] = field(default_factory=dict)

    def plain(self) -> object:
        """The tree as plain lists, dicts and strings; empty keys of a mapping are left out."""
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items() if node.value is not None}
        return self.value

    def line_of(self, path: tuple[int | str, ...]) -> int:
        """Line of the deepest part of `path` that exists; parts that name nothing here are passed over."""
        node, line = self, self.line
        for part in path:
            if isinstance(node.value, dict) and part in node.value:
                line, node = node.key_lines[str(part)], node.value[str(part)]
            elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                line = node.line
        return line

    def find(self, path: tuple[int | str, ...]) -> Node | None:
        """Return the node at `path`, or None."""
        node: Node = self
        for part in path:
            if isinstance(node.value, dict) and part in node.value:
                node = node.value[str(part)]
            elif isinstance(node.value, list) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
            else:
                return None
        return node


class _RefusedError(Exception):
    """Stops reading at a construct that content may not use."""

    def __init__(self, code: str, line: int, **values: str) -> None:
        super().__init__(code)
        self.code, self.line, self.values = code, line, values


def parse_nodes(
    text: str, file: str, first_line: int = 1, most: int | None = None
) -> tuple[Node | None, list[Problem]]:
    """Read one YAML document; `first_line` is the line of `text` within `file`, `most` how many nodes it may have.

    Returns None with one problem when the syntax is broken, and a tree without the later doubled keys,
    each reported on its own line, otherwise. An empty document gives None and no problem.
    """
    problems: list[Problem] = []
    try:
        return _Reader(text, file, first_line, problems, most or len(text)).read(), problems
    except _RefusedError as refused:
        problems.append(Problem(refused.code, Location(file, refused.line), refused.values))
    except yaml.MarkedYAMLError as error:
        problems.append(_syntax_problem(error, text, file, first_line))
    except (yaml.YAMLError, ValueError):  # ValueError: libyaml on characters it cannot take
        values = {"near": text[:40], "hint": "xóa ký tự lạ, thường do chép từ Word hoặc PDF"}
        problems.append(Problem("yaml-sai", Location(file, first_line), values))
    return None, problems


class _Reader:
    """Stacks parser events into nodes, so that no input can exhaust Python's own stack."""

    def __init__(self, text: str, file: str, first_line: int, problems: list[Problem], most: int) -> None:
        self._most, self._left = most, most
        self._events: Iterator[yaml.Event] = yaml.parse(_OTHER_LINE_ENDS.sub(" ", text), Loader=yaml.CSafeLoader)
        self._has_escapes = "\\" in text
        self._file, self._first_line, self._problems = file, first_line, problems

    def read(self) -> Node | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                if root is not None:
                    raise _RefusedError("yaml-neo", self._line(event), sign="---")
                root = self._node(event, 0)
        return root

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self._first_line

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._refuse_signs(event, depth)
        line = self._line(event)
        self._left -= 1
        if self._left < 0:
            raise _RefusedError("khai-bao-qua-dai", line, limit=f"{self._most}")
        if isinstance(event, yaml.ScalarEvent):
            is_null = not event.style and event.value in _NULLS
            return Node(None if is_null else self._legal(event.value, line), line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(list(self._items(depth)), line)
        return self._mapping(line, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _mapping(self, line: int, depth: int) -> Node:
        values: dict[str, Node] = {}
        node = Node(values, line)
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key, key_line = self._key(event, depth), self._line(event)
            value = self._node(next(self._events), depth + 1)
            if key in values:
                self._problems.append(Problem("khoa-lap", Location(self._file, key_line), {"key": key}))
            else:
                values[key], node.key_lines[key] = value, key_line
        return node

    def _legal(self, value: str, line: int) -> str:
        r"""Drop what an escape such as "\\0" in double quotes brought in after the text itself was cleaned."""
        if not self._has_escapes or not (match := ILLEGAL.search(value)):
            return value
        values = {"character": f"U+{ord(match.group()):04X}"}
        self._problems.append(Problem("ky-tu-dieu-khien", Location(self._file, line), values))
        return drop_illegal(value)

    def _key(self, event: yaml.Event, depth: int) -> str:
        self._refuse_signs(event, depth)
        if not isinstance(event, yaml.ScalarEvent):
            raise _RefusedError("yaml-neo", self._line(event), sign="? […]")
        return self._legal(str(event.value), self._line(event))

    def _refuse_signs(self, event: yaml.Event, depth: int) -> None:
        if depth > MAX_DEPTH:
            raise _RefusedError("long-qua-sau", self._line(event), limit=str(MAX_DEPTH))
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError("yaml-neo", self._line(event), sign=f"*{event.anchor}")
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if anchor or tag:
            raise _RefusedError("yaml-neo", self._line(event), sign=f"&{anchor}" if anchor else str(tag))


def _syntax_problem(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    lines = text.split("\n")
    index = min(_blamed_line(error, lines), len(lines) - 1)
    values = {"near": lines[index].strip()[:60], "hint": _hint(lines[index], error)}
    return Problem("yaml-sai", Location(file, first_line + index), values)


def _blamed_line(error: yaml.MarkedYAMLError, lines: list[str]) -> int:
    """Find the line to mend: libyaml notices an open quote, bracket or a missing colon only later."""
    mark = error.problem_mark or error.context_mark
    index = int(mark.line) if mark else 0
    if (opened := _open_quote(lines, index)) is not None:
        return opened
    began_earlier = any(word in str(error.context) for word in ("quoted scalar", "flow", "simple key"))
    if began_earlier and error.context_mark:
        return int(error.context_mark.line)
    before = next((i for i in range(min(index, len(lines)) - 1, -1, -1) if lines[i].strip()), None)
    if before is not None and ":" not in lines[before] and lines[before][:1] not in {" ", "-", "#"}:
        return before
    return index


def _open_quote(lines: list[str], index: int) -> int | None:
    """Line above whose value opens a quote and never closes it: libyaml stumbles only at the next quote."""
    above = next((i for i in range(min(index, len(lines)) - 1, -1, -1) if lines[i].strip()), None)
    value = lines[above].partition(":")[2].strip() if above is not None else ""
    return above if value[:1] == '"' and value.count('"') == 1 else None


def _hint(line: str, error: yaml.MarkedYAMLError) -> str:  # noqa: C901, PLR0911 - a list of traps, in order
    """Say what is most likely wrong with the line; the traps are those that editors really fall into."""
    key, _, value = line.partition(":")
    value = value.strip()
    if "\t" in line:
        return "thay phím Tab ở dòng này bằng dấu cách"
    if "：" in line:
        return "thay dấu hai chấm kiểu Trung (：) bằng dấu : thường"
    if value[:1] in {"“", "”", "‘"}:
        return 'dùng dấu nháy thẳng "…" thay cho nháy cong'
    if value.startswith('"') and value.count('"') != 2:  # noqa: PLR2004 - an opening and a closing quote
        return 'trong dấu "…" không được có dấu " khác; dùng “…” cho phần trích bên trong'
    if value[:1] in {'"', "'"} and value[-1:] != value[:1]:
        return f"đóng dấu nháy {value[0]} ở cuối giá trị"
    if value[:1] in {"[", "{"}:
        return "đóng ngoặc vuông ở cuối danh sách, ví dụ topics: [y-te, hoc-tap]"
    if ": " in value or value.endswith(":"):
        return f'đặt cả giá trị trong dấu nháy: {key.strip()}: "…"'
    if value[:1] in set("@`%&*!|>[]{}#,?-"):
        return f'giá trị bắt đầu bằng ký hiệu đặc biệt: đặt trong dấu nháy {key.strip()}: "…"'
    if ":" not in line:
        return "mỗi dòng viết dạng “khóa: giá trị”, có dấu cách sau dấu hai chấm"
    if error.context and "block" in str(error.context):
        return "thụt đầu dòng cho thẳng hàng với các dòng cùng cấp, chỉ dùng dấu cách"
    return 'đặt giá trị trong dấu nháy "…" và thụt dòng bằng dấu cách'
