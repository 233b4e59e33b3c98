"""A problem as data: what is wrong, where, and how an editor mends it.

Parsers and checks return problems instead of raising, so that one run reports everything. The Vietnamese
wording of each code stands in `messages`; this module only carries, sorts and prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct, field

from giamngheo.ground.messages import MESSAGES

_SHOWN = 80  # characters of an editor's own value that a message repeats
_TOLD_OF_A_KIND = 20  # places of one file; who mends these has mended the cause
_OWN_WORDS = frozenset({"hint", "meaning", "reason", "cycle", "example"})  # gaps that hold our words, never cut


class Severity(Enum):
    """How much a problem weighs: an error holds publication back, a warning only asks for attention."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"


class Location(Struct, frozen=True, order=True):
    """A place in an editor's file: `file` relative to the project, `line` counted from 1 (0: whole file)."""

    file: str
    line: int = 0


class Problem(Struct, frozen=True):
    """One thing that is wrong. `code` is a key of `MESSAGES`, `values` fill the gaps of its wording."""

    code: str
    location: Location
    values: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> Severity:
        """Weight of the problem, fixed by its code."""
        return Severity.WARNING if MESSAGES[self.code].is_warning else Severity.ERROR

    @property
    def is_error(self) -> bool:
        """True when the problem holds publication back."""
        return self.severity is Severity.ERROR

    @property
    def what(self) -> str:
        """What is wrong, one Vietnamese clause without the final stop."""
        return MESSAGES[self.code].what.format_map(self._shown_values())

    @property
    def mend(self) -> str:
        """How to mend it, one Vietnamese clause without the final stop."""
        return MESSAGES[self.code].mend.format_map(self._shown_values())

    def __str__(self) -> str:
        """The one line an editor reads, in the form compilers use, so that editors' tools can jump to it."""
        where = f"{self.location.file}:{self.location.line}" if self.location.line else self.location.file
        stop = "" if self.mend.endswith(("?", "…", ".")) else "."
        return f"{where}: {self.severity.value}: {self.what}. Cách sửa: {self.mend}{stop} [{self.code}]"

    def _shown_values(self) -> dict[str, str]:
        return {key: _on_one_line(value, is_cut=key not in _OWN_WORDS) for key, value in self.values.items()}


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Sort by file and line, each problem once; of one kind in one file the first ones, and how many more there are."""
    unique = {_order(problem): problem for problem in problems}
    alike: dict[tuple[str, str], list[Problem]] = {}
    for key in sorted(unique):
        alike.setdefault((unique[key].location.file, unique[key].code), []).append(unique[key])
    return sorted((problem for group in alike.values() for problem in _first(group)), key=_order)


def _order(problem: Problem) -> tuple[Location, str, tuple[tuple[str, str], ...]]:
    return problem.location, problem.code, tuple(sorted(problem.values.items()))


def _first(alike: list[Problem]) -> list[Problem]:
    told, more = alike[:_TOLD_OF_A_KIND], alike[_TOLD_OF_A_KIND:]
    values = {"count": str(len(more)), "code": alike[0].code}
    return [*told, Problem("con-nua", more[0].location, values)] if more else told


def _on_one_line(value: str, *, is_cut: bool) -> str:
    """Keep a message on one line whatever an editor wrote: long values cut, what nobody sees told by its code."""
    line = "".join(c if c.isprintable() else " " for c in value).strip()
    if not line:
        line = " ".join(f"U+{ord(c):04X}" for c in value if not c.isspace())
    return line if len(line) <= _SHOWN or not is_cut else line[: _SHOWN - 1] + "…"
