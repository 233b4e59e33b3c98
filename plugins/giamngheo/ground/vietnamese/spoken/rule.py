"""What a rule of reading is: a pattern of writing, and how that is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

from msgspec import Struct

from giamngheo.ground.vietnamese.spoken.reading import Voice

Say: TypeAlias = Callable[[re.Match[str], Voice], str | None]
"""Say what was matched; None leaves it to the rules after this one."""


class Rule(Struct, frozen=True):
    """`pattern` is a regular expression without backtracking traps; `say` reads one match of it."""

    pattern: str
    say: Say


def text_before(match: re.Match[str]) -> str:
    """Up to 30 characters before the match, for rules that depend on them."""
    return match.string[max(0, match.start() - 30) : match.start()]


def text_after(match: re.Match[str]) -> str:
    """Up to 60 characters after the match."""
    return match.string[match.end() : match.end() + 60]
