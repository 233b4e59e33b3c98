"""Labelled sets, and precision and recall against their labels."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import yaml
from msgspec import Struct, field

T = TypeVar("T")


def labelled(path: Path) -> Any:  # noqa: ANN401 - what YAML holds
    """The set in a file, read by libyaml: in Python that takes half a second of every worker's start."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


class Score(Struct):
    """Counts over one part of a labelled set; each label matches one result at most."""

    wanted: int = 0
    found: int = 0
    right: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def add(self, wanted: Sequence[T], found: Sequence[T], same: Callable[[T, T], bool], where: str) -> None:
        left = list(found)
        for label in wanted:
            match = next((i for i, result in enumerate(left) if same(label, result)), None)
            if match is None:
                self.missed.append(f"{where}: {label}")
            else:
                left.pop(match)
                self.right += 1
        self.wrong += [f"{where}: {result}" for result in left]
        self.wanted, self.found = self.wanted + len(wanted), self.found + len(found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.wanted if self.wanted else 1.0

    def lines(self, title: str) -> Iterator[str]:
        yield f"{title}: {self.wanted} labels, precision {self.precision:.3f}, recall {self.recall:.3f}"
        yield from (f"  missed {one[:150]}" for one in self.missed)
        yield from (f"  wrong  {one[:150]}" for one in self.wrong)
