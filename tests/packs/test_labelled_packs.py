"""Where a text may be cut, against the judgement of a reader: a cut that is wrong takes a condition away."""

from __future__ import annotations

from itertools import accumulate
from operator import eq
from pathlib import Path

from giamngheo.outlets.packs.sentences import statements
from labelled_scores import Score


def parts() -> dict[str, list[str]]:
    """Lines of the set by part; "|" marks where a cut is right."""
    found: dict[str, list[str]] = {"tuned": [], "held out": []}
    part = "tuned"
    for line in (Path(__file__).parent / "statements.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            part = line.removeprefix("## ")
        elif not line.startswith("#"):
            found[part].append(line)
    return found


def score(lines: list[str]) -> Score:
    total = Score()
    for line in lines:
        wanted = [" ".join(piece.split()) for piece in line.split("|")]
        total.add(_cuts(wanted), _cuts(statements(" ".join(wanted))), eq, line)
    return total


def _cuts(pieces: list[str]) -> list[int]:
    """Lengths of text before each cut."""
    return list(accumulate(len(piece) + 1 for piece in pieces))[:-1]


def test_no_text_is_cut_between_a_statement_and_what_narrows_it() -> None:
    assert score(parts()["tuned"]).wrong == []


def test_what_may_be_cut_mostly_is() -> None:
    assert score(parts()["tuned"]).recall >= 0.85


def test_of_lines_never_tuned_for_two_narrowings_that_only_their_meaning_tells_are_missed() -> None:
    wrong = score(parts()["held out"]).wrong
    assert [line[: line.index(".")] for line in wrong] == ["Hộ được giảm 50 % tiền điện", "Không phải nộp tiền"]
